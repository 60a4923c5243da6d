/** A whole rule bound to a scene: its condition, and that no group is smaller than it asks for. */
import { leavesOf } from '../../model/condition.ts';
import type { Fact } from '../results.ts';
import { bind } from './bind.ts';
import { formatBounds } from './bounds.ts';
import { boardWithin, dimensionOn, factOf } from './rankTests.ts';
import type { Scene, Test } from './scene.ts';
import { publicFacts } from './unnamedTasks.ts';

/** The test of the scene’s rule as a whole. */
export function ruleTest(scene: Scene): Test {
  const bound = bind(scene.rule.when, scene);
  const test: Test = scene.instrument.holder === 'task' ? { ...bound, facts: (subject) => publicFacts(bound.facts(subject), subject.tasks) } : bound;
  const small = findSmall(scene);
  if (small === null) return test;
  return { holds: () => false, facts: (subject) => [...test.facts(subject), small] };
}

/**
 * The group that is smaller than the rule asks for, as a fact: of the boards that it cuts, or of the board in scope where it cuts none; null
 * where all are large enough. Asked of the rule as a whole, since a cut under `not`, `any` or `except` that did not hold would give the award.
 */
function findSmall(scene: Scene): Fact | null {
  const { minGroup, when } = scene.rule;
  if (minGroup <= 1) return null;
  const cuts = leavesOf(when).filter((leaf) => leaf.type === 'rank');
  const scopes = cuts.length > 0 ? cuts : [{ on: null, within: 'group' } as const];
  for (const { on, within } of scopes) {
    const dimension = dimensionOn(on, scene);
    const ranked = boardWithin(within, dimension, scene)?.ranked ?? minGroup;
    if (ranked < minGroup) return factOf(scene, 'min_group', dimension, ranked, formatBounds({ gte: minGroup }), false);
  }
  return null;
}
