/** The files of a portal folder as they were read, with their hashes. What is hashed is what is read. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, type Problems } from '../problems.ts';
import type { InputFile } from './rows.ts';

export interface Inputs {
  /** The bytes of a file of the folder; null with the problem `file-unreadable` when it cannot be opened. */
  read(file: string, table: string | null, problems: Problems): Buffer | null;
  /** Every file read so far, by name. */
  list(): readonly InputFile[];
}

/** Opens files below `root`. */
export function createInputs(root: string): Inputs {
  const inputs = new Map<string, InputFile>();
  return {
    read(file, table, problems) {
      const bytes = readBytes(join(root, file));
      if (!bytes) {
        reportUnread(root, file, problems);
        return null;
      }
      const before = inputs.get(file)?.tables ?? [];
      const tables = table === null || before.includes(table) ? before : [...before, table];
      inputs.set(file, { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), tables });
      return bytes;
    },
    list: () => [...inputs.values()].sort((a, b) => (a.file < b.file ? -1 : 1)),
  };
}

/** Bytes of the largest file that can be read at once. */
export const LARGEST_FILE = 2 ** 31 - 1;

/** Bytes of the largest that becomes one text. */
export const LARGEST_TEXT = 2 ** 28;

/** Tells why a file gave no bytes: it is too large (`file-too-large`), or cannot be opened (`file-unreadable`). */
export function reportUnread(root: string, file: string, problems: Problems): void {
  problems.error(sizeOf(join(root, file)) > LARGEST_FILE ? 'file-too-large' : 'file-unreadable', fileOf(file));
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

/** Null for what cannot be opened, or is no file: a pipe or a device would keep the reader waiting for ever. */
export function readBytes(path: string): Buffer | null {
  try {
    return statSync(path).isFile() ? readFileSync(path) : null;
  } catch {
    return null;
  }
}
