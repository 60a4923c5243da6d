import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { assess } from '../src/assess/assess.ts';
import { parsePortal } from '../src/model/parsePortal.ts';
import type { Portal } from '../src/model/portal.ts';
import { Problems } from '../src/problems.ts';
import { readFolder } from '../src/read/folder.ts';

type Row = Record<string, string>;

const DEMO = join(import.meta.dirname, '..', 'data', 'demo');

function rowsOf(file: string): Row[] {
  return Papa.parse<Row>(readFileSync(join(DEMO, file), 'utf8'), { header: true, skipEmptyLines: true }).data;
}

function count(rows: readonly Row[], where: Row): number {
  return rows.filter((row) => Object.entries(where).every(([column, value]) => row[column] === value)).length;
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

const units = rowsOf('units.csv');
const awards = Object.fromEntries(['cards', 'orders', 'brands', 'flags'].map((id) => [id, rowsOf(`awards/${id}.csv`)])) as Record<string, Row[]>;
const tasks = Object.fromEntries(['orders', 'brands', 'livelihood'].map((id) => [id, rowsOf(`tasks/${id}.csv`)])) as Record<string, Row[]>;

describe('the rows of the demo city reproduce the published figures', () => {
  it('has 68 blue, 24 yellow and 24 red cards, 31 notices and 70 talks', () => {
    const cards = awards.cards as Row[];
    const counts = ['blue', 'yellow', 'red', 'notice', 'talk'].map((instrument) => count(cards, { instrument }));
    expect(counts).toEqual([68, 24, 24, 31, 70]);
  });

  it('has 129 posted tasks in 5 batches, 51 of them self-proposed', () => {
    const orders = tasks.orders as Row[];
    expect(orders).toHaveLength(129);
    expect(new Set(orders.map((row) => row.batch)).size).toBe(5);
    expect(count(orders, { origin: 'voluntary' })).toBe(51);
  });

  it('has 30 campaign tasks with an order each and 10 brands', () => {
    const brands = tasks.brands as Row[];
    expect(count(brands, { category: 'highlight' })).toBe(10);
    expect(brands.length - count(brands, { category: 'highlight' })).toBe(30);
    expect(count(awards.brands as Row[], { instrument: 'responsibility' })).toBe(30);
  });

  it('has 15 yellow and 6 red flags in the first session, 5 yellow and 14 red holders in the second, two of them with two flags', () => {
    const flags = awards.flags as Row[];
    const holders = (session: string, instrument: string): Map<string, number> => {
      const held = new Map<string, number>();
      for (const row of flags)
        if (row.session === session && row.instrument === instrument) held.set(row.holder as string, (held.get(row.holder as string) ?? 0) + 1);
      return held;
    };
    expect([count(flags, { session: 's1', instrument: 'yellow_flag' }), count(flags, { session: 's1', instrument: 'red_flag' })]).toEqual([15, 6]);
    expect([holders('s2', 'yellow_flag').size, holders('s2', 'red_flag').size]).toEqual([5, 14]);
    expect([...holders('s2', 'red_flag').values()].filter((n) => n === 2)).toHaveLength(2);
  });

  it('held its two sessions 85 days apart, with one in between that was not held and says why', () => {
    const [first, missed, second] = rowsOf('sessions.csv') as [Row, Row, Row];
    expect((Date.parse(second.held_on as string) - Date.parse(first.held_on as string)) / 86_400_000).toBe(85);
    expect(missed).toMatchObject({ status: 'not_held', held_on: '' });
    expect(missed.reason).not.toBe('');
  });

  it('gives the cards that their rules give', () => {
    const scores = rowsOf('scores/cards-2023.csv');
    const groupOf = new Map(rowsOf('memberships.csv').flatMap((row) => (row.programme === 'cards' ? [[row.unit, row.group]] : [])));
    const cells = Map.groupBy(scores, (row) => `${row.期次}|${row.维度}|${groupOf.get(row.单位)}`);
    const given: string[] = [];
    for (const rows of cells.values()) {
      for (const row of rows) {
        const score = Number(row.得分);
        const above = rows.filter((other) => Number(other.得分) > score).length;
        const below = rows.filter((other) => Number(other.得分) < score).length;
        const card = above === 0 && score >= 90 ? 'blue' : below < 2 && score < 70 ? 'red' : below < 2 && score < 75 ? 'yellow' : null;
        if (card) given.push([card, row.单位, row.维度, row.期次].join('|'));
      }
    }
    const recorded = (awards.cards as Row[])
      .filter((row) => ['blue', 'yellow', 'red'].includes(row.instrument as string))
      .map((row) => [row.instrument, row.holder, row.dimension, row.period].join('|'));
    expect(recorded.sort()).toEqual(given.sort());
  });

  it('claims only what stands in its programmes, and at least one figure in each that prints one', () => {
    const claims = ['cards', 'orders', 'brands', 'flags', 'protection'].map((id) => {
      const config = parseYaml(readFileSync(join(DEMO, 'programmes', `${id}.yaml`), 'utf8')) as { claims: { equals: number }[] };
      return config.claims.map((claim) => claim.equals);
    });
    expect(claims).toEqual([
      [116, 68, 24, 24, 31, 70],
      [129, 51],
      [30, 10, 30],
      [32, 15, 6, 5, 14, 16, 2, 85],
      [62, 26, 33],
    ]);
  });
});

describe('the demo city reads like a city', () => {
  const all = Object.values(tasks).flat();

  it('never repeats a title, in either language', () => {
    expect(new Set(all.map((row) => row.title)).size).toBe(129 + 40 + 32);
    expect(new Set(all.map((row) => row.title_en)).size).toBe(129 + 40 + 32);
  });

  it('names every unit and task in both languages', () => {
    expect([...units.map((row) => row.name_en), ...all.map((row) => row.title_en)].filter((name) => !name || /\p{Script=Han}/u.test(name))).toEqual(
      [],
    );
  });

  it('tells of the corrected score what the tables say', () => {
    const [correction] = parseYaml(readFileSync(join(DEMO, 'corrections.yaml'), 'utf8')) as Row[];
    const figures = rowsOf('scores/quarterly-2023.csv').filter(
      (row) => row.unit === 'songlang' && row.dimension === 'economy' && row.period === '2023-Q1',
    );
    expect(figures.map((row) => row.score)).toEqual([correction?.old, correction?.new]);
  });

  it('refers only to units that it has', () => {
    const known = new Set(units.map((row) => row.unit));
    const named = [rowsOf('task_units.csv'), rowsOf('memberships.csv'), rowsOf('adjustments.csv')].flat().map((row) => row.unit);
    expect(named.filter((unit) => !known.has(unit))).toEqual([]);
  });

  it('dates nothing after its as-of date but due dates', () => {
    const dated = [
      ...Object.values(awards)
        .flat()
        .map((row) => row.awarded_on),
      ...rowsOf('task_events.csv').map((row) => row.date),
      ...rowsOf('progress.csv').map((row) => row.as_of),
      ...rowsOf('milestones.csv').map((row) => row.done_on),
      ...rowsOf('filings.csv').flatMap((row) => [row.filed_on, row.stage_on, row.outcome_on]),
    ];
    expect(dated.filter((date) => date && date > '2023-12-31')).toEqual([]);
  });
});

describe('the demo city passes its own checks', async () => {
  const problems = new Problems();
  const portal = (await parsePortal(await readFolder(DEMO, problems), problems, { today: '2023-12-31', asOf: null })) as Portal;
  const { programmes, programmeById } = assess(portal, problems);

  it('has no problem, and every claim holds', () => {
    expect(problems.list).toEqual([]);
    const claims = programmes.flatMap((result) => result.claims);
    expect(claims).toHaveLength(22);
    expect(claims.filter((claim) => !claim.holds)).toEqual([]);
  });

  it('shows what a careful reader looks for: ties, units without a place, a veto, a group that changed, an exemption, suppressed counts', () => {
    const rankings = [...(programmeById.get('quarterly')?.rankings.values() ?? [])].filter(
      (ranking) => ranking.dimension === null && ranking.group !== null,
    );
    const tied = rankings.filter(({ rank, ranked }) => new Set(rank.subarray(0, ranked)).size < ranked);
    expect(tied.map((ranking) => `${ranking.period.id} ${ranking.group}`)).toContain('2023-Q4 social');
    expect(rankings.filter(({ of, ranked }) => ranked < of).length).toBeGreaterThan(2);
    expect(programmeById.get('orders')?.awards.filter((award) => award.exemptedOn !== null)).toHaveLength(1);
    expect(programmeById.get('protection')?.filings.some(({ count }) => count === null)).toBe(true);
    expect(programmeById.get('cards')?.awards.filter(({ disputed }) => disputed)).toEqual([]);
  });
});

describe('make-demo', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('writes the same tables again, byte for byte', () => {
    execFileSync(process.execPath, [join(DEMO, '..', '..', 'scripts', 'make-demo.ts'), folder]);
    const written = filesOf(folder);
    expect(written.length).toBeGreaterThan(15);
    for (const file of written) expect(readFileSync(join(folder, file), 'utf8'), file).toBe(readFileSync(join(DEMO, file), 'utf8'));
  });
});
