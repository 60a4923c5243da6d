/** Claims (公开数字): that they count by what there is to count by, and ask for words that there are. */
import type { Place } from '../problems.ts';
import { findNear, suggestionParams } from '../read/nearest.ts';
import type { Path } from '../read/rows.ts';
import { type CountConfig, INSTRUMENT_KINDS, type ProgrammeConfig, TASK_OUTCOMES, TONES } from './config.ts';
import { COUNT_COLUMNS } from './countColumns.ts';
import { getNotations } from './period.ts';
import { findPeriod } from './periodCell.ts';
import { singleParams } from './resolve.ts';
import { wordsOf } from './tables/index.ts';
import { checkKind, checkWord, type Vocabulary } from './vocabulary.ts';
import type { ProgrammeDraft, World } from './world.ts';

type Columns<T> = Readonly<Record<string, T>>;
type Listed = readonly [lists: keyof Vocabulary | readonly (keyof Vocabulary)[], thing: string];

/** Columns whose words a file or table lists, and what one that is unknown is called; by count and column where a column means another thing in each. */
const LISTED: Columns<Listed> = {
  instrument: ['instruments', 'instrument'],
  dimension: ['dimensions', 'dimension'],
  group: ['groups', 'group'],
  family: ['families', 'family'],
  session: ['sessions', 'session'],
  from: ['sessions', 'session'],
  to: ['sessions', 'session'],
  category: ['categories', 'category'],
  origin: ['origins', 'origin'],
  batch: ['batches', 'batch'],
  task: ['tasks', 'task'],
  unit: ['units', 'unit'],
  lead: ['units', 'unit'],
  holder: [['units', 'tasks'], 'unit'],
  'tasks.status': ['taskStates', 'stage'],
  'tasks.stage': ['stages', 'stage'],
  'tasks.parent': ['tasks', 'task'],
  'units.parent': ['units', 'unit'],
  'filings.kind': ['filingKinds', 'filing-kind'],
  'filings.stage': ['filingStages', 'filing-stage'],
  'filings.outcome': ['filingOutcomes', 'filing-outcome'],
  'filings.award': ['awards', 'award'],
};

const FLAG = ['true', 'false'];
const AWARD_STATES = wordsOf('awards', 'state');

/** Columns that have words of their own. */
const CLOSED: Columns<readonly string[]> = {
  overdue: FLAG,
  on_time: FLAG,
  commended: FLAG,
  held_accountable: FLAG,
  exempted: FLAG,
  extended: FLAG,
  current: FLAG,
  tone: TONES,
  holder_type: wordsOf('awards', 'holder_type'),
  state: AWARD_STATES,
  'awards.status': AWARD_STATES,
  'holders.status': AWARD_STATES,
  'tasks.outcome': TASK_OUTCOMES,
  'tasks.visibility': wordsOf('tasks', 'visibility'),
  'filings.visibility': wordsOf('filings', 'visibility'),
  'sessions.status': wordsOf('sessions', 'status'),
};

function ofColumn<T>(columns: Columns<T>, count: string, column: string): T | undefined {
  return columns[`${count}.${column}`] ?? columns[column];
}

interface Claimed {
  readonly world: World;
  readonly draft: ProgrammeDraft;
  readonly config: ProgrammeConfig;
  readonly words: Vocabulary;
}

function checkValue({ world, draft, config, words }: Claimed, count: string, column: string, value: string, place: Place): void {
  const key = `where.${column}`;
  const [lists, thing] = ofColumn(LISTED, count, column) ?? [];
  const isOfAwards = count === 'awards' || count === 'holders';
  const closed =
    column === 'kind' && isOfAwards
      ? [...new Set([...config.instruments.map(({ kind }) => kind), ...INSTRUMENT_KINDS])]
      : ofColumn(CLOSED, count, column);
  if (lists && thing) {
    const known = [lists].flat().map((list) => words[list]);
    checkWord(world, value, known, thing, place, key, true);
  } else if (closed && !closed.includes(value)) {
    world.problems.error('config-value', place, { key, value, allowed: closed, ...suggestionParams(findNear(value, closed)) });
  } else if (count === 'units' && column === 'kind') {
    checkKind(world, value, place, key);
  } else if ((column === 'period' || (column === 'year' && count !== 'tasks')) && !findPeriod(draft, value)) {
    world.problems.error('period-unknown', place, { header: key, value, examples: getNotations(config.cadence), ...singleParams(null) });
  }
}

function checkCount(claimed: Claimed, { count, where }: CountConfig, path: Path): void {
  const { world, draft } = claimed;
  const columns: readonly string[] = COUNT_COLUMNS[count];
  for (const [column, values] of Object.entries(where)) {
    if (columns.includes(column)) {
      for (const [i, value] of values.entries()) checkValue(claimed, count, column, value, draft.source.at([...path, column, i]));
    } else {
      const params = { header: 'where', value: column, columns, ...singleParams(findNear(column, columns)) };
      world.problems.error('count-column-unknown', draft.source.keyAt([...path, column]), params);
    }
  }
}

/** Reports what the claims of a programme’s file name that there is not, and claims that say nothing. */
export function checkClaims(world: World, draft: ProgrammeDraft, config: ProgrammeConfig, words: Vocabulary): void {
  const claimed: Claimed = { world, draft, config, words };
  for (const [i, claim] of config.claims.entries()) {
    checkWord(world, claim.document, world.documentNames, 'document', draft.source.at(['claims', i, 'document']), 'document');
    checkCount(claimed, claim.of, ['claims', i, 'where']);
    if (claim.shareOf) checkCount(claimed, claim.shareOf, ['claims', i, 'share_of', 'where']);
    if (claim.equals === null && claim.share === null) world.problems.error('claim-empty', claim.place, { id: claim.id });
    if ((claim.share === null) !== (claim.shareOf === null)) world.problems.error('claim-share', claim.place, { id: claim.id });
  }
}
