/** The predicate `metric`: a figure of a unit, or of a task, inside bounds. */
import type { ConditionOf } from '../../model/condition.ts';
import type { Metric } from '../../model/config.ts';
import { findRow } from '../../model/figures.ts';
import type { Figures, Indicator } from '../../model/portal.ts';
import { TOTAL } from '../../model/total.ts';
import { tidy } from '../../rounding.ts';
import { printValue, valueDecimals } from '../decimals.ts';
import { formatBounds, meets } from './bounds.ts';
import { decimalsOn, dimensionOn, factOf, indicatorOf, rankingOf, scoresIn } from './rankTests.ts';
import type { Scene, Subject, Test } from './scene.ts';
import { publicFacts } from './unnamedTasks.ts';

type Measure = (subject: Subject) => number;

export function metricTest(condition: ConditionOf<'metric'>, scene: Scene): Test {
  const measure = measureOf(condition, scene);
  const of = condition.indicator ?? condition.dimension ?? scene.dimension;
  const asks = `${condition.of} ${formatBounds(condition.bounds)}`;
  const decimals = decimalsOf(condition, scene);
  // Of a unit: how many of its tasks are closed.
  const isOfTasks = condition.of === 'completion' && indicatorOf(scene, condition.indicator, condition.dimension ?? scene.dimension) === null;
  return {
    holds: (subject) => meets(condition.bounds, measure(subject)),
    facts: (subject) => {
      const fact = factOf(scene, 'metric', of, measure(subject), asks, meets(condition.bounds, measure(subject)), decimals);
      return isOfTasks ? publicFacts([fact], subject.tasks) : [fact];
    },
  };
}

/** Of scores and values; what is worked out of them has no printed precision of its own. */
function decimalsOf({ of, indicator, dimension }: ConditionOf<'metric'>, scene: Scene): number | null {
  if (of === 'score') return decimalsOn(scene, dimensionOn(dimension ?? indicator, scene));
  const named = of === 'value' ? indicatorOf(scene, indicator, dimension ?? scene.dimension) : null;
  return named && valueDecimals(scene.judged.programme.config, named);
}

function measureOf(condition: ConditionOf<'metric'>, scene: Scene): Measure {
  const ofUnit = unitMeasure(condition, scene);
  return (subject) => (subject.type === 'unit' ? ofUnit(subject) : taskMeasure(condition.of, subject));
}

function taskMeasure(metric: Metric, { tasks }: Subject): number {
  const task = tasks[0];
  if (metric === 'completion') return task?.progress ?? Number.NaN;
  if (metric === 'gap_points') return task?.gapPoints ?? Number.NaN;
  return (metric === 'gap_ratio' ? task?.gapRatio : null) ?? Number.NaN;
}

function unitMeasure(condition: ConditionOf<'metric'>, scene: Scene): Measure {
  const indicator = indicatorOf(scene, condition.indicator, condition.dimension ?? scene.dimension);
  if (condition.of === 'score') return scoreOf(condition, scene);
  if (condition.of === 'completion' && indicator === null) return ({ tasks }) => completionOf(tasks);
  const cell = cellsOf(scene, indicator);
  if (condition.of === 'value') return valuesOf(scene, condition, indicator, cell);
  return ({ unit }) => {
    const at = cell?.(unit) ?? -1;
    return cell && at >= 0 ? derived(condition.of, scene.judged.programme.observations, at, indicator) : Number.NaN;
  };
}

/** Share of the unit's tasks that are closed, in percent. */
function completionOf(tasks: Subject['tasks']): number {
  return tasks.length === 0 ? Number.NaN : tidy((tasks.filter((task) => task.outcome === 'closed').length / tasks.length) * 100);
}

function scoreOf(condition: ConditionOf<'metric'>, scene: Scene): Measure {
  const dimension = dimensionOn(condition.dimension ?? condition.indicator, scene);
  if (rankingOf(scene, dimension)) {
    const scores = scoresIn(scene, dimension);
    return ({ unit }) => scores(unit);
  }
  const { scores } = scene.judged.programme;
  const cell = cellIn(scores, dimension ?? TOTAL, scene);
  return ({ unit }) => scores.value[cell?.(unit) ?? -1] ?? Number.NaN;
}

/** Values as they are printed. */
function valuesOf(scene: Scene, condition: ConditionOf<'metric'>, indicator: Indicator | null, cell: ((unit: number) => number) | null): Measure {
  const { observations, config } = scene.judged.programme;
  const print = (value: number): number => (indicator === null ? value : printValue(config, indicator, value));
  const ranking = rankingOf(scene, condition.indicator ?? condition.dimension ?? scene.dimension);
  return ({ unit }) => {
    const observed = observations.value[cell?.(unit) ?? -1];
    const at = ranking?.position[unit] ?? -1;
    return print(observed ?? ranking?.value[at] ?? Number.NaN);
  };
}

function cellsOf(scene: Scene, indicator: Indicator | null): ((unit: number) => number) | null {
  return indicator === null ? null : cellIn(scene.judged.programme.observations, indicator.id, scene);
}

/** Cell of a measure in the scene's period, by unit index; −1 outside the table. */
export function cellIn(figures: Figures, measure: string, scene: Scene): ((unit: number) => number) | null {
  const row = findRow(figures, measure, scene.slot.figures?.id ?? '');
  if (row === null) return null;
  return (unit) => {
    const at = figures.unitAt.get(scene.judged.units[unit]?.id ?? '');
    return at === undefined ? -1 : row + at;
  };
}

/**
 * A figure worked out of a value and what stands beside it. A gap is what is missing: planned − value, turned round where lower is better,
 * without a sign where the target is to be hit. Without a plan the target stands in. A ratio to nothing or less is no ratio.
 */
function derived(metric: Metric, figures: Figures, at: number, indicator: Indicator | null): number {
  const note = figures.notes.get(at);
  const value = figures.value[at] as number;
  const target = note?.target ?? indicator?.target ?? null;
  if (metric === 'denominator') return note?.denominator ?? Number.NaN;
  if (metric === 'ratio' || metric === 'completion') {
    if (target === null || target <= 0) return Number.NaN;
    return tidy(metric === 'ratio' ? value / target : (value / target) * 100);
  }
  const planned = note?.planned ?? target;
  if (planned === null) return Number.NaN;
  const gap = signed(planned - value, indicator?.direction ?? 'higher');
  if (metric === 'gap_points') return gap;
  return planned > 0 ? tidy(gap / planned) : Number.NaN;
}

function signed(gap: number, direction: Indicator['direction']): number {
  if (direction === 'target') return Math.abs(tidy(gap));
  return tidy(direction === 'lower' ? -gap : gap);
}
