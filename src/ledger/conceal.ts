/**
 * What is internal (不公开), taken out of an assessment. Internal instruments, tasks and filings take part in everything that is worked out:
 * an internal notice may lead to a public card. After this nothing names them, and nothing that is left can be traced to one of them.
 */
import { countAwards } from '../assess/awardCounts.ts';
import { countFilings } from '../assess/filings.ts';
import { makeIsHidden, makeIsOfInternal } from '../assess/internalTasks.ts';
import type { Assessment, AwardResult, Fact, ProgrammeResult, TaskResult, UnrecordedAward } from '../assess/results.ts';
import { taskOf } from '../model/award.ts';
import { mapLeaves } from '../model/condition.ts';
import { type AwardRule, type InstrumentConfig, isInternal, type ProgrammeConfig, UNNAMED } from '../model/config.ts';
import type { Appeal, Correction, Filing, Portal, Programme, Task } from '../model/portal.ts';
import { dropUnusedWords } from './words.ts';

/** Ids that must not be named. Ids of awards and tasks are the portal's, those of instruments a programme's own. */
interface Hidden {
  readonly instruments: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of which it may not be said who holds one: these, and those whose holders are only counted. */
  readonly uncredited: ReadonlyMap<string, ReadonlySet<string>>;
  readonly tasks: ReadonlySet<string>;
  readonly awards: ReadonlySet<string>;
  /** Awards and tasks that are only counted: whoever appeals against one, or has one corrected, would be known by it. */
  readonly counted: ReadonlySet<string>;
}

/** The assessment as the public may see it; the very same where nothing is internal. */
export function conceal(assessment: Assessment): Assessment {
  const hidden = findHidden(assessment);
  const filings = assessment.portal.programmes.some((programme) => programme.filings.some(isInternal));
  const instruments = [...hidden.uncredited.values()].some((ids) => ids.size > 0);
  if (!instruments && !filings && hidden.tasks.size + hidden.counted.size === 0) return assessment;
  const programmes = assessment.programmes.map((result) => concealResult(result, hidden, assessment.portal.asOf));
  const programmeById = new Map(programmes.map((result) => [result.programme.config.id, result]));
  const portal: Portal = {
    ...assessment.portal,
    programmes: programmes.map(({ programme }) => programme),
    ...concealEntries(assessment.portal, hidden),
  };
  return { portal, programmes, programmeById };
}

/**
 * Without corrections of what is hidden, nor appeals against these or that; of others, none leads to such a correction. Of what is only
 * counted neither says whose it is, unless it is a figure that was corrected.
 */
function concealEntries({ corrections, appeals }: Portal, { awards, tasks, counted }: Hidden): Pick<Portal, 'corrections' | 'appeals'> {
  const isHidden = ({ award }: Correction): boolean => awards.has(award ?? '');
  const own = new Set(corrections.filter(isHidden).map(({ id }) => id));
  const isAgainstHidden = ({ against }: Appeal): boolean => [awards, tasks, own].some((ids) => ids.has(against));
  const isOfCounted = ({ award, field }: Correction): boolean => field === null && counted.has(award ?? '');
  const unnamed = new Set([...counted, ...corrections.filter(isOfCounted).map(({ id }) => id)]);
  return {
    corrections: corrections.filter((one) => !isHidden(one)).map((one) => (isOfCounted(one) ? { ...one, unit: null } : one)),
    appeals: appeals
      .filter((one) => !isAgainstHidden(one))
      .map((one) => ({ ...one, unit: unnamed.has(one.against) ? null : one.unit, correction: shown(one.correction, own) })),
  };
}

function findHidden({ programmes }: Assessment): Hidden {
  const instruments = new Map<string, ReadonlySet<string>>();
  const uncredited = new Map<string, ReadonlySet<string>>();
  const tasks = new Set<string>();
  const awards = new Set<string>();
  const counted = new Set<string>();
  for (const { programme } of programmes) {
    const own = programme.config.instruments.filter(isInternal).map(({ id }) => id);
    instruments.set(programme.config.id, new Set(own));
    const unnamed = programme.config.instruments.filter(({ visibility }) => visibility !== 'names');
    uncredited.set(programme.config.id, new Set(unnamed.map(({ id }) => id)));
    for (const task of programme.tasks) {
      if (isInternal(task)) tasks.add(task.id);
      else if (task.visibility !== 'names') counted.add(task.id);
    }
  }
  for (const { awards: given, programme } of programmes) {
    const isHidden = makeIsHidden(programme);
    for (const one of given) {
      if (isHidden(one)) awards.add(one.award.id);
      else if (one.instrument.visibility !== 'names' || one.award.holderType === 'person') counted.add(one.award.id);
    }
  }
  return { instruments, uncredited, tasks, awards, counted };
}

