/** Corrections: what was printed, what is printed now, when, why, and who approved it. */
import { type Html, html, NOTHING } from '../html.ts';
import { formatNumber } from '../i18n/format.ts';
import { isTotal, isTotalField } from '../model/total.ts';
import { unitPath } from '../views/address.ts';
import type { AwardChangeView, CorrectionView, MovedView } from '../views/correction.ts';
import { dayCount, figureText, periodText } from './boardWords.ts';
import { dateHtml, documentLink, plainNamed, sayNamed } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';

/** Corrections one by one, each with what it moved. */
export function correctionList(corrections: readonly CorrectionView[], ctx: SheetContext): Html {
  if (corrections.length === 0) return NOTHING;
  return html`<ol class="timeline">${corrections.map((correction) => correctionItem(correction, ctx))}</ol>`;
}

function correctionItem(correction: CorrectionView, ctx: SheetContext): Html {
  const { t } = ctx;
  const { unit, unit_name: name, old, new: now, field, field_name: fieldName, approved_by: approvedBy, document } = correction;
  const changed =
    (old !== null || now !== null) &&
    html`<p>${field && html`${fieldName ? sayNamed(fieldName, ctx) : fieldText(field, ctx)}${t('board.colon')}`}<s>${figureOf(old, correction, ctx)}</s> → <strong>${figureOf(now, correction, ctx)}</strong></p>`;
  return html`<li id="c-${correction.correction}"><p>${dateHtml(correction.published_on, ctx)} <span class="tag">${t(`board.correction.${correction.kind}`)}</span> ${where(correction, ctx)}${awardLink(correction, ctx)}${
    unit !== null && name && html` <a href="${ctx.href(unitPath(unit))}">${sayNamed(name, ctx)}</a>`
  }</p>${changed}${impactText(correction, ctx)}<p>${t('board.reason')}${ctx.say(correction.reason)}</p>${
    (approvedBy || document) &&
    html`<p><small>${approvedBy && html`${t('board.approvedBy')}${ctx.say(approvedBy)}${document && t('board.semicolon')}`}${document && documentLink(document, ctx)}</small></p>`
  }</li>`;
}

/** What was corrected, as the office wrote it; the total and the score, which tables call by many words, in the reader's. */
function fieldText(field: string, { t }: SheetContext): string {
  if (isTotal(field)) return t('method.rule.total');
  return isTotalField(field) ? t('board.score') : field;
}

const NUMBER = /^-?\d+(?:\.(?<decimals>\d+))?$/;

/** A figure as the page that it changed prints it; never with less than the record says. */
function figureOf(text: string | null, { decimals }: CorrectionView, ctx: SheetContext): string {
  if (text === null) return ctx.t('board.nothing');
  const number = NUMBER.exec(text);
  return number && decimals !== null && (number.groups?.decimals ?? '').length < decimals ? formatNumber(Number(text), decimals) : text;
}

function where(correction: CorrectionView, ctx: SheetContext): Html {
  const { programme_name: programme, period, path } = correction;
  if (!programme) return NOTHING;
  return html`<a href="${ctx.href(path)}">${sayNamed(programme, ctx)}${period !== null && html` ${periodText(period, correction, ctx)}`}</a>`;
}

function awardLink({ award_name: name, award_path: path }: CorrectionView, ctx: SheetContext): Html {
  return name === null || path === null ? NOTHING : html` <a href="${ctx.href(path)}">${sayNamed(name, ctx)}</a>`;
}

/** For what an award was given: its dimension, and its period where that is another than the corrected one. */
function aboutText({ dimension_name: name, period }: AwardChangeView, correction: CorrectionView, ctx: SheetContext): string {
  const parts = [name && plainNamed(name, ctx), period !== null && period !== correction.period && periodText(period, correction, ctx)].filter(
    (part) => typeof part === 'string',
  );
  return parts.length > 0 ? ctx.t('programme.inBrackets', { text: parts.join(ctx.t('board.comma')) }) : '';
}

/** In which ranking somebody moved. */
function rankingText({ group_name: name }: MovedView, ctx: SheetContext): string {
  return ctx.t('programme.inBrackets', { text: name ? plainNamed(name, ctx) : ctx.t('board.allUnits') });
}

function movedList(moved: readonly MovedView[], decimals: number | null, ctx: SheetContext): Html {
  const { t } = ctx;
  const figure = (value: number | null): string => (value === null ? t('board.nothing') : figureText(value, decimals));
  const place = (rank: number | null): string => (rank === null ? t('board.unplaced') : t('board.impact.place', { rank }));
  const isTwice = new Set(moved.map(({ unit }) => unit)).size < moved.length;
  const items = moved.map(
    (one) =>
      html`<li><a href="${ctx.href(unitPath(one.unit))}">${sayNamed(one, ctx)}</a>${isTwice && rankingText(one, ctx)}${t('board.colon')}${
        one.score_before !== one.score && html`${figure(one.score_before)} → ${figure(one.score)}${t('board.comma')}`
      }${
        one.rank_before === one.rank
          ? t('board.impact.samePlace', { place: place(one.rank) })
          : html`${place(one.rank_before)} → <strong>${place(one.rank)}</strong>`
      }</li>`,
  );
  return html`<ul>${items}</ul>`;
}

/** Who moved because of it, and what was no longer or newly given: nothing is silently revised. */
function impactText(correction: CorrectionView, ctx: SheetContext): Html {
  const { impact } = correction;
  if (!impact) return NOTHING;
  const { t } = ctx;
  const further = impact.dimensions.map(
    ({ dimension, dimension_name: name, moved, decimals }) =>
      html`<p>${t('board.impact.movedIn', { dimension: name ? plainNamed(name, ctx) : dimension })}</p>${movedList(moved, decimals, ctx)}`,
  );
  const elsewhere = impact.elsewhere.map(({ period, dimension_name: name, moved, decimals }) => {
    const when = { period: periodText(period, correction, ctx), day: dayCount(period) };
    const what = name ? t('board.impact.movedInThen', { ...when, dimension: plainNamed(name, ctx) }) : t('board.impact.movedThen', when);
    return html`<p>${what}</p>${movedList(moved, decimals, ctx)}`;
  });
  const awards = (changes: typeof impact.awards_given, key: 'board.impact.taken' | 'board.impact.given') =>
    changes.length > 0 &&
    html`<p>${t(key)}${changes.map(
      (change, i) =>
        html`${i > 0 && t('board.semicolon')}<a href="${ctx.href(change.path)}">${sayNamed(change.instrument_name, ctx)}${t('programme.dot')}${sayNamed(change.holder_name, ctx)}</a>${aboutText(change, correction, ctx)}`,
    )}</p>`;
  return html`${impact.moved.length > 0 && html`<p>${t('board.impact.moved')}</p>${movedList(impact.moved, impact.decimals, ctx)}`}${further}${elsewhere}${awards(impact.awards_taken, 'board.impact.taken')}${awards(impact.awards_given, 'board.impact.given')}`;
}
