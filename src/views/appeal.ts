/** Appeals (申诉): what each is against, by name and with its address, and what came of it. */
import { oncePer } from '../memo.ts';
import { compareDays } from '../model/days.ts';
import { splitFigure } from '../model/figureAddress.ts';
import type { Appeal, Portal } from '../model/portal.ts';
import { awardPath, boardPath, correctionPath, rowAnchor, taskPath, unitPath } from './address.ts';
import { type Named, unitNameOf } from './name.ts';
import { type WithSessions, withSessions } from './sessionNames.ts';
import type { SiteIndex } from './siteIndex.ts';

/** What an appeal is against. */
export interface AppealAim extends WithSessions {
  readonly kind: 'award' | 'task' | 'figure' | 'correction' | 'unnamed';
  /** Its page or its row, below the language prefix; null where it has none. */
  readonly path: string | null;
  /** The instrument, the task's title, or the programme that the figure belongs to. */
  readonly what: Named | null;
  /** Who holds the award, or whose figure it is. */
  readonly whose: Named | null;
  readonly period: string | null;
}

export interface AppealView {
  readonly appeal: string;
  /** As the office wrote it; null where that may not be named. */
  readonly against: string | null;
  readonly aim: AppealAim;
  readonly filed_on: string;
  readonly unit: string | null;
  readonly unit_name: Named | null;
  readonly state: Appeal['state'];
  readonly decided_on: string | null;
  readonly decision: Appeal['decision'];
  readonly correction: string | null;
}

/** An appeal as it stands on the page of what it is against. */
export interface AppealNote extends Pick<Appeal, 'id' | 'filedOn' | 'state' | 'decidedOn' | 'decision' | 'unit'> {
  readonly unit_name: Named | null;
}

export function appealNote({ id, filedOn, state, decidedOn, decision, unit }: Appeal, portal: Portal): AppealNote {
  return { id, filedOn, state, decidedOn, decision, unit, unit_name: unitNameOf(portal, unit) };
}

const UNNAMED: AppealAim = { kind: 'unnamed', path: null, what: null, whose: null, period: null };

const byAim = oncePer(({ appeals }: Portal) => Map.groupBy(appeals, ({ against }) => against));

/** The appeals against any of these things, in the order of the table. */
export function appealsAgainst(portal: Portal, things: readonly string[]): readonly Appeal[] {
  const [own = [], ...others] = things.map((thing) => byAim(portal).get(thing)).filter((found) => found !== undefined);
  return others.length === 0 ? own : portal.appeals.filter(({ against }) => things.includes(against));
}

/** An appeal as pages tell it; what may not be named is left out. */
export function appealView(index: SiteIndex, appeal: Appeal): AppealView {
  const aim = aimOf(index, appeal.against);
  return {
    appeal: appeal.id,
    against: aim.kind === 'unnamed' ? null : appeal.against,
    aim,
    filed_on: appeal.filedOn,
    unit: appeal.unit,
    unit_name: unitNameOf(index.site.assessment.portal, appeal.unit),
    state: appeal.state,
    decided_on: appeal.decidedOn,
    decision: appeal.decision,
    correction: appeal.correction,
  };
}

function aimOf(index: SiteIndex, against: string): AppealAim {
  return aimAtAward(index, against) ?? aimAtTask(index, against) ?? aimAtCorrection(index, against) ?? aimAtFigure(index, against) ?? UNNAMED;
}

export function aimAtAward(index: SiteIndex, id: string): AppealAim | null {
  for (const { source, result } of index.programmes) {
    const found = source.award(id);
    if (!found) continue;
    const { holderType, holder, period } = found.award;
    const task = holderType === 'task' && holder !== null ? source.task(holder) : undefined;
    return {
      kind: 'award',
      path: awardPath(source.config.id, id),
      what: source.named(found.instrument.name),
      whose: task ? source.named(task.task.title) : holderType === 'unit' ? unitNameOf(index.site.assessment.portal, holder) : null,
      ...(period?.kind === 'session' && withSessions(result)),
      period: period?.id ?? null,
    };
  }
  return null;
}

function aimAtTask(index: SiteIndex, id: string): AppealAim | null {
  for (const { source } of index.programmes) {
    const found = source.task(id);
    if (found) return { ...UNNAMED, kind: 'task', path: taskPath(source.config.id, id), what: source.named(found.task.title) };
  }
  return null;
}

function aimAtCorrection(index: SiteIndex, id: string): AppealAim | null {
  const known = index.site.assessment.portal.corrections.some((correction) => correction.id === id);
  return known ? { ...UNNAMED, kind: 'correction', path: correctionPath(id) } : null;
}

function aimAtFigure(index: SiteIndex, against: string): AppealAim | null {
  const figure = splitFigure(against);
  const own = index.byId.get(figure?.programme ?? '');
  if (!figure || !own) return null;
  const { programme, period, unit } = figure;
  const whose = unitNameOf(index.site.assessment.portal, unit);
  if (!whose) return null;
  const board = own.periods.find(({ id }) => id === period);
  const listed = own.overall && own.source.config.publication.disclosure === 'full';
  const path = board && listed ? `${boardPath(programme, board, null)}#${rowAnchor(unit)}` : unitPath(unit);
  const sessions = board?.kind === 'session' && withSessions(own.result);
  return { kind: 'figure', path, what: own.source.named(own.result.programme.config.name), whose, ...sessions, period };
}

/** The appeals that a unit filed or that are against its results, as the list of all tells them; newest first. */
export function appealsOf(index: SiteIndex, unit: string): readonly AppealView[] {
  return byUnit(index).get(unit) ?? NONE;
}

const NONE: readonly never[] = [];

const byUnit = oncePer((index: SiteIndex): ReadonlyMap<string, readonly AppealView[]> => {
  const appeals = index.site.assessment.portal.appeals.map((appeal) => appealView(index, appeal));
  const gathered = new Map<string, AppealView[]>();
  for (const appeal of appeals.sort((a, b) => compareDays(b.filed_on, a.filed_on))) {
    for (const unit of new Set([appeal.unit, unitAimedAt(index, appeal)])) {
      if (unit !== null) gathered.set(unit, [...(gathered.get(unit) ?? []), appeal]);
    }
  }
  return gathered;
});

/** Whose award or figure it is against, where that is named. */
function unitAimedAt({ programmes }: SiteIndex, { against, aim }: AppealView): string | null {
  if (against === null) return null;
  if (aim.kind === 'figure') return splitFigure(against)?.unit ?? null;
  const award = aim.kind === 'award' ? programmes.flatMap(({ source }) => source.award(against) ?? [])[0]?.award : undefined;
  return award?.holderType === 'unit' ? award.holder : null;
}
