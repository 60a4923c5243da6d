/** Notes on disk: beside a site, in files named for the hash of its manifest, so that they speak of exactly that site or of none. */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { move, remove } from './patience.ts';

/** Texts by name. */
export type NoteTexts = Readonly<Record<string, string>>;

/** What the names of the notes on a site begin with; null when there is no manifest. */
export function findNotes(manifest: string): string | null {
  return existsSync(manifest) ? hash('sha256', readFileSync(manifest)).slice(0, 32) : null;
}

/** The note of that name on a site, which `findNotes` tells; null where there is none. */
export function readNote(folder: string, site: string | null, name: string): string | null {
  const file = join(folder, `${site}.${name}`);
  return site !== null && existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Writes the notes on a site; those on sites that are no longer there (`others` are) go. */
export function writeNotes(folder: string, site: string, notes: NoteTexts, others: readonly (string | null)[]): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(notes)) {
    // Beside and renamed, so that a killed run leaves no half of one under its name.
    const beside = join(folder, `${site}.${name}.new`);
    writeFileSync(beside, text);
    move(beside, join(folder, `${site}.${name}`));
  }
  for (const file of readdirSync(folder)) {
    const owner = file.split('.', 1)[0] ?? '';
    if (owner !== site && !others.includes(owner)) remove(join(folder, file));
  }
}
