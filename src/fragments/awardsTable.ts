/** Awards as a table: each with its mark, its holder, when it was given and whether it still holds. */
import { type Html, html, NOTHING } from '../html.ts';
import { formatPeriod } from '../model/periodLabel.ts';
import { correctionPath, taskPath, unitPath } from '../views/address.ts';
import { type AwardNames, type AwardRow, dayOf } from '../views/awards.ts';
import type { InstrumentFace } from '../views/programmeSource.ts';
import { appealMark } from './appealList.ts';
import { versionText } from './boardWords.ts';
import { capital, countedText, dateHtml, dateText, dayHtml, kindsText, plainNamed, sayNamed, textOf } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';
import { tableScroll } from './tableScroll.ts';
import { type MarkFace, markState, toneMark } from './toneMark.ts';

/** Instruments as marks, by id. */
export function facesOf(instruments: readonly InstrumentFace[], ctx: SheetContext): ReadonlyMap<string, MarkFace> {
  return new Map(instruments.map((face) => [face.instrument, { ...face, name: textOf(face, ctx) }]));
}

/** The mark of an award’s instrument, in its state. */
export function awardMark(award: AwardRow, faces: ReadonlyMap<string, MarkFace>, ctx: SheetContext): Html {
  const face = faces.get(award.instrument);
  return face ? toneMark(face, ctx, markState(award)) : html`${award.instrument}`;
}

/** A unit by the name that it had when it was given the award, with the one that it has now. */
export function holderLink(
  award: Pick<AwardRow, 'holder' | 'holder_type' | 'holder_then'>,
  names: AwardNames,
  programme: string,
  ctx: SheetContext,
): Html {
  const { holder, holder_then: then } = award;
  if (holder === null) return html`${ctx.t('award.unnamed')}`;
  const unit = award.holder_type === 'unit' ? names.units[holder] : undefined;
  if (unit) {
    const now = then && html` <small>${ctx.t('award.holderNow', { name: plainNamed(unit, ctx) })}</small>`;
    return html`<a href="${ctx.href(unitPath(holder))}">${sayNamed(then ?? unit, ctx)}</a>${now}`;
  }
  const task = award.holder_type === 'task' ? names.tasks[holder] : undefined;
  return task ? html`<a href="${ctx.href(taskPath(programme, holder))}">${sayNamed(task, ctx)}</a>` : html`${holder}`;
}

/** `2023年第三季度`, `第2次评议会（2023年11月9日）`, or nothing. */
export function occasionText(
  award: Pick<AwardRow, 'period' | 'session'>,
  names: Pick<AwardNames, 'periods' | 'sessions'>,
  ctx: SheetContext,
): string {
  if (award.session !== null) {
    const session = names.sessions[award.session];
    return session ? sessionText(session, ctx) : award.session;
  }
  const period = award.period === null ? undefined : names.periods[award.period];
  return period ? formatPeriod(period, ctx.lang) : (award.period ?? '');
}

export function sessionText(session: { readonly ordinal: number; readonly held_on: string | null }, ctx: SheetContext): string {
  const { t } = ctx;
  if (session.held_on === null) return t('award.session', { n: session.ordinal });
  return t('award.sessionOn', { n: session.ordinal, date: dateText(session.held_on, ctx) });
}

/** Why what was held until something came in its place is held no more; of other things the office's record says no more than that. */
function supersededText(until: string | null, holding: InstrumentFace['holding'] | undefined, ctx: SheetContext, day: typeof dateText): string {
  if (until === null) return ctx.t('award.state.superseded');
  const date = day(until, ctx);
  if (holding === 'until_next_session') return ctx.t('award.state.supersededBySession', { date });
  return ctx.t(holding === 'until_revoked' ? 'award.state.supersededByNewer' : 'award.state.supersededOn', { date });
}

