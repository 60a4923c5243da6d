/** The day from which on a rule held (条件成就之日), by what was public of its period. */
import { type Leaf, leavesOf } from '../../model/condition.ts';
import type { Condition } from '../../model/config.ts';
import { isOfTasks, needsFigures } from './judged.ts';
import type { Known } from './known.ts';
import { ruleTest } from './ruleTest.ts';
import type { Scene, Subject, Test } from './scene.ts';

/** Predicates over what is published of a period. */
const OF_PERIODS: ReadonlySet<Condition['type']> = new Set<Condition['type']>(['rank', 'metric', 'band', 'rank_change', 'veto', 'status']);

/**
 * Gives that day for subjects whom the rule gives the instrument in a scene: the first day of the last stretch in which it held, up to now; or,
 * where a period came out over so many days that they are not judged one by one, the last of these, when all was out. null where no period is
 * judged by what is published of it: at a session, whose own day counts, and of tasks.
 */
export function makeKnownDay(scene: Scene, known: Known): (subject: Subject) => string | null {
  const { slot, rule, instrument } = scene;
  const period = slot.session === null ? slot.figures : null;
  const isPublished = (leaf: Leaf): boolean => OF_PERIODS.has(leaf.type) && !isOfTasks(instrument, leaf);
  if (period === null || instrument.holder === 'task' || !leavesOf(rule.when).some(isPublished)) return () => null;
  const out = known.daysOf(period);
  // Before any figure is out there is nothing to judge by, nor to publish beside.
  const first = known.firstOf(period) ?? (needsFigures(rule.when) ? (out[0] ?? '') : '');
  const later = out.filter((day) => day > slot.day && day >= first);
  const days = first > slot.day ? later : [slot.day, ...later];
  if (days.length > known.most) return () => days.at(-1) as string;
  const tests = new Map<string, Test>();
  const heldOn = (day: string, subject: Subject): boolean => {
    const test = tests.get(day) ?? ruleTest({ ...scene, judged: known.on(period, day), undecided: new Set() });
    tests.set(day, test);
    return test.holds(subject) === true;
  };
  return (subject) => {
    let at = days.length - 1;
    while (at > 0 && heldOn(days[at - 1] as string, subject)) at--;
    return days[at] as string;
  };
}
