/** The columns of every CSV of the site, with their types and meanings. Keys are the contract's. */
import type { Lang } from '../model/text.ts';
import type { TableShape } from '../views/page.ts';

type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'any';

/** Type and meaning of every column that a CSV of the site may have. */
export const FIELDS: Readonly<Record<string, readonly [FieldType, string]>> = {
  programme: ['string', 'Id of the programme.'],
  period: ['string', 'Period in its own notation: 2023-Q4, 2023-09, 2018/19 …'],
  start: ['date', 'First day of the period.'],
  end: ['date', 'Last day of the period.'],
  session: ['string', 'Id of the review session.'],
  dimension: ['string', 'Id of the dimension; blank for the total.'],
  group: ['string', 'Id of the comparison group; blank for all units.'],
  unit: ['string', 'Id of the unit.'],
  name: ['string', 'Name in the first language of the portal.'],
  kind: ['string', 'Kind of the unit, or of the correction.'],
  code: ['string', 'Official code of the unit; leading zeros count.'],
  parent: ['string', 'Id of the unit above.'],
  valid_to: ['date', 'Last day on which it is held or exists; blank while that is not known.'],
  rank: ['integer', 'Place: 1, 2, 2, 4; blank where not ranked.'],
  tied: ['boolean', 'Whether the place is shared.'],
  of: ['integer', 'Members of the group.'],
  ranked: ['integer', 'Members with a place.'],
  score: ['number', 'Score at printed precision.'],
  value: [
    'number',
    'Value of the indicator, in its own unit, with all its decimals. Places go by the value as it is printed, rounded to the decimals of the indicator.',
  ],
  previous_rank: ['integer', 'Place in the ranking before.'],
  change: ['string', 'previous_rank − rank, or new, returned, not_comparable; blank for the first.'],
  status: ['string', 'Status of the figure or task; a missing figure has its reason here.'],
  awards: ['string', 'Ids of instruments held, separated by semicolons.'],
  carried_from: ['string', 'Period that a figure was carried forward from, the oldest where it is made of several; blank for one of its own period.'],
  counted_as_zero: [
    'string',
    'Ids of the dimensions or indicators that are missing and count as zero in the score, and of dimensions of which indicators do, separated by semicolons; blank where none does.',
  ],
  indicator: ['string', 'Id of the indicator.'],
  award: ['string', 'Id of the award.'],
  instrument: ['string', 'Id of the instrument.'],
  instrument_name: ['string', 'Name of the instrument.'],
  tone: ['string', 'positive, neutral, warning or negative.'],
  holder_type: ['string', 'unit, task or person; a person is never named.'],
  holder: ['string', 'Id of the unit or task that holds it.'],
  task: ['string', 'Id of the task.'],
  title: ['string', 'Title of the task.'],
  batch: ['string', 'Id of the batch.'],
  category: ['string', 'Id of the category.'],
  origin: ['string', 'Id of the origin.'],
  lead: ['string', 'Ids of the leading units, separated by semicolons.'],
  outcome: ['string', 'open, closed, withdrawn or carried; draft where it was not posted.'],
  overdue: ['boolean', 'Whether it is late on the as-of date.'],
  overdue_days: ['integer', 'Days late.'],
  due_on: ['date', 'Due date now in force.'],
  original_due_on: ['date', 'Due date as first published.'],
  due_text: ['string', 'The due date in the office’s own words, where it gave no exact day.'],
  slipped_days: ['integer', 'Days between the two.'],
  progress: ['number', 'Percent done.'],
  awarded_on: ['date', 'Day on which it was given.'],
  state: ['string', 'active, superseded, revoked or annotated.'],
  revoked_on: ['date', 'Day on which it was revoked.'],
  streak: [
    'integer',
    'On how many occasions in a row its holder has been given it, this one included; blank where that cannot be told, or it no longer counts.',
  ],
  exempted_on: ['date', 'Day from which it is exempted from negative counts.'],
  basis: ['string', 'recorded, computed or both.'],
  reason: ['string', 'Reason as published; on a leaderboard, why there is no place: a status, or veto.'],
  first: ['string', 'Ids of the units in first place, separated by semicolons.'],
  provisional: ['boolean', 'Whether any figure is provisional.'],
  correction: ['string', 'Id of the correction; of an award, of the one that took it back or is about it.'],
  published_on: ['date', 'Day of publication.'],
  field: ['string', 'What was corrected.'],
  old: ['string', 'What stood there before.'],
  new: ['string', 'What stands there now.'],
  approved_by: ['string', 'Who approved it.'],
  document: ['string', 'Number of the document.'],
  role: ['string', 'What the unit is to the task.'],
  holders: ['integer', 'Different holders.'],
  count: ['integer', 'How many; of filings blank where it is too small to be shown.'],
  closed: ['integer', 'Tasks closed.'],
  open: ['integer', 'Tasks open.'],
  other: ['integer', 'Tasks neither closed nor open: withdrawn, merged, carried over.'],
  note: ['string', 'What the office says beside the figure.'],
  source: ['string', 'Where the figure is from.'],
  target: ['number', 'Target of this figure, where it is another than the indicator’s.'],
  stage: ['string', 'Id of the stage; blank for an outcome or all.'],
  claim: ['string', 'Id of the claim.'],
  label: ['string', 'What the claim is about.'],
  printed: ['any', 'The figure as it was printed elsewhere.'],
  counted: ['any', 'The figure as the rows give it.'],
  printed_share: ['string', 'The share as it was printed.'],
  counted_share: ['string', 'The share as the rows give it, at the same precision.'],
  holds: ['boolean', 'Whether they agree.'],
};

