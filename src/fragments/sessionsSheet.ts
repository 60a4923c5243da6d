/** Review sessions (评议会): a matrix of units and sessions, the real dates beside the nominal cadence, who holds what, who turned. */
import { type Html, html, NOTHING } from '../html.ts';
import type { Key } from '../i18n/index.ts';
import { formatPeriod } from '../model/periodLabel.ts';
import { programmePath, sessionAnchor } from '../views/address.ts';
import type { AwardRow } from '../views/awards.ts';
import type { SessionRow, SessionsView, Turn } from '../views/sessions.ts';
import { holdingBoard } from './awardsSheet.ts';
import { awardMark, facesOf, heldCount, sessionText } from './awardsTable.ts';
import { instrumentMark } from './leaderboardTable.ts';
import { legend } from './legend.ts';
import { cadenceWord, dateHtml, dateText, listText, plainNamed, sayNamed, section, sentences, unitLink } from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';
import { tableScroll } from './tableScroll.ts';

/** The newest by date, whatever its number. */
function lastHeld(rows: readonly SessionRow[]): SessionRow | undefined {
  const byDate = (a: SessionRow, b: SessionRow): number => ((a.held_on ?? '') < (b.held_on ?? '') ? -1 : 1);
  return rows
    .filter(({ held }) => held)
    .sort(byDate)
    .at(-1);
}

function sessionsLead(view: SessionsView, ctx: SheetContext): string {
  const { t } = ctx;
  const held = view.rows.filter((row) => row.held);
  const last = lastHeld(held);
  const missed = view.rows.filter((row) => row.status === 'not_held' || row.status === 'cancelled').length;
  return sentences(
    [
      last?.held_on ? t('programme.session.lead', { n: held.length, date: dateText(last.held_on, ctx) }) : t('programme.session.leadNone'),
      last?.days_since_previous != null && t('programme.session.leadInterval', { n: last.days_since_previous }),
      missed > 0 && t('programme.session.leadMissed', { n: missed }),
    ],
    ctx,
  );
}

/** What each session gave: `红旗 6个，涉及5个单位` as words; awards and holders are different counts. */
function countsText(row: SessionRow, view: Pick<SessionsView, 'instruments'>, ctx: SheetContext): Html {
  const faces = new Map(view.instruments.map((face) => [face.instrument, face]));
  return html`<ul class="marks">${row.counts.map(({ instrument, awards, holders }) => {
    const face = faces.get(instrument);
    return face && html`<li>${instrumentMark(face, ctx)} ${heldCount(face, awards, holders, ctx)}</li>`;
  })}</ul>`;
}

/** Every session, held or not, with the days between them. */
export function sessionTable(view: Pick<SessionsView, 'rows' | 'instruments'>, ctx: SheetContext): Html {
  const { t } = ctx;
  const reviews = view.rows.some((row) => row.reviews !== null);
  const counts = view.rows.some((row) => row.counts.length > 0);
  const rows = view.rows.map((row) => {
    const held =
      row.held_on === null ? t(row.status === 'scheduled' ? 'programme.session.noDate' : 'programme.session.noInterval') : dateHtml(row.held_on, ctx);
    return html`<tr id="${sessionAnchor(row.session)}"><th scope="row">${t('award.session', { n: row.ordinal })} <small class="narrow-only">${held}</small></th><td class="wide">${held}</td><td class="num wide">${
      row.days_since_previous === null ? t('programme.session.noInterval') : t('programme.days', { n: row.days_since_previous })
    }</td>${reviews && html`<td class="wide">${row.reviews && formatPeriod(row.reviews, ctx.lang)}</td>`}<td>${t(row.awaited ? 'programme.session.awaited' : `programme.session.${row.status}`)}${row.reason !== null && html`${t('programme.colon')}${ctx.say(row.reason)}`}</td>${
      counts && html`<td>${countsText(row, view, ctx)}</td>`
    }</tr>`;
  });
  return tableScroll(
    'table-table',
    html`<table class="board"><caption id="table-table" class="visually-hidden">${t('programme.session.table')}</caption><thead><tr><th scope="col">${t('programme.session.one')}</th><th scope="col" class="wide">${t('programme.session.heldOn')}</th><th scope="col" class="num wide">${t('programme.session.interval')}</th>${
      reviews && html`<th scope="col" class="wide">${t('programme.session.reviews')}</th>`
    }<th scope="col">${t('programme.session.status')}</th>${counts && html`<th scope="col">${t('programme.session.gave')}</th>`}</tr></thead><tbody>${rows}</tbody></table>`,
  );
}

function cadenceNote(view: SessionsView, ctx: SheetContext): Html {
  const days = view.rows.flatMap((row) => row.days_since_previous ?? []);
  if (view.cadence === null || view.cadence === 'session' || days.length === 0) return NOTHING;
  const [least, most] = [Math.min(...days), Math.max(...days)];
  const cadence = cadenceWord(view.cadence, ctx);
  return html`<p>${least === most ? ctx.t('programme.session.cadenceOne', { cadence, n: least }) : ctx.t('programme.session.cadence', { cadence, least, most })}</p>`;
}

