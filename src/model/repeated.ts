/** Faults that many rows repeat: told once, at the first place that has them, with the number of rows. */
import type { Place, ProblemParams, Problems, Severity } from '../problems.ts';

/** A fault of a word, at its first row, and how many rows have it. */
export interface Repeated {
  readonly code: string;
  readonly place: Place;
  readonly params: ProblemParams;
  /** `left-out`: of a source that reports such rows instead of failing. */
  readonly severity: Severity | 'left-out';
  rows: number;
  /** The line that was counted last, where several rows are made of one. */
  last?: string | undefined;
}

/** Keeps a fault at the first place that has it, and counts the `rows` that do; of rows made of one line (`last`), the line. */
export function repeatFault(kept: Map<string, Repeated>, fault: Omit<Repeated, 'rows'>, word: string, rows: number): void {
  const key = `${fault.code}|${fault.severity}|${word}`;
  const seen = kept.get(key);
  if (!seen) kept.set(key, { ...fault, rows });
  else if (fault.last === undefined || fault.last !== seen.last) {
    seen.rows += rows;
    seen.last = fault.last;
  }
}

/** Tells of a fault with the number of its rows. */
export function reportRepeated({ code, place, params, severity, rows }: Repeated, problems: Problems): void {
  const all = { ...params, rows: Math.max(1, rows), also: rows > 1 ? rows : '' };
  if (severity === 'error') problems.error(code, place, all);
  else problems.warning(code, place, severity === 'left-out' ? { ...all, left_out: 1 } : all);
}
