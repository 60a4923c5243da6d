import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPortal } from '../../src/cli/openPortal.ts';
import { portalState } from '../../src/cli/printedNote.ts';
import { SHEETS, sheetOf } from '../../src/fragments/index.ts';
import { addressingOf } from '../../src/press/addressing.ts';
import { parseFrame } from '../../src/press/frame.ts';
import { type Inventory, listFiles } from '../../src/press/inventory.ts';
import { PAGES } from '../../src/press/notes.ts';
import { NO_MEMORY, openPresses, type Presses } from '../../src/press/presses.ts';
import { sheetContext } from '../../src/press/print.ts';
import { type PrintedSite, printSite } from '../../src/press/printSite.ts';
import { openPrintRun, type PrintCounts, reviveSite } from '../../src/press/store.ts';
import { sitePages } from '../../src/views/pages.ts';

const SHELL =
  '<title>@@title@@</title><meta content="@@description@@"><!--@@head@@--><!--@@languages@@--><!--@@crumbs@@--><main><!--@@main@@--></main><!--@@pageinfo@@-->';
const FRAME = parseFrame(SHELL);

const PORTAL: Readonly<Record<string, string>> = {
  'portal.yaml': 'title: 榜\npublisher: { name: 办公室 }\nlanguages: [zh-CN, en]\nas_of: 2023-12-31\n',
  'programmes/p.yaml':
    'id: p\nname: 考核\ncadence: year\ndimensions: [ { id: d, name: 维度, weight: 60 }, { id: e, name: 另一维度, weight: 40 } ]\ntasks: { stages: [posted, closed] }\n',
  'units.csv': 'unit,name\na,甲\nb,乙\nc,丙\nd,丁\n',
  'scores.csv':
    'programme,unit,dimension,period,score\n' +
    ['a', 'b', 'c', 'd']
      .flatMap((unit, i) => [
        `p,${unit},d,2022,${90 - i * 10}`,
        `p,${unit},e,2022,${60 + i}`,
        `p,${unit},d,2023,${90 - i}`,
        `p,${unit},e,2023,${70 + i}`,
      ])
      .join('\n'),
  'tasks.csv': 'task,programme,title,due_on\nt1,p,修桥,2023-06-30\nt2,p,铺路,2023-09-30\n',
  'task_units.csv': 'task,unit,role\nt1,a,lead\nt2,b,lead\n',
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sunboard-rebuild-'));
  for (const [file, text] of Object.entries(PORTAL)) write(file, text);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  const path = join(folder, 'portal', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Prints the portal as it is now; a list of the pages that were made anew stands beside the counts. */
async function print(
  out: string,
  key = 'program',
  presses: Presses | null = null,
  shell = SHELL,
): Promise<PrintCounts & Pick<PrintedSite, 'records' | 'pictures'> & { readonly put: readonly string[] }> {
  const { assessment, folder: read, problems } = await openPortal(join(folder, 'portal'), { asOf: null, today: '2024-01-01' });
  if (!assessment) throw new Error(problems.list.map(({ code }) => code).join());
  const run = openPrintRun(join(folder, out));
  const put: string[] = [];
  const listening = { ...run, put: (path: string, body: Parameters<typeof run.put>[1]) => put.push(path) && run.put(path, body) };
  const inputs = read.inputs();
  const { notes, records, pictures } = await printSite(
    {
      site: { assessment },
      frames: { frame: () => FRAME, prose: () => '' },
      presses,
      shell: () => shell,
      prose: [],
      base: '/',
      copies: [],
      key,
      inputsKey: (without) => JSON.stringify(inputs.filter(({ tables }) => tables.length === 0 || tables.some((table) => !without.includes(table)))),
      onPage: () => undefined,
    },
    listening,
  );
  const describe = (inventory: Inventory): string => JSON.stringify({ outputs: [...inventory].sort().map(([path, entry]) => ({ path, ...entry })) });
  const counts = run.finish(describe, { [PAGES]: notes, whole: key });
  return { ...counts, records, pictures, put: put.filter((path) => path.endsWith('.html')) };
}

function filesOf(out: string): Record<string, string> {
  const root = join(folder, out);
  const paths = listFiles(root).filter((path) => path !== 'manifest.json');
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

async function expectFresh(): Promise<void> {
  rmSync(join(folder, 'fresh'), { recursive: true, force: true });
  rmSync(join(folder, '.fresh.previous'), { recursive: true, force: true });
  await print('fresh');
  expect(filesOf('dist')).toEqual(filesOf('fresh'));
}

const TASK = 'p/tasks/t1/index.html';

test('two builds of one folder are the same, byte for byte', async () => {
  await print('dist');
  await expectFresh();
});

test('several presses print the site that one prints, and keep what one would keep', async () => {
  await print('dist', 'program', openPresses(2));
  await expectFresh();
  write('scores.csv', (PORTAL['scores.csv'] as string).replace('p,d,d,2023,87', 'p,d,d,2023,88.5'));
  await print('dist', 'program', openPresses(1));
  await expectFresh();
  await print('dist', 'program', openPresses(1));
  expect(await print('dist', 'program', openPresses(1))).toMatchObject({ put: ['404.html'], written: 0, removed: 0 });
  await expectFresh();
});

test('what goes wrong on another press stops the build', async () => {
  await expect(print('dist', 'program', openPresses(1), 'no slots')).rejects.toThrow('the frame lacks the slots');
  expect(listFiles(join(folder, 'dist'))).toEqual([]);
});

test('nothing is made anew when nothing changed', async () => {
  await print('dist');
  expect((await print('dist')).put).toEqual(['404.html']);
  await expectFresh();
});

test('a changed score makes anew the pages that show it or a place that moved, and no task', async () => {
  await print('dist');
  write('scores.csv', (PORTAL['scores.csv'] as string).replace('p,d,d,2023,87', 'p,d,d,2023,88.5'));
  const { put } = await print('dist');
  expect(put).toContain('p/2023/index.html');
  expect(put).toContain('units/d/index.html');
  expect(put).not.toContain('p/2022/index.html');
  expect(put.filter((path) => path.includes('tasks/'))).toEqual([]);
  await expectFresh();
});

test('a changed task makes its page anew, and the pages that name it', async () => {
  await print('dist');
  write('tasks.csv', (PORTAL['tasks.csv'] as string).replace('修桥', '修大桥'));
  const { put } = await print('dist');
  expect(put).toContain(TASK);
  expect(put).toContain('units/a/index.html');
  expect(put).not.toContain('units/c/index.html');
  await expectFresh();
});

test('each task of a short list is found by itself, and a page that only leads on is for no search engine', async () => {
  const { records } = await print('dist');
  expect(records.filter(({ kind }) => kind === 'task').map(({ url }) => url)).toEqual(expect.arrayContaining(['/p/tasks/t1/', '/p/tasks/t2/']));
  const robots = (path: string) => /<meta name="robots"[^>]*>/.exec(readFileSync(join(folder, 'dist', path, 'index.html'), 'utf8'))?.[0];
  expect(robots('p/latest')).toBe('<meta name="robots" content="noindex">');
  expect(robots('p/2023')).toBeUndefined();
});

test('when a list becomes long, no task of it is found by itself any more', async () => {
  const rules =
    'instruments: [ { id: k, name: 红榜, kind: list, tone: positive, holder: unit, source: computed, rule: { rank: { from: top, n: 1 } } } ]';
  write('programmes/p.yaml', `id: p\nname: 考核\ntasks: { stages: [posted, closed] }\n${rules}\n`);
  write('portal.yaml', 'title: 榜\npublisher: { name: 办公室 }\nas_of: 2023-12-31\n');
  for (const table of ['scores', 'task_units']) rmSync(join(folder, `portal/${table}.csv`));
  const printed = async (count: number): Promise<readonly string[]> => {
    write('tasks.csv', `task,programme,title\n${Array.from({ length: count }, (_, i) => `t${i},p,任务${i}\n`).join('')}`);
    return (await print('dist')).records.filter(({ kind }) => kind === 'task').map(({ url }) => url);
  };
  expect((await printed(1999)).length).toBe(1999);
  expect(await printed(2000)).toEqual([]);
});

test('what is to be drawn and found is the same, whoever printed the page', async () => {
  write('portal.yaml', `${PORTAL['portal.yaml']}site: https://example.org\n`);
  const one = await print('one');
  const several = await print('several', 'program', openPresses(2));
  expect(one.pictures.map(({ path }) => path)).toContain('units/a/card.png');
  expect(several.pictures).toEqual(one.pictures);
  expect(several.records).toEqual(one.records);
});

test('a press that runs out of memory is told of at once', async () => {
  await expect(print('dist', 'program', openPresses(1, { maxOldGenerationSizeMb: 4, maxYoungGenerationSizeMb: 1 }))).rejects.toMatchObject({
    code: NO_MEMORY,
  });
});

test('a press that cannot write says what the system said', async () => {
  const presses = openPresses(1);
  if (!presses) throw new Error('no presses');
  writeFileSync(join(folder, 'file'), '');
  // Whatever it prints lies below a file.
  const elsewhere: Presses = { ...presses, begin: (site) => presses.begin({ ...site, root: join(folder, 'file') }) };
  await expect(print('dist', 'program', elsewhere)).rejects.toMatchObject({ code: expect.stringMatching(/ENOTDIR|ENOENT|EEXIST/) });
});

test('a renamed unit reaches the tasks that it leads', async () => {
  await print('dist');
  write('units.csv', (PORTAL['units.csv'] as string).replace('甲', '甲区'));
  expect((await print('dist')).put).toContain(TASK);
  await expectFresh();
});

test('where a rule gives awards, a score may reach a task', async () => {
  const rules =
    'instruments: [ { id: k, name: 红榜, kind: list, tone: positive, holder: unit, source: computed, rule: { rank: { from: top, n: 1 } } } ]\n';
  write('programmes/p.yaml', `${PORTAL['programmes/p.yaml']}${rules}`);
  await print('dist');
  write('scores.csv', (PORTAL['scores.csv'] as string).replace('p,d,d,2023,87', 'p,d,d,2023,99'));
  await print('dist');
  await expectFresh();
});

test('another program or another configuration makes every page anew', async () => {
  const pages = (await print('dist')).put.length;
  expect((await print('dist', 'other')).put.length).toBe(pages);
});

test('a page that somebody took out of the site is made anew', async () => {
  await print('dist');
  await print('dist');
  rmSync(join(folder, '.dist.previous', TASK));
  expect((await print('dist')).put).toContain(TASK);
  await expectFresh();
});

test('a site that was printed from the same is brought back whole, or not at all', async () => {
  await print('dist', 'one');
  write('tasks.csv', (PORTAL['tasks.csv'] as string).replace('修桥', '修大桥'));
  await print('dist', 'two');
  const revive = (key: string) => reviveSite(join(folder, 'dist'), 'whole', (note) => note === key);
  expect(revive('three')).toBe(null);
  expect(revive('two')?.note).toBe('two');
  expect(revive('one')?.note).toBe('one');
  expect(revive('two')?.note).toBe('two');
  rmSync(join(folder, 'dist', TASK));
  expect(revive('two')).toBe(null);
});

test('any file of the folder counts, the site in it does not', () => {
  const dir = join(folder, 'portal');
  const key = () => portalState(dir, join(dir, 'dist'), ['program']).key;
  const before = key();
  write('dist/index.html', 'site');
  write('.dist.previous/index.html', 'older site');
  expect(key()).toBe(before);
  write('public/logo.svg', '<svg/>');
  expect(key()).not.toBe(before);
  const withLogo = key();
  write('raw/dist/scores.csv', 'a folder of the same name elsewhere');
  expect(key()).not.toBe(withLogo);
  expect(portalState(join(folder, 'nowhere'), 'dist', []).key).toBe(null);
  const linked = join(folder, 'link');
  symlinkSync(dir, linked);
  const keyOfLink = () => portalState(linked, join(realpathSync(dir), 'dist'), ['program']).key;
  const withSite = keyOfLink();
  rmSync(join(dir, 'dist'), { recursive: true });
  expect(keyOfLink()).toBe(withSite);
});

test('a file may be larger than can be read at once', () => {
  const dir = join(folder, 'portal');
  const key = () => portalState(dir, join(dir, 'dist'), []).key;
  write('film.mp4', '');
  truncateSync(join(dir, 'film.mp4'), 2 ** 31);
  const before = key();
  expect([before, key()]).toEqual([expect.any(String), before]);
  rmSync(join(dir, 'film.mp4'));
  expect(key()).not.toBe(before);
});

test('linked folders of a portal count too, however they are linked', () => {
  const dir = join(folder, 'portal');
  const key = () => portalState(dir, join(dir, 'dist'), []).key;
  const before = key();
  mkdirSync(join(folder, 'shared'));
  writeFileSync(join(folder, 'shared/a.csv'), 'a');
  for (const [target, name] of [
    [join(folder, 'shared'), 'raw'],
    ['.', 'round'],
    ['nowhere', 'gone'],
  ] as const)
    symlinkSync(target, join(dir, name));
  const linked = key();
  expect(linked).not.toBe(null);
  expect(linked).not.toBe(before);
  writeFileSync(join(folder, 'shared/a.csv'), 'b');
  expect(key()).not.toBe(linked);
});

test('a file that was changed and changed back shows in the stamp of the folder', () => {
  const state = () => portalState(join(folder, 'portal'), join(folder, 'dist'), []);
  const before = state();
  expect(state()).toEqual(before);
  write('units.csv', 'other');
  write('units.csv', PORTAL['units.csv'] as string);
  expect(state().key).toBe(before.key);
  expect(state().stamp).not.toBe(before.stamp);
});

test('a view is all that a sheet says: it may go through JSON', async () => {
  cpSync(join(import.meta.dirname, '../../data/demo'), join(folder, 'demo'), { recursive: true });
  const { assessment } = await openPortal(join(folder, 'demo'), { asOf: null, today: '2024-01-01' });
  if (!assessment) throw new Error('the demo has errors');
  const site = { assessment };
  const context = sheetContext({ ...assessment.portal, base: '/' }, 'zh-CN', addressingOf(['zh-CN', 'en'], '/'));
  const seen = new Map<string, number>();
  for (const page of sitePages(site)) {
    const nth = (seen.get(page.kind) ?? 0) + 1;
    seen.set(page.kind, nth);
    if (nth > 40) continue;
    const view = page.view();
    // Which row of which file it is from stays in the office; a method's view is the configuration, and no download.
    if (page.kind !== 'method') expect(JSON.stringify(view), page.path).not.toMatch(/"(place|line|column)":/);
    expect(sheetOf(page.kind, JSON.parse(JSON.stringify(view)), context), page.path).toEqual(sheetOf(page.kind, view, context));
  }
  expect([...seen.keys()].length).toBeGreaterThan(Object.keys(SHEETS).length - 3);
});
