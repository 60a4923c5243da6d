/** The program as an office runs it: a process of its own, its words, its exit codes, and what it leaves on the disk. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failureText } from '../../src/cli/build.ts';
import { getTranslate } from '../../src/i18n/index.ts';
import { listFiles } from '../../src/press/inventory.ts';

const root = join(import.meta.dirname, '../..');
const portals = join(root, 'test/portals');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sunboard-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[]) {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', NO_COLOR: '1' };
  return spawn(process.execPath, [join(root, 'scripts/sunboard.mjs'), ...args], { cwd: folder, env });
}

function run(...args: string[]): Promise<Ended> {
  const child = start(args);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  return new Promise((done, fail) => child.on('error', fail).on('close', (code) => done({ code, out, err })));
}

/** A copy of a case's input, to be built and spoilt. */
function copyPortal(name: string, to = name): string {
  const copy = join(folder, to);
  cpSync(join(portals, name), copy, { recursive: true, filter: (path) => !path.endsWith('expected') });
  return copy;
}

/** Every file of a site with its bytes. */
function bytesOf(site: string): Map<string, string> {
  return new Map(listFiles(join(folder, site)).map((path) => [path, readFileSync(join(folder, site, path), 'latin1')]));
}

describe('check', () => {
  test('ends with 0 for a sound folder, 1 for faults, 2 for a mistake in the command', async () => {
    const [sound, faulty, nothing, unknown, option, format] = await Promise.all([
      run('check', join(portals, 'unit-renamed')),
      run('check', join(portals, 'bad-misspelt-unit')),
      run(),
      run('chek', 'x'),
      run('check', join(portals, 'unit-renamed'), '--formt', 'json'),
      run('check', join(portals, 'unit-renamed'), '--format', 'xml'),
    ]);
    expect([sound.code, faulty.code, nothing.code, unknown.code, option.code, format.code]).toEqual([0, 1, 2, 2, 2, 2]);
    expect(sound.out).toBe('没有发现问题。\n');
    expect(unknown.err).toContain('There is no command “chek”');
    expect(option.err).toContain('--formt');
    expect(format.err).toContain('text, json, github, sarif');
  });

  test('finds that a folder is missing, or empty, and says what to do', async () => {
    mkdirSync(join(folder, 'empty'));
    const [missing, empty] = await Promise.all([run('check', 'not-there'), run('check', 'empty')]);
    expect([missing.code, empty.code]).toEqual([2, 1]);
    expect(missing.err).toContain('not-there');
    expect(empty.out).toMatch(/This folder is empty\.[\s\S]*What to do: [\s\S]*1 error, 0 warnings\.\n$/);
  });

  test('prints problems as JSON, as annotations and as SARIF', async () => {
    const portal = join(portals, 'bad-misspelt-unit');
    const [json, github, sarif] = await Promise.all(['json', 'github', 'sarif'].map((format) => run('check', portal, '--format', format)));
    expect(JSON.parse(json?.out ?? '')).toEqual({
      problems: [
        {
          code: 'unit-unknown',
          severity: 'error',
          file: 'scores.csv',
          line: 3,
          column: 2,
          message: '单位“西诚区”不是已登记的单位。（共 2 行）',
          hint: '最接近的是“西城区”。请改正写法，或先在 units 表登记；是某个单位的另一种叫法的，写进它的“别名”（aliases）。',
        },
      ],
    });
    expect(github?.out).toMatch(/^::error file=.*scores\.csv,line=3,col=8,title=unit-unknown::单位“西诚区”不是已登记的单位。[^\n]*\n$/);
    expect(JSON.parse(sarif?.out ?? '')).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: { name: 'sunboard', rules: [{ id: 'unit-unknown', shortDescription: { text: expect.stringContaining('不是已登记的单位。') } }] },
          },
          results: [
            {
              ruleId: 'unit-unknown',
              level: 'error',
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: relative(folder, join(portal, 'scores.csv')) },
                    region: { startLine: 3, startColumn: 8, endColumn: 11 },
                  },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test('minds no reader that leaves early, and tells of output that cannot be kept without a stack', async () => {
    const left = start(['check', join(portals, 'bad-misspelt-unit')]);
    left.stdout.destroy();
    let err = '';
    left.stderr.on('data', (chunk) => (err += chunk));
    expect([await new Promise((done) => left.on('close', done)), err]).toEqual([1, '']);
    if (!existsSync('/dev/full')) return;
    const full = spawn('sh', ['-c', '"$0" "$@" > /dev/full', process.execPath, join(root, 'scripts/sunboard.mjs'), '--help']);
    let said = '';
    full.stderr.on('data', (chunk) => (said += chunk));
    expect(await new Promise((done) => full.on('close', done))).toBe(1);
    expect(said).toMatch(/^[^\n]*ENOSPC[^\n]*\n$/);
  });

  test('shows nobody the personal number that it found', async () => {
    const formats = ['text', 'json', 'github', 'sarif'].map((format) => run('check', join(portals, 'bad-identity-card'), '--format', format));
    for (const { code, out, err } of await Promise.all(formats)) {
      expect(code).toBe(1);
      expect(out + err).not.toContain('110101190003070010');
    }
  });
});

test('what ends a build from outside is told in a sentence, a fault of the program’s is not', () => {
  const out = join(folder, 'none');
  const tell = (code: string) => failureText(Object.assign(new Error(code), { code, path: join(out, 'a') }), 'none', out, getTranslate('en'));
  expect(['ERR_WORKER_OUT_OF_MEMORY', 'ENOSPC', 'EACCES', 'ERR_ASSERTION'].map(tell)).toEqual([
    'There is not enough memory to print “none”. Give the program more of it, or make several smaller portals of the folder.',
    expect.stringMatching(/^There is no room left to write “none”\./),
    expect.stringMatching(/^“none” cannot be written: \/.*none\/a /),
    null,
  ]);
  for (const places of [
    { path: out, dest: join(folder, '.none.aside') },
    { path: join(folder, '.none.previous'), dest: out },
  ]) {
    const busy = Object.assign(new Error('EBUSY'), { code: 'EBUSY', ...places });
    expect(failureText(busy, 'none', out, getTranslate('en'))).toMatch(
      /^“none” cannot change places with the new site \(EBUSY\): .* for example none\/site\.$/,
    );
  }
  const held = Object.assign(new Error('EPERM'), { code: 'EPERM', path: join(out, 'ranking.csv') });
  expect(failureText(held, 'none', out, getTranslate('en'), true)).toMatch(
    /ranking\.csv \(EPERM\)\. Close the programs that have files of the site open/,
  );
});

describe('build', () => {
  test('leaves the last good site byte for byte as it was when the data have faults', async () => {
    const portal = copyPortal('unit-renamed');
    const good = await run('build', portal, '--out', 'site');
    expect(good).toMatchObject({ code: 0, err: '' });
    const before = bytesOf('site');
    expect(before.get('service/2023-Q3/index.json')).toContain('93.25');

    const scores = readFileSync(join(portal, 'scores.csv'), 'utf8');
    writeFileSync(join(portal, 'scores.csv'), scores.replace('93.25', '九十三'));
    const bad = await run('build', portal, '--out', 'site');
    expect(bad.code).toBe(1);
    expect(bad.err).toContain('scores.csv:7:4 错误 得分“九十三”不是数字。');
    expect(bad.err).toContain('网站没有更新，原来的网站保持不变。');
    expect(bytesOf('site')).toEqual(before);

    writeFileSync(join(portal, 'scores.csv'), scores.replace('93.25', '94.25'));
    expect((await run('build', portal, '--out', 'site')).code).toBe(0);
    const after = bytesOf('site');
    expect(after.get('service/2023-Q3/index.json')).toContain('94.25');
    expect(after.get('service/2023-Q2/index.json')).toBe(before.get('service/2023-Q2/index.json'));
  });

  test('gives the same bytes for the same input, wherever and whenever it runs', async () => {
    const portal = copyPortal('score-revised');
    await run('build', portal, '--out', 'one');
    await run('build', copyPortal('score-revised', 'elsewhere'), '--out', 'two');
    const one = bytesOf('one');
    expect(one.size).toBeGreaterThan(20);
    expect(bytesOf('two')).toEqual(one);
    await run('build', portal, '--out', 'one');
    expect(bytesOf('one')).toEqual(one);
  });

  test('leaves the site whole when it is killed while printing, and builds the next time', async () => {
    const portal = copyPortal('task-transferred-and-led-jointly', 'killed');
    expect((await run('build', portal, '--out', 'whole')).code).toBe(0);
    const before = bytesOf('whole');
    const rows = Array.from({ length: 500 }, (_, i) => `x${i},tasks,第${i}件事,Matter ${i},2023-03-01,2023-12-20`);
    writeFileSync(join(portal, 'tasks.csv'), `${readFileSync(join(portal, 'tasks.csv'), 'utf8')}${rows.join('\n')}\n`);
    const roles = rows.map((_, i) => `x${i},water,牵头,,`);
    writeFileSync(join(portal, 'task_units.csv'), `${readFileSync(join(portal, 'task_units.csv'), 'utf8')}${roles.join('\n')}\n`);

    const child = start(['build', portal, '--out', 'whole']);
    const ended = new Promise<NodeJS.Signals | null>((done) => child.on('close', (_, signal) => done(signal)));
    const printing = join(folder, '.whole.previous/tasks/tasks');
    while (child.exitCode === null && !existsSync(printing)) await wait(1);
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    expect(bytesOf('whole')).toEqual(before);

    expect((await run('build', portal, '--out', 'whole')).code).toBe(0);
    expect(bytesOf('whole').has('tasks/tasks/x499/index.html')).toBe(true);
  });

  test('never takes what was saved while it printed for what was there before', async () => {
    const portal = copyPortal('task-transferred-and-led-jointly', 'saved');
    const rows = Array.from({ length: 300 }, (_, i) => `x${i},tasks,第${i}件事,Matter ${i},2023-03-01,2023-12-20`);
    writeFileSync(join(portal, 'tasks.csv'), `${readFileSync(join(portal, 'tasks.csv'), 'utf8')}${rows.join('\n')}\n`);
    const roles = rows.map((_, i) => `x${i},water,牵头,,`);
    writeFileSync(join(portal, 'task_units.csv'), `${readFileSync(join(portal, 'task_units.csv'), 'utf8')}${roles.join('\n')}\n`);
    mkdirSync(join(portal, 'public'));
    const notice = join(portal, 'public/notice.txt');
    writeFileSync(notice, 'before');
    const child = start(['build', portal, '--out', 'saved-site']);
    const ended = new Promise<number | null>((done) => child.on('close', done));
    while (child.exitCode === null && !existsSync(join(folder, '.saved-site.previous/tasks'))) await wait(1);
    writeFileSync(notice, 'meanwhile');
    expect(await ended).toBe(0);
    writeFileSync(notice, 'before');
    expect((await run('build', portal, '--out', 'saved-site')).code).toBe(0);
    expect(readFileSync(join(folder, 'saved-site/notice.txt'), 'utf8')).toBe('before');
  });

  test('sets prose again that was saved while it was set', async () => {
    const portal = copyPortal('unit-renamed', 'set');
    const beside = join(portal, 'pages/beside.txt');
    mkdirSync(join(portal, 'pages'));
    writeFileSync(
      join(portal, 'pages/about.mdx'),
      `import { writeFileSync } from 'node:fs'\n\n<b id="set">{Date.now()}{void writeFileSync(${JSON.stringify(beside)}, 'meanwhile')}</b>\n`,
    );
    const set = async (): Promise<string | undefined> => {
      writeFileSync(beside, 'before');
      expect((await run('build', portal, '--out', 'set-site')).code).toBe(0);
      return /<b id="set">(\d+)/.exec(readFileSync(join(folder, 'set-site/about/index.html'), 'utf8'))?.[1];
    };
    const first = await set();
    expect(first).toBeDefined();
    expect(await set()).not.toBe(first);
  });

  test('sets prose again when what it brings in from elsewhere in the portal is other', async () => {
    const portal = copyPortal('unit-renamed', 'brought');
    for (const name of ['pages', 'extra']) mkdirSync(join(portal, name));
    writeFileSync(join(portal, 'pages/about.mdx'), "import { told } from '../extra/told.mjs'\n\n{told}\n\n![](../extra/sign.svg)\n");
    writeFileSync(join(portal, 'extra/told.mjs'), "import data from './told.json'\nexport const told = data.told\n");
    const told = async (word: string, width: number): Promise<void> => {
      writeFileSync(join(portal, 'extra/told.json'), JSON.stringify({ told: word }));
      writeFileSync(join(portal, 'extra/sign.svg'), `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="9"/>`);
      expect((await run('build', portal, '--out', 'brought-site')).code).toBe(0);
      const page = readFileSync(join(folder, 'brought-site/about/index.html'), 'utf8');
      expect([page.includes(word), page.includes(`width="${width}"`)]).toEqual([true, true]);
    };
    await told('the first word', 21);
    await told('another word', 43);
  });

  test('gives a warning again for a site that stands already', async () => {
    const portal = copyPortal('unit-renamed', 'warned');
    writeFileSync(join(portal, 'units.csv'), readFileSync(join(portal, 'units.csv'), 'utf8').replace('Approvals Bureau', ''));
    const first = await run('build', portal, '--out', 'warned-site');
    expect([first.code, first.err]).toEqual([0, expect.stringContaining('提醒')]);
    expect(await run('build', portal, '--out', 'warned-site')).toMatchObject({ code: 0, err: first.err });
  });

  test('puts the site below any base path', async () => {
    const portal = copyPortal('in-several-groups');
    mkdirSync(join(portal, 'pages'));
    mkdirSync(join(portal, 'public'), { recursive: true });
    writeFileSync(join(portal, 'public/logo.png'), '');
    writeFileSync(join(portal, 'pages/about.md'), '看[单位](/units/)和![图](/logo.png)，<a href="/units/units.csv">表</a>，[县政府](/zwgk/plan/)\n');
    const { code } = await run('build', portal, '--out', 'based', '--base', '/gov/榜/');
    expect(code).toBe(0);
    const pages = [...bytesOf('based')].filter(([path]) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(10);
    for (const [path, bytes] of pages) {
      const links = [
        ...Buffer.from(bytes, 'latin1')
          .toString()
          .matchAll(/\b(?:href|src)="(\/[^"]*)"/g),
      ].map((match) => decodeURI(match[1] as string));
      expect(
        links.filter((link) => !link.startsWith('/gov/榜/')),
        path,
      ).toEqual(path === 'about/index.html' ? ['/zwgk/plan/'] : []);
      if (path === 'about/index.html')
        expect(links).toEqual(expect.arrayContaining(['/gov/榜/units/', '/gov/榜/logo.png', '/gov/榜/units/units.csv']));
    }
  });

  test('builds again where a killed run left half of its notes', async () => {
    const portal = copyPortal('unit-renamed');
    await run('build', portal, '--out', 'noted');
    const before = bytesOf('noted');
    for (const name of readdirSync(join(folder, '.noted.notes')))
      writeFileSync(join(folder, '.noted.notes', name), name.endsWith('.pages') ? '{"' : '');
    expect((await run('build', portal, '--out', 'noted')).code).toBe(0);
    expect(bytesOf('noted')).toEqual(before);
  });

  test('refuses a folder that holds something else', async () => {
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine/letter.txt'), 'dear');
    const { code, err } = await run('build', join(portals, 'unit-renamed'), '--out', 'mine');
    expect(code).toBe(2);
    expect(err).toContain('mine');
    expect(listFiles(join(folder, 'mine'))).toEqual(['letter.txt']);
  });

  test('never takes the place of the folder one is in, nor of the portal, and is told each option once', async () => {
    const portal = copyPortal('unit-renamed', 'own/portal');
    for (const out of ['.', 'own', 'own/portal']) {
      const { code, err } = await run('build', portal, '--out', out);
      expect([code, err.split('\n')[0]]).toEqual([2, expect.stringContaining(`“${out}”`)]);
    }
    for (const [out, read] of [
      ['own/portal/scores', 'scores/'],
      ['own/portal/programmes/site', 'programmes/'],
      ['own/portal/pages/site', 'pages/'],
    ] as const) {
      const { code, err } = await run('build', 'own/portal', '--out', out);
      expect([code, err.trim()]).toEqual([2, expect.stringContaining(`“${out}” lies in ${read} of the portal, whose files are read as its data.`)]);
    }
    for (const out of ['own/portal/public', 'own/portal/public/site']) {
      const { code, err } = await run('build', portal, '--out', out);
      expect([code, err.split('\n')[0]]).toEqual([
        2,
        `“${out}” lies in public/ of the portal, whose files are copied into the site. Choose another folder for the site.`,
      ]);
    }
    expect((await run('build', portal, '--out=')).code).toBe(2);
    expect((await run('build', portal, '--out', 'x', '--out', 'y')).code).toBe(2);
    writeFileSync(join(folder, 'a-file'), '');
    const inFile = await run('build', portal, '--out', 'a-file/site');
    expect([inFile.code, inFile.err]).toEqual([1, expect.stringContaining('cannot be written')]);
  });

  test('keeps what others put beside the site, goes through links, and copies the office’s own dot files', async () => {
    const portal = copyPortal('unit-renamed', 'beside');
    mkdirSync(join(portal, 'public/.well-known'), { recursive: true });
    writeFileSync(join(portal, 'public/.nojekyll'), '');
    writeFileSync(join(portal, 'public/.well-known/security.txt'), 'Contact: https://example.org\n');
    mkdirSync(join(folder, 'www'));
    symlinkSync('www', join(folder, 'link'));
    const build = async () => expect((await run('build', portal, '--out', 'link')).code).toBe(0);
    await build();
    writeFileSync(join(folder, 'www/CNAME'), 'example.org\n');
    for (const name of ['A', 'B']) {
      writeFileSync(join(portal, 'public/changed.txt'), name);
      await build();
      expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
      expect(readFileSync(join(folder, 'www/changed.txt'), 'utf8')).toBe(name);
      for (const path of ['CNAME', '.nojekyll', '.well-known/security.txt']) expect(existsSync(join(folder, 'www', path)), path).toBe(true);
    }
  });

  test('tells of prose that only Astro finds at fault, without a stack, and leaves the site as it was', async () => {
    const portal = copyPortal('unit-renamed', 'prose');
    mkdirSync(join(portal, 'pages'), { recursive: true });
    writeFileSync(join(portal, 'pages/good.mdx'), '---\ntitle: 好\n---\n\n正文\n');
    expect((await run('build', portal, '--out', 'prose-site')).code).toBe(0);
    const before = bytesOf('prose-site');
    expect(before.get('good/index.html')).not.toContain('@@');
    writeFileSync(join(portal, 'pages/half.mjs'), 'export default = 1;\n');
    for (const [body, said] of [
      ['{null.x}', 'pages/about.mdx 错误 用这个文件生成不了网页。Astro 的原话是：Cannot read properties of null'],
      ['import half from "./half.mjs"\n\n{half}', 'pages/half.mjs 错误 用这个文件生成不了网页。Astro 的原话是：'],
    ]) {
      writeFileSync(join(portal, 'pages/about.mdx'), `---\ntitle: 关于\n---\n\n${body}\n`);
      const { code, err } = await run('build', portal, '--out', 'prose-site');
      expect(code).toBe(1);
      expect(err).toContain(said);
      expect(err).toContain('网站没有更新，原来的网站保持不变。');
      expect(err).not.toContain('    at ');
      expect(bytesOf('prose-site')).toEqual(before);
    }
    for (const half of ['one half', 'the other half']) {
      writeFileSync(join(portal, 'pages/half.mjs'), `export default '${half}';\n`);
      expect((await run('build', portal, '--out', 'prose-site')).code).toBe(0);
      expect(bytesOf('prose-site').get('about/index.html')).toContain(half);
    }
  });

  test('runs nothing for a page of Markdown, whatever its picture really is', async () => {
    const portal = copyPortal('unit-renamed', 'picture');
    const trace = join(folder, 'ran');
    mkdirSync(join(portal, 'pages'));
    writeFileSync(join(portal, 'run.mjs'), `import fs from 'node:fs';\nfs.writeFileSync(${JSON.stringify(trace)}, '');\nexport default {};\n`);
    symlinkSync('../run.mjs', join(portal, 'pages/a.png'));
    writeFileSync(join(portal, 'pages/about.md'), '![a](a.png)\n');
    const { code, out, err } = await run('build', 'picture', '--out', 'picture-site');
    expect(out + err).toContain('pages/about.md 错误');
    expect(code).toBe(1);
    expect(existsSync(trace)).toBe(false);
  });

  test('lets the office’s own favicon, robots.txt and 404 page win, and names any other file that the site has', async () => {
    const portal = copyPortal('unit-renamed', 'own-files');
    mkdirSync(join(portal, 'public'));
    mkdirSync(join(folder, 'media'));
    writeFileSync(join(folder, 'media/photo.txt'), 'photo');
    symlinkSync(join(folder, 'media'), join(portal, 'public/media'));
    const own = ['favicon.svg', 'robots.txt', '404.html'];
    for (const path of own) writeFileSync(join(portal, 'public', path), `own ${path}`);
    expect(await run('build', portal, '--out', 'own-site')).toMatchObject({ code: 0, err: '' });
    const site = bytesOf('own-site');
    for (const path of own) expect(site.get(path)).toBe(`own ${path}`);
    expect(site.get('media/photo.txt')).toBe('photo');
    for (const path of ['manifest.json', 'index.html', 'sitemap.xml']) {
      writeFileSync(join(portal, 'public', path), '');
      const { code, err } = await run('build', portal, '--out', 'own-site', '--site', 'https://example.org');
      expect([code, err]).toEqual([1, expect.stringContaining(`public/${path} 错误`)]);
      expect(err).not.toContain('    at ');
      rmSync(join(portal, 'public', path));
    }
    expect(bytesOf('own-site')).toEqual(site);
  });

  test('takes the day from the command line', async () => {
    const portal = copyPortal('nothing-before-its-time');
    expect((await run('build', portal, '--out', 'early', '--as-of', '2023-11-01')).code).toBe(0);
    expect((await run('build', portal, '--out', 'early', '--as-of', '2023-02-31')).code).toBe(2);
    expect([...bytesOf('early').values()].filter((body) => body.includes('88.61'))).toEqual([]);
  });
});
