/** Every correction and appeal (更正与申诉). */
import { html } from '../html.ts';
import { CORRECTIONS } from '../views/address.ts';
import type { CorrectionsView } from '../views/correction.ts';
import { appealList } from './appealList.ts';
import { correctionList } from './correctionList.ts';
import { dateText, listText, section, sentences } from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';

export function correctionsSheet(view: CorrectionsView, ctx: SheetContext): Sheet {
  const { t } = ctx;
  const [newest] = view.corrections;
  const lead = correctionsLead(view, ctx);
  return {
    title: t('board.corrections'),
    description: lead,
    crumbs: [{ name: t('board.corrections'), path: null }],
    main: html`<h1>${t('board.corrections')}</h1><p class="lead">${lead}</p><p>${t('board.corrections.policy')}</p>${correctionList(view.corrections, ctx)}${section(
      'appeals',
      t('board.appeals'),
      appealList(view.appeals, ctx),
    )}`,
    nav: CORRECTIONS,
    publishedOn: newest?.published_on ?? null,
    search: { words: [] },
    jsonLd: [],
  };
}

/** What was recorded, and how many figures were revised without it. */
function correctionsLead(view: CorrectionsView, ctx: SheetContext): string {
  const { t } = ctx;
  const [newest] = view.corrections;
  const n = view.revised_without_entry;
  const untold = n > 0 && t('board.corrections.untold', { n });
  if (!newest) return untold || t('board.corrections.none', { date: dateText(view.as_of, ctx) });
  return sentences([kindsLead(view, newest.published_on, ctx), untold], ctx);
}

/** How many of each kind: a change of method corrects nothing. */
function kindsLead({ corrections }: CorrectionsView, newest: string, ctx: SheetContext): string {
  const byKind = Map.groupBy(corrections, ({ kind }) => kind);
  const kinds = listText(
    [...byKind].map(([kind, own]) => ctx.t(`board.corrections.${kind}`, { n: own.length })),
    ctx,
  );
  const params = { n: corrections.length, kinds, newest: dateText(newest, ctx) };
  return ctx.t(byKind.size > 1 ? 'board.corrections.lead' : 'board.corrections.leadAlike', params);
}
