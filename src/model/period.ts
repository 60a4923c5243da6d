/** Periods (期次): to be written by the helper who owns model. Types are fixed. */
export const CADENCES = ['day', 'week', 'month', 'bimonth', 'quarter', 'half', 'year', 'session', 'batch'] as const;
export type Cadence = (typeof CADENCES)[number];

/** `ytd`: 2023-01..08. `fiscal`, `fiscal_quarter`: 2018/19, 2018/19-Q1. `years`: 2010..2014. `session`: s2. */
export type PeriodKind =
  | 'day'
  | 'week'
  | 'month'
  | 'bimonth'
  | 'quarter'
  | 'half'
  | 'year'
  | 'ytd'
  | 'fiscal'
  | 'fiscal_quarter'
  | 'years'
  | 'session';

export interface Period {
  /** In its own notation, canonical: `2023-Q3`. */
  readonly id: string;
  readonly kind: PeriodKind;
  /** First and last day, YYYY-MM-DD. A session's are those of the day that it was held. */
  readonly start: string;
  readonly end: string;
  /** Letters, digits and hyphens, for addresses: `fy2018-19`. */
  readonly slug: string;
}
