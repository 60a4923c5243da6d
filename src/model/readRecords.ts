/** Corrections and appeals: what happened to figures after they were published. */
import type { ProblemParams } from '../problems.ts';
import { type Collected, findRevised, findStanding, type Standing } from './collector.ts';
import { checkOrder } from './dateOrder.ts';
import { splitFigure } from './figureAddress.ts';
import { isPeriodOf, reportCadence } from './figureCadence.ts';
import { addId, findKnown } from './names.ts';
import { parseNumber, scaleValue } from './number.ts';
import { type Period, parsePeriod } from './period.ts';
import { findPeriod, reportPeriod, resolvePeriod } from './periodCell.ts';
import { type Appeal, type Correction, type EarlierFigure, REVISING } from './portal.ts';
import { resolve, resolveDocument, resolveProgramme, resolveUnit } from './resolve.ts';
import type { RowContext } from './rowContext.ts';
import { eachRow } from './rows.ts';
import { createKeys, isFirst } from './sameRow.ts';
import { isTotalField } from './total.ts';
import type { ProgrammeDraft, World } from './world.ts';

/** The period of a correction, also of one that belongs to no programme; not where its programme is at fault. */
function resolveOwnPeriod(world: World, draft: ProgrammeDraft | null, text: string | null, row: RowContext): Period | null {
  if (draft) {
    const period = resolvePeriod(draft, text, row);
    if (period && !isPeriodOf(draft, period)) reportCadence(draft, row);
    return period;
  }
  if (text === null || !row.isBlank('programme')) return null;
  const find = (written: string): Period | null => parsePeriod(written, { yearStarts: world.config.yearStarts });
  const period = find(text);
  if (!period) reportPeriod(text, row, 'period', null, find);
  return period;
}

/** The newest revision of a figure that is what a correction says, with or without the indicator's scale; −1 = none. */
function findSaid(text: string, { revisions, scale }: Standing): number {
  const said = parseNumber(text) ?? parseNumber(text.replace(/(?<!\p{L})\p{L}+$/u, '').trim());
  // Words are held against nothing.
  if (said === null) return revisions.length - 1;
  return revisions.findLastIndex(({ value }) => value === said || value === scaleValue(said, scale));
}

/** What a correction says must be what the rows say: nothing is revised in silence. */
function checkAgainstFigure(correction: Correction, world: World, figures: readonly Collected[], row: RowContext): void {
  const { programme, period, unit, field, old, new: now } = correction;
  if (programme === null || period === null || unit === null || field === null) return;
  if (now === null && !row.isBlank('new')) return;
  if (figures.some((collected) => collected.get(programme)?.unsure)) return;
  const standing = figures.flatMap((collected) => {
    const collector = collected.get(programme);
    const found = collector && findStanding(world, collector, field, unit, period.id);
    return found ? [found] : [];
  });
  const report = (code: string, column: string, { revisions }: Standing, params: ProblemParams = {}): void => {
    const { value, place } = revisions.at(-1) as EarlierFigure;
    row.fault(code, column, { file: place.file, line: place.line ?? 0, figure: value ?? '—', ...params });
  };
  const meant = standing.find((one) => now === null || findSaid(now, one) >= 0);
  if (standing[0] && !meant) report('correction-new-differs', 'new', standing[0]);
  if (!meant || old === null) return;
  const lacksNew = !row.source.columns.includes('new');
  // Where it led to an earlier revision, what stood there before that is older still.
  const before = { ...meant, revisions: meant.revisions.slice(0, now === null ? -1 : findSaid(now, meant)) };
  if (before.revisions.length === 0 || findSaid(old, before) >= 0) return;
  if (now === null && correction.kind !== 'retraction') report('correction-new-missing', lacksNew ? 'old' : 'new', meant, { old });
  else report('correction-old-differs', 'old', before);
}

/** Tells of revised figures that no correction speaks of. */
function reportSilentRevisions(corrections: readonly Correction[], world: World, figures: readonly Collected[]): void {
  const told = new Set(corrections.filter(({ kind }) => REVISING.has(kind)).map(({ programme, period }) => `${programme}|${period?.id}`));
  for (const [id, collector] of figures.flatMap((collected) => [...collected])) {
    for (const { period, revision, place } of findRevised(collector)) {
      if (!told.has(`${id}|${period.id}`)) world.problems.warning('revision-without-correction', place, { period: period.id, revision });
    }
  }
}

