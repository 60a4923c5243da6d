/** Adjustments (加减分): bonuses, deductions, caps and vetoes of a unit in a period. Only confirmed ones count. */
import type { Adjustment } from '../model/portal.ts';

/** What a unit's adjustments come to, on its total or on one dimension. */
interface Adjusting {
  readonly bonus: number;
  readonly deduction: number;
  /** 预扣分: announced but not confirmed; shown, and not taken away. */
  readonly preDeduction: number;
  readonly cap: number | null;
  /** 一票否决: the score stays visible, the place is lost. */
  readonly veto: Adjustment | null;
}

/** Sums `adjustments` of one unit and period that bear on `dimension` (null = the total). */
export function sumAdjustments(adjustments: readonly Adjustment[], dimension: string | null): Adjusting {
  const counted = dropRepeats(adjustments).filter((one) => one.dimension === dimension);
  const confirmed = counted.filter((one) => one.status === 'confirmed');
  const caps = confirmed.filter((one) => one.kind === 'cap' && one.points !== null).map((one) => one.points as number);
  return {
    bonus: sumOf(confirmed, 'bonus'),
    deduction: sumOf(confirmed, 'deduction') + sumOf(confirmed, 'pre_deduction'),
    preDeduction: sumOf(
      counted.filter((one) => one.status === 'proposed'),
      'pre_deduction',
    ),
    cap: caps.length === 0 ? null : Math.min(...caps),
    veto: confirmed.find((one) => one.kind === 'veto') ?? null,
  };
}

/** The score after them; the cap comes last. */
export function adjust(score: number, { bonus, deduction, cap }: Adjusting): number {
  const adjusted = score + bonus - deduction;
  return cap === null ? adjusted : Math.min(adjusted, cap);
}

function sumOf(adjustments: readonly Adjustment[], kind: Adjustment['kind']): number {
  return adjustments.reduce((sum, one) => (one.kind === kind ? sum + (one.points ?? 0) : sum), 0);
}

/** Bonuses of one unit and period without repeats: those of one `dedupe_key` count once, the highest. */
export function dropRepeats(adjustments: readonly Adjustment[]): readonly Adjustment[] {
  const highest = new Map<string, Adjustment>();
  for (const one of adjustments) {
    if (!isRepeatable(one)) continue;
    const known = highest.get(one.dedupeKey);
    if (!known || (one.points ?? 0) > (known.points ?? 0)) highest.set(one.dedupeKey, one);
  }
  return adjustments.filter((one) => !isRepeatable(one) || highest.get(one.dedupeKey) === one);
}

function isRepeatable(one: Adjustment): one is Adjustment & { dedupeKey: string } {
  return one.kind === 'bonus' && one.dedupeKey !== null && one.status === 'confirmed';
}
