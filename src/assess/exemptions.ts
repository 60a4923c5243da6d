/**
 * Tolerance (容错免责): a decision by which what a task or an award says against its holder stays on record, annotated, and no longer counts
 * against it. It stands in a filing whose outcome exempts, or in a task's `exempted` event; the programme that decides need not be the one that
 * handed the award out.
 */
import { oncePer } from '../memo.ts';
import { taskOf } from '../model/award.ts';
import { type FilingConfig, type InstrumentConfig, isInternal } from '../model/config.ts';
import type { Award, Filing, Portal, Task, TaskEvent } from '../model/portal.ts';
import type { Exemption } from './results.ts';

export interface Exemptions {
  /** By award id, the first decision about the award itself. */
  readonly awards: ReadonlyMap<string, Exemption>;
  /** By task id, the first decision about the task as a whole. */
  readonly tasks: ReadonlyMap<string, Exemption>;
}

/** Every decision of the portal, gathered once: ids of awards and of tasks are its own, whichever programme they belong to. */
export const exemptionsOf = oncePer(({ programmes }: Portal): Exemptions => {
  const awards = new Map<string, Exemption>();
  const tasks = new Map<string, Exemption>();
  for (const { config, filings } of programmes) {
    const outcomes = new Map(config.filings.map((kind) => [kind.id, exemptingOutcomes(kind)]));
    for (const filing of filings) {
      const decision = outcomes.get(filing.kind)?.has(filing.outcome ?? '') ? decisionOf(filing, config.id) : null;
      if (!decision) continue;
      if (filing.award !== null) keepFirst(awards, filing.award, decision);
      else if (filing.task !== null) keepFirst(tasks, filing.task, decision);
    }
  }
  for (const programme of programmes) {
    for (const task of programme.tasks) {
      for (const event of task.events) if (event.event === 'exempted') keepFirst(tasks, task.id, eventDecision(event, task));
    }
  }
  return { awards, tasks };
});

function exemptingOutcomes({ outcomes }: FilingConfig): ReadonlySet<string> {
  return new Set(outcomes.filter(({ exempts }) => exempts).map(({ id }) => id));
}

/** The decision in a filing; of an internal one, only that it was made. */
function decisionOf(filing: Filing, programme: string): Exemption {
  const { outcome } = filing;
  const on = filing.outcomeOn ?? filing.stageOn ?? filing.filedOn;
  const named = !isInternal(filing);
  return { on, programme, kind: named ? filing.kind : null, outcome: named ? outcome : null, reason: null, document: null };
}

function eventDecision({ date, reason, document }: TaskEvent, { programme }: Task): Exemption {
  return { on: date, programme, kind: null, outcome: null, reason, document };
}

function keepFirst(decisions: Map<string, Exemption>, key: string, decision: Exemption): void {
  const first = decisions.get(key);
  if (first === undefined || decision.on < first.on) decisions.set(key, decision);
}

/** Whether an award of the instrument speaks against its holder, so that an exemption lifts it. */
export function isAgainst({ tone }: Pick<InstrumentConfig, 'tone'>): boolean {
  return tone === 'negative' || tone === 'warning';
}

/**
 * The first decision that reaches an award: about itself, or about its task as a whole where it speaks against its holder and is not younger.
 * What a rule gives on no occasion (`standing`) says of the task what the decision was about, since whichever day it holds. Of two on one day,
 * what it was and why stands where each has it.
 */
export function exemptionOf(
  award: Award,
  instrument: Pick<InstrumentConfig, 'tone'>,
  { awards, tasks }: Exemptions,
  standing = false,
): Exemption | null {
  const task = tasks.get(taskOf(award) ?? '');
  const reached = task && isAgainst(instrument) && (standing || award.awardedOn <= task.on) ? task : null;
  const own = awards.get(award.id) ?? null;
  if (!own || !reached) return own ?? reached;
  if (own.on !== reached.on) return own.on < reached.on ? own : reached;
  return { ...reached, ...own, reason: reached.reason, document: reached.document };
}

/** The day from which an award no longer counts: revoked, or exempted where it speaks against its holder; null while it does. */
export function lastCounted(award: Award, instrument: Pick<InstrumentConfig, 'tone'>, exemptions: Exemptions): string | null {
  if (award.state === 'revoked') return award.revokedOn ?? award.awardedOn;
  return isAgainst(instrument) ? (exemptionOf(award, instrument, exemptions)?.on ?? null) : null;
}
