/** The sentences that sum a unit up: where it stands now, what it holds, what it leads and what is late. */
import { formatList } from '../i18n/format.ts';
import type { Key } from '../i18n/index.ts';
import { FORMER_LEAD } from '../views/siteIndex.ts';
import type { HistoryRow, UnitProgramme, UnitView } from '../views/unit.ts';
import type { UnitLife } from '../views/unitLife.ts';
import { absenceText, changeText, dayCount, inSentence, madeText, markedOf, periodText, statusText } from './boardWords.ts';
import { countedText, dateText, plainNamed, sentences } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';
import { ledTasks, otherRoles } from './unitRoles.ts';

/** Programmes that the summary speaks of; the rest follow below. */
const MOST_PROGRAMMES = 2;

/** What a unit’s page says at a glance. */
export function unitLead(view: UnitView, ctx: SheetContext): string {
  const parts = [
    endSentence(view, ctx),
    ...standings(view, ctx),
    ...view.programmes.map((programme) => dimensionsSentence(view, programme, ctx)),
    heldSentence(view, ctx),
  ];
  if (ledTasks(view).length === 0 && !parts.some(Boolean)) return otherwise(view, ctx);
  // The unit is named once, by the sentence that comes first.
  const subject = parts.some(Boolean) ? ctx.t('unit.lead.it') : plainNamed(view, ctx);
  return sentences([...parts, taskSentence(view, subject, ctx)], ctx);
}

const ENDS = { merge: 'unit.lead.merged', split: 'unit.lead.split', abolish: 'unit.lead.abolished' } as const satisfies Partial<
  Record<UnitLife['type'], Key>
>;

function isEnd(event: UnitLife): event is UnitLife & { readonly type: keyof typeof ENDS } {
  return event.type in ENDS;
}

/** What became of a unit that is no more, as the event says that ended it: its day and that of the register may be next to each other. */
function endSentence(view: UnitView, ctx: SheetContext): string | null {
  if (!isEnded(view) || view.valid_to === null) return null;
  const unit = plainNamed(view, ctx);
  const end = view.events
    .filter(isEnd)
    .findLast(({ date, type, successors, goes_on: goesOn }) => date <= view.as_of && !goesOn && (type === 'abolish' || successors.length > 0));
  if (!end) return ctx.t('unit.lead.ended', { unit, date: dateText(view.valid_to, ctx) });
  const { successors } = end;
  const key = end.type === 'abolish' && successors.length > 0 ? 'unit.lead.abolishedNow' : ENDS[end.type];
  const units = formatList(
    successors.map((successor) => plainNamed(successor, ctx)),
    ctx.lang,
  );
  return ctx.t(key, { unit, date: dateText(end.date, ctx), units });
}

function isEnded({ valid_to: end, as_of: asOf }: UnitView): boolean {
  return end !== null && end <= asOf;
}

/** Of a unit that has no place, holds nothing now and leads no task: what is there of it all the same. */
function otherwise(view: UnitView, ctx: SheetContext): string {
  const unit = plainNamed(view, ctx);
  if (view.awards.length > 0) return ctx.t('unit.lead.past', { unit, n: view.awards.length });
  const drafts = view.tasks.filter(({ outcome }) => outcome === 'draft').length;
  const posted = view.tasks.length - drafts;
  const passedOn = view.tasks.filter(({ role }) => role === FORMER_LEAD).length;
  if (passedOn > 0 && passedOn === posted) return ctx.t('unit.lead.passedOn', { unit, n: posted });
  if (posted > 0) return roleSentences(view, unit, ctx) || ctx.t('unit.lead.part', { unit, n: posted });
  return drafts > 0 ? ctx.t('unit.lead.drafts', { unit, n: drafts }) : ctx.t('unit.lead.nothing', { unit });
}

function standings(view: UnitView, ctx: SheetContext): (string | null)[] {
  return view.programmes
    .filter(({ series }) => series.length > 0)
    .slice(0, MOST_PROGRAMMES)
    .flatMap((programme) => newestRows(view, programme).map((row) => standing(view, programme, row, ctx)));
}

/** Of a programme without a total: on how many dimensions the unit has a place, and on how many the first; or why it has none. */
function dimensionsSentence(view: UnitView, programme: UnitProgramme, ctx: SheetContext): string | null {
  const { series, dimensions, dimensions_period: period, programme_name: name } = programme;
  if (series.length > 0 || dimensions.length === 0) return null;
  const when = period === null ? ctx.t('unit.lead.newest') : periodText(period, programme, ctx);
  const words = { when, day: dayCount(period ?? ''), unit: plainNamed(view, ctx), programme: plainNamed(name, ctx) };
  const ranked = dimensions.filter(({ rank }) => rank !== null);
  if (ranked.length === 0) {
    const statuses = [...new Set(dimensions.map((row) => inSentence(absenceText(row, ctx))))];
    return ctx.t('unit.lead.noDimension', { ...words, n: dimensions.length, status: statuses.join(ctx.t('board.listComma')) });
  }
  const key = ranked.every(({ group }) => group !== null) ? 'unit.lead.dimensionsInGroup' : 'unit.lead.dimensions';
  return ctx.t(key, { ...words, n: ranked.length, first: firstText(ranked.length, ranked.filter(({ rank }) => rank === 1).length, ctx) });
}

function firstText(n: number, first: number, { t }: SheetContext): string {
  if (first === 0) return t('unit.lead.firstNone', { n });
  return t(first === n ? 'unit.lead.firstAll' : 'unit.lead.firstSome', { n, first });
}

