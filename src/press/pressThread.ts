/** The thread behind `presses.ts`: a press that prints what it is given, and tells at the end what it wrote. */
import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { PictureOrder } from './pictures.ts';
import type { PageJob, ThreadAnswer, ThreadData, ThreadFault, ThreadOrder, ThreadSite } from './presses.ts';
import type { SearchRecord } from './searchIndex.ts';

const { done, port, compileCache } = workerData as ThreadData;
if (compileCache !== null) enableCompileCache(compileCache);
const [{ createPress }, { parseFrame }, { printNote }, { openShelf }] = await Promise.all([
  import('./press.ts'),
  import('./frame.ts'),
  import('./notes.ts'),
  import('./shelf.ts'),
]);

const pages: number[] = [];
const notes: string[] = [];
const records: [number, SearchRecord][] = [];
const pictures: [number, PictureOrder][] = [];
const paths: string[] = [];
const hashes: string[] = [];
const sizes: number[] = [];

function openSite({ root, setting, shells, longLists }: ThreadSite): (job: PageJob) => void {
  const shelf = openShelf(root);
  const frames = {
    frame: (lang: string, kind: string) => parseFrame(shells[`${lang}/${kind}`] as string),
    prose: () => {
      throw new Error('a page with prose is printed where the prose is');
    },
  };
  const press = createPress({ setting, frames, prose: [], longLists });
  return ({ at, page, key, json, olds }) => {
    const note = press.print(page, key, JSON.parse(json), json, (path, body) => {
      const file = shelf.put(path, body, olds?.get(path) ?? null);
      paths.push(path);
      hashes.push(file.sha256);
      sizes.push(file.bytes);
    });
    pages.push(at);
    notes.push(printNote(page.path, note));
    for (const record of note.records) records.push([at, record]);
    for (const picture of note.pictures) pictures.push([at, picture]);
  };
}

let print: ((job: PageJob) => void) | null = null;
let fault: ThreadFault | null = null;

function take(order: ThreadOrder): void {
  if ('site' in order) print = openSite(order.site);
  else if ('jobs' in order) for (const job of order.jobs) print?.(job);
}

/** After a fault it only lets the rest pass, and tells of it at the end. */
parentPort?.on('message', (order: ThreadOrder) => {
  try {
    if (fault === null) take(order);
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    fault = { fault: error, code, path };
  }
  if ('end' in order) {
    port.postMessage((fault ?? { work: { pages, notes, records, pictures, paths, hashes, sizes } }) satisfies ThreadAnswer);
  }
  Atomics.add(done, 0, 1);
});
