/** A folder of rows becomes a valid portal, or problems. After this nobody checks again. */
import { fileOf, type Problems } from '../problems.ts';
import { DEFAULT_LANGUAGE } from '../read/language.ts';
import type { Folder, Path, YamlSource } from '../read/rows.ts';
import { checkProgramme } from './checkProgramme.ts';
import { reportCircles } from './circle.ts';
import { type Collected, type Collector, findUnitsWithFigures, hasFigures, packFigures } from './collector.ts';
import type { PortalConfig } from './config.ts';
import { resolveCounts } from './countWhere.ts';
import { dateRevisions } from './dateRevisions.ts';
import { findLatestDate } from './latestDate.ts';
import { findKnown, isPassedOver } from './names.ts';
import { findInLines, findPersonalData } from './personal.ts';
import type { Adjustment, Award, Portal, Programme } from './portal.ts';
import { parseAsOf, parsePortalConfig } from './portalSchema.ts';
import { toProgrammeConfig } from './programmeConfig.ts';
import { type FilingKinds, type ReadFilings, readAdjustments, readAwards, readFilings } from './readAwards.ts';
import { collectFigures } from './readFigures.ts';
import { readIndicators, readMemberships, readProgrammes, readSessions } from './readProgrammes.ts';
import { readAppeals, readCorrections } from './readRecords.ts';
import { type FoundTaskLists, type ReadTasks, readTasks } from './readTasks.ts';
import { readDocuments, readUnits } from './readUnits.ts';
import { reportRepeated } from './repeated.ts';
import { singleParams } from './resolve.ts';
import { TOTAL } from './total.ts';
import { createWorld, type ProgrammeDraft, type World } from './world.ts';

interface PortalOptions {
  /** The day of the build, for `as_of: today`. */
  readonly today: string;
  /** Overrides portal.yaml: a day, `today` or `latest`; null = what the file says. */
  readonly asOf: string | null;
}

/** Stands in for a configuration at fault, so that the tables are checked all the same. */
const FALLBACK: PortalConfig = {
  title: '',
  description: null,
  publisher: { name: '', url: null, phone: null, email: null },
  languages: [DEFAULT_LANGUAGE],
  licence: null,
  asOf: 'latest',
  site: null,
  fictional: false,
  yearStarts: 1,
  workCalendar: null,
  footer: { organiser: null, icp: null, police: null, siteCode: null, links: [] },
  brand: { accent: null, emblem: null, shortTitle: null },
  column: null,
  contentSource: null,
};

/** The office's mailbox may stand in rows, whatever else is wrong in its file. */
function standIn(portal: YamlSource): PortalConfig {
  return { ...FALLBACK, publisher: { ...FALLBACK.publisher, email: portal.text(['publisher', 'email']) ?? null } };
}

interface Records {
  readonly scores: Collected;
  readonly observations: Collected;
  readonly tasks: ReadTasks;
  readonly adjustments: ReadonlyMap<string, readonly Adjustment[]>;
  readonly awards: ReadonlyMap<string, readonly Award[]>;
  readonly filings: ReadFilings;
}

/** Reads in the order in which tables refer to one another. */
async function readRecords(world: World): Promise<Records> {
  const scores = await collectFigures(world, 'scores');
  const observations = await collectFigures(world, 'observations');
  const tasks = await readTasks(world);
  const adjustments = await readAdjustments(world, [scores, observations]);
  const awards = await readAwards(world);
  const filings = await readFilings(world);
  return { scores, observations, tasks, adjustments, awards, filings };
}

function findAuthority(world: World, draft: ProgrammeDraft): string | null {
  const { authority } = draft.spec;
  if (!authority) return null;
  const id = findKnown(world.documentNames, authority);
  const place = draft.source.at(['authority']);
  if (id === undefined && !isPassedOver(world.documentNames, authority) && !findPersonalData(authority))
    world.problems.error('document-unknown', place, { header: 'authority', value: authority, ...singleParams(null) });
  return id ?? null;
}

/** A programme's units: its members, and every unit that has a figure in it; without either, those that hold its awards. */
function findUnits(world: World, draft: ProgrammeDraft, collected: readonly Collected[], awards: readonly Award[]): readonly number[] {
  const members = new Set(draft.memberships.map(({ unit }) => unit));
  const indexes = new Set<number>();
  for (const [i, { id }] of world.units.entries()) if (members.has(id)) indexes.add(i);
  for (const table of collected) {
    const collector = table.get(draft.id);
    if (collector && indexes.size < world.units.length) for (const index of findUnitsWithFigures(collector)) indexes.add(index);
  }
  if (indexes.size === 0) {
    const holders = new Set(awards.map(({ holder }) => holder));
    for (const [i, { id }] of world.units.entries()) if (holders.has(id)) indexes.add(i);
  }
  return [...indexes].sort((a, b) => a - b);
}

/** The earliest end of a period with figures; null without any. */
function findFirstEnd(collectors: readonly Collector[]): string | null {
  const ends = collectors.flatMap(({ sheets }) => [...sheets.values()].map(({ period }) => period.end));
  return ends.sort()[0] ?? null;
}

