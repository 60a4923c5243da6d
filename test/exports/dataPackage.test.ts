import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { CSV_COLUMNS, FIELDS } from '../../src/exports/columns.ts';
import { dataPackage } from '../../src/exports/dataPackage.ts';
import { allPages } from '../../src/press/printSite.ts';
import { buildSite } from '../site.ts';

const demo = await buildSite(join(import.meta.dirname, '../../data/demo'));
const { assessment, prose } = demo.opened;
if (assessment === null) throw new Error(demo.problems);
const { config, asOf } = assessment.portal;
const pack = dataPackage(allPages({ assessment }, prose), config, asOf) as {
  resources: { path: string | string[]; schema: { fields: { name: string }[] } }[];
};

test('every CSV of the site stands in it once, and nothing else', () => {
  const listed = pack.resources.flatMap(({ path }) => path).sort();
  const csv = [...demo.files.keys()].filter((path) => path.endsWith('.csv')).sort();
  expect(listed).toEqual(csv);
});

test('every resource names the columns that its files have, in their order', () => {
  for (const { path, schema } of pack.resources) {
    for (const file of [path].flat()) {
      const header = (demo.files.get(file) ?? '').replace('\uFEFF', '').split('\r\n')[0]?.split(',') ?? [];
      // An indicator's figures are its values, or scores where the office gave no values.
      const known = schema.fields.map(({ name }) => name).filter((name) => !file.startsWith('indicators/') || name !== 'score');
      expect(
        header.filter((column) => known.includes(column)),
        file,
      ).toEqual(known);
    }
  }
});

test('every row has as many cells as the header', () => {
  for (const file of pack.resources.flatMap(({ path }) => [path].flat()[0] ?? [])) {
    const { data } = Papa.parse<string[]>((demo.files.get(file) ?? '').trimEnd());
    expect(new Set(data.map((cells) => cells.length)).size, file).toBe(1);
  }
});

test('every column has a type and a sentence', () => {
  const columns = Object.values(CSV_COLUMNS).flatMap((line) => line.split(' '));
  expect(columns.filter((column) => !FIELDS[column]?.[1])).toEqual([]);
});