function matrix(view: SessionsView, ctx: SheetContext): Html {
  if (view.matrix.length === 0) return NOTHING;
  const faces = facesOf(view.instruments, ctx);
  const awards = new Map(view.awards.map((award) => [award.award, award]));
  const cell = (ids: readonly string[]): Html => {
    if (ids.length === 0) return html`<td><span class="visually-hidden">${ctx.t('award.fact.none')}</span></td>`;
    const marks = ids.flatMap((id) => awards.get(id) ?? []).map((award) => html`<li>${cellMark(award, view, faces, ctx)}</li>`);
    return html`<td><ul class="marks">${marks}</ul></td>`;
  };
  const heads = view.columns.map((id) => {
    const session = view.sessions[id];
    return html`<th scope="col">${session ? sessionText(session, ctx) : id}</th>`;
  });
  const rows = view.matrix.map(({ unit, cells }) => html`<tr><th scope="row">${unitLink(unit, view.units, ctx)}</th>${cells.map(cell)}</tr>`);
  return tableScroll(
    'table-matrix',
    html`<table class="board matrix"><caption id="table-matrix" class="visually-hidden">${ctx.t('programme.session.matrix')}</caption><thead><tr><th scope="col">${ctx.t('task.head.unit')}</th>${heads}</tr></thead><tbody>${rows}</tbody></table>`,
  );
}

function cellMark(award: AwardRow, view: SessionsView, faces: ReturnType<typeof facesOf>, ctx: SheetContext): Html {
  const dimension = award.dimension === null ? undefined : view.dimensions[award.dimension];
  return html`<a href="${ctx.href(award.path)}">${awardMark(award, faces, ctx)}</a>${dimension && html` <small>${plainNamed(dimension, ctx)}</small>`}`;
}

function turnItem(turn: Turn, view: SessionsView, ctx: SheetContext): Html {
  const names = (ids: readonly string[]): string => {
    const found = view.instruments.filter((face) => ids.includes(face.instrument));
    return listText(
      found.map((face) => plainNamed(face, ctx)),
      ctx,
    );
  };
  const session = (id: string): string => ctx.t('award.session', { n: view.sessions[id]?.ordinal ?? id });
  const words = ctx.t('programme.session.turn', {
    before: names(turn.before),
    from: session(turn.from_session),
    after: names(turn.after),
    to: session(turn.to_session),
  });
  const named = turn.dimensions.flatMap((id) => view.dimensions[id] ?? []).map((dimension) => plainNamed(dimension, ctx));
  const dimensions = named.length > 0 && html` <small>${listText(named, ctx)}</small>`;
  return html`<li>${unitLink(turn.unit, view.units, ctx)}${dimensions}${ctx.t('programme.colon')}${words}</li>`;
}

function turns(view: SessionsView, ctx: SheetContext): Html {
  const part = (to: Turn['to'], key: Key): Html => {
    const own = view.turns.filter((turn) => turn.to === to);
    return own.length > 0 ? html`<h3>${ctx.t(key, { n: own.length })}</h3><ul>${own.map((turn) => turnItem(turn, view, ctx))}</ul>` : NOTHING;
  };
  return html`${part('honour', 'programme.session.toFavourable')}${part('warning', 'programme.session.toWarning')}`;
}

export function sessionsSheet(view: SessionsView, ctx: SheetContext): Sheet {
  const { t } = ctx;
  const programme = plainNamed(view, ctx);
  const title = t('programme.session.title', { programme });
  const lead = sessionsLead(view, ctx);
  const held = lastHeld(view.rows);
  return {
    title,
    description: lead,
    crumbs: [
      { name: programme, path: programmePath(view.programme) },
      { name: t('programme.session.list'), path: null },
    ],
    main: html`<p class="kicker"><a href="${ctx.href(programmePath(view.programme))}">${sayNamed(view, ctx)}</a></p><h1>${title}</h1><p class="lead">${lead}</p>${view.awards.length > 0 && legend([...facesOf(view.instruments, ctx).values()], ctx, view.awards)}${section(
      'now',
      t('award.now'),
      holdingBoard(view.held, view, ctx),
    )}${section('matrix', t('programme.session.matrix'), matrix(view, ctx))}${section('turns', t('programme.session.turns'), turns(view, ctx))}${section(
      'dates',
      t('programme.session.dates'),
      html`${cadenceNote(view, ctx)}${view.awards.length > 0 && html`<p>${t('award.countsDiffer')}</p>`}${sessionTable(view, ctx)}`,
    )}`,
    nav: programmePath(view.programme),
    publishedOn: held?.published_on ?? held?.held_on ?? null,
    search: { words: [] },
    jsonLd: [],
  };
}
