/**
 * What was known of a period on a day (当日已公开). A board is filled by and by, figures are revised, a veto comes after: what a rule gives
 * follows from what was public on its day.
 */
import { looksBack } from '../../model/config.ts';
import { cellAt, findRow } from '../../model/figures.ts';
import { figuresOn, NOT_PUBLISHED } from '../../model/figuresOut.ts';
import type { Period } from '../../model/period.ts';
import type { Figures, Portal, Programme } from '../../model/portal.ts';
import { Problems } from '../../problems.ts';
import { rankPeriod } from '../ranking.ts';
import { type Ranking, rankingsIn } from '../results.ts';
import { makeWorksheet, scoredIn } from '../worksheet.ts';
import type { Judged } from './judged.ts';

export interface Known {
  /** The days on which anything of a period came out: a figure, a revision, an adjustment; in order. '' = something says no day. */
  readonly daysOf: (period: Period) => readonly string[];
  /** The first day on which a figure of a period was out, `''` = nobody knows when; null where it has none. */
  readonly firstOf: (period: Period) => string | null;
  /** The first day on which anyone had a place on a board of a dimension (null = the total) in a period; null where nobody has one. */
  readonly rankedFrom: (period: Period, dimension: string | null) => string | null;
  /** On how many days of a period rules are judged again at most: each takes a ranking of the whole of it. */
  readonly most: number;
  /** What rules judge, with the figures and adjustments of a period as they were known on a day. */
  readonly on: (period: Period, day: string) => Judged;
}

/** A board that is filled over more days than this is being filled, not published. */
const MOST_DAYS = 12;

/** What was known on each day of what is judged; days are found and ranked when they are asked for. */
export function makeKnown(judged: Judged, portal: Portal): Known {
  const days = new Map<string, Days>();
  const daysOf = (period: Period): Days => {
    const found = days.get(period.id) ?? daysIn(judged.programme, period);
    days.set(period.id, found);
    return found;
  };
  let scored: ReadonlySet<string> | null = null;
  // Rules go through time once, so that only the period being judged is kept.
  let kept: { readonly period: string; readonly byDay: Map<string, Judged> } = { period: '', byDay: new Map() };
  const on = (period: Period, day: string): Judged => {
    if (kept.period !== period.id) kept = { period: period.id, byDay: new Map() };
    scored ??= scoredIn(judged.programme);
    const found = kept.byDay.get(day) ?? judgedOn(judged, portal, period, day, scored);
    kept.byDay.set(day, found);
    return found;
  };
  const ranked = new Map<string, string | null>();
  return {
    most: looksBack(judged.programme.config) ? 3 : MOST_DAYS,
    daysOf: (period) => daysOf(period).all,
    firstOf: (period) => daysOf(period).figures[0] ?? null,
    rankedFrom(period, dimension) {
      const key = JSON.stringify([period.id, dimension]);
      const isRanked = (day: string): boolean => hasPlaces(on(period, day), period, dimension);
      if (!ranked.has(key)) ranked.set(key, hasPlaces(judged, period, dimension) ? firstWhere(daysOf(period).figures, isRanked) : null);
      return ranked.get(key) ?? null;
    },
    on,
  };
}

/** Days of a period, in order. */
interface Days {
  readonly all: readonly string[];
  readonly figures: readonly string[];
}

function daysIn({ scores, observations, adjustments }: Programme, period: Period): Days {
  const figures = new Set<string>();
  for (const one of [scores, observations]) addDays(one, period.id, figures);
  const adjusted = adjustments.flatMap((one) => (one.period.id === period.id ? [one.date ?? ''] : []));
  return { all: [...new Set([...figures, ...adjusted])].sort(), figures: [...figures].sort() };
}

function hasPlaces(judged: Judged, period: Period, dimension: string | null): boolean {
  return rankingsIn(judged, dimension, period.id).some(({ ranked }) => ranked > 0);
}

/** The first of some days for which something is so that stays so, and is so for the last. */
function firstWhere(days: readonly string[], isSo: (day: string) => boolean): string | null {
  if (days.length > 1 && isSo(days[0] as string)) return days[0] as string;
  let [low, high] = [0, days.length - 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isSo(days[middle] as string)) high = middle;
    else low = middle;
  }
  return days[high] ?? null;
}

function addDays(figures: Figures, period: string, days: Set<string>): void {
  for (const measure of figures.measures) {
    const row = findRow(figures, measure, period);
    if (row === null) continue;
    for (let cell = row; cell < row + figures.units.length; cell++) {
      if (figures.status[cell] === 0 || figures.status[cell] === NOT_PUBLISHED) continue;
      const note = figures.notes.get(cell);
      for (const one of note ? [...note.earlier, note] : [null]) days.add(one?.publishedOn ?? one?.receivedOn ?? '');
    }
  }
}

function judgedOn(judged: Judged, portal: Portal, period: Period, day: string, scored: ReadonlySet<string>): Judged {
  const { programme } = judged;
  const whole = looksBack(programme.config);
  const figures = (all: Figures): Figures => figuresOn(whole ? all : ofPeriod(all, period), day);
  const adjustments = programme.adjustments.filter((one) => one.period.id === period.id && (one.date ?? '') <= day);
  const then: Programme = { ...programme, scores: figures(programme.scores), observations: figures(programme.observations), adjustments };
  const sheet = { ...makeWorksheet(then, portal, new Problems()), scored };
  const at = sheet.periodAt.get(period.id);
  const others = [...judged.rankings].filter(([, ranking]) => ranking.period.id !== period.id);
  const own = at === undefined ? [] : [...rankPeriod(sheet, at)].map(([key, one]) => [key, joined(one, judged.rankings.get(key))] as const);
  return { ...judged, programme: then, rankings: new Map([...others, ...own]) };
}

/** A ranking of a day in the place that today's has in its series. */
function joined(ranking: Ranking, now: Ranking | undefined): Ranking {
  if (!now) return ranking;
  const { previous, comparable, movedIn, changed } = now;
  return { ...ranking, previous, comparable, movedIn, changed };
}

/** The figures of one period alone. */
function ofPeriod(figures: Figures, period: Period): Figures {
  const width = figures.units.length;
  const p = figures.periodAt.get(period.id);
  const periods = p === undefined ? [] : [period];
  const size = periods.length * figures.measures.length * width;
  const [value, status, notes] = [new Float64Array(size), new Uint8Array(size), new Map<number, NonNullable<ReturnType<Figures['notes']['get']>>>()];
  figures.measures.forEach((_, measure) => {
    if (p === undefined) return;
    const from = cellAt(figures, measure, p, 0);
    value.set(figures.value.subarray(from, from + width), measure * width);
    status.set(figures.status.subarray(from, from + width), measure * width);
    for (let unit = 0; unit < width; unit++) {
      const note = figures.notes.get(from + unit);
      if (note) notes.set(measure * width + unit, note);
    }
  });
  return { ...figures, periods, periodAt: new Map(periods.map(({ id }) => [id, 0])), value, status, notes };
}
