/**
 * Problems (问题): what is wrong in a portal folder, said so that a clerk can mend it.
 *
 * A problem is data: a stable code, a place and the words' parameters. The sentences stand in `i18n/<language>/…Problems.ts`, two a code
 * (`problem.…` and `hint.…`), so that the same problem prints in the portal's language. Nothing throws at the first fault; a `Problems`
 * collects them all.
 */
export type Severity = 'error' | 'warning';

/** Where a fault stands. `column` is the field number in a CSV (1 = first column), the character column in YAML. */
export interface Place {
  /** Path inside the portal folder, with `/`. */
  readonly file: string;
  /** 1-based line; null when the fault is the whole file's. */
  readonly line: number | null;
  readonly column: number | null;
}

export type ProblemParams = Readonly<Record<string, string | number | readonly string[]>>;

export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly params: ProblemParams;
}

/** How many problems of one code are kept one by one; the rest are counted, so that a ruined column does not bury everything else. */
export const KEPT_PER_CODE = 200;

/** Params that say how a mend is written for the table that is read: of a cell that two tables are read from, one of them is enough. */
const OF_TABLE: ReadonlySet<string> = new Set(['table', 'figure', 'missing', 'example', 'replacing', 'dating', 'skipping']);

export class Problems {
  readonly list: Problem[] = [];
  readonly #kept = new Set<string>();
  readonly #counts = new Map<string, number>();
  readonly #totals: Record<Severity, number> = { error: 0, warning: 0 };

  error(code: string, place: Place, params: ProblemParams = {}): void {
    this.#add({ code, severity: 'error', place, params });
  }

  warning(code: string, place: Place, params: ProblemParams = {}): void {
    this.#add({ code, severity: 'warning', place, params });
  }

  get failed(): boolean {
    return this.#totals.error > 0;
  }

  /** All that were seen, whether kept or not. */
  get totals(): Readonly<Record<Severity, number>> {
    return this.#totals;
  }

  /** Problems seen but not kept, by code. */
  get surplus(): ReadonlyMap<string, number> {
    return new Map([...this.#counts].filter(([, n]) => n > KEPT_PER_CODE).map(([code, n]) => [code, n - KEPT_PER_CODE]));
  }

  /** The very same of the very same place says nothing new, as of a cell that several rows are made of, or that two tables are read from. */
  #add(problem: Problem): void {
    const n = this.#counts.get(problem.code) ?? 0;
    if (n < KEPT_PER_CODE) {
      const key = JSON.stringify(problem, (name, value) => (OF_TABLE.has(name) ? undefined : value));
      if (this.#kept.has(key)) return;
      this.#kept.add(key);
      this.list.push(problem);
    }
    this.#counts.set(problem.code, n + 1);
    this.#totals[problem.severity]++;
  }
}

/** The place of a whole file. */
export function fileOf(file: string): Place {
  return { file, line: null, column: null };
}
