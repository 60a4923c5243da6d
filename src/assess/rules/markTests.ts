/** Predicates over what a subject is: `status`, `veto`, `group`, `kind`. Always known. */
import { oncePer } from '../../memo.ts';
import type { ConditionOf } from '../../model/condition.ts';
import type { InstrumentConfig } from '../../model/config.ts';
import { isInForce } from '../../model/days.ts';
import { type Adjustment, FIGURE_STATUSES, type Filing, type Membership } from '../../model/portal.ts';
import { textsOf } from '../../model/text.ts';
import { TOTAL } from '../../model/total.ts';
import { stagesOf } from '../taskLife.ts';
import { cellIn } from './metricTest.ts';
import { factOf, rankingOf } from './rankTests.ts';
import type { Scene, Subject, Test } from './scene.ts';
import { publicFacts } from './unnamedTasks.ts';

/** A test over words: it holds when the subject has one of those asked for. */
function wordsTest(scene: Scene, type: string, asked: readonly string[], wordsOf: (subject: Subject) => readonly string[]): Test {
  const wanted = new Set(asked);
  const holds = (words: readonly string[]): boolean => words.some((word) => wanted.has(word));
  return {
    holds: (subject) => holds(wordsOf(subject)),
    facts: (subject) => {
      const words = wordsOf(subject);
      const hits = words.filter((word) => wanted.has(word));
      return [factOf(scene, type, scene.dimension, hits.length > 0 ? hits : words.slice(0, 1), asked.join(', '), holds(words))];
    },
  };
}

/** Holds when the figure, an adjustment, a task or a filing of the subject has one of the statuses. */
export function statusTest(condition: ConditionOf<'status'>, scene: Scene): Test {
  const figure = figureStatus(scene);
  const adjusted = adjustmentsOf(scene);
  const ofTasks = isOfTasks(scene.instrument);
  const tasks = ofTasks ? taskWords(scene) : () => [];
  const test = wordsTest(scene, 'status', condition.of, (subject) => [
    ...figure(subject),
    ...tasks(subject),
    ...adjusted(subject).flatMap((one) => (one.status === 'cancelled' ? [one.status] : adjustmentWords(one))),
  ]);
  return ofTasks ? { ...test, facts: (subject) => publicFacts(test.facts(subject), subject.tasks) } : test;
}

/** Whether `status` asks about tasks too. */
export function isOfTasks({ holder, scope }: InstrumentConfig): boolean {
  return holder === 'task' || scope === 'task';
}

/** What `status` may call an adjustment; of one that was cancelled, no more can be said than that. */
export function adjustmentWords({ kind, effect, reason, dedupeKey, status }: Adjustment): readonly string[] {
  return [kind, ...textsOf(effect), ...textsOf(reason), ...(dedupeKey ? [dedupeKey] : []), status];
}

/** The status of the figure in scope: as ranked, else as its row says. */
function figureStatus(scene: Scene): (subject: Subject) => readonly string[] {
  const ranking = rankingOf(scene, scene.dimension);
  const { scores, observations } = scene.judged.programme;
  const rows = [scores, observations].map((figures) => ({ figures, cell: cellIn(figures, scene.dimension ?? TOTAL, scene) }));
  return ({ unit }) => {
    if (unit < 0) return [];
    const codes = rows.map(({ figures, cell }) => figures.status[cell?.(unit) ?? -1] ?? 0);
    codes.push(ranking?.status[ranking.position[unit] ?? -1] ?? 0);
    return [...new Set(codes)].filter((code) => code > 0).map((code) => FIGURE_STATUSES[code] as string);
  };
}

/** A unit's adjustments in the scene's period and dimension, the cancelled ones too. */
function adjustmentsOf(scene: Scene): (subject: Subject) => readonly Adjustment[] {
  const byUnit = new Map<string, Adjustment[]>();
  for (const one of scene.judged.programme.adjustments) {
    if (one.period.id !== scene.slot.figures?.id) continue;
    if (one.dimension !== null && scene.dimension !== null && one.dimension !== scene.dimension) continue;
    const list = byUnit.get(one.unit);
    if (list) list.push(one);
    else byUnit.set(one.unit, [one]);
  }
  return ({ holder }) => byUnit.get(holder) ?? [];
}

const NONE: readonly never[] = [];

type Grouped<Key, Row> = ReadonlyMap<Key, readonly Row[]>;

// Gathered once for all occasions and boards.
const filingsByTask = oncePer((filings: readonly Filing[]): Grouped<string | null, Filing> => Map.groupBy(filings, ({ task }) => task));
const membershipsByUnit = oncePer((memberships: readonly Membership[]): Grouped<string, Membership> => Map.groupBy(memberships, ({ unit }) => unit));

/**
 * What is said of a task: its stage, how it ended, its events and the outcomes of filings about it, up to the day. A stage that it has left,
 * such as a suspension that is over, is said of it no longer.
 */
function taskWords(scene: Scene): (subject: Subject) => readonly string[] {
  const { filings, config } = scene.judged.programme;
  const filed = filingsByTask(filings);
  const stages = stagesOf(config.tasks).known;
  return ({ tasks }) =>
    tasks.flatMap(({ task, status, outcome }) => [
      status,
      outcome,
      ...task.events.filter((event) => event.date <= scene.on && !stages.has(event.event)).map((event) => event.event),
      ...(filed.get(task.id) ?? NONE).flatMap(({ outcome: decided, outcomeOn, filedOn }) =>
        decided !== null && (outcomeOn ?? filedOn) <= scene.on ? [decided] : [],
      ),
    ]);
}

/** Holds when a confirmed veto stands, or when none does, as the rule asks. */
export function vetoTest(condition: ConditionOf<'veto'>, scene: Scene): Test {
  const adjusted = adjustmentsOf(scene);
  const isVetoed = (subject: Subject): boolean => adjusted(subject).some((one) => one.kind === 'veto' && one.status === 'confirmed');
  return {
    holds: (subject) => isVetoed(subject) === condition.is,
    facts: (subject) => [factOf(scene, 'veto', null, String(isVetoed(subject)), String(condition.is), isVetoed(subject) === condition.is)],
  };
}

/** The units that a subject stands for: itself, or those that lead the task. */
function unitIdsOf(subject: Subject): readonly string[] {
  return subject.type === 'unit' ? [subject.holder] : subject.tasks.flatMap((task) => task.leads);
}

/** Holds for members of these groups on the day. */
export function groupTest(condition: ConditionOf<'group'>, scene: Scene): Test {
  const members = membershipsByUnit(scene.judged.programme.memberships);
  const day = scene.on;
  return wordsTest(scene, 'group', condition.of, (subject) => {
    if (scene.group !== null) return [scene.group];
    const own = unitIdsOf(subject).flatMap((unit) => members.get(unit) ?? NONE);
    return own.filter((membership) => isInForce(membership, day)).map(({ group }) => group);
  });
}

/** Holds for units of these kinds. */
export function kindTest(condition: ConditionOf<'kind'>, scene: Scene): Test {
  return wordsTest(scene, 'kind', condition.of, (subject) => unitIdsOf(subject).flatMap((id) => scene.portal.unitById.get(id)?.kind ?? []));
}
