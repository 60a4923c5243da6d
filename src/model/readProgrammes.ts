/** Programmes before their rows: files, memberships, indicators, sessions. */
import { INTERFACE_LANGUAGES } from '../i18n/index.ts';
import { fileOf } from '../problems.ts';
import { makeId } from '../read/cell.ts';
import type { YamlSource } from '../read/rows.ts';
import { checkOrder } from './dateOrder.ts';
import { areTogether } from './days.ts';
import { findIdFault, showUnsafe, toId } from './id.ts';
import { addId, addName, createNames, foldName, type Names } from './names.ts';
import { scaleValue } from './number.ts';
import { toSessionPeriod } from './period.ts';
import { resolvePeriod } from './periodCell.ts';
import type { Session } from './portal.ts';
import { orderProgrammes } from './programmeOrder.ts';
import { type ProgrammeSpec, programmeSchema } from './programmeSchema.ts';
import { loseRow, resolve, resolveProgramme, resolveUnit } from './resolve.ts';
import type { RowContext } from './rowContext.ts';
import { eachRow } from './rows.ts';
import { createKeys, isFirst, reportRepeat } from './sameRow.ts';
import { parseSpec } from './spec.ts';
import { textsOf } from './text.ts';
import { type ProgrammeDraft, splitYears, type World } from './world.ts';

