/** A period in words: 2023年第三季度, "Q3 2023". The phrases stand in the dictionary's `period` section. */
import { formatDate, monthName } from '../i18n/format.ts';
import { getTranslate } from '../i18n/index.ts';
import { isChinese } from '../i18n/languages.ts';
import type { Period } from './period.ts';

const NUMERALS = ['一', '二', '三', '四', '五', '六'];

function formatMonth(month: number, lang: string): string {
  return isChinese(lang) ? String(month) : monthName(month);
}

function formatOrdinal(n: number, lang: string): string {
  return isChinese(lang) ? (NUMERALS[n - 1] ?? String(n)) : String(n);
}

/** The period as a reader would say it, in `lang`. */
export function formatPeriod(period: Period, lang: string): string {
  const t = getTranslate(lang);
  const year = period.id.slice(0, 4);
  const n = Number(period.id.slice(-1));
  const month = (date: string): string => formatMonth(Number(date.slice(5, 7)), lang);
  switch (period.kind) {
    case 'day':
      return formatDate(period.id, lang);
    case 'week':
      return t('period.week', { year, n: Number(period.id.slice(6)) });
    case 'month':
      return t('period.month', { year, month: month(period.start) });
    case 'bimonth':
      return t('period.bimonth', { year, n: formatOrdinal(n, lang), from: month(period.start), to: month(period.end) });
    case 'quarter':
      return t('period.quarter', { year, n: formatOrdinal(n, lang) });
    case 'half':
      return t(n === 1 ? 'period.half1' : 'period.half2', { year });
    case 'year':
      return t('period.year', { year });
    case 'ytd': {
      const last = period.end.slice(0, 4);
      const words = { year, from: month(period.start), to: month(period.end) };
      return last === year ? t('period.ytd', words) : t('period.ytdAcross', { ...words, last });
    }
    case 'fiscal':
      return t('period.fiscal', { year: period.id });
    case 'fiscal_quarter':
      return t('period.fiscalQuarter', { year: period.id.slice(0, 7), n: formatOrdinal(n, lang) });
    case 'years':
      return t('period.years', { from: year, to: period.id.slice(6) });
    case 'session':
      return period.ordinal === undefined ? period.id : t('period.session', { n: period.ordinal });
  }
}
