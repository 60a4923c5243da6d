/** What a unit holds now, and everything it was ever given; the revoked and the exempted stay, marked. */
import { type Html, html, NOTHING } from '../html.ts';
import type { InstrumentFace } from '../views/programmeSource.ts';
import type { UnitAward, UnitProgramme, UnitView } from '../views/unit.ts';
import { awardCalendars } from './awardCalendar.ts';
import { doubtTags, sessionText, stateCell, streakTag } from './awardsTable.ts';
import { periodText } from './boardWords.ts';
import { legend } from './legend.ts';
import { dayHtml, sayNamed, textOf } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';
import { tableScroll } from './tableScroll.ts';
import { markState, toneMark } from './toneMark.ts';

function faceOf(award: UnitAward, { programmes }: UnitView): InstrumentFace | undefined {
  return programmes.find(({ programme }) => programme === award.programme)?.instruments.find(({ instrument }) => instrument === award.instrument);
}

export function unitAwards(view: UnitView, ctx: SheetContext): Html | null {
  if (view.awards.length === 0) return null;
  const held = view.awards.filter(({ current }) => current);
  const now =
    held.length === 0
      ? html`<p>${ctx.t('unit.holdsNothing')}</p>`
      : html`<h3>${ctx.t('unit.holdsNow')}</h3><ul class="marks">${held.map((award) => html`<li>${awardLink(award, view, ctx)}${streakTag(award, ctx)}</li>`)}</ul>`;
  return html`${now}${awardCalendars(view, ctx)}<h3 id="ever">${ctx.t('unit.everHeld', { n: view.awards.length })}</h3>${awardTable(view, ctx)}`;
}

function awardLink(award: UnitAward, view: UnitView, ctx: SheetContext): Html {
  const face = faceOf(award, view);
  const mark = face ? toneMark({ ...face, name: textOf(face, ctx) }, ctx, markState(award)) : html`${award.instrument}`;
  return html`<a href="${ctx.href(award.path)}">${mark}</a>${dimensionOf(award, view, ctx)}`;
}

function dimensionOf(award: UnitAward, { programmes }: UnitView, ctx: SheetContext): Html {
  const dimension = programmes.find(({ programme }) => programme === award.programme)?.dimensions.find((one) => one.dimension === award.dimension);
  return dimension ? html` <small>${sayNamed(dimension.title, ctx)}</small>` : NOTHING;
}

function awardTable(view: UnitView, ctx: SheetContext): Html {
  const { t } = ctx;
  const rows = view.awards.map((award) => {
    const programme = view.programmes.find((one) => one.programme === award.programme);
    return html`<tr><th scope="row">${awardLink(award, view, ctx)}</th><td>${dayHtml(award.awarded_on)}</td><td class="wide">${programme && sayNamed(programme.programme_name, ctx)}</td><td class="wide">${programme && occasionOf(award, programme, ctx)}</td><td>${stateCell(award, faceOf(award, view)?.holding, ctx)}${doubtTags(award, ctx)}</td></tr>`;
  });
  return tableScroll(
    'ever',
    html`<table class="board is-stacked" aria-labelledby="ever"><thead><tr><th scope="col">${t('unit.award')}</th><th scope="col">${t('unit.awardedOn')}</th><th scope="col" class="wide">${t('unit.programme')}</th><th scope="col" class="wide">${t('board.period')}</th><th scope="col">${t('unit.state')}</th></tr></thead><tbody>${rows}</tbody></table>`,
  );
}

/** Its session, as every other page calls it, or its period. */
function occasionOf({ period, session }: UnitAward, programme: UnitProgramme, ctx: SheetContext): string {
  const known = session === null ? undefined : programme.sessions?.[session];
  if (known) return sessionText(known, ctx);
  return period === null ? '' : periodText(period, programme, ctx);
}

export function unitLegend(view: UnitView, ctx: SheetContext): Html {
  const faces = view.programmes.flatMap(({ instruments }) => instruments);
  return legend(
    faces.map((face) => ({ ...face, name: textOf(face, ctx) })),
    ctx,
    view.awards,
  );
}
