/** What is wrong with awards and their rules, said so that an office can mend it. */
import type { InstrumentConfig, ProgrammeConfig } from '../model/config.ts';
import type { Place, Problems } from '../problems.ts';
import { suggestionParams } from '../read/nearest.ts';
import { factWords } from './factWords.ts';
import type { Names } from './names.ts';
import type { Fact, RuleHole } from './results.ts';
import type { Slot } from './rules/axis.ts';
import { sameFamily } from './rules/judged.ts';
import type { Met } from './rules/met.ts';
import type { Overlap } from './rules/proof.ts';
import { areOpposed, type Clash, type Contradiction } from './rules/run.ts';
import type { UnknownStatus } from './rules/statusWords.ts';

/** Where faults go, and how they call things. */
export interface Report {
  readonly problems: Problems;
  readonly names: Names;
}

/** What a difference between record and rule is about. */
interface Difference {
  readonly instrument: InstrumentConfig;
  readonly holder: string | null;
  readonly dimension: string | null;
  readonly slot: Slot | null;
  readonly facts: readonly Fact[];
}

/** The record has what the rule does not give, or the other way round. */
export function reportDifference(
  code: 'award-not-by-rule' | 'award-not-recorded',
  place: Place,
  difference: Difference,
  { problems, names }: Report,
): void {
  const { instrument, holder, dimension, slot, facts } = difference;
  const params = {
    instrument: names.of(instrument.name),
    holder: callHolder(instrument, holder ?? '', names),
    on: formatOccasion(slot, dimension, names),
  };
  problems.error(code, place, { ...params, facts: factWords(facts, names) });
}

function callHolder({ holder }: InstrumentConfig, id: string, names: Names): string {
  return holder === 'task' ? names.task(id) : names.unit(id);
}

function formatOccasion(slot: Slot | null, dimension: string | null, names: Names): string {
  const parts = [slot?.id ?? '', dimension === null ? '' : names.dimension(dimension)];
  return parts.filter((part) => part !== '').join(' / ') || '—';
}

/** Two bands of one family share numbers. */
export function reportOverlap({ family, first, second, measure, band }: Overlap, { problems, names }: Report): void {
  problems.error('rule-overlap', second.place, { family, first: names.of(first.name), second: names.of(second.name), measure, band });
}

/** Between two bands of a family no instrument is given. */
export function reportHole({ family, from, to }: RuleHole, { instruments, place }: ProgrammeConfig, { problems }: Report): void {
  const first = instruments.find((instrument) => instrument.family === family);
  problems.warning('rule-hole', first?.place ?? place, { family, from, to });
}

/** A word that resembles a known one is misspelt; another may be awaiting the adjustment that will say it. */
export function reportStatus({ instrument, word, nearest }: UnknownStatus, { problems, names }: Report): void {
  const params = { instrument: names.of(instrument.name), value: word, ...suggestionParams(nearest) };
  const place = instrument.statusPlaces.get(word) ?? instrument.place;
  if (nearest === null) problems.warning('rule-status-unknown', place, params);
  else problems.error('rule-status-unknown', place, params);
}

/** How many places a cut takes, as the facts of a rule have it; 0 where the rule has no cut. */
function placesOf({ facts }: Met): number {
  return Number(/\d+$/.exec(facts.find(({ type }) => type === 'rank')?.asks ?? '')?.[0] ?? 0);
}

/** Two instruments given to one subject at once: by cuts that meet in a group of `ranked`, or by rules of one family. */
export function reportClash({ first, second, example, other, cases }: Clash, ranked: number, { problems, names }: Report): void {
  const met = areOpposed(first, second) || !sameFamily(first, second);
  const cuts = [placesOf(other), placesOf(example)] as const;
  const least = cuts[0] + cuts[1];
  const tight = ranked > 0 && Math.min(...cuts) > 0 && ranked < least;
  problems.error(met ? 'rule-cuts-meet' : 'rule-both-met', second.place, {
    first: names.of(first.name),
    second: names.of(second.name),
    holder: callHolder(second, example.holder, names),
    on: formatOccasion(example.slot, example.dimension, names),
    cases,
    small: tight ? 1 : 0,
    ranked: tight ? ranked : '',
    cuts: tight ? cuts.join(' + ') : '',
    least: tight ? least : '',
  });
}

/** A record stands beside what the rule gives to the same holder on the same occasion. */
export function reportContradiction({ award, recorded, met }: Contradiction, { problems, names }: Report): void {
  problems.error('award-after-computed', award.place, {
    holder: callHolder(recorded, met.holder, names),
    on: formatOccasion(met.slot, met.dimension, names),
    recorded: names.of(recorded.name),
    instrument: names.of(met.instrument.name),
    facts: factWords(met.facts, names),
  });
}

/** One problem a tie, naming all who share it. */
export function reportTie(tied: readonly Met[], { problems, names }: Report): void {
  const [met] = tied;
  if (!met) return;
  problems.error('rule-tie-unbroken', met.instrument.place, {
    instrument: names.of(met.instrument.name),
    on: formatOccasion(met.slot, met.dimension, names),
    holders: tied.map((one) => callHolder(met.instrument, one.holder, names)),
  });
}
