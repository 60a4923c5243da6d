/**
 * Makes `.cache` in the folder of the packages, and leaves that folder's time as it was: with a newer one npm takes its own list of the
 * packages for outdated, and every `npx sunboard` reads all of them again before it starts, which takes longer than starting.
 *
 * Done after `npm ci`, before any tool makes the folder, and again at each start, for those who install without scripts.
 */
import { existsSync, mkdirSync, statSync, utimesSync } from 'node:fs';

const packages = new URL('../node_modules/', import.meta.url);
const cache = new URL('.cache/', packages);
if (existsSync(packages) && !existsSync(cache)) {
  const { atime, mtime } = statSync(packages);
  try {
    mkdirSync(cache);
    utimesSync(packages, atime, mtime);
  } catch {
    // Somebody else's folder: the program finds another place for its cache.
  }
}
