/**
 * Qiwu District's card assessment (亮牌考核) of its own units in 2023: 68 blue, 24 yellow and 24 red cards, 31 notices, 70 talks.
 *
 * The scores are drawn so that the programme's rules give exactly the recorded cards. In each cell (dimension × group × quarter):
 * blue = first place with at least 90 points; red = one of the last two with fewer than 70; yellow = one of the last two with 70 to 75.
 */
import { addDays, quarterDays, quarterPublished, toWorkday } from './calendar.ts';
import { seedRandom } from './random.ts';
import type { Row } from './table.ts';
import { QIWU_ECONOMIC, QIWU_SOCIAL, QIWU_TOWNS } from './units.ts';

const PROGRAMME = 'cards';
const QUARTERS = ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4'];
export const CARD_GROUPS = { towns: QIWU_TOWNS, economic: QIWU_ECONOMIC, social: QIWU_SOCIAL } as const;
export const CARD_DIMENSIONS = ['priority', 'growth', 'service', 'people', 'order', 'style'];

/** Cards of a quarter over its 18 cells: how many cells have no blue, two blues; and which end in red, yellow or both. */
const PLAN: readonly { readonly none: number; readonly double: number; readonly red: number; readonly yellow: number; readonly both: number }[] = [
  { none: 4, double: 0, red: 5, yellow: 4, both: 3 },
  { none: 2, double: 1, red: 4, yellow: 4, both: 3 },
  { none: 1, double: 1, red: 3, yellow: 4, both: 2 },
  { none: 1, double: 2, red: 2, yellow: 2, both: 2 },
];

interface Cell {
  readonly dimension: string;
  readonly quarter: string;
  /** Best first. */
  readonly units: readonly string[];
  readonly blues: number;
  /** The last two, from the very last: what card each gets. */
  readonly last: readonly ('red' | 'yellow' | null)[];
}

function rankUnits(units: readonly string[], dimension: string, quarter: number): string[] {
  const strength = (unit: string): number =>
    seedRandom(`card ${unit} ${dimension}`).normal() * 1.6 +
    seedRandom(`card ${unit}`).normal() +
    seedRandom(`card ${unit} ${dimension} ${quarter}`).normal() * 0.7;
  const strengths = new Map(units.map((unit) => [unit, strength(unit)]));
  return [...units].sort((a, b) => (strengths.get(b) as number) - (strengths.get(a) as number));
}

/** Cells stay weak for several quarters: their order of weakness changes only a little. */
function planCells(): Cell[] {
  return QUARTERS.flatMap((quarter, q) => {
    const { none, double, red, yellow, both } = PLAN[q] as (typeof PLAN)[number];
    const cells = CARD_DIMENSIONS.flatMap((dimension) =>
      Object.values(CARD_GROUPS).map((units) => ({ dimension, quarter, units: rankUnits(units, dimension, q) })),
    );
    const weakness = (i: number): number => seedRandom(`weak ${i}`).next() + seedRandom(`weak ${i} ${q}`).next() * 0.25;
    const byWeakness = cells.map((_, i) => i).sort((a, b) => weakness(a) - weakness(b));
    const tops = seedRandom(`tops ${quarter}`).shuffle(cells.map((_, i) => i));
    const kind = new Map<number, readonly ('red' | 'yellow' | null)[]>();
    byWeakness.forEach((cell, i) => {
      const last =
        i < both
          ? (['red', 'yellow'] as const)
          : i < both + red
            ? (['red', null] as const)
            : i < both + red + yellow
              ? (['yellow', null] as const)
              : ([null, null] as const);
      kind.set(cell, last);
    });
    return cells.map((cell, i): Cell => {
      const place = tops.indexOf(i);
      return { ...cell, blues: place < none ? 0 : place < none + double ? 2 : 1, last: kind.get(i) ?? [null, null] };
    });
  });
}

const SCORE_RANGE = { red: [58, 69], yellow: [70.5, 74.5], none: [76, 79] } as const;

/** Scores of a cell, best first, one decimal, that put each unit where the plan wants it. */
function scoreCell(cell: Cell): number[] {
  const random = seedRandom(`cell ${cell.dimension} ${cell.quarter} ${cell.units[0]}`);
  const between = (from: number, to: number): number => Math.round((from + random.next() * (to - from)) * 10) / 10;
  const top = cell.blues === 0 ? between(87.5, 89.6) : between(92, 98);
  const head = cell.blues === 2 ? [top, top] : [top];
  const tail = cell.last.map((card) => between(...(SCORE_RANGE[card ?? 'none'] as readonly [number, number]))).sort((a, b) => b - a);
  const middle = Array.from({ length: cell.units.length - head.length - tail.length }, () => between(80, top - 0.4)).sort((a, b) => b - a);
  return [...head, ...middle, ...tail];
}

/** Card scores in a table with Chinese headers, as the district's office keeps it. */
export function cardScores(): Row[] {
  return planCells().flatMap((cell) => {
    const scores = scoreCell(cell);
    return cell.units.map(
      (unit, i): Row => ({
        programme: PROGRAMME,
        unit,
        dimension: cell.dimension,
        period: cell.quarter,
        score: (scores[i] as number).toFixed(1),
        status: cell.quarter === '2023-Q4' ? 'provisional' : 'final',
        published_on: quarterPublished(cell.quarter),
      }),
    );
  });
}

