/**
 * Two portals of data that other people published, built from the files as they left them: `test/portals/<portal>` holds configuration only,
 * the data stand beside the repository in `../shared/real`. Without them these tests are skipped, and say so.
 *
 * What the portals show is compared with the publishers' own results, read here without any of the program's code but Papa Parse.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, describe, expect, test } from 'vitest';
import { buildSite, type TestSite, textOf } from './site.ts';

const REAL = join(import.meta.dirname, '../../shared/real');
const isThere = existsSync(REAL);
const suite = isThere ? describe : describe.skip;
if (!isThere) console.log('test/real.test.ts: skipped, since ../shared/real is absent');

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Builds a portal's configuration with the publisher's folder as its `raw`. */
function build(name: string): Promise<TestSite> {
  const folder = mkdtempSync(join(tmpdir(), 'sunboard-real-'));
  folders.push(folder);
  cpSync(join(import.meta.dirname, 'portals', name), folder, { recursive: true });
  symlinkSync(join(REAL, name), join(folder, 'raw'));
  return buildSite(folder);
}

function json<T>({ files }: TestSite, path: string): T {
  const body = files.get(path);
  if (body === undefined) throw new Error(`the site has no ${path}`);
  return JSON.parse(body) as T;
}

/** A publisher's file as records by header. */
function readRows(path: string): readonly Readonly<Record<string, string>>[] {
  return Papa.parse<Record<string, string>>(readFileSync(join(REAL, path), 'utf8').replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true })
    .data;
}

interface Row {
  readonly unit: string;
  readonly value: number | null;
  readonly rank: number;
  readonly change: number | string | null;
}

interface Board {
  readonly tables: readonly { readonly group: string | null; readonly of: number; readonly ranked: number; readonly rows: readonly Row[] }[];
}

