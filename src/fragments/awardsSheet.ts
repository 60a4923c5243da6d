/** Awards of a programme (牌令旗榜一览): the legend, who holds what now, counts, and every award ever given. */
import { type Html, html, NOTHING } from '../html.ts';
import { formatNumber } from '../i18n/format.ts';
import { awardsPagePath, awardsPath, programmePath } from '../views/address.ts';
import { AWARDS_PER_PAGE, type AwardCountRow, type AwardRow, type AwardsView } from '../views/awards.ts';
import { factSentence } from './awardFact.ts';
import { awardTable, facesOf, heldCount, holderLink, occasionText, provisionalTag, streakTag } from './awardsTable.ts';
import { dataset } from './dataset.ts';
import { legend } from './legend.ts';
import { pager } from './pager.ts';
import { capital, countedText, dayHtml, kindsText, listText, phraseParts, plainNamed, sayNamed, section, sentences } from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';
import { tableScroll } from './tableScroll.ts';
import { toneMark } from './toneMark.ts';

function awardsLead(view: AwardsView, ctx: SheetContext): string {
  const { t } = ctx;
  const faces = new Map(view.instruments.map((face) => [face.instrument, face]));
  const now = view.held_now.map(({ instrument, awards, holders }) => {
    const face = faces.get(instrument);
    const key = awards === holders ? 'award.leadItem' : face?.holder === 'task' ? 'award.leadItemTasks' : 'award.leadItemUnits';
    return t(key, { name: face ? plainNamed(face, ctx) : instrument, awards: countedText(awards, face, ctx), holders });
  });
  const disputed = view.awards.filter((award) => award.disputed).length;
  const marked = view.awards.filter((award) => award.state === 'revoked' || award.exempted_on !== null).length;
  return sentences(
    [
      now.length > 0 ? t('award.lead', { list: listText(now, ctx) }) : t(view.listed + view.counts.length > 0 ? 'award.leadNone' : 'award.leadNever'),
      view.listed > 0 &&
        t(view.only_counted > 0 ? 'award.leadListed' : 'award.leadEver', { n: formatNumber(view.listed), counted: formatNumber(view.only_counted) }),
      marked > 0 && t(marked === view.listed && view.only_counted === 0 ? 'award.leadAllMarked' : 'award.leadMarked', { n: marked }),
      disputed > 0 && t('award.leadDisputed', { n: disputed }),
      view.unrecorded.length > 0 && t('award.leadUnrecorded', { n: view.unrecorded.length }),
    ],
    ctx,
  );
}

/** One card an instrument: who holds it (at most `shown` of them), and for what. */
export function holdingBoard(
  held: readonly AwardRow[],
  view: Pick<AwardsView, 'instruments' | 'programme' | 'units' | 'tasks' | 'dimensions' | 'periods' | 'sessions'>,
  ctx: SheetContext,
  shown = Number.POSITIVE_INFINITY,
): Html {
  const faces = facesOf(view.instruments, ctx);
  const cards = view.instruments.flatMap((instrument) => {
    const own = held.filter((award) => award.instrument === instrument.instrument);
    const face = faces.get(instrument.instrument);
    if (own.length === 0 || !face) return [];
    const byHolder = Map.groupBy(own, (award) => award.holder ?? award.award);
    const items = [...byHolder.values()].slice(0, shown).map((awards) => holderItem(awards, view, ctx));
    const rest = byHolder.size - shown;
    const more = rest > 0 && html`<li><a href="${ctx.href(awardsPath(view.programme))}">${ctx.t('programme.moreHolders', { n: rest })}</a></li>`;
    return [
      html`<li class="card"><h3>${toneMark(face, ctx)}</h3><p class="soft">${heldCount(instrument, own.length, byHolder.size, ctx)}</p><ul>${items}${more}</ul></li>`,
    ];
  });
  return cards.length > 0 ? html`<ul class="cards">${cards}</ul>` : NOTHING;
}

/** A date, which says to those who hear it alone what it leads to. */
function recordOf(date: string, ctx: SheetContext): Html {
  const [before, after] = phraseParts('award.recordOf', 'date', ctx);
  const hidden = (text: string) => text !== '' && html`<span class="visually-hidden">${text}</span>`;
  return html`${hidden(before)}${dayHtml(date)}${hidden(after)}`;
}

function holderItem(awards: readonly AwardRow[], view: Parameters<typeof holdingBoard>[1], ctx: SheetContext): Html {
  const [first] = awards as readonly [AwardRow];
  const links = awards.map((award, i) => {
    const dimension = award.dimension === null ? undefined : view.dimensions[award.dimension];
    const label = dimension ? html`${plainNamed(dimension, ctx)}` : recordOf(award.awarded_on, ctx);
    return html`${i > 0 && ctx.t('programme.listComma')}<a href="${ctx.href(award.path)}">${label}</a>${streakTag(award, ctx)}${provisionalTag(award, ctx)}`;
  });
  return html`<li>${holderLink({ holder: first.holder, holder_type: first.holder_type }, view, view.programme, ctx)} <small>${links}</small></li>`;
}