/** As `stateText`, with its date marked as one. */
export function stateCell(award: AwardRow, holding: InstrumentFace['holding'] | undefined, ctx: SheetContext): Html {
  let day = '';
  const words = stateText(award, holding, ctx, (iso) => {
    day = iso;
    return '\n';
  });
  const [before, after] = words.split('\n');
  return html`${before}${after !== undefined && html`${dateHtml(day, ctx)}${after}`}`;
}

/** Whether and how long it holds, with the date of anything that changed it; `holding` is its instrument's. */
export function stateText(award: AwardRow, holding: InstrumentFace['holding'] | undefined, ctx: SheetContext, day = dateText): string {
  const { t } = ctx;
  if (award.state === 'revoked') {
    if (award.correction !== undefined && award.basis === 'computed') return t('award.state.takenBack', { date: day(award.revoked_on ?? '', ctx) });
    return award.revoked_on === null ? t('award.state.revokedUndated') : t('award.state.revoked', { date: day(award.revoked_on, ctx) });
  }
  if (award.exempted_on !== null) return t('award.state.exempted', { date: day(award.exempted_on, ctx) });
  if (award.state === 'annotated') return t('award.state.annotated');
  if (award.current) return award.until === null ? t('award.state.current') : t('award.state.currentUntil', { date: day(award.until, ctx) });
  if (award.state === 'superseded') return supersededText(award.until, holding, ctx, day);
  if (award.until !== null) return t(holding === 'until_closed' ? 'award.state.endedWithTask' : 'award.state.ended', { date: day(award.until, ctx) });
  return t(isOvertaken(award, holding) ? 'award.state.overtaken' : 'award.state.event');
}

/** Whether it was given for a period only after the next one's were, and so never held. */
function isOvertaken({ period, session }: AwardRow, holding: InstrumentFace['holding'] | undefined): boolean {
  return holding === 'period' && (period ?? session) !== null;
}

/** Why it was given, in the reader's language or marked as in another. */
export function reasonHtml({ reason, reasons }: AwardRow, ctx: SheetContext): Html | null {
  return reason === null ? null : sayNamed(reasons ? { name: reason, names: reasons } : { name: reason }, ctx);
}

/** What the office notes on an award that was revoked, annotated or exempted; the award's own reason is why it was given, and is no such thing. */
function stateNote({ state, exempted_on: exempted, note, correction }: AwardRow, ctx: SheetContext): Html | null {
  const changed = state === 'revoked' || state === 'annotated' || exempted !== null;
  const link = correction !== undefined && correctionLink(correction, ctx);
  if (!changed || note === null) return link || null;
  return html`${ctx.t('award.stateNote')}${ctx.say(note)}${link && html` ${link}`}`;
}

/** Leads to the correction that took an award back, or is about it. */
export function correctionLink(correction: string, ctx: SheetContext): Html {
  return html`<a href="${ctx.href(correctionPath(correction))}">${ctx.t('award.toCorrection')}</a>`;
}

/** That its holder had it on the occasion before as well, and how often in a row. */
export function streakTag({ streak }: Pick<AwardRow, 'streak'>, ctx: SheetContext): Html {
  return streak !== null && streak > 1 ? html` <small class="streak">${ctx.t('award.streakTag', { n: streak })}</small>` : NOTHING;
}

/** That the figures which gave it may still change. */
export function provisionalTag({ provisional }: Pick<AwardRow, 'provisional'>, ctx: SheetContext): Html {
  return provisional ? html` <span class="status">${ctx.t('method.status.provisional')}</span>` : NOTHING;
}

/** That its figures are provisional, that the rule does not give it, and that an appeal is pending; its page says more. */
export function doubtTags(award: Pick<AwardRow, 'provisional' | 'disputed' | 'appeal' | 'appeal_id'>, ctx: SheetContext): Html {
  const { disputed } = award;
  return html`${provisionalTag(award, ctx)}${disputed && html` <span class="tag">${ctx.t('award.disputedTag')}</span>`}${appealMark(award, ctx)}`;
}