suite('the Scottish benchmarking framework', async () => {
  const site = isThere ? await build('scotland-lgbf') : null;
  const lgbf = site as TestSite;
  const quarters = isThere ? readRows('scotland-lgbf/Data Files/Indicator Data - Real - Quarterly.csv') : [];
  const boards = new Map<string, Board>();
  const boardOf = (period: string, indicator: string): Board => {
    const path = `lgbf/fy${period.replace(';', '-')}/${indicator}/index.json`;
    const board = boards.get(path) ?? json<Board>(lgbf, path);
    boards.set(path, board);
    return board;
  };
  /** A council's row among all councils, and the one in its family. */
  const rowsOf = ({ Code = '', LocalAuthority = '', Period = '' }: (typeof quarters)[number]) => {
    const unit = LocalAuthority.replace(/[^A-Za-z]+/g, '-');
    const { tables } = boardOf(Period, Code.replace(' ', ''));
    const find = (tablesOf: Board['tables']) => tablesOf.flatMap(({ rows }) => rows.filter((row) => row.unit === unit))[0];
    return { all: find(tables.filter(({ group }) => group === null)), family: find(tables.filter(({ group }) => group !== null)) };
  };
  const changesIn = ({ Changes = '' }: (typeof quarters)[number]): Readonly<Record<string, number>> =>
    Changes === '' || Changes === 'null' ? {} : (JSON.parse(Changes) as Record<string, number>);

  test('is built without a single problem', () => {
    expect(lgbf.problems).toBe('');
    const { portal } = lgbf.opened;
    expect(portal?.units).toHaveLength(32);
    expect(portal?.programmes[0]?.indicators).toHaveLength(108);
  });

  test('gives all 1,339 places of the quarterly file', () => {
    const printed = quarters.filter(({ ScotRank }) => ScotRank !== '');
    expect(printed).toHaveLength(1339);
    expect(printed.filter((row) => rowsOf(row).all?.rank !== Number(row.ScotRank))).toEqual([]);
  });

  test('gives all 1,275 changes of place', () => {
    const printed = quarters.filter((row) => typeof changesIn(row).ScotRank_ChangeSincePrevious === 'number');
    expect(printed).toHaveLength(1275);
    expect(printed.filter((row) => rowsOf(row).all?.change !== changesIn(row).ScotRank_ChangeSincePrevious)).toEqual([]);
  });

  test('gives every place in a family group, and its changes', () => {
    const changed = quarters.filter((row) => typeof changesIn(row).FamilyRank_ChangeSincePrevious === 'number');
    expect(quarters.filter((row) => rowsOf(row).family?.rank !== Number(row.FamilyRank))).toEqual([]);
    expect(changed.filter((row) => rowsOf(row).family?.change !== changesIn(row).FamilyRank_ChangeSincePrevious)).toEqual([]);
  });

  test('prints shares in percent, exactly', () => {
    const aberdeen = quarters.find(({ LocalAuthority, Period }) => LocalAuthority === 'Aberdeen City' && Period === '2018-19;Q1');
    expect(aberdeen?.Value).toBe('0.98');
    expect(rowsOf(aberdeen as (typeof quarters)[number]).all?.value).toBe(98);
    expect(textOf(lgbf.files.get('lgbf/fy2018-19-Q1/CORP09/index.html') ?? '')).toContain('98.0');
  });

  test('keeps every figure of the yearly file', () => {
    const rows = readRows('scotland-lgbf/Raw Data Files/LGBF_ScotDataReal_ISSpatialHub.csv').filter(({ Year }) => Year !== '');
    const figures = lgbf.opened.portal?.programmes[0]?.observations;
    const values = figures?.value.reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0);
    const given = [...rows.map((row) => row.LA_IndicatorReal), ...quarters.map((row) => row.Value)].filter((value) => value !== '');
    expect(values).toBe(given.length);
  });

  test('has years, quarters and windows of several years side by side', () => {
    for (const path of ['fy2022-23/ENV01a', 'fy2022-23-Q1/CORP09', '2019-to-2022/ENV07a']) {
      if (lgbf.files.has(`lgbf/${path}/index.json`)) continue;
      const near = [...lgbf.files.keys()].filter((key) => key.startsWith(`lgbf/${path.split('/')[0]}`));
      expect.fail(`no ${path}; there are ${near.join(', ')}`);
    }
  });

  test('compares a council with its family for people where the indicator is about people, and else with its family for places', () => {
    const groupsOf = (period: string, indicator: string) => boardOf(period, indicator).tables.map(({ group }) => group);
    expect(groupsOf('2021-22', 'CHN01')).toEqual(['people-1', 'people-2', 'people-3', 'people-4', null]);
    expect(groupsOf('2021-22', 'ENV01a')).toEqual(['place-1', 'place-2', 'place-3', 'place-4', null]);
    const all = boardOf('2021-22', 'ENV01a').tables.at(-1);
    expect(all?.of).toBe(32);
  });

  test('sums a council up in a sentence, and prints money as money', () => {
    expect(textOf(lgbf.files.get('units/Highland/index.html') ?? '')).toMatch(
      /In its newest results, Highland is ranked within its group on \d+ dimensions of Benchmarking framework, and is first on \d+ of them\./,
    );
    expect(textOf(lgbf.files.get('indicators/lgbf/ENV01a/index.html') ?? '')).toMatch(/from £\d+ to £\d+/);
  });

  test('ranks by each indicator’s own direction', () => {
    const first = (indicator: string) => {
      const values = boardOf('2021-22', indicator)
        .tables.at(-1)
        ?.rows.map(({ value }) => value as number) as number[];
      return Math.sign((values.at(-1) as number) - (values[0] as number));
    };
    expect(first('ENV01a'), 'a cost: the lowest first').toBe(1);
    expect(first('ENV06'), 'recycling: the highest first').toBe(-1);
  });
});

interface AwardRow {
  readonly award: string;
  readonly instrument: string;
  readonly holder: string;
  readonly period: string;
  readonly reason: string | null;
  readonly note: string | null;
}

interface TaskRow {
  readonly task: string;
  readonly title: string;
  readonly lead: readonly string[];
  readonly status: string;
  readonly due_on: string | null;
  readonly original_due_on: string | null;
  readonly slipped_days: number;
}

/** Projects in each year's file. */
const REPORTS = { 2014: 199, 2015: 188, 2016: 143, 2017: 143, 2018: 133, 2019: 133, 2020: 125, 2021: 184, 2022: 235, 2023: 244 };

