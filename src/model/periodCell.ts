/** The period that a cell means, and what is told of one that means none. */
import { findNear, suggestionParams } from '../read/nearest.ts';
import { findSpreadsheetFault, isNothing } from './columnPlan.ts';
import { twoDigits } from './days.ts';
import { findKnown, isPassedOver } from './names.ts';
import { type Cadence, getNotations, type Period, parsePeriod } from './period.ts';
import type { RowContext } from './rowContext.ts';
import type { ProgrammeDraft } from './world.ts';

/** The period of a text in a programme, remembered; null when it is none. */
export function findPeriod(draft: ProgrammeDraft, text: string): Period | null {
  const known = draft.periods.get(text);
  if (known !== undefined) return known;
  const named = findKnown(draft.sessionNames, text);
  const session = named === undefined ? undefined : draft.sessionPeriods.get(named.toLowerCase());
  const period = session ?? parsePeriod(text, { yearStarts: draft.yearStarts, sessions: draft.sessionPeriods });
  draft.periods.set(text, period);
  return period;
}

/** Tells, at the first row of all, that a split year cannot be dated. */
export function checkSplitYear({ splitYears: years }: ProgrammeDraft, { kind }: Period, row: RowContext, column: string): void {
  if (years.fault === null || years.told || (kind !== 'fiscal' && kind !== 'fiscal_quarter')) return;
  years.told = true;
  row.fault(years.fault, column);
}

/** How sessions are usually called; no other period begins with a letter. */
const SESSION = /^[a-z][\w-]*$/i;

/** The period that a cell means in a programme; null after a fault, and for a blank. */
export function resolvePeriod(draft: ProgrammeDraft, text: string | null, row: RowContext, column = 'period'): Period | null {
  if (text === null || text === '') return null;
  const period = findPeriod(draft, text);
  if (period) {
    row.warnIfFar(column, period.end);
    checkSplitYear(draft, period, row, column);
  }
  if (period || (isPassedOver(draft.sessionNames, text) && SESSION.test(text))) return period;
  if (draft.sessions.length > 0 && SESSION.test(text))
    row.faultOnce('session-unknown', column, suggestionParams(findNear(text, draft.sessionNames.ids.values())));
  else reportPeriod(text, row, column, draft.cadence, (written) => findPeriod(draft, written));
  return null;
}

/** 2024.1, and Jan-24: what spreadsheet programs make of a month. */
const REWRITTEN =
  /^(?:\d{4}\.\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-\d{2}|\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)$/i;

/** Tells of a text that is no period: because its year is missing (二季度, Q2), or altogether. */
export function reportPeriod(text: string, row: RowContext, column: string, cadence: Cadence | null, find: (text: string) => Period | null): void {
  const written = /^[A-Za-z]/.test(text) ? `2023-${text}` : `2023年${text}`;
  const period = find(written);
  const isMapped = row.source.isMapped;
  const spoilt = findSpreadsheetFault(text);
  if (isNothing(text)) row.faultOnce('cell-nothing', column);
  else if (period) {
    // One rule mends all cells that lack the year, in whichever column of the file.
    const replacement = isMapped ? `{ ${column}: [{ matches: '^(?!\\d{4})(.+)$', to: ${written.slice(0, -text.length)}$1 }] }` : '';
    const params = { examples: [...new Set([written, period.id])], replacement };
    row.faultOnce('period-without-year', column, params, isMapped ? '' : text);
  } else if (spoilt) row.faultOnce(spoilt, column);
  else if (REWRITTEN.test(text)) row.faultOnce('period-rewritten', column, { decimal: text.includes('.') ? 1 : 0 });
  else row.faultOnce('period-unknown', column, { examples: getNotations(cadence), ...suggestionParams(suggestPeriod(text, find)) });
}

/** Two digits of a year are of this century. */
const CENTURY = 2000;

/** Writings that are no period, and the one or two that each was probably meant to be. */
const SUGGESTIONS: readonly (readonly [RegExp, (match: readonly string[]) => readonly string[]])[] = [
  [/^(\d{4})[-–—](\d{2})$/, ([, first, last]) => suggestYears(Number(first), Number(last))],
  [/^(?:(Q[1-4])[-/,]?)?(?:FY)?(\d{2})[-/](\d{2})$/i, ([, quarter, first, last]) => suggestSplit(CENTURY + Number(first), Number(last), quarter)],
  [/^(?:FY)?(\d{2})[-/](\d{2})[-/,]?(Q[1-4])$/i, ([, first, last, quarter]) => suggestSplit(CENTURY + Number(first), Number(last), quarter)],
  [/^([QH][1-4])[-/'’]?(\d{2})$/i, ([, part, year]) => [`${CENTURY + Number(year)}-${part}`]],
  [/^(?:quarter|qtr\.?)([1-4]),?(?:of)?(\d{4}(?:\/\d{2})?)$/i, ([, n, year]) => [`${year}-Q${n}`]],
  [/^([1-4])(?:st|nd|rd|th)(?:quarter|qtr\.?),?(?:of)?(\d{4}(?:\/\d{2})?)$/i, ([, n, year]) => [`${year}-Q${n}`]],
  [/^([A-Za-z]{3,9})\.?['’]?(\d{2})$/, ([, name, year]) => [`${name} ${CENTURY + Number(year)}`]],
  [/^FY(\d{2}|\d{4})$/i, ([, year]) => [-1, 0].map((by) => formatSplit((Number(year) % 100) + CENTURY + by))],
];

function formatSplit(year: number): string {
  return `${year}/${twoDigits((year + 1) % 100)}`;
}

function suggestSplit(first: number, last: number, quarter: string | undefined): readonly string[] {
  if (last !== (first + 1) % 100) return [];
  return [quarter === undefined ? formatSplit(first) : `${formatSplit(first)}-${quarter.toUpperCase()}`];
}

/** `2018-19` is not a month, but probably a split year; `2010-14` several years together. */
function suggestYears(first: number, last: number): readonly string[] {
  const years = (last - (first % 100) + 100) % 100;
  if (years === 0 || years > 20) return [];
  return [years === 1 ? formatSplit(first) : `${first}..${first + years}`];
}

/** What a text was probably meant to be, in its own notation. */
function suggestPeriod(text: string, find: (text: string) => Period | null): readonly string[] {
  const written = text.normalize('NFKC').replace(/\s+/g, '');
  for (const [pattern, suggest] of SUGGESTIONS) {
    const match = pattern.exec(written);
    if (match) return suggest(match).flatMap((one) => find(one)?.id ?? []);
  }
  return [];
}
