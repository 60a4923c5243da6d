/** What is compared: units' histories as their `index.json` files give them, and the choice as it stands in the address. */
import type { LineSpec } from '../charts/spec.ts';
import type { MadeWord } from '../fragments/compareSheet.ts';
import { formatNumber, formatShort } from '../i18n/format.ts';
import { fillPhrase, type PhraseParams } from '../i18n/phrase.ts';
import type { Text } from '../model/text.ts';
import type { RowTotal } from '../views/boardTable.ts';
import type { MadePart, MissingPart } from '../views/madePart.ts';
import type { Say } from './words.ts';

export interface Named {
  readonly name: string;
  readonly names?: Readonly<Record<string, string>>;
}

export interface CompareIndex {
  readonly programmes: readonly (Named & {
    readonly programme: string;
    readonly measures: readonly Measure[];
    /** `empty`: nobody has any result of it. */
    readonly periods: readonly (Named & { readonly period: string; readonly series: string; readonly empty?: true })[];
  })[];
  readonly groups: readonly {
    readonly programme: string;
    readonly programme_name: Named;
    readonly group: string | null;
    readonly group_name: Named | null;
    readonly units: readonly string[];
  }[];
  readonly units: readonly (Named & { readonly unit: string; readonly path: string; readonly valid_to?: string })[];
}

export interface Measure {
  /** null = the total. */
  readonly dimension: string | null;
  readonly title: Named | null;
  readonly by: 'score' | 'value';
  readonly decimals: number;
}

/** One row of a unit's history. */
export interface Result extends MadePart {
  readonly programme: string;
  readonly group: string | null;
  readonly dimension: string | null;
  readonly period: string;
  readonly score: number | null;
  readonly value: number | null;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly of: number;
  readonly change: number | string | null;
  readonly status: string;
  readonly vetoed?: true;
  readonly total?: Pick<RowTotal, 'counted'>;
  readonly missing?: readonly MissingPart[];
}

export interface ComparedUnit {
  readonly unit: string;
  readonly name: string;
  /** The name that has room in a chart or on a narrow screen: the short one, where there is one in this language. */
  readonly short: string;
  readonly results: readonly Result[];
}

/** What the address says. */
export interface Choice {
  readonly programme: string;
  /** '' = the ranking of all units. */
  readonly group: string;
  readonly units: readonly string[];
  /** '' = the total, or the first dimension. */
  readonly measure: string;
  /** '' = the newest. */
  readonly period: string;
}

/** More lines cannot be told apart. */
export const MOST_UNITS = 6;

/** What the query of an address chooses; each unit once. */
export function readChoice(search: string): Choice {
  const query = new URLSearchParams(search);
  const of = (name: string): string => query.get(name) ?? '';
  const units = of('units')
    .split(',')
    .filter((id) => id !== '');
  return {
    programme: of('programme'),
    group: of('group'),
    units: [...new Set(units)],
    measure: of('measure'),
    period: of('period'),
  };
}

/** The query of a choice: `?programme=review&units=a,b`. */
export function formatChoice({ programme, group, units, measure, period }: Choice): string {
  const query = new URLSearchParams({ programme });
  if (group !== '') query.set('group', group);
  if (measure !== '') query.set('measure', measure);
  if (period !== '') query.set('period', period);
  // A comma needs no escape in a query, and the address is read by people.
  return `?${query}${units.length > 0 ? `&units=${units.map(encodeURIComponent).join(',')}` : ''}`;
}

export interface MatchedChoice {
  readonly group: CompareIndex['groups'][number];
  /** What of the choice there is, in that group. */
  readonly choice: Choice;
  /** Ids of the address that there are not (any more): '' where all is known. */
  readonly noProgramme: string;
  readonly noGroup: string;
  /** The same of a measure and a period, in the programme that is shown. */
  readonly noMeasure: string;
  readonly noPeriod: string;
  /** Units that nobody knows, those of other groups, and whether there were more than can be compared. */
  readonly unknown: readonly string[];
  readonly elsewhere: readonly string[];
  readonly tooMany: boolean;
}