/** The id of the dimension or indicator that a correction's field names; another word, or one that names two, as it stands. */
function resolveField(draft: ProgrammeDraft | null, field: string | null): string | null {
  if (!draft || field === null || isTotalField(field, draft.dimensions)) return field;
  const ids = new Set([draft.dimensions, draft.indicatorNames].flatMap((names) => findKnown(names, field) ?? []));
  const [id] = ids;
  return id !== undefined && ids.size === 1 ? id : field;
}

/** Reads the corrections, and holds the figures against them. */
export async function readCorrections(world: World, figures: readonly Collected[]): Promise<readonly Correction[]> {
  const corrections: Correction[] = [];
  const keys = createKeys();
  let unsure = false;
  await eachRow(world.folder.tables, 'corrections', world, (cells, row) => {
    if (cells.correction === '' || !isFirst(keys, cells.correction, row, 'correction')) {
      unsure = true;
      return;
    }
    addId(world.corrections, cells.correction);
    const draft = resolveProgramme(world, cells.programme, row);
    const correction: Correction = {
      id: cells.correction,
      kind: cells.kind,
      severity: cells.severity,
      publishedOn: cells.published_on,
      programme: draft?.id ?? null,
      period: resolveOwnPeriod(world, draft, cells.period, row),
      unit: resolveUnit(world, cells.unit, row),
      award: resolve(world.awards, 'award', cells.award, row, 'award'),
      field: resolveField(draft, cells.field),
      old: cells.old,
      new: cells.new,
      reason: cells.reason,
      approvedBy: cells.approved_by,
      document: resolveDocument(world, cells.document, row),
      place: row.place(),
    };
    checkAgainstFigure(correction, world, figures, row);
    corrections.push(correction);
    // It may be the one that speaks of a revision.
    const isUnsaid = (column: 'programme' | 'period'): boolean => correction[column] === null && !row.isBlank(column);
    if (row.isFaulty() || isUnsaid('programme') || isUnsaid('period')) unsure = true;
  });
  if (!unsure && !world.corrections.silent) reportSilentRevisions(corrections, world, figures);
  return corrections;
}

/** `programme/period/unit` by their ids, where each is known. */
function findFigure(world: World, text: string): string | null {
  const written = splitFigure(text);
  if (!written) return null;
  const programme = findKnown(world.programmeNames, written.programme);
  const unit = findKnown(world.unitNames, written.unit);
  const draft = programme === undefined ? undefined : world.programmeById.get(programme);
  const period = draft ? findPeriod(draft, written.period) : null;
  return period && unit !== undefined ? `${programme}/${period.id}/${unit}` : null;
}

/** Whether a file that could not be read, or a programme whose file is at fault, may have what an appeal is against. */
function isUnsure({ awards, tasks, corrections, unitNames, programmeNames, programmeById, folder }: World, text: string): boolean {
  if ([awards, tasks, corrections, unitNames, programmeNames].some(({ silent }) => silent) || folder.unread.has('sessions')) return true;
  const programme = findKnown(programmeNames, text.split('/')[0] as string);
  return programme !== undefined && !programmeById.has(programme);
}

function resolveAgainst(world: World, text: string, row: RowContext): string {
  if (text === '') return text;
  const id = [world.awards, world.tasks, world.corrections].map((names) => findKnown(names, text)).find((found) => found !== undefined);
  const against = id ?? findFigure(world, text);
  if (against === null && !isUnsure(world, text)) row.fault('against-unknown', 'against');
  return against ?? text;
}

const DECIDED: ReadonlySet<string> = new Set(['upheld', 'partly_upheld', 'rejected']);

/** Reads `appeals`. */
export async function readAppeals(world: World): Promise<readonly Appeal[]> {
  const appeals: Appeal[] = [];
  const keys = createKeys();
  await eachRow(world.folder.tables, 'appeals', world, (cells, row) => {
    if (cells.appeal === '' || !isFirst(keys, cells.appeal, row, 'appeal')) return;
    const isDecided = DECIDED.has(cells.state) && !row.isFaulty('state');
    if (isDecided && cells.decided_on === null && row.isBlank('decided_on')) row.fault('appeal-date-missing', 'state');
    checkOrder(row, ['filed_on', cells.filed_on], ['decided_on', cells.decided_on]);
    appeals.push({
      id: cells.appeal,
      against: resolveAgainst(world, cells.against, row),
      filedOn: cells.filed_on,
      unit: resolveUnit(world, cells.unit, row),
      state: cells.state,
      decidedOn: cells.decided_on,
      decision: cells.decision,
      correction: resolve(world.corrections, 'correction', cells.correction, row, 'correction'),
      place: row.place(),
    });
  });
  return appeals;
}
