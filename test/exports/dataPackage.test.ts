import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { CSV_COLUMNS, FIELDS } from '../../src/exports/columns.ts';
import { dataPackage } from '../../src/exports/dataPackage.ts';
import { allPages } from '../../src/press/printSite.ts';
import { buildSite, type TestSite } from '../site.ts';

interface Package {
  readonly resources: readonly {
    readonly name: string;
    readonly path: string | string[];
    readonly schema: { readonly fields: readonly { readonly name: string; readonly type: string; readonly description: string }[] };
  }[];
}

function packageOf({ opened: { assessment, prose }, problems }: TestSite): Package {
  if (assessment === null) throw new Error(problems);
  const { config, asOf } = assessment.portal;
  return dataPackage(allPages({ assessment }, prose), config, asOf) as Package;
}

const demo = await buildSite(join(import.meta.dirname, '../../data/demo'));
const pack = packageOf(demo);

test('every CSV of the site stands in it once, and nothing else', () => {
  const listed = pack.resources.flatMap(({ path }) => path).sort();
  const csv = [...demo.files.keys()].filter((path) => path.endsWith('.csv')).sort();
  expect(listed).toEqual(csv);
});

test('a programme without periods has no table of them', () => {
  const tables = [...demo.files].filter(([path]) => path.endsWith('/periods.csv'));
  expect(tables.map(([path]) => path)).toContain('quarterly/periods.csv');
  expect(tables.map(([path]) => path)).not.toContain('brands/periods.csv');
  expect(tables.filter(([, body]) => body.trimEnd().split('\n').length < 2)).toEqual([]);
  const page = demo.files.get('brands/index.html') ?? '';
  expect(page).toContain('href="/brands/index.json"');
  expect(page).not.toContain('periods.csv');
});

/** What a cell of each type looks like; blank is missing in all of them. */
const CELLS: Readonly<Record<string, RegExp>> = {
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?(e-?\d+)?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d\d-\d\d$/,
};

function misfits({ files }: TestSite, { resources }: Package): string[] {
  return resources.flatMap(({ path, schema: { fields } }) =>
    [path].flat().flatMap((file) => {
      const [header = [], ...rows] = Papa.parse<string[]>((files.get(file) ?? '').replace('\uFEFF', '').trimEnd()).data;
      if (header.join() !== fields.map(({ name }) => name).join()) return `${file} has ${header.join()}`;
      const uneven = rows.filter((cells) => cells.length !== fields.length).map((cells) => `${file}: ${cells.join()}`);
      const untyped = fields.flatMap(({ name, type }, i) =>
        rows.filter((cells) => cells[i] !== '' && CELLS[type]?.test(cells[i] ?? '') === false).map((cells) => `${file} ${name} ${type}: ${cells[i]}`),
      );
      return [...uneven, ...untyped];
    }),
  );
}

test('every resource has exactly the columns of its files, in their order, and every cell is of its column’s type', () => {
  expect(misfits(demo, pack)).toEqual([]);
});

test('tasks that are split among their leads are counted in fractions of at most four decimals', async () => {
  const split = await buildSite(join(import.meta.dirname, '../portals/tasks-split-among-leads'));
  const own = packageOf(split);
  expect(misfits(split, own)).toEqual([]);
  const leads = own.resources.find(({ path }) => path === 'works/tasks/leads.csv');
  expect(leads?.schema.fields.slice(-5).map(({ name, type }) => [name, type])).toEqual([
    ['count', 'number'],
    ['closed', 'number'],
    ['open', 'number'],
    ['overdue', 'number'],
    ['other', 'number'],
  ]);
  expect(split.files.get('works/tasks/leads.csv')).toContain('alder,Alder Valley,1.3333,1,0.3333,0,0');
});

test('every column has a type and a sentence', () => {
  const columns = Object.values(CSV_COLUMNS).flatMap((line) => line.split(' '));
  expect(columns.filter((column) => !FIELDS[column]?.[1])).toEqual([]);
});
