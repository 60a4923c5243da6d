/**
 * The input files that may be named (原始表格). The name of one of which no row is public tells what is to come, and the hash of a short one can
 * be found by trying; with the first row that comes out, both stand there.
 */
import { hasFigureOut } from '../model/figuresOut.ts';
import type { Figures, Portal, Programme } from '../model/portal.ts';
import type { Place } from '../problems.ts';
import type { InputFile } from '../read/rows.ts';

/** The inputs of `portal` but those that only gave rows that are not in `shown`, what may be told of it. */
export function publicInputs(portal: Portal, shown: Portal): readonly InputFile[] {
  const told = new Set(filesOf(shown));
  const held = new Set(filesOf(portal).filter((file) => !told.has(file)));
  return held.size === 0 ? portal.inputs : portal.inputs.filter(({ file }) => !held.has(file));
}

type Placed = { readonly place: Place };

function filesOf(portal: Portal): string[] {
  const files = new Set<string>();
  const add = (rows: Iterable<Placed>): void => {
    for (const { place } of rows) files.add(place.file);
  };
  for (const rows of [portal.units, portal.units.flatMap(({ events }) => events), portal.documents.values()]) add(rows);
  for (const rows of [portal.corrections, portal.appeals]) add(rows);
  for (const programme of portal.programmes) {
    const { memberships, indicators, adjustments, awards, tasks, sessions, filings } = programme;
    for (const rows of [memberships, indicators, adjustments, awards, tasks, sessions, filings]) add(rows);
    for (const { units, events, milestones, progress } of tasks) for (const rows of [units, events, milestones, progress]) add(rows);
    for (const figures of [programme.scores, programme.observations]) addFigures(programme, figures, files);
  }
  return [...files];
}

function addFigures(programme: Programme, { periods, files, notes }: Figures, found: Set<string>): void {
  for (const [at, own] of (files ?? []).entries()) {
    if (own.size > 0 && hasFigureOut(programme, periods[at]?.id ?? '', null)) for (const file of own) found.add(file);
  }
  for (const { place, earlier } of notes.values()) for (const { file } of [place, ...earlier.map((one) => one.place)]) found.add(file);
}
