/**
 * `datapackage.json` (Frictionless Data Package 2): every CSV of the site, those of one shape as one resource with many paths, with the
 * type and meaning of each column. Keys are the contract's.
 */
import type { PortalConfig } from '../model/config.ts';
import { say } from '../model/text.ts';
import { csvFilesOf } from '../views/dataFiles.ts';
import type { Page, PageKind } from '../views/page.ts';
import { columnsOf, FIELDS } from './columns.ts';
import { hasSpreadsheet, spreadsheetName } from './exportPage.ts';

interface Resource {
  readonly name: string;
  readonly path: string | readonly string[];
  readonly format: 'csv';
  readonly mediatype: 'text/csv';
  readonly encoding: 'utf-8';
  readonly schema: { readonly fieldsMatch: ['subset']; readonly fields: readonly object[] };
}

export function dataPackage(pages: readonly Page[], config: PortalConfig, asOf: string): object {
  const [first = 'en'] = config.languages;
  const paths = new Map<string, { file: string; kind: PageKind; paths: string[] }>();
  for (const page of pages) {
    const { kind, path, data } = page;
    if (!data) continue;
    const add = (name: string, file: string, at: string): void => {
      const own = paths.get(name) ?? { file, kind, paths: [] };
      own.paths.push(path + at);
      paths.set(name, own);
    };
    for (const file of csvFilesOf(page)) {
      const name = `${kind}-${file.replace(/\.csv$/, '')}`;
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
    resources: [...paths].map(([name, { kind, file, paths: own }]) => resourceOf(name, `${kind}/${file}`, own, config)),
  };
}

function resourceOf(name: string, file: string, paths: readonly string[], { languages }: PortalConfig): Resource {
  const fields = columnsOf(file, languages).map(({ name: column, of, lang }) => {
    const [type, description] = FIELDS[of] ?? ['any', ''];
    return { name: column, type, description: lang === null ? description : `The same in the language ${lang}.` };
  });
  const [only] = paths;
  const path = paths.length === 1 && only !== undefined ? only : paths;
  return { name, path, format: 'csv', mediatype: 'text/csv', encoding: 'utf-8', schema: { fieldsMatch: ['subset'], fields } };
}
