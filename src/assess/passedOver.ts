/** Given scores that are passed over (不予采用), since values are there to work them out from: the office is told, and so are readers who saw them. */
import type { DimensionConfig } from '../model/config.ts';
import { laterDay, newestDay } from '../model/days.ts';
import type { Period } from '../model/period.ts';
import type { FigureNote, Unit } from '../model/portal.ts';
import { roundTo } from '../rounding.ts';
import type { Scores } from './scoring.ts';
import { type Column, columnOf, NONE, statusCode, type Worksheet } from './worksheet.ts';

const MOST_DECIMALS = 15;
const [FINAL, REVISED] = [statusCode('final'), statusCode('revised')];

/**
 * Warns, once a dimension and period, where given scores are not those worked out in their place, to the decimals that they have. Those that were published
 * before any value was are noted on the worksheet as replaced, and what is final in their place becomes `revised`; as does what is the same as a
 * given score that the office marks so.
 */
export function passOver(
  sheet: Worksheet,
  dimension: DimensionConfig,
  period: number,
  members: Int32Array,
  given: { readonly column: Column; readonly printed: Float64Array },
  { score, status }: Scores,
): void {
  const { column, printed } = given;
  const markRevised = (unit: number): void => {
    if (status[unit] === FINAL) status[unit] = REVISED;
  };
  const own = [...members].filter((unit) => !Number.isNaN(printed[unit]) && !column.carried?.has(unit));
  const differing = own.filter((unit) => printed[unit] !== score[unit]);
  for (const unit of own) if (column.status[unit] === REVISED && printed[unit] === score[unit]) markRevised(unit);
  if (differing.length === 0) return;
  const decimals = decimalsOf(own.map((unit) => printed[unit] as number));
  const told = differing.filter((unit) => roundTo(score[unit] as number, decimals) !== printed[unit]);
  if (told.length > 0) report(sheet, dimension, period, told, given, score);
  const firstValue = firstDayOf(sheet, dimension, period);
  for (const unit of differing) {
    if (outFrom(sheet, period, column.noteAt(unit)) >= firstValue) continue;
    const id = { dimension: dimension.id, period: (sheet.periods[period] as Period).id, unit: (sheet.units[unit] as Unit).id };
    sheet.replaced.set(`${id.dimension}|${id.period}|${id.unit}`, id);
    markRevised(unit);
  }
}

/** The most decimals that any of some printed numbers has. */
function decimalsOf(numbers: readonly number[]): number {
  let decimals = 0;
  while (decimals < MOST_DECIMALS && numbers.some((number) => roundTo(number, decimals) !== number)) decimals++;
  return decimals;
}

function report(
  sheet: Worksheet,
  { id, name }: DimensionConfig,
  period: number,
  [first = 0, ...others]: readonly number[],
  { column, printed }: { readonly column: Column; readonly printed: Float64Array },
  score: Float64Array,
): void {
  const { names, problems, reported } = sheet;
  const key = `score-passed-over|${id}|${period}|${first}`;
  if (reported.has(key)) return;
  reported.add(key);
  const computed = score[first] as number;
  problems.warning('score-passed-over', column.placeAt(first) ?? sheet.programme.config.place, {
    unit: names.of((sheet.units[first] as Unit).name),
    dimension: names.of(name),
    period: (sheet.periods[period] as Period).id,
    recorded: printed[first] as number,
    computed: Number.isNaN(computed) ? '' : computed,
    none: Number.isNaN(computed) ? 1 : 0,
    n: others.length + 1,
  });
}

/** The first day on which a value of a dimension was out in a period; `''` = one of them says no day. */
function firstDayOf(sheet: Worksheet, { indicators }: DimensionConfig, period: number): string {
  const days = indicators.flatMap((indicator) => {
    const column = columnOf(sheet, 'observations', indicator, period);
    const own = column ? [...column.status.keys()].filter((unit) => column.status[unit] !== NONE && !column.carried?.has(unit)) : [];
    return own.map((unit) => outFrom(sheet, period, column?.noteAt(unit)));
  });
  return days.sort()[0] ?? '';
}

/** The first day on which a figure was out, in no version before the session that it is of; `''` = nobody knows. */
function outFrom(sheet: Worksheet, period: number, note: FigureNote | undefined): string {
  const first = note?.earlier[0] ?? note;
  const { id } = sheet.periods[period] as Period;
  const sessions = sheet.programme.sessions.filter((session) => session.id === id || session.reviews?.id === id);
  const session = newestDay(sessions.map(({ heldOn, publishedOn }) => laterDay(heldOn, publishedOn)));
  return laterDay(first?.publishedOn ?? first?.receivedOn ?? '', session);
}
