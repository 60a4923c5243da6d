/** The thread behind `writer.ts`: it hashes and writes what is handed over, a batch at a time, and tells at the end what it wrote. */
import { hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type MessagePort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { type Answer, END, FREE, type HandedFile, LARGE, type LargeFile, type WriterData } from './writer.ts';

const { root, state, buffers, port } = workerData as WriterData;
const hashes: string[] = [];
const sizes: number[] = [];
const isNew: number[] = [];
const folders = new Set<string>();

function isThere(path: string, bytes: number): boolean {
  return statSync(path, { throwIfNoEntry: false })?.size === bytes;
}

function makeFolder(folder: string): void {
  if (folders.has(folder)) return;
  try {
    mkdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') mkdirSync(folder, { recursive: true });
    else if (code !== 'EEXIST') throw error;
  }
  folders.add(folder);
}

function writeFile(path: string, body: Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    for (let at = 0; at < body.length; ) at += writeSync(file, body, at);
  } finally {
    closeSync(file);
  }
}

/** Writes a file unless its bytes are there. */
function take(path: string, body: Uint8Array, old: string | null): void {
  const sha256 = hash('sha256', body);
  const target = join(root, path);
  const isKept = old === sha256 && isThere(target, body.length);
  if (!isKept) {
    // Removed first, so that a file linked from the live site keeps its own bytes there.
    if (old !== null) rmSync(target, { force: true });
    makeFolder(dirname(target));
    writeFile(target, body);
  }
  hashes.push(sha256);
  sizes.push(body.length);
  isNew.push(isKept ? 0 : 1);
}

function takeLarge(from: MessagePort): void {
  const large: LargeFile | undefined = receiveMessageOnPort(from)?.message;
  if (large) take(large.path, large.body, large.old);
}

/** A batch: the bytes of its files, and behind them, to the length that `state` tells, the list of them as JSON. */
function takeBatch(batch: Buffer, length: number): void {
  const list = batch.readUInt32LE(0);
  for (const [path, start, end, old] of JSON.parse(batch.toString('utf8', list, length)) as HandedFile[]) take(path, batch.subarray(start, end), old);
}

/** Works through the buffers in turn until the end. After a fault it only empties them. */
function work(): Answer {
  let fault: unknown;
  for (let slot = 0; ; slot = (slot + 1) % buffers.length) {
    Atomics.wait(state, slot, FREE);
    const task = Atomics.load(state, slot);
    if (task === END) return fault === undefined ? { written: { hashes: Buffer.from(hashes.join(''), 'hex'), sizes, isNew } } : { fault };
    try {
      if (fault !== undefined) receiveMessageOnPort(port);
      else if (task === LARGE) takeLarge(port);
      else takeBatch(Buffer.from(buffers[slot] as SharedArrayBuffer), task);
    } catch (error) {
      fault = error;
    }
    Atomics.store(state, slot, FREE);
    Atomics.notify(state, slot);
  }
}

port.postMessage(work());
state.fill(FREE);
for (let slot = 0; slot < buffers.length; slot++) Atomics.notify(state, slot);