/** An address that was shared long ago, against what there is now; undefined where nothing can be compared. */
export function matchChoice({ programmes, groups, units }: CompareIndex, choice: Choice): MatchedChoice | undefined {
  const exact = groups.find((one) => one.programme === choice.programme && (one.group ?? '') === choice.group);
  const group = exact ?? groups.find(({ programme }) => programme === choice.programme) ?? groups[0];
  if (!group) return undefined;
  const hasProgramme = choice.programme === '' || programmes.some(({ programme }) => programme === choice.programme);
  const known = new Set(units.map(({ unit }) => unit));
  const members = choice.units.filter((unit) => group.units.includes(unit));
  const shown = programmes.find(({ programme }) => programme === group.programme);
  const measure = shown?.measures.some(({ dimension }) => (dimension ?? '') === choice.measure) ? choice.measure : '';
  const period = shown?.periods.some((one) => !one.empty && one.period === choice.period) ? choice.period : '';
  return {
    group,
    choice: { programme: group.programme, group: group.group ?? '', units: members.slice(0, MOST_UNITS), measure, period },
    noProgramme: hasProgramme ? '' : choice.programme,
    noGroup: hasProgramme && !exact ? choice.group : '',
    // Of a programme that there is not, there is no measure either: the first is said.
    noMeasure: hasProgramme && measure === '' ? choice.measure : '',
    noPeriod: hasProgramme && period === '' ? choice.period : '',
    unknown: choice.units.filter((unit) => !known.has(unit)),
    elsewhere: choice.units.filter((unit) => known.has(unit) && !group.units.includes(unit)),
    tooMany: members.length > MOST_UNITS,
  };
}

/** A name in the page's language. */
export function nameIn({ name, names }: Named): string {
  return names?.[document.documentElement.lang] ?? name;
}

/** What a unit is called where there is little room: in the page's language, or else its name. */
export function shortNameIn({ short_name: short, ...named }: Named & { readonly short_name?: Text | null }): string {
  const lang = document.documentElement.lang;
  // A plain text is in the language of the plain name.
  const own = typeof short === 'string' ? (named.names?.[lang] === undefined ? short : undefined) : short?.[lang];
  return own ?? nameIn(named);
}

/** A place or figure in words, or the reason why there is none. */
export interface Words {
  readonly say: Say;
  readonly statuses: Readonly<Record<string, string>>;
  /** What leaderboards say of what a figure is made of. */
  readonly made: Readonly<Record<MadeWord, string>>;
}

export function placeText(result: Result, { say, statuses }: Words): string {
  if (result.rank === null) return statuses[result.vetoed ? 'vetoed' : result.status] ?? say('element.noValue');
  return say(result.tied ? 'element.comparePlaceTied' : 'element.comparePlace', { rank: result.rank, of: result.of });
}

/** The name of a measure; `total` is what the total is called. */
export function measureName({ title }: Measure, total: string): string {
  return title ? nameIn(title) : total;
}

export function figureText(result: Result | undefined, { by, decimals }: Measure): string {
  const figure = result?.[by] ?? null;
  return figure === null ? '' : formatNumber(figure, decimals);
}

/** A tag for a figure that is not final; '' for one that is, and where the status stands in the place of a place. */
export function statusTag({ rank, status }: Result, { statuses }: Words): string {
  return rank === null || status === 'final' || status === 'none' ? '' : (statuses[status] ?? status);
}

/** What must be said of how a figure was made, each in a phrase: what it was carried from, what of it is missing, or counts as zero. */
export function madeTexts(result: Result, periods: readonly (Named & { readonly period: string })[], { statuses, made }: Words): readonly string[] {
  const say = (word: MadeWord, params: PhraseParams = {}): string => fillPhrase(made[word], params);
  const status = (id: string): string => (statuses[id] ?? id).replace(/^./, (letter) => letter.toLowerCase());
  const share = (part: number): string => formatShort(Math.min(part * 100, 99.9), 1);
  const { carried_from: from, carried_partly: partly, total, total_given: given, missing = [] } = result;
  const counted = result.counted ?? total?.counted ?? 1;
  const earlier = periods.find(({ period }) => period === from);
  return [
    ...(from === undefined ? [] : [say(partly ? 'board.carriedPartly' : 'board.carried', { period: earlier ? nameIn(earlier) : from })]),
    ...(counted < 1 ? [say('board.total.coverage', { share: share(counted) })] : []),
    ...(total && counted < 1
      ? missing.map((one) => say('board.missingDimension', { dimension: nameIn(one.dimension_name), status: status(one.status) }))
      : []),
    ...(result.counted_as_zero ?? []).map((zero) =>
      zero.partly
        ? say('board.countedAsZeroPartly', { part: nameIn(zero) })
        : say('board.countedAsZero', { part: nameIn(zero), status: status(zero.status) }),
    ),
    ...(result.counted_in_part ?? []).map((one) => say('board.countedInPart', { part: nameIn(one), share: share(one.counted) })),
    ...(given === undefined ? [] : [say(given ? 'board.totalGiven' : 'board.totalWeighted')]),
  ];
}

