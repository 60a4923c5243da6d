/** Words and small marks of ranked figures: places, changes, bars, statuses, periods. The same for every row that says the same. */
import type { RankChange } from '../assess/results.ts';
import { printLength } from '../charts/drawing.ts';
import { type Html, html, NOTHING, raw } from '../html.ts';
import { formatNumber, formatShort } from '../i18n/format.ts';
import { isChinese } from '../i18n/languages.ts';
import type { ProgrammeConfig } from '../model/config.ts';
import { type Period, parsePeriod } from '../model/period.ts';
import { formatPeriod } from '../model/periodLabel.ts';
import type { Appeal, FigureStatus } from '../model/portal.ts';
import type { Text } from '../model/text.ts';
import { roundTo } from '../rounding.ts';
import type { MadePart } from '../views/madePart.ts';
import type { Named } from '../views/name.ts';
import type { WithSessions } from '../views/sessionNames.ts';
import { statusWord } from './methodStatus.ts';
import { plainNamed, sayNamed } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';

const YEAR_TO_DATE = /^\d{4}-(\d{2})\.\./;

/** A period out of its notation; null for a session, which only its programme knows. */
export function findPeriod(id: string, { config }: SheetContext): Period | null {
  // A year to date says itself in which month its year starts, which may be a programme's own.
  return parsePeriod(id, { yearStarts: Number(YEAR_TO_DATE.exec(id)?.[1] ?? config.yearStarts) });
}

const periods = new Map<string, Map<string, string>>();

/** A period in words, from its notation; a session by its number, which only its programme knows. */
export function periodText(id: string, { sessions }: WithSessions, ctx: SheetContext): string {
  const session = sessions?.[id];
  if (session) return ctx.t('period.session', { n: session.ordinal });
  let own = periods.get(ctx.lang);
  if (!own) {
    own = new Map();
    periods.set(ctx.lang, own);
  }
  let text = own.get(id);
  if (text === undefined) {
    const period = findPeriod(id, ctx) ?? { id, kind: 'session', start: '', end: '', slug: id };
    text = formatPeriod(period, ctx.lang);
    own.set(id, text);
  }
  return text;
}

/** Since when a version of the method holds, and what changed with it. */
export function versionText({ version, from, note }: ProgrammeConfig['ranking']['methodVersions'][number], ctx: SheetContext): Html {
  const since = ctx.t('method.version', { version, from: periodText(from, {}, ctx) });
  return html`${since}${note !== null && html`${ctx.t('programme.colon')}${ctx.say(note)}`}`;
}

/** A name in this language. A table has thousands, so the plain case is first. */
export function nameText(named: Named, ctx: SheetContext): Html | string {
  const own = named.names?.[ctx.lang];
  if (own !== undefined) return own;
  return ctx.lang === ctx.config.languages[0] && !named.names ? named.name : sayNamed(named, ctx);
}

/** A figure at its decimals, rounded as it is ranked; as short as it is where none are declared. */
export function figureText(value: number, decimals: number | null): string {
  if (decimals === null) return formatShort(value, 4);
  const rounded = roundTo(value, decimals);
  // Most figures need neither a minus sign nor grouping.
  return rounded >= 0 && rounded < 999 ? rounded.toFixed(decimals) : formatNumber(rounded, decimals);
}

/** A target, or a distance from one: with all its decimals, where figures are printed with fewer. */
export function exactText(value: number, decimals: number | null): string {
  return decimals !== null && roundTo(value, decimals) === value ? figureText(value, decimals) : formatShort(value, 6);
}

/** What the figures of a ranking are called above their column: the score, or the value with what it counts. */
export function measureHead(by: 'score' | 'value', label: Text | null, { t, plain }: SheetContext): string {
  if (by === 'score') return t('board.score');
  return label === null ? t('board.value') : t('board.valueIn', { label: plain(label) });
}

/** Signs of money stand before the number, behind its minus. */
const MONEY = /^\p{Sc}$/u;

/** A figure with what it counts: 12.5%, 30天, 30 days, £30. */
export function withLabel(figure: string, label: Text | null, ctx: SheetContext): string {
  if (label === null) return figure;
  const text = ctx.plain(label);
  if (MONEY.test(text)) return figure.startsWith('−') ? `−${text}${figure.slice(1)}` : `${text}${figure}`;
  return isChinese(ctx.lang) || /^[%％‰℃°]/.test(text) ? `${figure}${text}` : `${figure} ${text}`;
}

