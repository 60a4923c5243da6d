/**
 * The writer: files go out through a thread of its own, so that hashing and writing one page and making the next happen at once.
 *
 * Bytes are handed over in a few shared buffers that take turns; when all are full, the press waits. The press itself stays synchronous.
 */
import { extname } from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';

/** What the thread starts with. */
export interface WriterData {
  /** The folder that paths are below. */
  readonly root: string;
  /** One number a buffer and one for the end: 1 while the thread has something to do there. */
  readonly state: Int32Array<SharedArrayBuffer>;
  readonly answers: MessagePort;
}

export interface HandedFile {
  readonly path: string;
  /** Its bytes in the buffer. */
  readonly start: number;
  readonly end: number;
  /** The hash of what stands there; null = nothing that is known. */
  readonly old: string | null;
}

export interface Batch {
  readonly slot: number;
  readonly buffer: SharedArrayBuffer;
  readonly files: readonly HandedFile[];
}

/** No more files come; `closing` is where in `state` the answer is waited for. */
export interface Closing {
  readonly closing: number;
}

export interface WrittenFile {
  readonly path: string;
  /** Hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** Whether other bytes stood there, or none. */
  readonly isNew: boolean;
}

export interface Writer {
  /** Hands a file over. `old` is the hash of what stands there, null when nothing does: then it is written in any case. */
  write(path: string, body: string | Uint8Array, old: string | null): void;
  /** Waits until everything is on disk. Throws what the file system threw. */
  close(): readonly WrittenFile[];
}

const SLOTS = 6;
const SLOT_BYTES = 1 << 21;
/** A batch is sent at this size, so that the thread does not wait for the first one. */
const BATCH_BYTES = 1 << 18;
/** Longer than any disk takes for one batch: the thread has died. */
const PATIENCE = 120_000;

function openThread(data: WriterData): Worker {
  const self = import.meta.url;
  const thread = new Worker(new URL(`./writerThread${extname(self)}`, self), { workerData: data, transferList: [data.answers], execArgv: [] });
  // A build that fails elsewhere must be able to end.
  thread.unref();
  return thread;
}

/** Opens a writer for the files below `root`, an absolute path. */
export function openWriter(root: string): Writer {
  const { port1: answers, port2 } = new MessageChannel();
  const state = new Int32Array(new SharedArrayBuffer(4 * (SLOTS + 1)));
  const thread = openThread({ root, state, answers: port2 });
  const buffers: Buffer<SharedArrayBuffer>[] = [];
  let slot = 0;
  let used = 0;
  let files: HandedFile[] = [];

  const wait = (at: number): void => {
    if (Atomics.wait(state, at, 1, PATIENCE) === 'timed-out') throw new Error('the writer does not answer');
  };
  const bufferOf = (at: number): Buffer<SharedArrayBuffer> => {
    buffers[at] ??= Buffer.from(new SharedArrayBuffer(SLOT_BYTES));
    return buffers[at];
  };
  const post = (batch: Batch): void => {
    Atomics.store(state, batch.slot, 1);
    thread.postMessage(batch);
  };
  const send = (): void => {
    if (files.length === 0) return;
    post({ slot, buffer: bufferOf(slot).buffer, files });
    slot = (slot + 1) % SLOTS;
    used = 0;
    files = [];
    wait(slot);
  };
  const sendAlone = (path: string, body: Uint8Array, old: string | null): void => {
    send();
    const buffer = new SharedArrayBuffer(body.length);
    new Uint8Array(buffer).set(body);
    post({ slot, buffer, files: [{ path, start: 0, end: body.length, old }] });
    slot = (slot + 1) % SLOTS;
    wait(slot);
  };

  return {
    write(path, body, old) {
      // A character takes three bytes at most.
      const most = typeof body === 'string' ? body.length * 3 : body.length;
      if (most > SLOT_BYTES) return sendAlone(path, typeof body === 'string' ? Buffer.from(body) : body, old);
      if (used + most > SLOT_BYTES) send();
      const start = used;
      if (typeof body === 'string') used += bufferOf(slot).write(body, start);
      else {
        bufferOf(slot).set(body, start);
        used += body.length;
      }
      files.push({ path, start, end: used, old });
      if (used > BATCH_BYTES) send();
    },
    close() {
      send();
      Atomics.store(state, SLOTS, 1);
      thread.postMessage({ closing: SLOTS } satisfies Closing);
      wait(SLOTS);
      const answer = receiveMessageOnPort(answers)?.message as { files: WrittenFile[] } | { fault: unknown };
      answers.close();
      if ('fault' in answer) throw answer.fault;
      return answer.files;
    },
  };
}
