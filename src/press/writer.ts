/**
 * The writer: files go out through a thread of its own, so that hashing and writing one page and making the next happen at once.
 *
 * Bytes are handed over in a few shared buffers that take turns; when all are full, the press waits. The press itself stays synchronous.
 */
import { extname } from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Pieces } from './frame.ts';

/** What a buffer's place in `state` says: it is free, the next file comes alone through the port, no more files come. Else: bytes in use. */
export const FREE = 0;
export const LARGE = -1;
export const END = -2;

/** What the thread starts with. */
export interface WriterData {
  /** The folder that paths are below. */
  readonly root: string;
  /** One number a buffer. */
  readonly state: Int32Array<SharedArrayBuffer>;
  readonly buffers: readonly SharedArrayBuffer[];
  readonly port: MessagePort;
}

/** Path, where its bytes start and end in the buffer, and the hash of what stands there (null = nothing that is known). */
export type HandedFile = readonly [path: string, start: number, end: number, old: string | null];

/** A file too large for the buffers. */
export interface LargeFile {
  readonly path: string;
  readonly body: Uint8Array;
  readonly old: string | null;
}

/** What became of the files, in the order in which they were handed over. */
export interface Written {
  /** 32 bytes each. */
  readonly hashes: Uint8Array;
  readonly sizes: readonly number[];
  /** 1 where other bytes stood before, or none. */
  readonly isNew: readonly number[];
}

export type Answer = { readonly written: Written } | { readonly fault: unknown };

export interface Writer {
  /** Hands a file over. `old` is the hash of what stands there, null when nothing does: then it is written in any case. */
  write(path: string, body: Pieces, old: string | null): void;
  /** Waits until everything is on disk. Throws what the file system threw. */
  close(): Written;
}

const SLOTS = 4;
const SLOT_BYTES = 1 << 22;
/** At the start of a buffer stands where its list of files begins. */
const HEAD = 4;
/** A batch is handed over at this size: neither must wait long for the other. */
const BATCH_BYTES = 1 << 20;
/** What a file takes in the list of its batch beside its path. */
const LISTED_BYTES = 120;
/** Longer than any disk takes for one batch: the thread has died. */
const PATIENCE = 120_000;

function openThread(data: WriterData): void {
  const self = import.meta.url;
  const thread = new Worker(new URL(`./writerThread${extname(self)}`, self), { workerData: data, transferList: [data.port], execArgv: [] });
  // A build that fails elsewhere must be able to end.
  thread.unref();
}

/** Puts the pieces into a buffer that has room for them, one after the other; gives where they end. */
function copyPieces(body: Pieces, into: Buffer, from: number): number {
  let at = from;
  for (const piece of body) {
    if (typeof piece === 'string') at += into.write(piece, at);
    else {
      into.set(piece, at);
      at += piece.length;
    }
  }
  return at;
}

/** Opens a writer for the files below `root`, an absolute path. */
export function openWriter(root: string): Writer {
  const { port1: port, port2 } = new MessageChannel();
  const state = new Int32Array(new SharedArrayBuffer(4 * SLOTS));
  const shared = Array.from({ length: SLOTS }, () => new SharedArrayBuffer(SLOT_BYTES));
  openThread({ root, state, buffers: shared, port: port2 });
  const buffers = shared.map((buffer) => Buffer.from(buffer));
  let slot = 0;
  let used = HEAD;
  let files: HandedFile[] = [];
  /** What the list of these files takes at most. */
  let listed = 0;

  const wait = (at: number): void => {
    for (let now = Atomics.load(state, at); now !== FREE; now = Atomics.load(state, at)) {
      if (Atomics.wait(state, at, now, PATIENCE) === 'timed-out') throw new Error('the writer does not answer');
    }
  };
  const hand = (task: number): void => {
    Atomics.store(state, slot, task);
    Atomics.notify(state, slot);
    slot = (slot + 1) % SLOTS;
  };
  const send = (): void => {
    if (files.length === 0) return;
    const buffer = buffers[slot] as Buffer;
    buffer.writeUInt32LE(used);
    hand(used + buffer.write(JSON.stringify(files), used));
    used = HEAD;
    files = [];
    listed = 0;
    wait(slot);
  };
  const sendAlone = (path: string, body: Pieces, old: string | null): void => {
    let size = 0;
    for (const piece of body) size += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length;
    const bytes = Buffer.from(new ArrayBuffer(size));
    copyPieces(body, bytes, 0);
    port.postMessage({ path, body: bytes, old } satisfies LargeFile, [bytes.buffer]);
    hand(LARGE);
    wait(slot);
  };

  return {
    write(path, body, old) {
      // A character takes three bytes at most, and six in the list.
      let most = 0;
      for (const piece of body) most += typeof piece === 'string' ? piece.length * 3 : piece.length;
      const own = path.length * 6 + LISTED_BYTES;
      if (used + most + listed + own > SLOT_BYTES) send();
      if (used + most + own > SLOT_BYTES) return sendAlone(path, body, old);
      const start = used;
      const buffer = buffers[slot] as Buffer;
      used = copyPieces(body, buffer, used);
      files.push([path, start, used, old]);
      listed += own;
      if (used > BATCH_BYTES) send();
    },
    close() {
      send();
      const last = slot;
      hand(END);
      wait(last);
      const answer = receiveMessageOnPort(port)?.message as Answer;
      port.close();
      if ('fault' in answer) throw answer.fault;
      return answer.written;
    },
  };
}
