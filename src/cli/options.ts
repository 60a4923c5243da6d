/** Options of the commands: read strictly, so that a slip of the pen is told and not swallowed. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { isFolder } from '../read/listing.ts';
import { UsageError } from './cliError.ts';
import type { Terminal } from './terminal.ts';

/** The one folder and the options of a command. */
export function readOptions<Config extends ParseArgsOptionsConfig>(command: string, args: readonly string[], options: Config, terminal: Terminal) {
  const parsed = parseStrictly(args, options);
  const [dir, ...more] = parsed.positionals;
  // An empty word is a variable of a script that was never set: it would mean the folder that one is in.
  if (!dir?.trim()) throw new UsageError('cli.noFolder', { command });
  if (more.length > 0) throw new UsageError('cli.manyFolders', { dirs: parsed.positionals, example: `"${parsed.positionals.join(' ')}"` });
  return { dir: resolve(terminal.cwd, dir), values: parsed.values };
}

/** A folder that is not there is a slip of the pen, not a portal at fault. */
export function checkFolder(dir: string): void {
  if (isFolder(dir)) return;
  throw existsSync(dir) ? new UsageError('cli.folderIsFile', { file: dir, dir: dirname(dir) }) : new UsageError('cli.folderMissing', { dir });
}

function parseStrictly<Config extends ParseArgsOptionsConfig>(args: readonly string[], options: Config) {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true, tokens: true });
    const given = new Set<string>();
    for (const token of parsed.tokens) {
      if (token.kind !== 'option') continue;
      if (token.value === '') throw new UsageError('cli.optionValue', { option: token.rawName });
      if (given.has(token.name)) throw new UsageError('cli.optionTwice', { option: token.rawName });
      given.add(token.name);
    }
    return parsed;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code, message } = error as Error & { code?: string };
    const option = /--?[\w-]+/.exec(message)?.[0] ?? '';
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw new UsageError('cli.optionValue', { option });
    throw new UsageError('cli.unknownOption', { option, options: Object.keys(options).map((name) => `--${name}`) });
  }
}

/** A real day of the calendar, `today` or `latest`, or null where the option is not given. */
export function dateOption(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (value === 'today' || value === 'latest') return value;
  const date = new Date(`${value}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(date.valueOf()) || date.toISOString().slice(0, 10) !== value) {
    throw new UsageError('cli.badDate', { value });
  }
  return value;
}

/** With slashes at both ends. */
export function baseOption(value: string | undefined): string {
  if (value === undefined || value === '/') return '/';
  const names = value
    .replace(/^\/|\/$/g, '')
    .split('/')
    .map(decodeName);
  if (!names.every(isName)) throw new UsageError('cli.badBase', { value });
  return `/${names.map(encodeURIComponent).join('/')}/`;
}

/** A name in a path, as it is or percent-encoded; null where it is neither. */
function decodeName(name: string): string | null {
  try {
    return decodeURIComponent(name);
  } catch {
    return null;
  }
}

function isName(name: string | null): name is string {
  return name !== null && /^[\p{L}\p{M}\p{N}_.~-]+$/u.test(name) && !/^\.+$/.test(name);
}

/** An origin, or null. With a path it is refused: where the site stands below its address is for `--base` to say. */
export function siteOption(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) throw new UsageError('cli.badSite', { value });
  const { origin, href, pathname } = new URL(value);
  if (href !== `${origin}/`)
    throw new UsageError('cli.siteOnly', { value, origin, path: pathname === '/' ? '/path/' : `${pathname}/`.replace('//', '/') });
  return origin;
}

/** One of the choices; the first where the option is not given. */
export function choiceOption<const Choice extends string>(value: string | undefined, choices: readonly Choice[]): Choice {
  const found = value === undefined ? choices[0] : choices.find((choice) => choice === value);
  if (found === undefined) throw new UsageError('cli.badFormat', { choices });
  return found;
}