/** The newest row of a programme's main series, own group before all units. */
function newestRow(view: UnitView, programme: UnitProgramme): HistoryRow | null {
  let newest: { row: HistoryRow; end: string } | null = null;
  const ends = new Map(programme.periods.map(({ period, end }) => [period, end]));
  for (const series of programme.series) {
    const row = view.history[series.to - 1];
    const end = row ? (ends.get(row.period) ?? '') : '';
    if (row && (!newest || end > newest.end)) newest = { row, end };
  }
  return newest?.row ?? null;
}

/** A unit may stand in several groups at a time. */
function newestRows(view: UnitView, programme: UnitProgramme): readonly HistoryRow[] {
  const newest = newestRow(view, programme);
  return programme.series.flatMap(({ to }) => view.history[to - 1] ?? []).filter(({ period }) => period === newest?.period);
}

function standing(view: UnitView, programme: UnitProgramme, row: HistoryRow, ctx: SheetContext): string {
  const group = programme.series.find((series) => series.group === row.group)?.group_name;
  const where = ctx.t(group ? 'unit.whereGroup' : 'unit.where', {
    programme: plainNamed(programme.programme_name, ctx),
    group: group ? plainNamed(group, ctx) : '',
  });
  // A place that may still change is told as one, and one that rests on an earlier figure. Who gave a total is said beside it.
  const isOpen = row.rank !== null && (row.status === 'provisional' || row.status === 'estimated' || row.status === 'under_review');
  const cautions = [
    isOpen ? inSentence(statusText(row.status, ctx)) : '',
    row.rank === null ? '' : madeText(markedOf(row, null), programme, ctx),
  ].filter(Boolean);
  const caution = cautions.length > 0 ? ctx.t('board.inBrackets', { text: cautions.join(ctx.t('board.comma')) }) : '';
  const period = periodText(row.period, programme, ctx) + caution;
  const words = { unit: plainNamed(view, ctx), where, period, day: dayCount(row.period) };
  if (row.rank === null) return ctx.t('unit.lead.unranked', { ...words, status: inSentence(absenceText(row, ctx)) });
  const place = ctx.t(row.tied ? 'unit.lead.tied' : 'unit.lead.ranked', { ...words, rank: row.rank, of: row.of });
  const change = typeof row.change === 'string' ? ctx.t(`unit.lead.${row.change}`) : changeText(row.change, ctx);
  return change === '' ? ctx.t('unit.sentence', { text: place }) : ctx.t('unit.lead.withChange', { place, change });
}

function heldSentence({ awards, programmes }: UnitView, ctx: SheetContext): string | null {
  const held = awards.filter(({ current }) => current);
  if (held.length === 0) return null;
  const names = [...Map.groupBy(held, (award) => `${award.programme}|${award.instrument}`).values()].map((own) => {
    const [first] = own;
    const face = programmes
      .find(({ programme }) => programme === first?.programme)
      ?.instruments.find(({ instrument }) => instrument === first?.instrument);
    return ctx.t('unit.heldCount', { n: countedText(own.length, face, ctx), name: face ? plainNamed(face, ctx) : (first?.instrument ?? '') });
  });
  return ctx.t('unit.lead.held', { list: formatList(names, ctx.lang) });
}

function taskSentence(view: UnitView, unit: string, ctx: SheetContext): string | null {
  const led = ledTasks(view);
  if (led.length === 0) return isEnded(view) ? null : roleSentences(view, unit, ctx);
  return sentences([ledSentence(view, led, unit, ctx), view.unnamed_tasks === true && ctx.t('unit.lead.tasksNamed')], ctx);
}

function ledSentence(view: UnitView, led: UnitView['tasks'], unit: string, ctx: SheetContext): string {
  if (isEnded(view)) return ctx.t('unit.lead.tasksPast', { unit, n: led.length });
  const open = led.filter(({ outcome }) => outcome === 'open');
  // What was carried over goes on.
  const carried = led.filter(({ outcome }) => outcome === 'carried').length;
  const ended = led.length - open.length - carried;
  const more = carried > 0 && ctx.t('unit.lead.tasksCarried', { n: carried });
  if (open.length === 0 && ended === 0) return ctx.t('unit.lead.tasksAllCarried', { unit, n: carried });
  if (open.length === 0) return sentences([ctx.t('unit.lead.tasksEnded', { unit, n: ended }), more], ctx);
  const late = open.filter(({ overdue }) => overdue).length;
  const key = late === 0 ? 'unit.lead.tasks' : late === open.length ? 'unit.lead.tasksAllLate' : 'unit.lead.tasksLate';
  return sentences([ctx.t(key, { unit, n: open.length, late }), ended > 0 && ctx.t('unit.lead.tasksMore', { n: ended }), more], ctx);
}

/** Of a unit that leads no task: how many it has another part in, role by role, and how many of them are late. */
function roleSentences(view: UnitView, unit: string, ctx: SheetContext): string {
  if (isEnded(view)) return '';
  const now = otherRoles(view, ctx).filter(({ role }) => role !== FORMER_LEAD);
  const parts = now.map(({ name, tasks }, at) => {
    const late = tasks.filter(({ overdue, outcome }) => overdue && outcome === 'open').length;
    const params = { unit: at === 0 ? unit : ctx.t('unit.lead.it'), role: inSentence(name), n: tasks.length, late };
    return ctx.t(late === 0 ? 'unit.lead.role' : late === tasks.length ? 'unit.lead.roleAllLate' : 'unit.lead.roleLate', params);
  });
  return sentences(parts, ctx);
}