/** For phrases with `{day#on|in} {period}`: English says of a day that something was on it, of anything longer in it. */
export function dayCount(period: string): 0 | 1 {
  return /^\d{4}-\d\d-\d\d$/.test(period) ? 1 : 0;
}

/** Thirds of a hundred are written 33.333: a reader who adds them up, or recounts a total by them, comes to what is printed. */
const WEIGHT_DECIMALS = 6;

/** A weight as a number. */
export function weightNumber(weight: number): string {
  return formatShort(weight, WEIGHT_DECIMALS);
}

/** A weight: of a hundred, or as the programme weighs one against another. */
export function weightText(weight: number, weights: 'percent' | 'relative'): string {
  return `${weightNumber(weight)}${weights === 'percent' ? '%' : ''}`;
}

/** A place as it stands in a row: 2, or 并列第2 / =2. */
export function rankCell(rank: number, tied: boolean, ctx: SheetContext): string {
  return tied ? ctx.t('board.rankTied', { n: rank }) : String(rank);
}

const places = new Map<string, Map<number, string>>();
const MOST_PLACES = 100_000;

/** A place out of how many: 第2（共32） / 2 of 32, 并列第2（共32） / =2 of 32. Said in charts and tables alike, so remembered. */
export function rankOf(rank: number, tied: boolean, of: number, { lang, t }: SheetContext): string {
  let own = places.get(lang);
  if (!own || own.size > MOST_PLACES) {
    own = new Map();
    places.set(lang, own);
  }
  const key = (of * 1_000_000 + rank) * 2 + Number(tied);
  let text = own.get(key);
  if (text === undefined) {
    text = t(tied ? 'board.rankTiedOf' : 'board.rankOf', { n: rank, of });
    own.set(key, text);
  }
  return text;
}

/** How many of a small table are ranked. */
export function rankedText({ ranked, of }: { readonly ranked: number; readonly of: number }, { t }: SheetContext): string {
  if (of === 1 && ranked === 1) return t('board.rankedOnly');
  return t(ranked === of ? 'board.home.rankedAll' : 'board.rankedCount', { ranked, of });
}

const changes = new Map<string, Map<RankChange, Html>>();

/** An arrow and a number; words for who cannot see the arrow, and where there is no number. */
export function changeMark(change: RankChange, ctx: SheetContext): Html {
  if (change === null) return NOTHING;
  let marks = changes.get(ctx.lang);
  if (!marks) {
    marks = new Map();
    changes.set(ctx.lang, marks);
  }
  let mark = marks.get(change);
  if (!mark) {
    mark = makeChange(change, ctx);
    marks.set(change, mark);
  }
  return mark;
}

function makeChange(change: Exclude<RankChange, null>, { t }: SheetContext): Html {
  if (typeof change === 'string') return html`<small>${t(`board.change.${change}`)}</small>`;
  if (change === 0) return html`<span class="same"><span class="visually-hidden">${t('board.change.same')}</span></span>`;
  const n = Math.abs(change);
  const words = t(change > 0 ? 'board.change.up' : 'board.change.down', { n: '\n' });
  const [before, after] = words.split('\n').map((part) => part && html`<i>${part}</i>`);
  return html`<span class="${change > 0 ? 'up' : 'down'}">${before}${n}${after}</span>`;
}

/** The same in a table: of the first of a series it is said that there is nothing before it. */
export function changeCell(change: RankChange, isFirst: boolean, ctx: SheetContext): Html {
  return change === null && isFirst ? html`<small>${ctx.t('board.change.first')}</small>` : changeMark(change, ctx);
}

/** The change in words, for sentences and charts; '' where there is none. */
export function changeText(change: RankChange, { t }: SheetContext): string {
  if (change === null) return '';
  if (typeof change === 'string') return t(`board.change.${change}`);
  if (change === 0) return t('board.change.same');
  return t(change > 0 ? 'board.change.up' : 'board.change.down', { n: Math.abs(change) });
}

/** The status of a figure in words. */
export function statusText(status: FigureStatus, ctx: SheetContext): string {
  return statusWord(status, {}, ctx);
}

/** Why a unit has no place: a veto, or what its figure is. */
export function absenceText({ status, vetoed }: { readonly status: FigureStatus; readonly vetoed?: true }, ctx: SheetContext): string {
  return vetoed ? ctx.t('board.total.veto') : statusText(status, ctx);
}