export function findResult(unit: ComparedUnit, { programme, group }: Choice, dimension: string | null, period: string): Result | undefined {
  return unit.results.find(
    (row) => row.period === period && row.dimension === dimension && row.programme === programme && row.group === (group === '' ? null : group),
  );
}

/** Why a unit has no result in a period: it was not in the group, or there is nothing of this measure. */
export function absenceText(unit: ComparedUnit, { programme, group }: Choice, period: string, { say }: Words): string {
  const own = group === '' ? null : group;
  const wasIn = unit.results.some((row) => row.period === period && row.programme === programme && row.group === own);
  if (wasIn) return say('element.noValue');
  return say(own === null ? 'element.compareNotIn' : 'element.compareNotInGroup');
}

export interface Comparison {
  readonly choice: Choice;
  readonly units: readonly ComparedUnit[];
  readonly measure: Measure;
  readonly measureName: string;
  readonly periods: readonly { readonly period: string; readonly name: string; readonly isEmpty: boolean }[];
  readonly source: string;
}

/**
 * From the first to the last period in which any of the units has results, those without any between them included: a line must not run through
 * them. They are of one series, that of the chosen period, or else of the newest: years are not drawn among their quarters.
 */
export function periodsShown(
  { periods }: Pick<CompareIndex['programmes'][number], 'periods'>,
  { programme, group, period: chosen }: Choice,
  units: readonly ComparedUnit[],
): Comparison['periods'] {
  const rows = units.flatMap(({ results }) => results.filter((row) => row.programme === programme && (row.group ?? '') === group));
  const present = new Set(rows.map(({ period }) => period));
  const isPresent = ({ period }: { readonly period: string }): boolean => present.has(period);
  const series = (periods.find((one) => one.period === chosen && isPresent(one)) ?? periods.findLast(isPresent))?.series;
  const own = periods.filter((one) => one.series === series);
  const shown = own.slice(own.findIndex(isPresent), own.findLastIndex(isPresent) + 1);
  return shown.map((one) => ({ period: one.period, name: nameIn(one), isEmpty: one.empty ?? false }));
}

/** Places, or figures, of every unit over the periods. */
export function compareSpec(comparison: Comparison, scale: LineSpec['scale'], words: Words): LineSpec {
  const { choice, units, measure, measureName, periods, source } = comparison;
  const { say } = words;
  const by = say(measure.by === 'value' ? 'element.compareValue' : 'element.compareScore');
  let most = 1;
  let broken = false;
  const series = units.map((unit) => {
    const breaks: number[] = [];
    const points = periods.map(({ period, isEmpty }, at) => {
      const result = findResult(unit, choice, measure.dimension, period);
      if (result && result.of > most) most = result.of;
      if (result?.change === 'not_comparable') breaks.push(at);
      const y = (scale === 'rank' ? result?.rank : result?.[measure.by]) ?? null;
      const absence = isEmpty ? say('element.noValue') : absenceText(unit, choice, period, words);
      const place = result ? placeText(result, words) : absence;
      const text = scale === 'rank' || y === null ? place : figureText(result, measure);
      return { at, y, text };
    });
    broken ||= breaks.length > 0;
    return { id: unit.unit, name: unit.short, role: 'compare' as const, points, breaks };
  });
  const title = say(scale === 'rank' ? 'element.compareRankTitle' : 'element.compareScoreTitle', { measure: measureName, by: by.toLowerCase() });
  return {
    kind: 'line',
    title,
    yName: scale === 'rank' ? say('element.compareRank') : by,
    x: periods.map(({ name }) => name),
    series,
    marks: [],
    scale,
    yMin: scale === 'rank' ? 1 : null,
    yMax: scale === 'rank' ? most : null,
    decimals: scale === 'rank' ? 0 : measure.decimals,
    source,
    breakText: broken ? say('element.compareBreak') : null,
  };
}
