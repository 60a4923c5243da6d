/** Corrections and appeals: what happened to figures after they were published. */
import { addId, findKnown } from './names.ts';
import { type Period, parsePeriod } from './period.ts';
import type { Appeal, Correction } from './portal.ts';
import { eachRow, type RowContext } from './rows.ts';
import {
  checkOrder,
  createKeys,
  findPeriod,
  isFirst,
  resolve,
  resolveDocument,
  resolvePeriod,
  resolveProgramme,
  resolveUnit,
  type World,
} from './world.ts';

/** The period of a correction that belongs to no programme. */
function resolvePlainPeriod(world: World, text: string | null, row: RowContext): Period | null {
  if (text === null) return null;
  const period = parsePeriod(text, { yearStarts: world.config.yearStarts });
  if (!period) row.faultOnce('period-unknown', 'period');
  return period;
}

export async function readCorrections(world: World): Promise<readonly Correction[]> {
  const corrections: Correction[] = [];
  const keys = createKeys();
  await eachRow(world.folder.tables, 'corrections', world, (cells, row) => {
    if (cells.correction === '' || !isFirst(keys, cells.correction, row, 'correction')) return;
    addId(world.corrections, cells.correction);
    const draft = resolveProgramme(world, cells.programme, row);
    corrections.push({
      id: cells.correction,
      kind: cells.kind,
      severity: cells.severity,
      publishedOn: cells.published_on,
      programme: draft?.id ?? null,
      period: draft ? resolvePeriod(draft, cells.period, row) : resolvePlainPeriod(world, cells.period, row),
      unit: resolveUnit(world, cells.unit, row),
      field: cells.field,
      old: cells.old,
      new: cells.new,
      reason: cells.reason,
      approvedBy: cells.approved_by,
      document: resolveDocument(world, cells.document, row),
      place: row.place(),
    });
  });
  return corrections;
}

/** `programme/period/unit`; the period may itself hold a slash (2018/19). */
function findFigure(world: World, text: string): string | null {
  const parts = text.split('/');
  if (parts.length < 3) return null;
  const programme = findKnown(world.programmeNames, parts[0] as string);
  const unit = findKnown(world.unitNames, parts.at(-1) as string);
  const draft = programme === undefined ? undefined : world.programmeById.get(programme);
  const written = parts.slice(1, -1).join('/');
  const period = draft ? findPeriod(draft, written) : null;
  return period && unit !== undefined ? `${programme}/${period.id}/${unit}` : null;
}

function resolveAgainst(world: World, text: string, row: RowContext): string {
  if (text === '') return text;
  const id = [world.awards, world.tasks, world.corrections].map((names) => findKnown(names, text)).find((found) => found !== undefined);
  const against = id ?? findFigure(world, text);
  if (against === null) row.fault('against-unknown', 'against');
  return against ?? text;
}

const DECIDED: ReadonlySet<string> = new Set(['upheld', 'partly_upheld', 'rejected']);

export async function readAppeals(world: World): Promise<readonly Appeal[]> {
  const appeals: Appeal[] = [];
  const keys = createKeys();
  await eachRow(world.folder.tables, 'appeals', world, (cells, row) => {
    if (cells.appeal === '' || !isFirst(keys, cells.appeal, row, 'appeal')) return;
    if (DECIDED.has(cells.state) && cells.decided_on === null && row.isBlank('decided_on')) row.fault('appeal-date-missing', 'state');
    checkOrder(row, cells.filed_on, cells.decided_on, 'decided_on');
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
