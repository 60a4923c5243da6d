/**
 * What the pages of one programme share: names, and which of its tasks and awards may be shown. Worked out once a programme, when the
 * first page asks for it.
 */
import type { AwardResult, ProgrammeResult, TaskResult, UnrecordedAward } from '../assess/results.ts';
import { holderKey, taskOf } from '../model/award.ts';
import { type InstrumentConfig, isInternal, type PortalConfig, type ProgrammeConfig, type Tone } from '../model/config.ts';
import { compareDays } from '../model/days.ts';
import type { Document, Portal } from '../model/portal.ts';
import type { Text } from '../model/text.ts';
import { type Named, nameOf } from './name.ts';
import type { Site } from './page.ts';

export type UnitNames = Readonly<Record<string, Named>>;

export interface InstrumentFace extends Named {
  readonly instrument: string;
  readonly kind: string;
  readonly tone: Tone;
  readonly color: string | null;
  readonly holder: 'unit' | 'task' | 'person';
  readonly holding: InstrumentConfig['holding'];
  readonly scope: InstrumentConfig['scope'];
  readonly severity: number;
  readonly description: Text | null;
}

export interface DocumentView {
  readonly document: string;
  readonly title: Text;
  readonly number: string | null;
  readonly issuer: Text | null;
  readonly made_on: string | null;
  readonly published_on: string | null;
  /** 索引号 */
  readonly index_no: string | null;
  /** 公开形式, 有效性: as the office wrote them. */
  readonly openness: string | null;
  readonly validity: string | null;
  readonly url: string | null;
}

export interface ProgrammeSource {
  readonly portal: Portal;
  readonly site: Site;
  readonly result: ProgrammeResult;
  readonly config: ProgrammeConfig;
  named(text: Text): Named;
  /** Names of units, each once. Ids that are no unit are left out. */
  unitNames(ids: Iterable<string>): UnitNames;
  instrument(id: string): InstrumentConfig | undefined;
  /** Whether it may be said of an instrument who holds it. */
  isListed(instrument: string): boolean;
  /** Instruments that may be spoken of in public. */
  readonly instruments: readonly InstrumentConfig[];
  readonly faces: readonly InstrumentFace[];
  document(id: string | null): DocumentView | null;
  /** Awards whose holders may be named, newest first. */
  awards(): readonly AwardResult[];
  award(id: string): AwardResult | undefined;
  /** What rules give and the record does not have, newest first; of the same instruments. */
  unrecorded(): readonly UnrecordedAward[];
  /** Awards and distinct holders held on the as-of date, of each instrument that is held: two counts, never subtracted. */
  heldNow(): readonly { readonly face: InstrumentFace; readonly awards: number; readonly holders: number }[];
  awardsOfHolder(holder: string): readonly AwardResult[];
  awardsOfTask(task: string): readonly AwardResult[];
  /** Tasks that are counted; of these, the ones with a page. */
  countedTasks(): readonly TaskResult[];
  listedTasks(): readonly TaskResult[];
  task(id: string): TaskResult | undefined;
}

/** Computes once, at the first call. */
function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function faceOf(instrument: InstrumentConfig, portal: PortalConfig): InstrumentFace {
  const { id, kind, tone, color, holder, holding, scope, severity, description } = instrument;
  return { instrument: id, ...nameOf(instrument.name, portal), kind, tone, color, holder, holding, scope, severity, description };
}

/** A document as pages tell it; null for none, and for one that is not out. */
export function findDocument({ documents }: Portal, of: string | null): DocumentView | null {
  const document = documents.get(of ?? '');
  return document ? documentView(document) : null;
}

function documentView(document: Document): DocumentView {
  const { id, title, number, issuer, madeOn, publishedOn, indexNo, openness, validity, url } = document;
  return { document: id, title, number, issuer, made_on: madeOn, published_on: publishedOn, index_no: indexNo, openness, validity, url };
}

/** A person who is not named counts as one holder an award. */
function heldNow({ awards }: ProgrammeResult, faces: readonly InstrumentFace[]): ReturnType<ProgrammeSource['heldNow']> {
  const held = Map.groupBy(
    awards.filter(({ current }) => current),
    ({ instrument }) => instrument.id,
  );
  return faces.flatMap((face) => {
    const own = held.get(face.instrument);
    return own ? [{ face, awards: own.length, holders: new Set(own.map(({ award }) => holderKey(award))).size }] : [];
  });
}

const NONE: readonly never[] = [];

/** What the pages of a programme share; each part is worked out when it is first asked for. */
export function programmeSource(site: Site, result: ProgrammeResult): ProgrammeSource {
  const { portal } = site.assessment;
  const { config } = result.programme;
  const instruments = config.instruments.filter((instrument) => !isInternal(instrument));
  const instrumentById = new Map(instruments.map((instrument) => [instrument.id, instrument]));
  const faces = instruments.map((instrument) => faceOf(instrument, portal.config));
  const isListed = (id: string): boolean => {
    const instrument = instrumentById.get(id);
    return instrument?.visibility === 'names' && instrument.holder !== 'person';
  };
  const awards = lazy(() =>
    result.awards
      .filter((one) => one.instrument.visibility === 'names' && one.award.holderType !== 'person')
      .sort((a, b) => compareDays(b.award.awardedOn, a.award.awardedOn)),
  );
  const unrecorded = lazy(() => result.unrecorded.filter(({ instrument }) => isListed(instrument)).toReversed());
  const awardById = lazy(() => new Map(awards().map((award) => [award.award.id, award])));
  const byHolder = lazy(() => Map.groupBy(awards(), ({ award }) => award.holder));
  const byTask = lazy(() => Map.groupBy(awards(), ({ award }) => taskOf(award)));
  const countedTasks = lazy(() => result.tasks.filter(({ task }) => !isInternal(task)));
  const listedTasks = lazy(() => result.tasks.filter((task) => task.task.visibility === 'names'));
  const taskById = lazy(() => new Map(listedTasks().map((task) => [task.task.id, task])));
  return {
    portal,
    site,
    result,
    config,
    named: (text) => nameOf(text, portal.config),
    unitNames(ids) {
      const names: Record<string, Named> = {};
      for (const id of ids) {
        const unit = Object.hasOwn(names, id) ? undefined : portal.unitById.get(id);
        if (unit) names[id] = nameOf(unit.name, portal.config);
      }
      return names;
    },
    instrument: (id) => instrumentById.get(id),
    isListed,
    instruments,
    faces,
    document: (id) => findDocument(portal, id),
    awards,
    award: (id) => awardById().get(id),
    unrecorded,
    heldNow: () => heldNow(result, faces),
    awardsOfHolder: (holder) => byHolder().get(holder) ?? NONE,
    awardsOfTask: (task) => byTask().get(task) ?? NONE,
    countedTasks,
    listedTasks,
    task: (id) => taskById().get(id),
  };
}
