/** What a claim may count, and by which columns (公开数字核对): the one list that reading, counting and the documentation share. */

const OF_AWARDS = [
  'award',
  'instrument',
  'tone',
  'kind',
  'family',
  'severity',
  'session',
  'period',
  'year',
  'dimension',
  'holder',
  'holder_type',
  'task',
  'batch',
  'category',
  'group',
  'state',
  'status',
  'current',
] as const;

/** Columns of each count's `where`. */
export const COUNT_COLUMNS = {
  tasks: [
    'task',
    'origin',
    'category',
    'batch',
    'year',
    'parent',
    'visibility',
    'status',
    'stage',
    'outcome',
    'lead',
    'unit',
    'overdue',
    'on_time',
    'commended',
    'held_accountable',
    'exempted',
    'extended',
  ],
  awards: OF_AWARDS,
  /** `holds` (or `awards`): holders of exactly so many of the awards chosen; `holds_at_least`: of so many or more. */
  holders: [...OF_AWARDS, 'holds', 'awards', 'holds_at_least'],
  filings: ['filing', 'kind', 'stage', 'outcome', 'task', 'award', 'visibility', 'year'],
  units: ['unit', 'kind', 'parent', 'group'],
  sessions: ['session', 'status', 'period', 'year'],
  /** From the first to the last of the sessions named. */
  days_between_sessions: ['session', 'from', 'to'],
} as const;

export type Counted = keyof typeof COUNT_COLUMNS;

export const COUNTED = Object.keys(COUNT_COLUMNS) as readonly Counted[];