function toProgramme(world: World, draft: ProgrammeDraft, records: Records): Programme {
  const { id } = draft;
  const tasks = records.tasks.byProgramme.get(id) ?? [];
  const kinds = [...(records.filings.found.get(id) as FilingKinds)];
  const found = {
    ...(records.tasks.found.get(id) as FoundTaskLists),
    stages: new Map(kinds.map(([kind, { stages }]) => [kind, stages.found])),
    outcomes: new Map(kinds.map(([kind, { outcomes }]) => [kind, outcomes.found])),
    hasTasks: tasks.length > 0,
  };
  const written = toProgrammeConfig(draft, found, findAuthority(world, draft));
  const config = resolveCounts(world, draft, written);
  const scores = records.scores.get(id) as Collector;
  const observations = records.observations.get(id) as Collector;
  checkProgramme(world, draft, config, {
    hasFigures: [scores, observations].some(({ sheets }) => sheets.size > 0),
    firstEnd: findFirstEnd([scores, observations]),
    hasTotals: scores.unsure || hasFigures(scores, TOTAL),
    hasScores: (dimension) => scores.unsure || hasFigures(scores, dimension),
    hasValues: (indicator) => hasFigures(observations, indicator),
  });
  const units = findUnits(world, draft, [records.scores, records.observations], records.awards.get(id) ?? []);
  const pack = (table: Collected) => packFigures(table.get(id) as Collector, world.units, units);
  return {
    config,
    memberships: draft.memberships,
    hasMemberships: draft.memberships.length > 0,
    unknown: new Set(),
    indicators: draft.indicators,
    scores: pack(records.scores),
    observations: pack(records.observations),
    adjustments: records.adjustments.get(id) ?? [],
    awards: records.awards.get(id) ?? [],
    tasks,
    sessions: draft.sessions,
    filings: records.filings.byProgramme.get(id) ?? [],
  };
}

/** Names of files become addresses, or stand in the manifest. */
function checkFileNames({ folder, problems }: World): void {
  for (const { file } of folder.inputs()) {
    const personal = findPersonalData(file);
    if (personal) problems.error('personal-file-name', fileOf(file), { value: personal.masked });
  }
}

/** Keys of a configuration file may be ids or names, and are published like its texts. */
function checkKeys(source: YamlSource, value: unknown, path: Path, problems: Problems): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const step = [...path, Array.isArray(value) ? Number(key) : key];
    const personal = Array.isArray(value) ? null : findPersonalData(key);
    const header = path.filter((part) => typeof part === 'string').join('.') || source.file;
    if (personal) problems.error(`personal-${personal.kind}`, source.keyAt(step), { header, value: personal.masked });
    checkKeys(source, inner, step, problems);
  }
}

/** Prose is published as it stands, so that no personal number may be in it. */
function checkPages({ folder, problems }: World): void {
  for (const page of folder.pages) {
    for (const { line, personal } of findInLines(folder.pageText(page), true))
      problems.error(`personal-${personal.kind}`, { file: page, line, column: null }, { header: page, value: personal.masked });
  }
}

function resolveAsOf(asOf: string, portal: Portal, today: string): string {
  if (asOf === 'today') return today;
  return asOf === 'latest' ? (findLatestDate(portal, today) ?? today) : asOf;
}

/**
 * The portal that a folder holds; null when there is any problem of severity `error`. Every problem is collected, none is thrown. The
 * tables are read once each, in the order in which they refer to one another.
 */
export async function parsePortal(folder: Folder, problems: Problems, options: PortalOptions): Promise<Portal | null> {
  if (!folder.portal) {
    if (!problems.failed) problems.error('portal-missing', fileOf('portal.yaml'));
    return null;
  }
  const config = parsePortalConfig(folder.portal, problems) ?? standIn(folder.portal);
  const asked = parseAsOf(options.asOf ?? config.asOf);
  if (asked === null) problems.error('as-of-unreadable', fileOf('portal.yaml'), { value: options.asOf ?? config.asOf });
  const { today } = options;
  const lastDay = asked === null || asked === 'today' || asked === 'latest' ? today : asked;
  const world = createWorld(folder, problems, config, { today, lastDay });
  await readDocuments(world);
  await readUnits(world);
  readProgrammes(world);
  await readMemberships(world);
  await readIndicators(world);
  await readSessions(world);
  const parents = world.programmes.map(({ id, spec, source }) => ({ id, above: spec.parent ?? null, place: source.at(['parent']) }));
  reportCircles(parents, 'parent', problems);
  const records = await readRecords(world);
  const programmes = world.programmes.map((draft) => toProgramme(world, draft, records));
  const corrections = await readCorrections(world, [records.scores, records.observations]);
  const appeals = await readAppeals(world);
  for (const fault of world.repeated.values()) reportRepeated(fault, problems);
  for (const source of [folder.portal, ...folder.programmes]) checkKeys(source, source.data, [], problems);
  checkFileNames(world);
  checkPages(world);
  if (problems.failed || asked === null) return null;
  const portal: Portal = {
    config,
    asOf: '',
    units: world.units,
    unitById: new Map(world.units.map((unit) => [unit.id, unit])),
    programmes: programmes.map((programme) => dateRevisions(programme, corrections)),
    documents: world.documents,
    corrections,
    appeals,
    inputs: folder.inputs(),
  };
  return { ...portal, asOf: resolveAsOf(asked, portal, today) };
}
