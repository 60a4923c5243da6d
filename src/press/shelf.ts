/** The shelf: files below one folder, hashed, and written unless their bytes are there. */
import { hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs';
import { createUtf8Writer } from '../utf8.ts';
import type { Pieces } from './frame.ts';
import { remove } from './patience.ts';

/** What stands at a path now. */
export interface Shelved {
  readonly sha256: string;
  readonly bytes: number;
}

interface Shelf {
  /** `old` is the hash of what stands there, null when nothing does: then it is written in any case. Throws what the file system throws. */
  put(path: string, body: string | Uint8Array | Pieces, old: string | null): Shelved;
}

/** Opens a shelf at `root`, an absolute path. */
export function openShelf(root: string): Shelf {
  const folders = new Set<string>();
  // All files pass through this one.
  const writer = createUtf8Writer();
  const inOnePiece = (body: Pieces): Uint8Array => {
    const [only] = body;
    if (body.length === 1 && only instanceof Uint8Array) return only;
    return writer.join(body);
  };
  return {
    put(path, body, old) {
      const bytes = typeof body === 'string' ? inOnePiece([body]) : body instanceof Uint8Array ? body : inOnePiece(body);
      const sha256 = hash('sha256', bytes);
      const target = `${root}/${path}`;
      const isNew = old !== sha256 || statSync(target, { throwIfNoEntry: false })?.size !== bytes.length;
      if (isNew) {
        // Removed first, so that a file linked from the live site keeps its own bytes there.
        if (old !== null) remove(target);
        makeFolder(target.slice(0, target.lastIndexOf('/')), folders);
        writeFile(target, bytes);
      }
      return { sha256, bytes: bytes.length };
    },
  };
}

function makeFolder(folder: string, known: Set<string>): void {
  if (known.has(folder)) return;
  try {
    mkdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') mkdirSync(folder, { recursive: true });
    else if (code !== 'EEXIST') throw error;
  }
  known.add(folder);
}

function writeFile(path: string, body: Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    for (let at = 0; at < body.length; ) at += writeSync(file, body, at);
  } finally {
    closeSync(file);
  }
}
