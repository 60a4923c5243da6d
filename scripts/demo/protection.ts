/** Filings under the protection rules (激励保护), published as counts only. No row says who filed. */
import { addDays, toWorkday } from './calendar.ts';
import { EXEMPTED, EXEMPTED_AWARD, EXEMPTED_ON } from './orders.ts';
import { seedRandom } from './random.ts';
import type { Row } from './table.ts';

const PROGRAMME = 'protection';

interface Stock {
  readonly kind: string;
  /** Filings in 2022-H1 … 2023-H2. */
  readonly halves: readonly [number, number, number, number];
  /** Outcomes of those that reached the end; the rest are still on their way. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly stages: readonly string[];
}

const STOCK: readonly Stock[] = [
  {
    kind: 'risk',
    halves: [11, 14, 17, 20],
    outcomes: { filed: 41, returned: 9, refused: 3 },
    stages: ['applied', 'accepted', 'assessed', 'reviewed', 'fed_back'],
  },
  {
    kind: 'tolerance',
    halves: [5, 7, 6, 8],
    outcomes: { exempted: 13, lightened: 6, not_exempted: 3 },
    stages: ['applied', 'accepted', 'assessed', 'reviewed', 'fed_back'],
  },
  {
    kind: 'clarification',
    halves: [6, 9, 8, 10],
    outcomes: { cleared: 24, partly_cleared: 4, not_cleared: 2 },
    stages: ['applied', 'accepted', 'verified', 'fed_back'],
  },
];

const HALVES = ['2022-01-04', '2022-07-04', '2023-01-03', '2023-07-03'];

/** Two cases that the office tells about, with nobody in them. */
const DIGESTS: Readonly<Record<string, Row>> = {
  'f-risk-38': {
    filed_on: '2023-05-16',
    stage: 'fed_back',
    stage_on: '2023-06-19',
    outcome: 'filed',
    outcome_on: '2023-06-19',
    task: EXEMPTED,
    visibility: 'digests',
    digest: '整车项目试制阶段更换电芯供应商，存在节点延误风险。已说明预案并备案。',
    digest_en:
      'The truck plant changed its supplier of battery cells during trial production, with a risk of delay. The fallback plan was explained and filed.',
  },
  'f-clarification-12': {
    visibility: 'digests',
    digest: '反映某单位虚报项目进度。核查现场影像和监理日志，进度属实，在单位范围内澄清。',
    digest_en: 'A unit was said to have overstated a project. Site pictures and the supervisor’s log bore it out; cleared before its staff.',
  },
};

function filingsOf({ kind, halves, outcomes, stages }: Stock): Row[] {
  const random = seedRandom(`filings ${kind}`);
  const dates = halves.flatMap((n, h) => Array.from({ length: n }, () => toWorkday(addDays(HALVES[h] as string, random.whole(0, 165))))).sort();
  const results = random.shuffle(Object.entries(outcomes).flatMap(([outcome, n]) => Array.from({ length: n }, () => outcome)));
  return dates.map((filed_on, i): Row => {
    const filing = `f-${kind}-${String(i + 1).padStart(2, '0')}`;
    const outcome = results[i];
    if (!outcome) {
      const stage = stages[random.whole(0, stages.length - 2)];
      return { filing, programme: PROGRAMME, kind, filed_on, stage, stage_on: capped(addDays(filed_on, 9)) };
    }
    const done = capped(toWorkday(addDays(filed_on, random.whole(21, 58))));
    return { filing, programme: PROGRAMME, kind, filed_on, stage: stages.at(-1), stage_on: done, outcome, outcome_on: done, ...DIGESTS[filing] };
  });
}

function capped(date: string): string {
  return date > '2023-12-28' ? '2023-12-28' : date;
}

export function protectionFilings(): Row[] {
  const rows = STOCK.flatMap(filingsOf);
  // The exempted order's own filing stands where it falls in time: the first tolerance filing decided as exempted after the order.
  const at = rows.findIndex(
    (row) => row.kind === 'tolerance' && row.outcome === 'exempted' && String(row.filed_on) > '2023-09-18' && String(row.filed_on) < EXEMPTED_ON,
  );
  const fallback = rows.findIndex((row) => row.kind === 'tolerance' && row.outcome === 'exempted' && String(row.filed_on) > '2023-06-01');
  const chosen = at >= 0 ? at : fallback;
  return rows.map((row, i) =>
    i === chosen ? { ...row, filed_on: '2023-10-09', stage_on: EXEMPTED_ON, outcome_on: EXEMPTED_ON, task: EXEMPTED, award: EXEMPTED_AWARD } : row,
  );
}
