/** Files that other people published, read as they left them. They stand beside the repository; without them these tests are skipped. */
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cellsOf, type Read, readAt, writeFolder } from './fixture.ts';

const REAL = join(import.meta.dirname, '../../../shared/real');
const isThere = existsSync(REAL);
const suite = isThere ? describe : describe.skip;
if (!isThere) console.log('test/read/real.test.ts: ../shared/real is absent, skipped');

async function readReal(tables: string): Promise<Read> {
  const root = writeFolder({ 'portal.yaml': `title: x\nlanguages: [en]\ntables:\n${tables}` });
  symlinkSync(REAL, join(root, 'raw'));
  return readAt(root);
}

suite('the Scottish benchmarking files', () => {
  test('give every row of indicators, figures and quarters', async () => {
    const found = await readReal(`
  observations:
    - file: raw/scotland-lgbf/Raw Data Files/LGBF_ScotDataReal_ISSpatialHub.csv
      columns: { unit: LocalAuthority, indicator: Code, period: Year, value: LA_IndicatorReal }
      constants: { programme: lgbf }
  scores:
    - file: raw/scotland-lgbf/Data Files/Indicator Data - Real - Quarterly.csv
      columns: { unit: LocalAuthority, dimension: Code, period: Period, score: Value, rank_recorded: ScotRank }
      constants: { programme: lgbf }
  indicators:
    - file: raw/scotland-lgbf/Data Files/Indicator Information.csv
      columns: { indicator: Code, name: Title, direction: Ranking_Type, source: Source }
      constants: { programme: lgbf }
`);
    expect(found.messages).toEqual([]);
    expect(found.rows.observations).toHaveLength(35_467);
    expect(found.rows.observations?.at(-1)?.line).toBe(35_468);
    expect(found.rows.scores).toHaveLength(1339);
    expect(found.rows.indicators).toHaveLength(108);
    const directions = cellsOf(found, 'indicators').map((row) => row.direction);
    expect(directions.filter((direction) => direction === 'Ascending')).toHaveLength(53);
    expect(directions.filter((direction) => direction === 'Goldilocks')).toHaveLength(4);
  });
});

suite('the British major projects', () => {
  const entry = (year: number, keys: string): string =>
    `    - { file: raw/uk-gmpp/data/raw_data/uk_${year}.csv, encoding: windows-1252, constants: { programme: gmpp, year: ${year} }, ${keys} }\n`;
  const upright = 'columns: { task: project_name, title: project_name, category: department, target_text: colour_rating }';
  const lying = (name: string, rating: string): string =>
    `transpose: true, columns: { task: ${name}, title: ${name}, category: Department, target_text: ${rating} }`;

  test('are 1,727 project-years in four shapes, each in its true place', async () => {
    const entries = [
      entry(2014, lying('Project name', 'MPA RAG rating')),
      entry(2015, lying('Project name', 'MPA RAG rating')),
      entry(2016, lying('Project Name', 'IPA RAG rating')),
      entry(2017, lying('Project Name', 'IPA Delivery Confidence Assessment')),
      ...[2018, 2019, 2020, 2021].map((year) => entry(year, upright)),
      ...[2022, 2023].map((year) => entry(year, upright.replace(' }', ', unit_label: "colour_rating#2" }'))),
    ];
    const found = await readReal(`  tasks:\n${entries.join('')}`);
    expect(found.messages).toEqual([]);
    const rows = found.rows.tasks ?? [];
    const counts = new Map<string, number>();
    for (const { cells } of rows) counts.set(cells.year as string, (counts.get(cells.year as string) ?? 0) + 1);
    expect([...counts.values()]).toEqual([199, 188, 143, 143, 133, 133, 125, 184, 235, 244]);
    expect(rows).toHaveLength(1727);
    expect(rows[0]).toMatchObject({
      cells: { title: 'FE Capital Investment Programme', category: 'BIS', target_text: 'Amber/Green' },
      places: { title: { line: 1, column: 2 }, category: { line: 2, column: 2 } },
    });
    const last = rows.filter(({ cells }) => cells.year === '2023').at(0);
    expect(last?.cells).toMatchObject({ title: 'Civil Service Pensions 2015 Remedy', target_text: '', unit_label: 'Amber' });
    expect(rows.some(({ cells }) => Object.values(cells).some((cell) => cell.includes('\ufffd')))).toBe(false);
  });

  test('are asked about when no encoding is given, though one of them is valid GB18030', async () => {
    const columns = 'columns: { task: project_name, title: project_name }, constants: { programme: gmpp }';
    const found = await readReal(`  tasks:\n    - { file: raw/uk-gmpp/data/raw_data/uk_202?.csv, ${columns} }\n`);
    expect(found.faults).toEqual([2020, 2021, 2022, 2023].map((year) => `encoding-unknown raw/uk-gmpp/data/raw_data/uk_${year}.csv::`));
  });
});