suite('the British major projects', async () => {
  const site = isThere ? await build('uk-gmpp') : null;
  const gmpp = site as TestSite;
  const { awards } = isThere ? json<{ readonly awards: readonly AwardRow[] }>(gmpp, 'gmpp/awards/index.json') : { awards: [] };
  const list = isThere
    ? json<{ readonly count: number; readonly tasks: readonly TaskRow[] }>(gmpp, 'gmpp/tasks/index.json')
    : { count: 0, tasks: [] };
  const taskOf = (task: string): TaskRow => list.tasks.find((row) => row.task === task) as TaskRow;
  const countBy = (key: (award: AwardRow) => string) => Object.fromEntries([...Map.groupBy(awards, key)].map(([name, rows]) => [name, rows.length]));

  test('are built without a single problem', () => expect(gmpp.problems).toBe(''));

  test('give a light for each of the 1,727 project-years', () => {
    expect(awards).toHaveLength(1727);
    expect(countBy(({ period }) => period)).toEqual(REPORTS);
    expect(new Set(awards.map(({ period, holder }) => `${period} ${holder}`)).size).toBe(1727);
  });

  test('give each light the colour of its file, or the words that stand there instead', () => {
    expect(countBy(({ instrument }) => instrument)).toEqual({
      green: 81,
      'amber-green': 237,
      amber: 521,
      'amber-red': 301,
      red: 52,
      'three-green': 50,
      'three-amber': 353,
      'three-red': 50,
      exempt: 65,
      reset: 2,
      'not-given': 15,
    });
    const unpublished = awards.filter(({ instrument }) => ['exempt', 'not-given', 'reset'].includes(instrument));
    expect(unpublished.filter(({ reason }) => reason === null)).toEqual([]);
    expect(unpublished.filter(({ instrument }) => instrument === 'exempt').every(({ reason }) => /exempt/i.test(reason ?? ''))).toBe(true);
  });

  test('never compare the five colours until 2021 with the three from 2022', () => {
    const three = (period: string) => period >= '2022';
    expect(
      awards.filter(({ instrument, period }) => instrument.startsWith('three-') !== three(period) && /green|amber|red/.test(instrument)),
    ).toEqual([]);
  });

  test('show the change of colours on a task’s page as a break between two lights', () => {
    const page = textOf(gmpp.files.get('gmpp/tasks/HS2-Phase-1/index.html') ?? '');
    const [newer, between, older] = ['Amber (of three) 2022', 'From 2022: method “three colours”', 'Amber/Red 2021'].map((words) =>
      page.lastIndexOf(words),
    );
    expect(newer).toBeGreaterThan(0);
    expect(between).toBeGreaterThan(newer as number);
    expect(older).toBeGreaterThan(between as number);
    expect(page).not.toContain('Held accountable');
    expect(textOf(gmpp.files.get('units/BIS/index.html') ?? '')).toContain('Left the portfolio');
  });

  test('have one task a project, whichever years it is in', () => {
    expect(list.count).toBe(list.tasks.length);
    expect(new Set(awards.map(({ holder }) => holder)).size).toBe(list.count);
    expect(list.tasks.filter(({ status }) => status === 'in_progress')).toHaveLength(REPORTS[2023]);
    expect(list.tasks.filter(({ lead }) => lead.length === 0)).toEqual([]);
  });

  test('follow a project through names, departments and end dates', () => {
    const hs2 = taskOf('HS2-Phase-1');
    expect(hs2).toMatchObject({ title: 'HS2 Phase 1', lead: ['DFT'], original_due_on: '2029-11-30', due_on: '2030-06-30', slipped_days: 212 });
    const lights = awards.filter(({ holder }) => holder === 'HS2-Phase-1').map(({ period, instrument }) => [period, instrument]);
    expect(lights).toEqual([
      ['2023', 'three-red'],
      ['2022', 'three-amber'],
      ['2021', 'amber-red'],
    ]);
    expect(taskOf('Geological-Disposal-Facility-Programme-GDF').lead).toEqual(['DESNZ']);
    expect(taskOf('Green-Investment-Bank')).toMatchObject({ status: 'withdrawn', due_on: '2012-09-01' });
    expect(taskOf('WATCHKEEPER').due_on).toBe('2021-03-31');
  });

  test('recount the reports on the programme’s page', () => {
    const { claims } = json<{ readonly claims: readonly { readonly counted: number; readonly holds: boolean }[] }>(gmpp, 'gmpp/index.json');
    expect(claims.map(({ counted }) => counted)).toEqual([1727, ...Object.values(REPORTS)]);
    expect(claims.every(({ holds }) => holds)).toBe(true);
  });

  test('read the legacy encoding: pounds, quotes and dashes come out as such', () => {
    const words = awards.map(({ note }) => note ?? '').join(' ');
    expect(words).toContain('£');
    expect(words).toContain('’');
    expect([...gmpp.files.values()].filter((body) => /[\u0080-\u009f\ufffd]/.test(body))).toEqual([]);
  });
});