/** How many are in force, and on how many units or tasks: the second number only where it is another. Of persons there is no more than a number. */
export function heldCount(face: Pick<InstrumentFace, 'holder' | 'kind'>, awards: number, holders: number, ctx: SheetContext): string {
  const { t } = ctx;
  const { holder } = face;
  const counted = countedText(awards, face, ctx);
  if (holder === 'person') return t('award.heldCount', { awards: counted });
  if (awards === holders) return t(holder === 'task' ? 'award.heldTasks' : 'award.heldUnits', { n: holders });
  return t(holder === 'task' ? 'award.heldOnTasks' : 'award.heldOnUnits', { awards: counted, holders });
}

interface AwardTableOptions {
  readonly holder: boolean;
  readonly caption?: string;
}

/** A row that says that the method changed between an award and the older one below it. */
function methodBreak(newer: AwardRow, older: AwardRow | undefined, names: AwardNames, columns: number, ctx: SheetContext): Html {
  if (!older || !names.method_breaks) return NOTHING;
  const between = names.method_breaks.filter(({ start }) => dayOf(older, names.periods) < start && start <= dayOf(newer, names.periods));
  return html`${between.map((version) => html`<tr class="break"><td colspan="${columns}">${versionText(version, ctx)}</td></tr>`)}`;
}

/** Where all awards are one holder's, newest first, a change of method stands between them. */
export function awardTable(
  awards: readonly AwardRow[],
  instruments: readonly InstrumentFace[],
  names: AwardNames,
  ctx: SheetContext,
  { holder, caption }: AwardTableOptions = { holder: true },
): Html {
  if (awards.length === 0) return NOTHING;
  const { t } = ctx;
  const faces = facesOf(instruments, ctx);
  const used = instruments.filter((face) => awards.some((award) => award.instrument === face.instrument));
  const holdings = new Map(instruments.map((face) => [face.instrument, face.holding]));
  const dimensions = awards.some((award) => award.dimension !== null);
  const occasions = awards.some((award) => award.period !== null || award.session !== null);
  const columns = [true, holder, dimensions, occasions, true, true].filter(Boolean).length;
  const rows = awards.map((award, i) => {
    const programme = award.path.slice(0, award.path.indexOf('/'));
    const known = award.dimension === null ? undefined : names.dimensions[award.dimension];
    const dimension = known ? sayNamed(known, ctx) : award.dimension;
    const below = dimension !== null && html` <small class="narrow-only">${dimension}</small>`;
    const on = dayHtml(award.awarded_on);
    // A narrow screen has the date below the mark, and the dimension below whoever it was given to.
    const what = html`<a href="${ctx.href(award.path)}">${awardMark(award, faces, ctx)}</a>${!holder && below} <small class="narrow-only">${on}</small>`;
    return html`<tr id="a-${award.award}">${holder ? html`<td>${what}</td>` : html`<th scope="row">${what}</th>`}${
      holder && html`<th scope="row">${holderLink(award, names, programme, ctx)}${below}</th>`
    }${dimensions && html`<td class="wide">${dimension}</td>`}${occasions && html`<td class="wide">${occasionText(award, names, ctx)}</td>`}<td class="wide">${on}</td><td>${stateCell(award, holdings.get(award.instrument), ctx)}${stateNote(award, ctx)}${doubtTags(award, ctx)}</td></tr>${!holder && methodBreak(award, awards[i + 1], names, columns, ctx)}`;
  });
  return tableScroll(
    'table-tableCaption',
    html`<table class="board is-stacked"><caption id="table-tableCaption" class="visually-hidden">${caption ?? capital(t('award.tableCaption', { acts: kindsText(used, 'act', ctx) }))}</caption><thead><tr><th scope="col">${t('award.head.what')}</th>${
      holder && html`<th scope="col">${t('award.head.holder')}</th>`
    }${dimensions && html`<th scope="col" class="wide">${t('award.head.dimension')}</th>`}${occasions && html`<th scope="col" class="wide">${t('award.head.occasion')}</th>`}<th scope="col" class="wide">${t('award.head.date')}</th><th scope="col">${t('award.head.state')}</th></tr></thead><tbody>${rows}</tbody></table>`,
  );
}
