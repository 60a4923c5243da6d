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
])('the command line %j ends with %i', async (args, code) => {
  expect(await main(args, listen())).toBe(code);
});

test('a folder that is not there is told by its path', async () => {
  const zh = listen('zh-CN');
  await main(['check', 'no-such-folder'], zh);
  expect(zh.err[0]).toContain('没有文件夹 /no-such-folder。');
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

test('options are read strictly', () => {
  expect(dateOption('2024-02-29')).toBe('2024-02-29');
  expect(() => dateOption('2023-02-29')).toThrow(UsageError);
  expect(baseOption('portal')).toBe('/portal/');
  expect(baseOption('/a/b/')).toBe('/a/b/');
  expect(() => baseOption('a//b')).toThrow(UsageError);
  expect(siteOption('https://example.org/x')).toBe('https://example.org');
  expect(() => siteOption('javascript:alert(1)')).toThrow(UsageError);
  expect(localeLanguage({ LANG: 'zh_CN.UTF-8' })).toBe('zh-CN');
  expect(localeLanguage({ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' })).toBe('en');
});