type Field = readonly [FieldType, string];

/** Columns that mean something else in one file than in the others. */
const OWN_FIELDS: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  'tasks/leads.csv': {
    count: ['integer', 'Tasks that it leads.'],
    overdue: ['integer', 'Open tasks that are late on the as-of date.'],
  },
};

const DIMENSION: Field = ['number', 'Score of this dimension at printed precision.'];

/** Type and meaning of a column in a file. */
export function fieldOf(file: string, { of, dimension }: Column, { fractions = false }: TableShape): Field {
  if (dimension) return DIMENSION;
  const [type, meaning] = OWN_FIELDS[file]?.[of] ?? FIELDS[of] ?? ['any', ''];
  return fractions && file === 'tasks/leads.csv' && type === 'integer' ? ['number', `${meaning} Fractions where a task is split.`] : [type, meaning];
}

/** Columns of each CSV by the kind of its page, in order, before those of further languages; a leaderboard may add a column a dimension, by its id. */
export const CSV_COLUMNS: Readonly<Record<string, string>> = {
  'leaderboard/ranking.csv': 'programme period dimension group rank tied of ranked unit name score value previous_rank change status awards reason',
  'unit/history.csv': 'unit programme group dimension period score value rank tied of ranked change status',
  'unit/awards.csv':
    'award programme instrument tone holder_type holder dimension task period session awarded_on valid_to state revoked_on exempted_on basis reason correction streak',
  'unit/tasks.csv': 'programme task title role status outcome overdue overdue_days due_on progress',
  'units/units.csv': 'unit name kind code parent valid_to',
  'indicator/values.csv': 'programme indicator unit name period value score status note source target',
  'awards/awards.csv':
    'award programme instrument instrument_name tone holder_type holder dimension task period session awarded_on valid_to state revoked_on exempted_on basis reason correction streak',
  'awards/counts.csv': 'programme instrument instrument_name period session awards holders',
  'tasks/tasks.csv':
    'task programme title batch category origin lead status outcome overdue overdue_days due_on original_due_on slipped_days progress due_text',
  'tasks/leads.csv': 'programme unit name count closed open overdue other',
  'programme/periods.csv': 'programme period start end of ranked first provisional',
  'programme/filings.csv': 'programme kind stage outcome count',
  'programme/claims.csv': 'programme claim label printed counted printed_share counted_share of holds document',
  'corrections/corrections.csv': 'correction kind published_on programme period unit field old new reason approved_by document award',
};

/** Columns that stand once more for each further language: `name`, `name_en`. */
const IN_LANGUAGES: ReadonlySet<string> = new Set(['name', 'title', 'instrument_name']);

/** Files with a column more where figures may be carried forward, and one where missing parts may count as zero. */
const MADE: ReadonlySet<string> = new Set(['leaderboard/ranking.csv', 'unit/history.csv']);

/** A column as a file has it. */
interface Column {
  readonly name: string;
  /** The column that it is, in another language where `lang` says so. */
  readonly of: string;
  readonly lang: Lang | null;
  /** It holds the scores of the dimension that it is named for. */
  readonly dimension?: true;
}

/** The columns of a file, given by the kind of its page and its name, in a portal of these languages. Throws for a file that there is not. */
export function columnsOf(
  file: string,
  languages: readonly Lang[],
  { dimensions = [], of: figures, carried = false, zeroed = false }: TableShape,
): readonly Column[] {
  const columns = CSV_COLUMNS[file];
  if (columns === undefined) throw new Error(`no table for ${file}`);
  const own = columns.split(' ').flatMap((of): readonly Column[] => {
    // An indicator's figures are its values, or scores where the office gave no values.
    if (figures !== undefined && (of === 'value' || of === 'score') && of !== figures) return [];
    const others = IN_LANGUAGES.has(of) ? languages.slice(1) : [];
    return [{ name: of, of, lang: null }, ...others.map((lang) => ({ name: `${of}_${lang}`, of, lang }))];
  });
  const made = MADE.has(file) ? [...(carried ? ['carried_from'] : []), ...(zeroed ? ['counted_as_zero'] : [])] : [];
  const further = made.map((name) => ({ name, of: name, lang: null }));
  const taken = new Set([...own, ...further].map(({ name }) => name));
  return [...own, ...further, ...dimensions.map((of) => ({ name: freeName(of, taken), of, lang: null, dimension: true as const }))];
}

/** The name of a dimension's column: its id, after `dimension_` where a column is called so already. Two columns of one name are read as one. */
function freeName(dimension: string, taken: Set<string>): string {
  let name = dimension;
  while (taken.has(name)) name = `dimension_${name}`;
  taken.add(name);
  return name;
}
