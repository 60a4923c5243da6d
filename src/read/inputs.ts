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
        problems.error('file-unreadable', fileOf(file));
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

/** Null for what cannot be opened, or is no file: a pipe or a device would keep the reader waiting for ever. */
export function readBytes(path: string): Buffer | null {
  try {
    return statSync(path).isFile() ? readFileSync(path) : null;
  } catch {
    return null;
  }
}