export function cardMemberships(): Row[] {
  return Object.entries(CARD_GROUPS).flatMap(([group, units]) =>
    units.map((unit): Row => ({ programme: PROGRAMME, group, unit, from: '2023-01-01' })),
  );
}

const REASON: Readonly<Record<string, readonly [string, string]>> = {
  blue: ['本组本项第一且得分不低于90分', 'First in its group on this dimension with at least 90 points'],
  yellow: ['本组本项末两位且得分在70至75分之间', 'Among the last two of its group on this dimension with 70 to 75 points'],
  red: ['本组本项末两位且得分低于70分', 'Among the last two of its group on this dimension with fewer than 70 points'],
};

function card(instrument: string, unit: string, cell: Cell): Row {
  const [reason, reason_en] = REASON[instrument] as readonly [string, string];
  return { instrument, holder: unit, dimension: cell.dimension, period: cell.quarter, awarded_on: quarterPublished(cell.quarter), reason, reason_en };
}

export function cardsOf(cell: Cell): Row[] {
  const [last, lastButOne] = [cell.units.at(-1) as string, cell.units.at(-2) as string];
  return [
    ...cell.units.slice(0, cell.blues).map((unit) => card('blue', unit, cell)),
    ...(cell.last[0] ? [card(cell.last[0], last, cell)] : []),
    ...(cell.last[1] ? [card(cell.last[1], lastButOne, cell)] : []),
  ];
}

const NOTICES: readonly (readonly [string, string])[] = [
  ['月度盘点：重点任务进度低于计划十个百分点以上', 'Monthly stocktaking: a priority task is more than ten points behind its plan'],
  ['周调度：两次未按时反馈整改情况', 'Weekly check: twice late in reporting what was put right'],
  ['月度盘点：政务服务差评未在时限内回访', 'Monthly stocktaking: complaints about services were not followed up in time'],
  ['日监测：热线工单积压', 'Daily monitoring: hotline requests are piling up'],
  ['月度盘点：安全隐患整改进度偏慢', 'Monthly stocktaking: hazards are being put right too slowly'],
  ['月度盘点：项目前期手续滞后', 'Monthly stocktaking: permits for a project are late'],
];

/** Notices go to units that are near the bottom, one or two months before the card might come. */
function drawNotices(cells: readonly Cell[]): Row[] {
  const random = seedRandom('notices');
  const near = random.shuffle(cells.filter((cell) => cell.last[0])).slice(0, 31);
  return near.map((cell, i): Row => {
    const month = addDays(quarterDays(cell.quarter).start, 31 * random.whole(0, 1)).slice(0, 7);
    const [reason, reason_en] = NOTICES[i % NOTICES.length] as readonly [string, string];
    return {
      instrument: 'notice',
      holder: cell.units.at(-1),
      dimension: cell.dimension,
      period: month,
      awarded_on: toWorkday(`${month}-${String(random.whole(8, 26)).padStart(2, '0')}`),
      reason,
      reason_en,
    };
  });
}

const TALKS: readonly (readonly [string, string])[] = [
  ['月度盘点后由分管负责人约谈：整改措施不具体', 'After the monthly stocktaking: the plan for mending was too vague'],
  ['月度盘点后由分管负责人约谈：牵头任务连续两周无进展', 'After the monthly stocktaking: two weeks without progress on a task it leads'],
  ['季度考评后约谈：同一问题反复出现', 'After the quarterly review: the same fault came back'],
];

/** Every red card and every yellow card brings a talk; 22 more follow monthly stocktakings. */
function drawTalks(cells: readonly Cell[], cards: readonly Row[]): Row[] {
  const afterCards = cards
    .filter((row) => row.instrument === 'red' || row.instrument === 'yellow')
    .map((row): Row => {
      const [zh, en] =
        row.instrument === 'red'
          ? ['亮红牌后约谈主要负责岗位', 'The head of the unit was called in after a red card']
          : ['亮黄牌后约谈分管负责岗位', 'The deputy head in charge was called in after a yellow card'];
      return {
        instrument: 'talk',
        holder: row.holder,
        dimension: row.dimension,
        period: row.period,
        awarded_on: row.period === '2023-Q4' ? '2023-12-31' : toWorkday(addDays(String(row.awarded_on), 5)),
        reason: zh,
        reason_en: en,
      };
    });
  const random = seedRandom('talks');
  const others = random.shuffle(cells.filter((cell) => cell.last[0] !== null)).slice(0, 22);
  return [
    ...afterCards,
    ...others.map((cell, i): Row => {
      const [reason, reason_en] = TALKS[i % TALKS.length] as readonly [string, string];
      return {
        instrument: 'talk',
        holder: cell.units.at(-1),
        dimension: cell.dimension,
        period: cell.quarter,
        awarded_on: toWorkday(addDays(quarterDays(cell.quarter).start, random.whole(35, 80))),
        reason,
        reason_en,
      };
    }),
  ];
}

export function cardAwards(): Row[] {
  const cells = planCells();
  const cards = cells.flatMap(cardsOf);
  const rows = [...cards, ...drawNotices(cells), ...drawTalks(cells, cards)];
  return rows.map(
    (row, i): Row => ({ award: `k-${String(i + 1).padStart(3, '0')}`, programme: PROGRAMME, holder_type: 'unit', state: 'active', ...row }),
  );
}