interface Listed {
  readonly id: string;
  readonly name?: unknown;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Whether two dimensions are ranked for one group: each group may have its own. */
function meetInAGroup({ groups }: ProgrammeSpec, a: string, b: string): boolean {
  const lists = Array.isArray(groups) ? groups.flatMap((group) => (typeof group === 'object' && group.dimensions ? [group.dimensions] : [])) : [];
  const isFullySaid = Array.isArray(groups) && lists.length === groups.length && lists.length > 0;
  return !isFullySaid || lists.some((list) => list.includes(a) && list.includes(b));
}

const namesOf = ({ name }: Listed): readonly string[] => textsOf((name as string | undefined) ?? null);

/** Lists whose names stand beside one another on pages and in cells. */
const NAMED_APART: ReadonlySet<string> = new Set(['dimensions', 'groups']);

/** Ids and names of a list in a programme's file; reports ids that are unsafe, taken or used twice. */
function nameList(
  draft: { readonly source: YamlSource; readonly world: World },
  key: string,
  list: readonly (string | Listed)[] | undefined,
  place: 'dimension' | 'other' = 'other',
  meet: (a: string, b: string) => boolean = () => true,
): Names {
  // Of an id at fault nobody knows what it should be, nor what refers to it; a name that two share is told here, not at every row.
  let isUnsure = false;
  const shared = new Set<string>();
  const names = createNames(() => isUnsure, shared);
  for (const [i, item] of (list ?? []).entries()) {
    const id = typeof item === 'string' ? item : item.id;
    const at = draft.source.at(typeof item === 'string' ? [key, i] : [key, i, 'id']);
    const fault = findIdFault(id, place);
    if (fault) draft.world.problems.error(fault, at, { header: `${key}.id`, value: showUnsafe(id), mend: makeId(id) });
    const isTwice = addId(names, id) !== null;
    if (isTwice) draft.world.problems.error('id-twice', at, { header: `${key}.id`, value: id });
    isUnsure ||= fault !== null || isTwice;
    if (typeof item === 'string') continue;
    const before = (list ?? []).slice(0, i).filter((other) => typeof other !== 'string');
    for (const [which, name] of namesOf(item).entries()) {
      // Two names may well have one translation.
      const other =
        which === 0 &&
        before.find((one) => one.id !== id && namesOf(one)[0] === name && areTogether(one, item) && meet(one.id as string, id as string));
      if (other && NAMED_APART.has(key) && !shared.has(foldName(name))) {
        draft.world.problems.error('name-twice', draft.source.at([key, i, 'name']), { header: `${key}.name`, value: name, other: other.id });
        shared.add(foldName(name));
      }
      addName(names, id, name);
    }
  }
  return names;
}

/** The id of a programme whose file says none. */
function idOfFile(file: string): string {
  return (file.split('/').at(-1) as string).replace(/\.ya?ml$/i, '');
}

/** The names in a file that is at fault. */
function findWrittenNames({ data }: YamlSource): readonly string[] {
  const name = typeof data === 'object' && data !== null && 'name' in data ? data.name : null;
  const names: readonly unknown[] = typeof name === 'object' && name !== null ? Object.values(name) : [name];
  return names.filter((one) => typeof one === 'string');
}

/** Folders of the site that are named for languages. */
const LANGUAGES_TAKEN: readonly string[] = INTERFACE_LANGUAGES.map((lang) => lang.toLowerCase());

/** A file's name that may be an id: of units, which the site itself needs, `units-1`. */
function mendFile(id: string): string {
  const made = makeId(id);
  return findIdFault(made, 'programme', LANGUAGES_TAKEN) ? `${made || 'programme'}-1` : made;
}

/** The id of a programme, told where it may not be one; null where another has it. */
function takeId(world: World, source: YamlSource, given: string | undefined): string | null {
  const fileId = idOfFile(source.file);
  const written = source.text(['id']);
  const id = (given ?? written ?? fileId).normalize('NFC');
  const fault = findIdFault(
    id,
    'programme',
    world.languages.map((lang) => lang.toLowerCase()),
  );
  if (fault) {
    if (written === undefined) world.problems.error('programme-file-id', fileOf(source.file), { value: fileId, mend: mendFile(fileId) });
    else world.problems.error(fault, source.at(['id']), { header: 'id', value: showUnsafe(id), mend: makeId(id) });
    // What rows call it, most likely: they are passed over.
    if (fileId !== id) addId(world.programmeNames, fileId);
  }
  if (addId(world.programmeNames, id) === null) return id;
  world.problems.error('id-twice', source.at(['id']), { header: 'id', value: id });
  return null;
}

/** A programme of which no rows were read yet. */
function createDraft(id: string, spec: ProgrammeSpec, source: YamlSource, world: World): ProgrammeDraft {
  const at = { source, world };
  const among = (table: keyof World['lost']): Names =>
    createNames(() => world.folder.unread.has(table) || world.nameless.has(table), world.lost[table]);
  return {
    id,
    spec,
    source,
    yearStarts: spec.year_starts ?? world.config.yearStarts,
    splitYears: spec.year_starts === undefined ? world.splitYears : splitYears(spec.year_starts),
    cadence: spec.cadence ?? null,
    memberships: [],
    foundGroups: new Map(),
    groups: Array.isArray(spec.groups) ? nameList(at, 'groups', spec.groups) : among('memberships'),
    indicators: [],
    unsureIndicators: new Set(),
    indicatorNames: among('indicators'),
    dimensions: Array.isArray(spec.dimensions)
      ? nameList(at, 'dimensions', spec.dimensions, 'dimension', (a, b) => meetInAGroup(spec, a, b))
      : among('indicators'),
    instruments: nameList(at, 'instruments', spec.instruments),
    sessions: [],
    sessionNames: among('sessions'),
    sessionPeriods: new Map(),
    periods: new Map(),
  };
}

function readDraft(world: World, source: YamlSource): void {
  const spec = parseSpec(programmeSchema, source, world.problems);
  const id = takeId(world, source, spec?.id);
  if (id === null) return;
  const names = spec ? textsOf(spec.name) : findWrittenNames(source);
  for (const name of names) addName(world.programmeNames, id, name);
  if (names.length === 0) world.namelessProgrammes.add(source.file);
  if (!spec) return;
  const draft = createDraft(id, spec, source, world);
  world.programmes.push(draft);
  world.programmeById.set(id, draft);
}

/** Takes the programmes’ files into the world, in the order in which they stand everywhere. */
export function readProgrammes(world: World): void {
  for (const source of world.folder.programmes) readDraft(world, source);
  // Rows of a programme whose file cannot be read are passed over: what is wrong has been said once.
  for (const file of world.folder.unreadProgrammes) addId(world.programmeNames, idOfFile(file));
  orderProgrammes(world);
}

/** Whether the memberships make the groups: said so, or no groups are listed. */
function makesGroups(draft: ProgrammeDraft): boolean {
  return !Array.isArray(draft.spec.groups);
}

/** The group of a membership; a group that memberships make gets its id from its name. */
function resolveGroup(draft: ProgrammeDraft, text: string, row: RowContext): string | null {
  if (text !== '' && makesGroups(draft)) {
    const id = toId(text);
    if (findIdFault(id)) {
      row.faultOnce('id-unsafe', 'group');
      return null;
    }
    if (!draft.foundGroups.has(id)) {
      draft.foundGroups.set(id, text);
      addId(draft.groups, id);
      addName(draft.groups, id, text);
    }
    return id;
  }
  return resolve(draft.groups, 'group', text, row, 'group');
}

/** Reads `memberships` into the programmes. */
export async function readMemberships(world: World): Promise<void> {
  const keys = createKeys();
  await eachRow(world.folder.tables, 'memberships', world, (cells, row) => {
    const unit = resolveUnit(world, cells.unit, row);
    const draft = resolveProgramme(world, cells.programme, row);
    if (!draft) return loseRow(world.lost.memberships, row, [cells.group, toId(cells.group)]);
    const group = resolveGroup(draft, cells.group, row);
    if (unit === null || group === null) return;
    checkOrder(row, ['from', cells.from], ['to', cells.to]);
    const set = cells.weight_set;
    if (set && !Object.hasOwn(draft.spec.weight_sets ?? {}, set)) row.faultOnce('weight-set-unknown', 'weight_set', { near: 0 });
    if (!isFirst(keys, `${draft.id} ${group} ${unit} ${cells.from ?? ''}`.trimEnd(), row, 'unit')) return;
    draft.memberships.push({ group, unit, from: cells.from, to: cells.to, weightSet: set, place: row.place() });
  });
}

/** As many as a programme's file may ask for. NaN stands for what is no number, and was reported as such. */
function isDecimals(n: number): boolean {
  return Number.isNaN(n) || (Number.isInteger(n) && n >= 0 && n <= 8);
}

/** Columns that say where an indicator counts, how much, and when. */
const WEIGHING = ['dimension', 'weight', 'valid_from', 'valid_to'] as const;

/** Reads `indicators` into the programmes. */
export async function readIndicators(world: World): Promise<void> {
  const keys = createKeys();
  await eachRow(world.folder.tables, 'indicators', world, (cells, row) => {
    const draft = resolveProgramme(world, cells.programme, row);
    const names = [...textsOf(cells.name), ...(cells.aliases ?? []), row.text('indicator')];
    if (!draft) loseRow(world.lost.indicators, row, [cells.indicator, ...names]);
    if (!draft || cells.indicator === '' || !isFirst(keys, `${draft.id} ${cells.indicator}`, row, 'indicator')) return;
    const id = cells.indicator;
    const listed = Array.isArray(draft.spec.dimensions);
    if (!listed && findIdFault(id, 'dimension')) row.fault('id-reserved', 'indicator');
    const dimension = listed ? resolve(draft.dimensions, 'dimension', cells.dimension, row, 'dimension') : null;
    if (cells.direction === 'target' && cells.target === null && row.isBlank('target')) row.warn('target-missing', 'indicator');
    if (cells.weight !== null && cells.weight < 0) row.fault('weight-negative', 'weight');
    if (cells.scale !== null && cells.scale <= 0) row.fault('scale-not-positive', 'scale');
    if (cells.decimals !== null && !isDecimals(cells.decimals)) row.fault('decimals-range', 'decimals');
    const isReversed = checkOrder(row, ['valid_from', cells.valid_from], ['valid_to', cells.valid_to]);
    if (WEIGHING.some((column) => row.isFaulty(column))) draft.unsureIndicators.add(id);
    addId(draft.indicatorNames, id);
    const aliases = cells.aliases ?? [];
    for (const name of names) addName(draft.indicatorNames, id, name);
    draft.indicators.push({
      id,
      programme: draft.id,
      dimension,
      name: cells.name,
      aliases,
      unitLabel: cells.unit_label,
      direction: cells.direction,
      target: scaleValue(cells.target, cells.scale),
      weight: cells.weight,
      basis: cells.basis,
      decimals: cells.decimals,
      scale: cells.scale,
      definition: cells.definition,
      source: cells.source,
      methodVersion: cells.method_version,
      validFrom: isReversed ? null : cells.valid_from,
      validTo: isReversed ? null : cells.valid_to,
      place: row.place(),
    });
  });
  for (const draft of world.programmes) if (!Array.isArray(draft.spec.dimensions)) nameIndicatorDimensions(draft);
}

/** Where indicators are the dimensions, a dimension answers to whatever its indicator answers to. */
function nameIndicatorDimensions(draft: ProgrammeDraft): void {
  for (const { id, name, aliases } of draft.indicators) {
    addId(draft.dimensions, id);
    for (const text of [...textsOf(name), ...aliases]) addName(draft.dimensions, id, text);
  }
}

function checkSession(session: Session, row: RowContext): void {
  const unheld = session.status === 'not_held' || session.status === 'cancelled';
  if (unheld && session.reason === null && row.isBlank('reason'))
    row.fault('session-reason-missing', row.source.columns.includes('reason') ? 'reason' : 'session', { session: session.id });
  if ((session.status === 'final' || session.status === 'revised') && session.heldOn === null && row.isBlank('held_on'))
    row.fault('session-date-missing', 'held_on', { session: session.id });
  if (unheld && session.heldOn !== null) row.fault('session-held', 'held_on', { session: session.id, status: session.status });
}

/** Reads `sessions` into the programmes, by ordinal. */
export async function readSessions(world: World): Promise<void> {
  await eachRow(world.folder.tables, 'sessions', world, (cells, row) => {
    const draft = resolveProgramme(world, cells.programme, row);
    if (!draft) return loseRow(world.lost.sessions, row, [cells.session]);
    if (cells.session === '') return;
    const first = draft.sessions.find(({ id }) => id.toLowerCase() === cells.session.toLowerCase());
    if (first) return reportRepeat(row, 'session', first.place, cells.session);
    const reviews = resolvePeriod(draft, cells.reviews, row, 'reviews');
    const session: Session = {
      id: cells.session,
      programme: draft.id,
      ordinal: cells.ordinal ?? draft.sessions.length + 1,
      heldOn: cells.held_on,
      reviews,
      publishedOn: cells.published_on,
      status: cells.status ?? (cells.held_on ? 'final' : 'scheduled'),
      reason: cells.reason,
      place: row.place(),
    };
    checkSession(session, row);
    draft.sessions.push(session);
    addId(draft.sessionNames, session.id);
    draft.sessionPeriods.set(session.id.toLowerCase(), toSessionPeriod(session));
  });
  for (const draft of world.programmes) {
    draft.sessions.sort((a, b) => a.ordinal - b.ordinal);
    draft.periods.clear();
  }
}
