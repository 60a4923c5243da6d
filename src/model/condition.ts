/** Conditions of rules (规则条件) taken apart: what single predicates one is made of. */
import type { Condition } from './config.ts';

/** A single predicate: a condition that combines no others. */
export type Leaf = Exclude<Condition, { readonly type: 'all' | 'any' | 'not' | 'except' }>;

/** Conditions of one type. */
export type ConditionOf<T extends Condition['type']> = Extract<Condition, { readonly type: T }>;

/** Every predicate of a condition, in the order written. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  if (condition.type === 'not') return leavesOf(condition.of);
  if (condition.type === 'all' || condition.type === 'any' || condition.type === 'except') return condition.of.flatMap(leavesOf);
  return [condition];
}

/** The predicates that ask for something: none under `not` or `except`, which ask that it is not so. */
export function askedOf(condition: Condition): readonly Leaf[] {
  if (condition.type === 'not' || condition.type === 'except') return [];
  return condition.type === 'all' || condition.type === 'any' ? condition.of.flatMap(askedOf) : [condition];
}

/** The condition with each of its predicates as `change` gives it. */
export function mapLeaves(condition: Condition, change: (leaf: Leaf) => Condition): Condition {
  if (condition.type === 'not') return { ...condition, of: mapLeaves(condition.of, change) };
  if (condition.type === 'all' || condition.type === 'any' || condition.type === 'except')
    return { ...condition, of: condition.of.map((part) => mapLeaves(part, change)) };
  return change(condition);
}

/** Instruments that a condition names. */
export function namedInstruments(condition: Condition): readonly string[] {
  return leavesOf(condition).flatMap((leaf) => (leaf.type === 'instrument' ? [leaf.id] : []));
}
