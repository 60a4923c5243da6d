/** Predicates over rankings: `rank`, `rank_change`, `band`. */
import type { Condition } from '../../model/config.ts';
import { rankChange } from '../change.ts';
import { rankKeys } from '../places.ts';
import { type Fact, type Ranking, rankingKey } from '../results.ts';
import { formatBounds, meets } from './bounds.ts';
import { type Board, cutBoard, cutSize } from './cut.ts';
import type { Judged } from './judged.ts';
import type { Scene, Test } from './scene.ts';
import type { Truth } from './truth.ts';

type Of<T extends Condition['type']> = Extract<Condition, { readonly type: T }>;

/** The dimension that a predicate means: its own `on`, else the scene's; `total` is null. */
export function dimensionOn(on: string | null, scene: Scene): string | null {
  return on === 'total' ? null : (on ?? scene.dimension);
}

/** The ranking of a dimension in the scene's group; null where there is none. */
export function rankingOf(scene: Pick<Scene, 'judged' | 'slot' | 'group'>, dimension: string | null): Ranking | null {
  const period = scene.slot.figures;
  if (period === null) return null;
  return scene.judged.rankings.get(rankingKey(dimension, period.id, scene.group)) ?? null;
}

export function rankTest(condition: Of<'rank'>, scene: Scene): Test {
  const dimension = dimensionOn(condition.on, scene);
  const board = condition.within === 'all' ? boardOfAll(scene, dimension) : rankingOf(scene, dimension);
  const { rule } = scene;
  const n = board ? cutSize(condition.n, condition.share, scene.group, board.ranked, rule.shareRounding) : 0;
  const cut = board ? cutBoard(board, condition.from, n, rule.tieAtCut) : null;
  const small = board !== null && board.ranked < rule.minGroup;
  const holds = (unit: number): Truth => {
    if (cut === null) return null;
    if (small) return false;
    if (cut.isUndecided(unit)) scene.undecided.add(unit);
    return cut.takes(unit);
  };
  return {
    holds: ({ unit }) => holds(unit),
    facts: ({ unit }) => [factOf(scene, 'rank', dimension, cut?.placeOf(unit) ?? Number.NaN, `${condition.from} ${n}`, holds(unit))],
  };
}

export function factOf(
  scene: Scene,
  type: string,
  of: string | null,
  value: number | string | readonly string[] | null,
  asks: string,
  holds: Truth,
): Fact {
  const period = scene.slot.figures?.id ?? scene.slot.session?.id ?? null;
  return { type, of, value: typeof value === 'number' && Number.isNaN(value) ? null : value, asks, holds: holds === true, period };
}

/** All units in one board: the programme's own, or its groups' put together. */
function boardOfAll(scene: Scene, dimension: string | null): Board | null {
  const period = scene.slot.figures;
  if (period === null) return null;
  const { judged } = scene;
  const own = judged.rankings.get(rankingKey(dimension, period.id, null));
  if (own) return own;
  const parts = judged.programme.config.groups.flatMap((group) => judged.rankings.get(rankingKey(dimension, period.id, group.id)) ?? []);
  return parts.length === 0 ? null : joined(parts, judged, dimension);
}

function joined(parts: readonly Ranking[], judged: Judged, dimension: string | null): Board {
  const keys = new Float64Array(judged.units.length).fill(Number.NaN);
  const lower = judged.programme.config.dimensions.find((one) => one.id === dimension)?.direction === 'lower';
  let of = 0;
  for (const part of parts) {
    part.units.forEach((unit, at) => {
      of++;
      if (part.rank[at] === 0) return;
      const score = part.score[at] as number;
      const value = part.value[at] as number;
      keys[unit] = part.by === 'score' ? -score : lower ? value : -value;
    });
  }
  const rank = rankKeys(keys);
  return { of, ranked: rank.reduce((n, place) => n + (place > 0 ? 1 : 0), 0), rank, position: Int32Array.from(rank, (_, unit) => unit) };
}

export function rankChangeTest(condition: Of<'rank_change'>, scene: Scene): Test {
  const dimension = dimensionOn(condition.on, scene);
  const ranking = rankingOf(scene, dimension);
  const changeOf = (unit: number): number => {
    const at = ranking?.position[unit] ?? -1;
    const change = ranking === null || at < 0 ? null : rankChange(ranking, at);
    return typeof change === 'number' ? change : Number.NaN;
  };
  return boundsTest(scene, 'rank_change', dimension, condition.bounds, changeOf);
}

export function bandTest(condition: Of<'band'>, scene: Scene): Test {
  const dimension = dimensionOn(condition.on, scene);
  return boundsTest(scene, 'band', dimension, condition.bounds, scoresIn(scene, dimension));
}

/** Scores of a dimension by unit index, at printed precision; the values themselves where the board is of raw values. */
export function scoresIn(scene: Scene, dimension: string | null): (unit: number) => number {
  const ranking = rankingOf(scene, dimension);
  return (unit) => {
    const at = ranking?.position[unit] ?? -1;
    if (ranking === null || at < 0) return Number.NaN;
    const score = ranking.score[at] as number;
    return Number.isNaN(score) ? (ranking.value[at] as number) : score;
  };
}

function boundsTest(scene: Scene, type: string, of: string | null, bounds: Of<'band'>['bounds'], measure: (unit: number) => number): Test {
  const asks = formatBounds(bounds);
  return {
    holds: ({ unit }) => meets(bounds, measure(unit)),
    facts: ({ unit }) => [factOf(scene, type, of, measure(unit), asks, meets(bounds, measure(unit)))],
  };
}
