/**
 * More presses: threads that print pages beside the one that works the figures out. A page goes to them as its view in JSON, which says all
 * that the page says; they print it, hash it and write it, and at the end tell what they wrote.
 *
 * The thread that feeds them never waits for them but at the end, since it prints pages itself as long as they have enough to do. Only then
 * does it hear of one that has died, as of too little memory.
 */
import { getCompileCacheDir } from 'node:module';
import { extname } from 'node:path';
import { MessageChannel, type MessagePort, type ResourceLimits, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { PageFace } from '../views/page.ts';
import type { PictureOrder } from './pictures.ts';
import type { Setting } from './print.ts';
import type { SearchRecord } from './searchIndex.ts';
import type { Shelved } from './shelf.ts';

/** What a thread starts with. */
export interface ThreadData {
  /** How many messages it has dealt with. */
  readonly done: Int32Array<SharedArrayBuffer>;
  readonly port: MessagePort;
  readonly compileCache: string | null;
}

/** The site to print. Frames are HTML, by language and kind: `zh-CN/unit`. */
export interface ThreadSite {
  readonly root: string;
  readonly setting: Setting;
  readonly shells: Readonly<Record<string, string>>;
  readonly longLists: readonly string[];
}

/** A page to print. */
export interface PageJob {
  /** The page's number in the site. */
  readonly at: number;
  readonly page: PageFace;
  readonly key: string;
  /** Its view. */
  readonly json: string;
  /** Hashes of the files that stand there; null when none does. */
  readonly olds: ReadonlyMap<string, string> | null;
}

export type ThreadOrder = { readonly site: ThreadSite } | { readonly jobs: readonly PageJob[] } | { readonly end: true };

/** What a thread printed. Parallel lists, since there may be a hundred thousand of each. */
export interface ThreadWork {
  /** Numbers of pages, and their notes as text. */
  readonly pages: readonly number[];
  readonly notes: readonly string[];
  readonly records: readonly (readonly [at: number, record: SearchRecord])[];
  readonly pictures: readonly (readonly [at: number, picture: PictureOrder])[];
  readonly paths: readonly string[];
  readonly hashes: readonly string[];
  readonly sizes: readonly number[];
}

/** An error loses what the system said of it (`code`, `path`) on its way between threads. */
export interface ThreadFault {
  readonly fault: unknown;
  readonly code?: string | undefined;
  readonly path?: string | undefined;
}

export type ThreadAnswer = { readonly work: ThreadWork } | ThreadFault;

export interface Presses {
  /** Tells the threads what site it is; until then they only load. */
  begin(site: ThreadSite): void;
  /** Whether one of them would soon have nothing to do. */
  isFree(): boolean;
  give(jobs: readonly PageJob[]): void;
  /** Waits until all is on disk. Throws what a thread threw, and for one that died the reason (`NO_MEMORY`). */
  finish(): Promise<readonly ThreadWork[]>;
}

/** What a thread has put on disk, file by file. */
export function filesOfWork({ paths, hashes, sizes }: ThreadWork): (readonly [path: string, file: Shelved])[] {
  return paths.map((path, i) => [path, { sha256: hashes[i] as string, bytes: sizes[i] as number }]);
}

/** Batches that a thread has before it, so that it has enough to do while the one that feeds it prints a long page. */
const AHEAD = 12;
/** The code of the error of a thread that ran out of memory. */
export const NO_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

/** Nothing of a page is kept, so the heap is mostly short-lived text: a large young generation is cheaper. */
const LIMITS = { maxYoungGenerationSizeMb: 48 };

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly done: Int32Array<SharedArrayBuffer>;
  given: number;
  /** Whether it has ended, and of what. */
  hasEnded: boolean;
  fault: unknown;
}

function openThread(limits: ResourceLimits): Thread {
  const { port1, port2 } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  const self = import.meta.url;
  const workerData: ThreadData = { done, port: port2, compileCache: getCompileCacheDir() ?? null };
  const worker = new Worker(new URL(`./pressThread${extname(self)}`, self), {
    workerData,
    transferList: [port2],
    execArgv: [],
    resourceLimits: { ...LIMITS, ...limits },
  });
  // A build that fails elsewhere must be able to end.
  worker.unref();
  const thread: Thread = { worker, port: port1, done, given: 0, hasEnded: false, fault: null };
  worker.on('error', (error) => {
    thread.fault = error;
  });
  worker.on('exit', () => {
    thread.hasEnded = true;
  });
  return thread;
}

function send(thread: Thread, order: ThreadOrder): void {
  thread.given++;
  thread.worker.postMessage(order);
}

function waiting({ done, given }: Thread): number {
  return given - Atomics.load(done, 0);
}

/** What a thread answers when it has done all; throws what ended it otherwise. */
async function answerOf(thread: Thread): Promise<ThreadAnswer> {
  const { worker, port } = thread;
  worker.ref();
  const message = await new Promise<unknown>((done) => {
    const end = (): void => done(receiveMessageOnPort(port)?.message);
    port.once('message', done);
    worker.once('exit', end);
    if (thread.hasEnded) end();
  });
  port.close();
  // It stays until the process ends. V8 has one book of compiled code for all threads, and aborts now and then where a thread is taken down
  // while another compiles ("Check failed: jit_page.has_value()").
  worker.unref();
  if (message === undefined) throw thread.fault ?? new Error('a printing thread ended before its work was done');
  return message as ThreadAnswer;
}

async function workOf(thread: Thread): Promise<ThreadWork> {
  const answer = await answerOf(thread);
  if ('work' in answer) return answer.work;
  const { fault, code, path } = answer;
  throw fault instanceof Error ? Object.assign(fault, { code, path }) : fault;
}

/** Opens threads; null for none. `limits` stand above those that printing takes. */
export function openPresses(count: number, limits: ResourceLimits = {}): Presses | null {
  if (count < 1) return null;
  const threads = Array.from({ length: count }, () => openThread(limits));
  const idlest = (): Thread => threads.reduce((a, b) => (waiting(b) < waiting(a) ? b : a));
  return {
    begin(site) {
      for (const thread of threads) send(thread, { site });
    },
    isFree: () => waiting(idlest()) < AHEAD,
    give(jobs) {
      if (jobs.length > 0) send(idlest(), { jobs });
    },
    finish() {
      for (const thread of threads) send(thread, { end: true });
      return Promise.all(threads.map(workOf));
    },
  };
}