function concealResult(result: ProgrammeResult, hidden: Hidden, asOf: string): ProgrammeResult {
  const own = hidden.instruments.get(result.programme.config.id) ?? new Set<string>();
  const uncredited = hidden.uncredited.get(result.programme.config.id) ?? own;
  const config = concealConfig(result.programme.config, own);
  const programme = concealProgramme(result.programme, config, hidden);
  const instruments = new Map(config.instruments.map((instrument) => [instrument.id, instrument]));
  const tasks = new Map(programme.tasks.map((task) => [task.id, task]));
  const dropped = result.awards.filter(({ award }) => hidden.awards.has(award.id));
  const awards = result.awards.flatMap((one) => concealAward(one, instruments.get(one.instrument.id), uncredited, dropped, hidden));
  const isOfInternal = makeIsOfInternal(result.programme);
  return {
    ...result,
    programme,
    awards,
    awardCounts: countAwards(awards, asOf),
    // By the stages and outcomes that the rest of them have.
    filings: countFilings(programme),
    holes: result.holes.filter(({ family }) => config.families.some(({ id }) => id === family)),
    unrecorded: result.unrecorded.flatMap((one): readonly UnrecordedAward[] => {
      const instrument = instruments.get(one.instrument);
      if (!instrument || isOfInternal({ award: { ...one, holderType: instrument.holder }, instrument, batch: one.batch })) return [];
      return [{ ...one, task: shown(one.task, hidden.tasks), facts: concealFacts(one.facts, uncredited) }];
    }),
    tasks: result.tasks.flatMap((one): readonly TaskResult[] => {
      const task = tasks.get(one.task.id);
      return task ? [task === one.task ? one : { ...one, task }] : [];
    }),
  };
}

/** Without the instruments and the families that only they were of; rules that ask about them no longer say their names. */
function concealConfig(config: ProgrammeConfig, own: ReadonlySet<string>): ProgrammeConfig {
  if (own.size === 0) return config;
  const instruments = config.instruments.flatMap((instrument): readonly InstrumentConfig[] => {
    if (own.has(instrument.id)) return [];
    return [{ ...instrument, rule: instrument.rule && concealRule(instrument.rule, own) }];
  });
  const isEmptied = (family: string): boolean =>
    config.instruments.some((instrument) => instrument.family === family) && !instruments.some((instrument) => instrument.family === family);
  return { ...config, instruments, families: config.families.filter(({ id }) => !isEmptied(id)) };
}

function concealRule(rule: AwardRule, own: ReadonlySet<string>): AwardRule {
  return { ...rule, when: mapLeaves(rule.when, (leaf) => (leaf.type === 'instrument' && own.has(leaf.id) ? { ...leaf, id: UNNAMED } : leaf)) };
}

/** How often something internal was held is as internal as its name; so is how often one whose holders are only counted was held by this one. */
function concealFacts(facts: readonly Fact[], own: ReadonlySet<string>): readonly Fact[] {
  const isHidden = ({ type, of }: Fact): boolean => type === 'instrument' && of !== null && own.has(of);
  return facts.some(isHidden) ? facts.map((fact) => (isHidden(fact) ? concealFact(fact) : fact)) : facts;
}

function concealFact({ replaced: _, ...fact }: Fact): Fact {
  return { ...fact, of: UNNAMED, value: null };
}

function concealAward(
  one: AwardResult,
  instrument: InstrumentConfig | undefined,
  uncredited: ReadonlySet<string>,
  dropped: readonly AwardResult[],
  hidden: Hidden,
): readonly AwardResult[] {
  if (!instrument || hidden.awards.has(one.award.id)) return [];
  return [{ ...concealTold(one, hidden), instrument, facts: concealFacts(withoutCounts(one, dropped), uncredited) }];
}

/** What is said of an award for a task that is not named, or of what exempted it, would tell of the task. */
function concealTold(one: AwardResult, { tasks, counted }: Hidden): AwardResult {
  const { award, exemption } = one;
  const of = taskOf(award) ?? '';
  if (!tasks.has(of) && !counted.has(of)) return one;
  const told = { ...award, task: shown(award.task, tasks), reason: null, note: null };
  return { ...one, award: told, ...(exemption && { exemption: { ...exemption, reason: null, document: null } }) };
}

/** Its facts without how often its holder was given what is left out in part: the rest would be missing from the count. */
function withoutCounts({ award, facts }: AwardResult, dropped: readonly AwardResult[]): readonly Fact[] {
  const isOfHolder = (one: AwardResult): boolean => one.award.holderType !== award.holderType || one.award.holder === award.holder;
  const isLess = ({ type, of }: Fact): boolean => type === 'instrument' && dropped.some((one) => one.instrument.id === of && isOfHolder(one));
  return dropped.length > 0 && facts.some(isLess) ? facts.map((fact) => (isLess(fact) ? { ...fact, value: null, withheld: true } : fact)) : facts;
}

function concealProgramme(programme: Programme, config: ProgrammeConfig, hidden: Hidden): Programme {
  return dropUnusedWords({
    ...programme,
    config,
    awards: programme.awards.filter(({ id }) => !hidden.awards.has(id)),
    tasks: programme.tasks.filter(({ id }) => !hidden.tasks.has(id)).map((task) => concealTask(task, hidden.tasks)),
    filings: programme.filings.filter((filing) => !isInternal(filing)).map((filing) => concealFiling(filing, hidden)),
  });
}

function concealTask(task: Task, tasks: ReadonlySet<string>): Task {
  const parent = shown(task.parent, tasks);
  const carriedFrom = shown(task.carriedFrom, tasks);
  return parent === task.parent && carriedFrom === task.carriedFrom ? task : { ...task, parent, carriedFrom };
}

/** A filing about what is internal is counted; its summary would tell of that. */
function concealFiling(filing: Filing, hidden: Hidden): Filing {
  const task = shown(filing.task, hidden.tasks);
  const award = shown(filing.award, hidden.awards);
  return { ...filing, task, award, digest: task === filing.task && award === filing.award ? filing.digest : null };
}

function shown(id: string | null, hidden: ReadonlySet<string>): string | null {
  return id !== null && hidden.has(id) ? null : id;
}
