import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/cli/cliError.ts';
import { main } from '../../src/cli/main.ts';
import { baseOption, dateOption, siteOption } from '../../src/cli/options.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { localeLanguage } from '../../src/cli/terminal.ts';

function listen(language = 'en'): Terminal & { out: string[]; err: string[] } {
  const out: string[] = [];
  const err: string[] = [];
  return { out, err, print: (text) => out.push(text), warn: (text) => err.push(text), progress: () => {}, language, today: '2024-06-30', cwd: '/' };
}

test.each([
  [[], 2],
  [['--help'], 0],
  [['--version'], 0],
  [['check', '--help'], 0],
  [['build', 'no-such-folder', '--help'], 0],
  [['dev', '-h'], 0],
  [['publisch', 'x'], 2],
  [['check'], 2],
  [['check', 'a', 'b'], 2],
  [['check', 'no-such-folder'], 2],
  [['build', 'no-such-folder'], 2],
  [['dev', 'no-such-folder'], 2],
  [['check', 'a', '--fromat', 'json'], 2],
  [['check', 'a', '--format', 'xml'], 2],
  [['build', 'a', '--as-of', '2023-02-30'], 2],
  [['build', 'a', '--base', '../x'], 2],
  [['dev', 'a', '--port', 'x'], 2],
  [['check', ''], 2],
])('the command line %j ends with %i', async (args, code) => {
  expect(await main(args, listen())).toBe(code);
});

test('a folder that is not there is told by its path', async () => {
  const zh = listen('zh-CN');
  await main(['check', 'no-such-folder'], zh);
  expect(zh.err[0]).toContain('没有文件夹 /no-such-folder。');
});

test('a folder too many and a file are told apart', async () => {
  const en = listen();
  await main(['check', 'my', 'portal'], en);
  expect(en.err[0]).toContain('There is more than one folder here: my, portal. Name one; a name with spaces goes in quotation marks: "my portal".');
  const file = import.meta.filename;
  await main(['check', file], en);
  expect(en.err[1]).toContain(`${file} is a file. Name the folder that holds the portal, for example ${import.meta.dirname}.`);
});

test('the help names every option of every command', async () => {
  for (const lang of ['en', 'zh-CN']) {
    const terminal = listen(lang);
    await main(['check', '-h'], terminal);
    const [, check, build, dev] = terminal.out[0]?.split('\n  sunboard ') ?? [];
    expect(check).toContain('[--as-of DAY]');
    expect(build).toContain('[--as-of DAY]');
    expect(dev).toContain('[--as-of DAY]');
    expect(dev).toMatch(/today[\s\S]*latest/);
  }
});

test('a site is an address without a path; the path is for --base', async () => {
  const en = listen();
  await main(['build', 'x', '--site', 'https://example.org/sub/?q=1'], en);
  expect(en.err[0]).toContain('Write --site https://example.org, and say with --base /sub/ where the site stands below it.');
  expect(() => siteOption('https://user@example.org')).toThrow(UsageError);
  expect(siteOption('https://example.org:8443/')).toBe('https://example.org:8443');
});

test('a mistake is told in the language of the terminal', async () => {
  const zh = listen('zh-CN');
  await main(['bild'], zh);
  expect(zh.err[0]).toContain('没有“bild”这个命令。');
  const en = listen('en');
  await main(['build', 'x', '--site', 'example'], en);
  expect(en.err[0]).toContain('--site “example” is not an address.');
  await main(['build', 'x', '--outt', 'y'], zh);
  expect(zh.err[1]).toContain('没有选项 --outt。可用的有：--out、--base、--site、--as-of。');
  await main(['build', 'x', '--out'], en);
  expect(en.err[1]).toContain('The option --out lacks its value');
});

test('an option given twice is told, whatever its values', async () => {
  for (const days of [
    ['2024-01-01', '2024-01-02'],
    ['2024-01-01', '2024-01-01'],
  ]) {
    const en = listen();
    expect(await main(['check', import.meta.dirname, ...days.flatMap((day) => ['--as-of', day])], en)).toBe(2);
    expect(en.err[0]).toContain('--as-of');
  }
});

test('options are read strictly', () => {
  expect(dateOption('2024-02-29')).toBe('2024-02-29');
  expect(() => dateOption('2023-02-29')).toThrow(UsageError);
  expect(baseOption('portal')).toBe('/portal/');
  expect(baseOption('/a/b/')).toBe('/a/b/');
  expect(baseOption('/sun/榜/')).toBe('/sun/%E6%A6%9C/');
  expect(baseOption('/sun/%E6%A6%9C/')).toBe('/sun/%E6%A6%9C/');
  for (const bad of ['a//b', './docs', '.', '..', '/a/../b/', '/a?b/', '/a%2Fb/', '/%zz/', '/a b/', '/"/'])
    expect(() => baseOption(bad), bad).toThrow(UsageError);
  expect(siteOption('https://example.org')).toBe('https://example.org');
  expect(() => siteOption('javascript:alert(1)')).toThrow(UsageError);
  expect(() => siteOption('ftp://example.org')).toThrow(UsageError);
  expect(localeLanguage({ LANG: 'zh_CN.UTF-8' }, 'en-US')).toBe('zh-CN');
  expect(localeLanguage({ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en-US')).toBe('en');
  expect(localeLanguage({}, 'zh-Hans-CN')).toBe('zh-CN');
});

test('a fault of the program’s own says what to do, and goes on to whoever shows it', async () => {
  const terminal = {
    ...listen(),
    print: () => {
      throw new Error('oh no');
    },
  };
  const dir = join(import.meta.dirname, '../portals/unit-renamed');
  await expect(main(['check', dir], terminal)).rejects.toThrow('oh no');
  expect(terminal.err).toEqual([expect.stringMatching(/^This is a fault of the program \(sunboard [\d.]+\).*Please report it/)]);
});
