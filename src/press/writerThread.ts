/** The thread behind `writer.ts`: it hashes and writes what is handed over, a batch at a time, and tells at the end what it wrote. */
import { hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Batch, Closing, HandedFile, WriterData, WrittenFile } from './writer.ts';

const { root, state, answers } = workerData as WriterData;
const files: WrittenFile[] = [];
const folders = new Set<string>();
let fault: unknown = null;

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
function take({ path, start, end, old }: HandedFile, bytes: Uint8Array): void {
  const body = bytes.subarray(start, end);
  const sha256 = hash('sha256', body);
  const target = join(root, path);
  const isNew = old !== sha256 || !isThere(target, body.length);
  if (isNew) {
    // Removed first, so that a file linked from the live site keeps its own bytes there.
    if (old !== null) rmSync(target, { force: true });
    makeFolder(dirname(target));
    writeFile(target, body);
  }
  files.push({ path, sha256, bytes: body.length, isNew });
}

function takeBatch({ slot, buffer, files: handed }: Batch): void {
  const bytes = new Uint8Array(buffer);
  try {
    if (fault === null) for (const file of handed) take(file, bytes);
  } catch (error) {
    fault = error;
  }
  Atomics.store(state, slot, 0);
  Atomics.notify(state, slot);
}

parentPort?.on('message', (message: Batch | Closing) => {
  if ('buffer' in message) return takeBatch(message);
  answers.postMessage(fault === null ? { files } : { fault });
  Atomics.store(state, message.closing, 0);
  Atomics.notify(state, message.closing);
  parentPort?.close();
});
