/** One award's page (一牌一令一页): the clause, the facts that met it, how long it holds, what follows, and its story. */
import type { AwardResult } from '../assess/results.ts';
import { awardPeriod } from '../assess/sessions.ts';
import { oncePer } from '../memo.ts';
import type { AwardRule } from '../model/config.ts';
import { compareDays } from '../model/days.ts';
import type { Portal } from '../model/portal.ts';
import type { Text } from '../model/text.ts';
import { type AppealNote, appealNote, appealsAgainst } from './appeal.ts';
import { type AwardNames, type AwardRow, appealedBy, awardNames, awardRow } from './awards.ts';
import { findBoard } from './leaderboard.ts';
import { mentionedIds, type RuleNames, ruleNames } from './method.ts';
import type { Named } from './name.ts';
import type { DocumentView, InstrumentFace, ProgrammeSource } from './programmeSource.ts';
import { getSiteIndex } from './siteIndex.ts';

interface ExemptionView {
  readonly on: string;
  readonly programme: string;
  readonly programme_name: Named | null;
  /** Of a filing: its kind and outcome. */
  readonly kind: Text | null;
  readonly outcome: Text | null;
  readonly reason: Text | null;
  readonly document: DocumentView | null;
}

export interface AwardView extends AwardRow, AwardNames {
  readonly programme: string;
  readonly programme_name: Named;
  readonly as_of: string;
  readonly instruments: readonly InstrumentFace[];
  readonly face: InstrumentFace;
  /** Where the ranking stands that belongs to it: of its own period, or of the one that its session judged; null where nothing was ranked. */
  readonly board: { readonly period: string; readonly path: string } | null;
  /** The clause as configured; null where awards of this instrument are only recorded. */
  readonly rule: AwardRule | null;
  readonly rule_names: RuleNames;
  readonly obligations: readonly Text[];
  readonly decided_by: Text | null;
  readonly document: DocumentView | null;
  /** The decision by which it no longer counts against its holder; by whichever programme. */
  readonly exemption: ExemptionView | null;
  readonly appeals: readonly AppealNote[];
  readonly filings: readonly { readonly kind: Text; readonly filed_on: string; readonly outcome: Text | null; readonly digest: Text | null }[];
  /** Every other award of the same holder in this programme, newest first. */
  readonly others: readonly AwardRow[];
}

/** Filings by the award that they are about, of every programme, as far as they may be told one by one. */
const filingsByAward = oncePer(({ programmes }: Portal): ReadonlyMap<string, AwardView['filings']> => {
  const byAward = new Map<string, AwardView['filings'][number][]>();
  for (const { config, filings } of programmes) {
    for (const { award, kind: id, visibility, filedOn, outcome, digest } of filings.toSorted((a, b) => compareDays(a.filedOn, b.filedOn))) {
      const kind = config.filings.find((one) => one.id === id);
      if (award === null || visibility !== 'digests' || kind?.visibility !== 'digests') continue;
      const row = { kind: kind.name, filed_on: filedOn, outcome: kind.outcomes.find((one) => one.id === outcome)?.name ?? null, digest };
      byAward.set(award, [...(byAward.get(award) ?? []), row]);
    }
  }
  return byAward;
});

function exemptionView({ exemption }: AwardResult, source: ProgrammeSource): ExemptionView | null {
  if (!exemption) return null;
  const config = source.portal.programmes.find((one) => one.config.id === exemption.programme)?.config;
  const kind = config?.filings.find((one) => one.id === exemption.kind);
  return {
    on: exemption.on,
    programme: exemption.programme,
    programme_name: config ? source.named(config.name) : null,
    kind: kind?.name ?? exemption.kind,
    outcome: kind?.outcomes.find((one) => one.id === exemption.outcome)?.name ?? exemption.outcome,
    reason: exemption.reason,
    document: source.document(exemption.document),
  };
}

function boardOf({ award }: AwardResult, { site, config, result }: ProgrammeSource): AwardView['board'] {
  const period = awardPeriod(award, result);
  const programme = period ? getSiteIndex(site).byId.get(config.id) : undefined;
  const path = period && programme ? findBoard(programme, period, award.dimension) : null;
  return period && path !== null ? { period: period.id, path } : null;
}

/** At most this many of a holder's other awards stand on an award's page; the rest is on the holder's own. */
const OTHERS = 20;

/** The page of an award that may be listed. */
export function awardView(result: AwardResult, source: ProgrammeSource): AwardView {
  const { award, instrument } = result;
  const held = award.holder === null ? [] : source.awardsOfHolder(award.holder);
  const others = held.filter((other) => other !== result && other.award.holderType === award.holderType).slice(0, OTHERS);
  return {
    ...awardRow(result, source),
    ...awardNames([result, ...others], source),
    programme: source.config.id,
    programme_name: source.named(source.config.name),
    as_of: source.portal.asOf,
    instruments: source.faces,
    face: source.faces.find((face) => face.instrument === instrument.id) as InstrumentFace,
    board: boardOf(result, source),
    rule: instrument.rule,
    rule_names: ruleNames(source, new Set([...mentionedIds(instrument.rule, result.facts), ...(result.groups ?? [])])),
    obligations: instrument.obligations,
    decided_by: source.config.decidedBy,
    document: source.document(award.document),
    exemption: exemptionView(result, source),
    appeals: appealsAgainst(source.portal, appealedBy(award)).map((appeal) => appealNote(appeal, source.portal)),
    filings: filingsByAward(source.portal).get(award.id) ?? [],
    others: others.map((other) => awardRow(other, source)),
  };
}
