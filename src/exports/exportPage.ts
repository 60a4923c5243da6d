/** A page as data: its view as JSON, and its tables as CSV in two readings. */
import type { PortalConfig } from '../model/config.ts';
import { csvFilesOf } from '../views/dataFiles.ts';
import type { PageFace, PageKind } from '../views/page.ts';
import { printCsv, printReadings } from './csv.ts';
import { pageTable } from './tables.ts';

/** Name of the reading for Excel and WPS of a CSV file. */
export function spreadsheetName(file: string): string {
  return file.replace(/\.csv$/, '.excel.csv');
}

interface DataFile {
  readonly path: string;
  /** In pieces. */
  readonly body: readonly (string | Uint8Array)[];
}

/** The paths of a page's data files, below the site's root, as `exportPage` gives them. */
export function dataFiles(page: PageFace): string[] {
  const { kind, path, data } = page;
  if (!data) return [];
  return [`${path}index.json`, ...csvFilesOf(page).flatMap((name) => [path + name, ...(hasSpreadsheet(kind) ? [path + spreadsheetName(name)] : [])])];
}

/** A portal in Chinese or any other script opens in Excel only with the mark; a unit's own history is read by programs. */
export function hasSpreadsheet(kind: PageKind): boolean {
  return kind !== 'unit';
}

/** The data files of a page, with their paths below the site's root. `json` is the view as JSON, where the caller has it. */
export function* exportPage(page: PageFace, view: unknown, config: PortalConfig, json?: string): Generator<DataFile> {
  if (!page.data) return;
  yield { path: `${page.path}index.json`, body: [json ?? JSON.stringify(view), '\n'] };
  for (const name of csvFilesOf(page)) {
    const table = pageTable(page.kind, name, view, config);
    if (!hasSpreadsheet(page.kind)) {
      yield { path: page.path + name, body: [printCsv(table)] };
      continue;
    }
    const { plain, spreadsheet } = printReadings(table);
    yield { path: page.path + name, body: [plain] };
    yield { path: page.path + spreadsheetName(name), body: spreadsheet };
  }
}
