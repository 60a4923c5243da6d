/** Words that a rule may ask for with `status`. One that nothing ever says would give an award, or spare nobody one, without a sound. */
import { leavesOf } from '../../model/condition.ts';
import { type InstrumentConfig, TASK_OUTCOMES } from '../../model/config.ts';
import { FIGURE_STATUSES, type Programme } from '../../model/portal.ts';
import { ADJUSTMENT_KINDS, ADJUSTMENT_STATES } from '../../model/tables/adjustments.ts';
import { EVENT_WORDS } from '../../model/tables/taskEvents.ts';
import { findNear } from '../../read/nearest.ts';
import { stagesOf } from '../taskLife.ts';
import { adjustmentWords, isOfTasks } from './markTests.ts';

const ADJUSTMENT_WORDS = Object.keys({ ...ADJUSTMENT_STATES, ...ADJUSTMENT_KINDS });
const TASK_WORDS = [...Object.keys(EVENT_WORDS), ...TASK_OUTCOMES];

export interface UnknownStatus {
  readonly instrument: InstrumentConfig;
  readonly word: string;
  /** The known word that was probably meant. */
  readonly nearest: string | null;
}

/** The words of each rule's `status` that no figure, task or adjustment of the programme can have. */
export function findUnknownStatuses(programme: Programme): readonly UnknownStatus[] {
  const { config, adjustments } = programme;
  const said = [...FIGURE_STATUSES, ...ADJUSTMENT_WORDS, ...adjustments.flatMap(adjustmentWords)];
  return config.instruments.flatMap((instrument) => {
    const known = new Set(isOfTasks(instrument) ? [...said, ...taskWords(programme)] : said);
    const asked = instrument.rule ? leavesOf(instrument.rule.when).flatMap((leaf) => (leaf.type === 'status' ? leaf.of : [])) : [];
    return [...new Set(asked)].filter((word) => !known.has(word)).map((word) => ({ instrument, word, nearest: findNear(word, known) }));
  });
}

function taskWords({ config }: Programme): readonly string[] {
  return [...TASK_WORDS, ...stagesOf(config.tasks).known, ...config.filings.flatMap(({ outcomes }) => outcomes.map(({ id }) => id))];
}
