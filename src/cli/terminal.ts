/** Where the commands speak to: effects are passed in, so that tests can listen. */
import { isChinese } from '../i18n/languages.ts';
import { twoDigits } from '../model/days.ts';

export interface Terminal {
  /** To standard output, with a line end. */
  print(text: string): void;
  /** To standard error, with a line end. */
  warn(text: string): void;
  /** A line that the next one overwrites on a terminal; elsewhere nothing, so that CI logs stay short. */
  progress(text: string): void;
  readonly language: string;
  /** `YYYY-MM-DD`, today where the program runs. */
  readonly today: string;
  readonly cwd: string;
}

/** The language of the terminal's locale, or of the system where it has none, as far as the interface speaks it. On Windows it has none. */
export function localeLanguage(env: Readonly<Record<string, string | undefined>>, system: string): string {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || system;
  return isChinese(locale) ? 'zh-CN' : 'en';
}

/** Whoever listens may go before all is said (`| head -1`): no fault of the command. Output that cannot be kept is one, and told where that goes. */
function heedBrokenOutput(): void {
  let isLost = false;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE' || isLost) return;
      isLost = true;
      if (stream !== process.stderr) process.stderr.write(`${message}\n`);
    });
  }
  process.on('exit', () => {
    if (isLost) process.exitCode ||= 1;
  });
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  heedBrokenOutput();
  let open = false;
  const close = (): void => {
    if (open) stderr.write('\r\u001b[K');
    open = false;
  };
  const now = new Date();
  return {
    print(text) {
      close();
      stdout.write(`${text}\n`);
    },
    warn(text) {
      close();
      stderr.write(`${text}\n`);
    },
    progress(text) {
      if (!stderr.isTTY) return;
      stderr.write(`\r\u001b[K${text}`);
      open = true;
    },
    language: localeLanguage(process.env, Intl.DateTimeFormat().resolvedOptions().locale),
    today: `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`,
    cwd: process.cwd(),
  };
}