/** Awards and holders side by side, as two counts of two things. */
function countTable(counts: readonly AwardCountRow[], view: AwardsView, ctx: SheetContext): Html {
  if (counts.length === 0) return NOTHING;
  const { t } = ctx;
  const faces = facesOf(view.instruments, ctx);
  const occasions = [...Map.groupBy(counts, (count) => count.session ?? count.period ?? '')].reverse();
  const bodies = occasions.map(([, rows]) => {
    const [first] = rows as [AwardCountRow];
    const label = occasionText(first, view, ctx) || t('award.anyTime');
    // On a narrow screen the occasion has a row of its own instead of a column.
    return html`<tbody><tr class="narrow-only"><th colspan="3" scope="rowgroup">${label}</th></tr>${rows.map((row, i) => {
      const face = faces.get(row.instrument);
      return html`<tr>${i === 0 && html`<th scope="rowgroup" rowspan="${rows.length}" class="wide">${label}</th>`}<td>${face ? toneMark(face, ctx) : row.instrument}</td><td class="num">${row.awards}</td><td class="num">${row.holders}</td></tr>`;
    })}</tbody>`;
  });
  return html`<p>${t('award.countsDiffer')}</p>${tableScroll('table-counts', html`<table class="board is-spanned"><caption id="table-counts" class="visually-hidden">${t('award.counts')}</caption><thead><tr><th scope="col" class="wide">${t('award.head.occasion')}</th><th scope="col">${t('award.head.what')}</th><th scope="col" class="num">${t('award.head.awards')}</th><th scope="col" class="num">${t('award.head.holders')}</th></tr></thead>${bodies}</table>`)}`;
}

/** What the rule gives and the record does not have, with the facts: printed, and given to nobody. */
function unrecordedList(view: AwardsView, ctx: SheetContext): Html {
  if (view.unrecorded.length === 0) return NOTHING;
  const faces = facesOf(view.instruments, ctx);
  const rule = { ctx, names: view.rule_names, sessions: view.sessions };
  const items = view.unrecorded.map((row) => {
    const face = faces.get(row.instrument);
    const dimension = row.dimension === null ? undefined : view.dimensions[row.dimension];
    const task = row.task === null || row.holder_type === 'task' ? undefined : view.tasks[row.task];
    const where = [occasionText(row, view, ctx), dimension && plainNamed(dimension, ctx), task && plainNamed(task, ctx)].filter(Boolean);
    const facts = row.facts.map((fact) => html`<li>${factSentence(fact, rule)}</li>`);
    return html`<li>${face && toneMark(face, ctx)} ${holderLink(row, view, view.programme, ctx)}${
      where.length > 0 && html` <small>${where.join(ctx.t('programme.comma'))}</small>`
    }${facts.length > 0 && html`<ul>${facts}</ul>`}</li>`;
  });
  return html`<p class="note note-warning">${ctx.t('award.unrecordedNote')}</p><ul>${items}</ul>`;
}

/** What the first page says above the list. */
function summary(view: AwardsView, ctx: SheetContext): Html {
  const { t } = ctx;
  const held = view.awards.filter((award) => award.current);
  return html`${section('now', t('award.now'), holdingBoard(held, view, ctx))}${section('counts', t('award.counts'), countTable(view.counts, view, ctx))}${section(
    'unrecorded',
    t('award.unrecorded', { n: view.unrecorded.length }),
    unrecordedList(view, ctx),
  )}`;
}

function listSection(view: AwardsView, ctx: SheetContext): Html {
  const rows = view.page === 1 ? view.awards.slice(0, AWARDS_PER_PAGE) : view.awards;
  if (rows.length === 0) return NOTHING;
  const { t } = ctx;
  const from = (view.page - 1) * AWARDS_PER_PAGE + 1;
  const shown = view.pages > 1 && html`<p class="soft">${t('award.shown', { from, to: from + rows.length - 1, n: formatNumber(view.listed) })}</p>`;
  const links = (label: string): Html => pager(view, (page) => awardsPagePath(view.programme, page), label, ctx);
  return html`${shown}${links(t('award.pages'))}<sun-table>${awardTable(rows, view.instruments, view, ctx)}</sun-table>${links(t('award.pagesBelow'))}`;
}

export function awardsSheet(view: AwardsView, ctx: SheetContext): Sheet {
  const { t } = ctx;
  const programme = plainNamed(view, ctx);
  const first = view.page === 1;
  const acts = kindsText(view.instruments, 'act', ctx);
  const name = capital(t('award.list', { acts }));
  const title = first ? t('award.listTitle', { programme, acts }) : t('award.listTitlePage', { programme, acts, page: view.page, pages: view.pages });
  const lead = first ? awardsLead(view, ctx) : t('award.leadPage', { n: formatNumber(view.listed) });
  return {
    title,
    description: lead,
    crumbs: [
      { name: programme, path: programmePath(view.programme) },
      first ? { name, path: null } : { name, path: awardsPath(view.programme) },
      ...(first ? [] : [{ name: t('award.page', { n: view.page }), path: null }]),
    ],
    main: html`<p class="kicker"><a href="${ctx.href(programmePath(view.programme))}">${sayNamed(view, ctx)}</a></p><h1>${title}</h1><p class="lead">${lead}</p>${legend([...facesOf(view.instruments, ctx).values()], ctx, view.awards)}${first && summary(view, ctx)}${section('all', t('award.all'), listSection(view, ctx))}`,
    nav: programmePath(view.programme),
    publishedOn: view.awards[0]?.awarded_on ?? null,
    search: first ? { words: [] } : null,
    jsonLd: first
      ? [
          dataset(
            {
              name: title,
              description: lead,
              kind: 'awards',
              path: awardsPath(view.programme),
              temporal: null,
              publishedOn: view.awards[0]?.awarded_on ?? null,
              changedOn: null,
            },
            ctx,
          ),
        ]
      : [],
  };
}
