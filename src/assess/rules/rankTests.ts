/** Predicates over rankings: `rank`, `rank_change`, `band`. */
import type { ConditionOf } from '../../model/condition.ts';
import type { Indicator } from '../../model/portal.ts';
import { TOTAL } from '../../model/total.ts';
import { rankChange } from '../change.ts';
import { printValue, scoreDecimals, valueDecimals } from '../decimals.ts';
import { rankByKeys } from '../places.ts';
import { type Fact, type Ranking, rankingKey } from '../results.ts';
import { formatBounds, meets } from './bounds.ts';
import { type Board, cutBoard, cutSize } from './cut.ts';
import type { Judged } from './judged.ts';
import type { Scene, Test } from './scene.ts';
import type { Truth } from './truth.ts';

/** The dimension that a predicate means: its own `on`, else the scene's; `total` is null. */
export function dimensionOn(on: string | null, scene: Scene): string | null {
  return on === TOTAL ? null : (on ?? scene.dimension);
}

/** The ranking of a dimension in the scene's group; null where there is none. */
export function rankingOf(scene: Pick<Scene, 'judged' | 'slot' | 'group'>, dimension: string | null): Ranking | null {
  const period = scene.slot.figures;
  if (period === null) return null;
  return scene.judged.rankings.get(rankingKey(dimension, period.id, scene.group)) ?? null;
}

/** The board of a dimension that a cut goes through: the scene's group, or all units; null where there is none. */
export function boardWithin(within: ConditionOf<'rank'>['within'], dimension: string | null, scene: Scene): Board | null {
  return within === 'all' ? boardOfAll(scene, dimension) : rankingOf(scene, dimension);
}

/** Holds for those within the cut; not known of whom a tie leaves undecided, and of whom has no place. */
export function rankTest(condition: ConditionOf<'rank'>, scene: Scene): Test {
  const dimension = dimensionOn(condition.on, scene);
  const board = boardWithin(condition.within, dimension, scene);
  const { rule } = scene;
  const n = board ? cutSize(condition.n, condition.share, scene.group, board.ranked, rule.shareRounding) : 0;
  const cut = board ? cutBoard(board, condition.from, n, rule.tieAtCut) : null;
  const holds = (unit: number): Truth => {
    if (cut === null) return null;
    if (cut.isUndecided(unit)) scene.undecided.add(unit);
    return cut.takes(unit);
  };
  return {
    holds: ({ unit }) => holds(unit),
    facts: ({ unit }) => [factOf(scene, 'rank', dimension, cut?.placeOf(unit) ?? Number.NaN, `${condition.from} ${n}`, holds(unit))],
  };
}

/** A fact of the scene’s period; NaN becomes null, and what is not known does not hold. */
export function factOf(
  scene: Scene,
  type: string,
  of: string | null,
  value: number | string | readonly string[] | null,
  asks: string,
  holds: Truth,
  decimals: number | null = null,
): Fact {
  const period = scene.slot.figures?.id ?? scene.slot.session?.id ?? null;
  const known = typeof value === 'number' && Number.isNaN(value) ? null : value;
  return { type, of, value: known, ...(decimals !== null && { decimals }), asks, holds: holds === true, period };
}

/** Decimals of the figures that rank a dimension (null = the total): scores, or the values themselves. */
export function decimalsOn(scene: Scene, dimension: string | null): number | null {
  const { config } = scene.judged.programme;
  const indicator = rankingOf(scene, dimension)?.by === 'value' ? indicatorOf(scene, null, dimension) : null;
  if (indicator) return valueDecimals(config, indicator);
  return scoreDecimals(config, config.dimensions.find(({ id }) => id === dimension) ?? null);
}

/** All units in one board: the programme's own, or its groups' put together. */
function boardOfAll(scene: Scene, dimension: string | null): Board | null {
  const period = scene.slot.figures;
  if (period === null) return null;
  const { judged } = scene;
  const own = judged.rankings.get(rankingKey(dimension, period.id, null));
  if (own) return own;
  const parts = judged.programme.config.groups.flatMap((group) => judged.rankings.get(rankingKey(dimension, period.id, group.id)) ?? []);
  return parts.length === 0 ? null : joined(parts, judged);
}

/** The places that the units of several boards would have in one, by what their own boards ranked them by. */
function joined(parts: readonly Ranking[], judged: Judged): Board {
  const depth = Math.max(...parts.map(({ keys }) => keys.length));
  const keys = Array.from({ length: depth }, () => new Float64Array(judged.units.length).fill(Number.NaN));
  for (const part of parts) {
    part.keys.forEach((own, i) => {
      for (const unit of part.units) (keys[i] as Float64Array)[unit] = own[unit] as number;
    });
  }
  const rank = rankByKeys(keys);
  return { ranked: rank.reduce((n, place) => n + (place > 0 ? 1 : 0), 0), rank, position: Int32Array.from(rank, (_, unit) => unit) };
}

/** Holds when the places gained since the period before lie within bounds; not known where places are not compared. */
export function rankChangeTest(condition: ConditionOf<'rank_change'>, scene: Scene): Test {
  const dimension = dimensionOn(condition.on, scene);
  const ranking = rankingOf(scene, dimension);
  const changeOf = (unit: number): number => {
    const at = ranking?.position[unit] ?? -1;
    const change = ranking === null || at < 0 ? null : rankChange(ranking, at);
    return typeof change === 'number' ? change : Number.NaN;
  };
  return boundsTest(scene, 'rank_change', dimension, condition.bounds, changeOf);
}

/** Holds when the figure of a board lies within bounds. */
export function bandTest(condition: ConditionOf<'band'>, scene: Scene): Test {
  const dimension = dimensionOn(condition.on, scene);
  return boundsTest(scene, 'band', dimension, condition.bounds, scoresIn(scene, dimension), decimalsOn(scene, dimension));
}

/** Scores of a dimension by unit index, or the values where the board is of raw values; as they are printed. */
export function scoresIn(scene: Scene, dimension: string | null): (unit: number) => number {
  const ranking = rankingOf(scene, dimension);
  const indicator = indicatorOf(scene, null, dimension);
  const { config } = scene.judged.programme;
  return (unit) => {
    const at = ranking?.position[unit] ?? -1;
    if (ranking === null || at < 0) return Number.NaN;
    if (ranking.by === 'score') return ranking.score[at] as number;
    const value = ranking.value[at] as number;
    return indicator === null ? value : printValue(config, indicator, value);
  };
}

/** The indicator meant: the one named, or the only one of the dimension. */
export function indicatorOf(scene: Scene, named: string | null, dimension: string | null): Indicator | null {
  const { config, indicators } = scene.judged.programme;
  const own = config.dimensions.find((one) => one.id === dimension)?.indicators ?? [];
  const id = named ?? (own.length === 1 ? own[0] : dimension);
  return indicators.find((one) => one.id === id) ?? null;
}

function boundsTest(
  scene: Scene,
  type: string,
  of: string | null,
  bounds: ConditionOf<'band'>['bounds'],
  measure: (unit: number) => number,
  decimals: number | null = null,
): Test {
  const asks = formatBounds(bounds);
  return {
    holds: ({ unit }) => meets(bounds, measure(unit)),
    facts: ({ unit }) => [factOf(scene, type, of, measure(unit), asks, meets(bounds, measure(unit)), decimals)],
  };
}
