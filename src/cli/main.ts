/**
 * The command line. It parses words, runs one command and gives its exit code: 0 fine, 1 problems in the data or with what the
 * program works on, 2 a mistake in the command. A fault of the program's own is thrown, once it is said what to do.
 */
import { getTranslate, type Key } from '../i18n/index.ts';
import { UsageError } from './cliError.ts';
import { VERSION } from './program.ts';
import type { Terminal } from './terminal.ts';

type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

/** Loaded when asked for: `check` must not wait for Astro. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  build: async () => (await import('./build.ts')).build,
  dev: async () => (await import('./dev.ts')).dev,
};

/** Runs a command line without the program’s name; its exit code. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const t = getTranslate(terminal.language);
  const [command, ...rest] = args;
  if (command === '--version' || command === '-v') {
    terminal.print(VERSION);
    return 0;
  }
  if (command === undefined || command === '--help' || command === '-h' || command === 'help') {
    terminal.print(t('cli.usage'));
    return command === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!load) return usage(terminal, 'cli.unknownCommand', { command });
  if (rest.some((word) => word === '--help' || word === '-h')) {
    terminal.print(t('cli.usage'));
    return 0;
  }
  try {
    return await (await load())(rest, terminal);
  } catch (error) {
    if (error instanceof UsageError) return usage(terminal, error.key, error.params);
    // The error itself follows below, on its way out.
    terminal.warn(`${t('cli.internal', { version: VERSION })}\n`);
    throw error;
  }
}

function usage(terminal: Terminal, key: Key, params: UsageError['params']): number {
  const t = getTranslate(terminal.language);
  terminal.warn(`${t(key, params)}\n\n${t('cli.usage')}`);
  return 2;
}
