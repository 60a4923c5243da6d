/**
 * `datapackage.json` (Frictionless Data Package 2): every CSV of the site, those of one shape as one resource with many paths, with the
 * type and meaning of each of its columns, in their order. Keys are the contract's.
 */
import type { PortalConfig } from '../model/config.ts';
import { say } from '../model/text.ts';
import { csvFilesOf } from '../views/dataFiles.ts';
import type { Page, PageKind, TableShape } from '../views/page.ts';
import { columnsOf, fieldOf } from './columns.ts';
import { hasSpreadsheet, spreadsheetName } from './exportPage.ts';

interface Resource {
  readonly name: string;
  readonly path: string | readonly string[];
  readonly format: 'csv';
  readonly mediatype: 'text/csv';
  readonly encoding: 'utf-8';
  readonly schema: { readonly fieldsMatch: ['exact']; readonly fields: readonly object[] };
}

/** The description of these pages’ CSV files; `asOf` is its version. */
export function dataPackage(pages: readonly Page[], config: PortalConfig, asOf: string): object {
  const [first = 'en'] = config.languages;
  const paths = new Map<string, { file: string; kind: PageKind; shape: TableShape; paths: string[] }>();
  for (const page of pages) {
    const { kind, path, data, shape = {} } = page;
    if (!data) continue;
    const add = (name: string, file: string, at: string): void => {
      const own = paths.get(name) ?? { file, kind, shape, paths: [] };
      own.paths.push(path + at);
      paths.set(name, own);
    };
    for (const file of csvFilesOf(page)) {
      const name = [kind, file.replace(/\.csv$/, ''), ...shapeWords(`${kind}/${file}`, shape)].join('-');
      add(name, file, file);
      if (hasSpreadsheet(kind)) add(`${name}-excel`, file, spreadsheetName(file));
    }
  }
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    title: say(config.title, first, config.languages),
    ...(config.description !== null && { description: say(config.description, first, config.languages) }),
    version: asOf,
    ...(config.licence !== null && { licenses: [{ name: config.licence }] }),
    contributors: [
      {
        title: say(config.publisher.name, first, config.languages),
        roles: ['publisher'],
        ...(config.publisher.url && { path: config.publisher.url }),
      },
    ],
    resources: [...paths].map(([name, { kind, file, shape, paths: own }]) => resourceOf(name, `${kind}/${file}`, shape, own, config)),
  };
}

/** What the name of a resource says of its shape: tables of one name have the same columns. */
function shapeWords(file: string, { dimensions = [], of, fractions, carried, zeroed }: TableShape): readonly string[] {
  const further = [...(carried ? ['carried'] : []), ...(zeroed ? ['zeroed'] : [])];
  if (file === 'leaderboard/ranking.csv') return dimensions.length > 0 ? [dimensions.join('.'), ...further] : further;
  if (file === 'unit/history.csv') return further;
  if (file === 'indicator/values.csv') return of === 'score' ? ['score'] : [];
  return file === 'tasks/leads.csv' && fractions ? ['fractions'] : [];
}

function resourceOf(name: string, file: string, shape: TableShape, paths: readonly string[], { languages }: PortalConfig): Resource {
  const fields = columnsOf(file, languages, shape).map((column) => {
    const [type, description] = fieldOf(file, column, shape);
    return { name: column.name, type, description: column.lang === null ? description : `The same in the language ${column.lang}.` };
  });
  const [only] = paths;
  const path = paths.length === 1 && only !== undefined ? only : paths;
  return { name, path, format: 'csv', mediatype: 'text/csv', encoding: 'utf-8', schema: { fieldsMatch: ['exact'], fields } };
}