/** A word as it stands inside a sentence: Latin ones begin small. */
export function inSentence(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

/** A tag for a figure that is not final; nothing for one that is. */
export function statusMark(status: FigureStatus, ctx: SheetContext): Html {
  return status === 'final' || status === 'none' ? NOTHING : html` <span class="status">${statusText(status, ctx)}</span>`;
}

/** Of which period a figure is that was carried forward, and what it is made of where not all of its parts are there; '' of any other. */
export function madeText(made: MadePart, sessions: WithSessions, ctx: SheetContext): string {
  const { carried_from: from, carried_partly: partly, counted_as_zero: zeros = [], counted, counted_in_part: shares = [], total_given: given } = made;
  const parts = [
    ...(from === undefined ? [] : [ctx.t(partly ? 'board.carriedPartly' : 'board.carried', { period: periodText(from, sessions, ctx) })]),
    ...(counted === undefined ? [] : [ctx.t('board.total.coverage', { share: shareText(counted) })]),
    ...zeroTexts(zeros, ctx),
    ...(shares.length === 0 ? [] : [partialText(shares, ctx)]),
    ...(given === undefined ? [] : [ctx.t(given ? 'board.totalGiven' : 'board.totalWeighted')]),
  ];
  return parts.join(ctx.t('board.semicolon'));
}

/** What is said of how a figure was made: that a total was given (`true`), or worked out, only where it is that which is marked. */
export function markedOf(made: MadePart, marked: boolean | null): MadePart {
  if (made.total_given === undefined || made.total_given === marked) return made;
  const { total_given: _, ...others } = made;
  return others;
}

/** What counts as zero, those that are missing for one reason together. */
function zeroTexts(zeros: NonNullable<MadePart['counted_as_zero']>, ctx: SheetContext): string[] {
  if (zeros.length === 0) return [];
  const alike = Map.groupBy(zeros, ({ partly, status }) => (partly ? 'partly' : status));
  return [...alike].map(([why, own]) => {
    const part = own.map((zero) => plainNamed(zero, ctx)).join(ctx.t('board.listComma'));
    if (why === 'partly') return ctx.t('board.countedAsZeroPartly', { part });
    return ctx.t('board.countedAsZero', { part, status: inSentence(statusText(why, ctx)) });
  });
}

/** Of several dimensions the shares stand in their own columns and on their own boards. */
function partialText([first, ...others]: NonNullable<MadePart['counted_in_part']>, ctx: SheetContext): string {
  const parts = [first, ...others].map((part) => plainNamed(part as Named, ctx)).join(ctx.t('board.listComma'));
  if (others.length > 0) return ctx.t('board.countedInParts', { parts });
  return ctx.t('board.countedInPart', { part: parts, share: shareText(first?.counted ?? 1) });
}

/** In percent; less than the whole is never said to be all of it. */
export function shareText(share: number): string {
  return formatShort(Math.min(share * 100, 99.9), 1);
}

/** The same as a small note behind the figure. */
export function madeMark(made: MadePart, sessions: WithSessions, ctx: SheetContext): Html {
  const text = madeText(made, sessions, ctx);
  return text === '' ? NOTHING : html` <small>${text}</small>`;
}

/** Past places as they are heard, the oldest first: `5, 3, none, 2`. */
export function pastText(places: readonly (number | null)[], { t }: SheetContext): string {
  return t('board.historySaid', { places: places.map((place) => place ?? t('board.noPlace')).join(t('board.listComma')) });
}

/** A bar on a scale, from zero. Decoration: the number stands beside it. */
export function bar(value: number, scale: { readonly min: number; readonly max: number }): Html {
  const span = scale.max - scale.min;
  if (span <= 0) return NOTHING;
  const zero = (-scale.min / span) * 100;
  const end = ((value - scale.min) / span) * 100;
  const x = Math.min(zero, end);
  const start = x > 0 ? ` x="${printLength(x)}%"` : '';
  return raw(`<svg class="bar" aria-hidden="true"><rect${start} width="${printLength(Math.abs(end - zero))}%" height="100%"/></svg>`);
}

/** `2 not submitted`, `1 vetoed`: how many for each reason, in the order given. */
export function countAbsences(rows: readonly Parameters<typeof absenceText>[0][], ctx: SheetContext): string[] {
  const counts = Map.groupBy(rows, (row) => absenceText(row, ctx));
  return [...counts].map(([status, own]) => ctx.t('board.statusCount', { n: own.length, status: inSentence(status) }));
}

/** How a pending appeal stands. */
export function appealWord(state: Appeal['state'], { t }: SheetContext): string {
  return t(state === 'filed' ? 'board.appealFiled' : 'board.appeal');
}
