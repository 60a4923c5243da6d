/** Words and small marks of ranked figures: places, changes, bars, statuses, periods. The same for every row that says the same. */
import type { RankChange } from '../assess/results.ts';
import { type Html, html, NOTHING, raw } from '../html.ts';
import { formatNumber, formatShort } from '../i18n/format.ts';
import { parsePeriod, type Period } from '../model/period.ts';
import { formatPeriod } from '../model/periodLabel.ts';
import type { FigureStatus } from '../model/portal.ts';
import type { Text } from '../model/text.ts';
import type { Named } from '../views/name.ts';
import { sayNamed } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';
import { statusWord } from './methodStatus.ts';

const periods = new Map<string, string>();

/** A period in words, from its notation. */
export function periodText(id: string, ctx: SheetContext): string {
  const key = `${ctx.lang}|${id}`;
  let text = periods.get(key);
  if (text === undefined) {
    const period: Period = parsePeriod(id, { yearStarts: ctx.config.yearStarts }) ?? { id, kind: 'session', start: '', end: '', slug: id };
    text = formatPeriod(period, ctx.lang);
    periods.set(key, text);
  }
  return text;
}

/** A name in this language. A table has thousands, so the plain case is first. */
export function nameText(named: Named, ctx: SheetContext): Html | string {
  const own = named.names?.[ctx.lang];
  if (own !== undefined) return own;
  return ctx.lang === ctx.config.languages[0] && !named.names ? named.name : sayNamed(named, ctx);
}

/** A figure at its decimals; as short as it is where none are declared. */
export function figureText(value: number, decimals: number | null): string {
  return decimals === null ? formatShort(value, 4) : formatNumber(value, decimals);
}

/** A figure with what it counts: 12.5%, 30天, 30 days. */
export function withLabel(figure: string, label: Text | null, ctx: SheetContext): string {
  if (label === null) return figure;
  const text = ctx.plain(label);
  return ctx.lang.startsWith('zh') || /^[%‰℃°]/.test(text) ? `${figure}${text}` : `${figure} ${text}`;
}

/** A place as it stands in a row: 2, or 并列第2 / =2. */
export function rankCell(rank: number, tied: boolean, ctx: SheetContext): string {
  return tied ? ctx.t('board.rankTied', { n: rank }) : String(rank);
}

/** A place out of how many: 第2名（共32个） / 2 of 32, 并列第2（共32个） / =2 of 32. */
export function rankOf(rank: number, tied: boolean, of: number, ctx: SheetContext): string {
  return ctx.t(tied ? 'board.rankTiedOf' : 'board.rankOf', { n: rank, of });
}

const changes = new Map<string, Html>();

/** An arrow and a number; words for who cannot see the arrow, and where there is no number. */
export function changeMark(change: RankChange, ctx: SheetContext): Html {
  if (change === null) return NOTHING;
  const key = `${ctx.lang}|${change}`;
  let mark = changes.get(key);
  if (!mark) {
    mark = makeChange(change, ctx);
    changes.set(key, mark);
  }
  return mark;
}

function makeChange(change: Exclude<RankChange, null>, { t }: SheetContext): Html {
  if (typeof change === 'string') return html`<small>${t(`board.change.${change}`)}</small>`;
  if (change === 0) return html`<span class="same"><span class="visually-hidden">${t('board.change.same')}</span></span>`;
  const n = Math.abs(change);
  const words = t(change > 0 ? 'board.change.up' : 'board.change.down', { n });
  return html`<span class="${change > 0 ? 'up' : 'down'}"><span aria-hidden="true">${n}</span><span class="visually-hidden">${words}</span></span>`;
}

/** The change in words, for sentences and charts; '' where there is none. */
export function changeText(change: RankChange, { t }: SheetContext): string {
  if (change === null) return '';
  if (typeof change === 'string') return t(`board.change.${change}`);
  if (change === 0) return t('board.change.same');
  return t(change > 0 ? 'board.change.up' : 'board.change.down', { n: Math.abs(change) });
}

export function statusText(status: FigureStatus, ctx: SheetContext): string {
  return statusWord(status, {}, ctx);
}

/** A tag for a figure that is not final; nothing for one that is. */
export function statusMark(status: FigureStatus, ctx: SheetContext): Html {
  return status === 'final' || status === 'none' ? NOTHING : html` <span class="status">${statusText(status, ctx)}</span>`;
}

/** A bar on a scale, from zero. Decoration: the number stands beside it. */
export function bar(value: number, scale: { readonly min: number; readonly max: number }): Html {
  const span = scale.max - scale.min;
  if (span <= 0) return NOTHING;
  const zero = (-scale.min / span) * 100;
  const end = ((value - scale.min) / span) * 100;
  const x = Math.min(zero, end);
  const start = x > 0 ? ` x="${round(x)}"` : '';
  return raw(
    `<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect${start} width="${round(Math.abs(end - zero))}" height="8"/></svg>`,
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** `2 provisional, 1 late`: how many of each status, in the order given. */
export function countStatuses(statuses: readonly FigureStatus[], ctx: SheetContext): string[] {
  const counts = Map.groupBy(statuses, (status) => status);
  return [...counts].map(([status, own]) => ctx.t('board.statusCount', { n: own.length, status: statusText(status, ctx) }));
}
