/** Percentages (百分数) among an indicator's values: `93.1%` is 93.1, so that it must not stand beside 0.952, nor beside sums of money. */
import type { Place, Problems } from '../problems.ts';
import type { Indicator } from './portal.ts';
import type { RowContext } from './rowContext.ts';
import { textsOf } from './text.ts';

export interface PercentCheck {
  /**
   * Notes how a value of an indicator (by its index) is written. A percent sign on what is not measured in percent is told at once, and so is
   * one on what the indicator multiplies itself.
   */
  note(indicator: number, value: number, row: RowContext): void;
  /** Tells of indicators of which some values are percentages and all others fractions: once all rows are read. */
  report(problems: Problems): void;
}

const PERCENT = /[%％]\s*$/;
/** Units in which a percentage may be given. */
const OF_PERCENT = /[%％‰]|percent|per cent|\b(?:pct|pp|p\.p\.)|share|rate|\bof\b|百分|率|比/i;
/** Percent from which on it is no accident that all other values are no greater than 1. */
const LARGE_SHARE = 20;

/** How the values of an indicator are written: the largest with a sign and the largest without, and where the first of these stands. */
interface Written {
  signed: number;
  plain: number;
  place: Place | null;
  /** It was told that its unit is none of a percentage's. */
  isTold: boolean;
}

/** A check for the values of these indicators, which it calls by their index. */
export function createPercentCheck(indicators: readonly Indicator[]): PercentCheck {
  const written = indicators.map((): Written => ({ signed: 0, plain: 0, place: null, isTold: false }));
  const nameOf = ({ name }: Indicator): string => textsOf(name)[0] as string;
  const noteSigned = (indicator: Indicator, own: Written, row: RowContext): void => {
    const { unitLabel, scale, basis } = indicator;
    const [unit, ...others] = unitLabel === null ? [] : textsOf(unitLabel);
    if (scale !== null && scale !== undefined && scale !== 1) row.faultOnce('percent-scaled', 'value', { indicator: nameOf(indicator), scale });
    else if (unit !== undefined && basis !== 'yoy' && !own.isTold && ![unit, ...others].some((text) => OF_PERCENT.test(text))) {
      own.isTold = true;
      row.warn('percent-unit', 'value', { indicator: nameOf(indicator), unit });
    }
  };
  return {
    note(at, value, row) {
      const own = written[at] as Written;
      const size = Math.abs(value);
      if (PERCENT.test(row.text('value'))) {
        own.signed = Math.max(own.signed, size);
        noteSigned(indicators[at] as Indicator, own, row);
        return;
      }
      own.place ??= row.at('value');
      own.plain = Math.max(own.plain, size);
    },
    report(problems) {
      for (const [at, { signed, plain, place }] of written.entries()) {
        if (signed < LARGE_SHARE || plain > 1 || plain === 0 || place === null) continue;
        problems.error('percent-mixed', place, { indicator: nameOf(indicators[at] as Indicator) });
      }
    },
  };
}
