/** The page that leads to a programme's newest leaderboard. */
import { html } from '../html.ts';
import { programmePath } from '../views/address.ts';
import type { LatestView } from '../views/downloads.ts';
import { periodText } from './boardWords.ts';
import { plainNamed, sayNamed } from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';

export function latestSheet(view: LatestView, ctx: SheetContext): Sheet {
  const period = periodText(view.period, view, ctx);
  const title = ctx.t('board.latest', { programme: plainNamed(view.programme_name, ctx) });
  return {
    title,
    description: title,
    crumbs: [
      { name: plainNamed(view.programme_name, ctx), path: programmePath(view.programme) },
      { name: ctx.t('board.latestShort'), path: null },
    ],
    main: html`<h1>${sayNamed(view.programme_name, ctx)}</h1><p class="lead"><a href="${ctx.href(view.path)}">${ctx.t('board.latestLeads', { period })}</a></p>`,
    nav: programmePath(view.programme),
    publishedOn: null,
    noindex: true,
    redirect: view.path,
    search: null,
    jsonLd: [],
  };
}
