import { symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { getDictionary } from '../../src/i18n/index.ts';
import { cellsOf, PORTAL, read, readAt, writeFolder } from './fixture.ts';

describe('a portal folder', () => {
  test('holds tables as CSV, as YAML and as folders, programmes and pages', async () => {
    const { folder, messages, rows } = await read({
      'units.csv': 'unit,name\na,甲\n',
      'scores/2023.csv': 'programme,unit,period,score\np,a,2023,1\n',
      'scores/2022.csv': 'programme,unit,period,score\np,a,2022,2\n',
      'sessions.yml': '- { programme: p, session: s1 }\n',
      'programmes/p.yaml': 'id: p\n',
      'programmes/q.yml': 'id: q\n',
      'pages/about.mdx': '# x\n',
      'pages/deep/more.md': '# y\n',
      'pages/logo.svg': '<svg/>',
      'README.md': 'x',
      '.hidden.csv': 'x',
      '~$units.xlsx': 'x',
      'raw/other.csv': 'whatever\n',
      'old/score.csv': 'whatever\n',
    });
    expect(messages).toEqual([
      'No table reads old/score.csv. If it is data of the portal, move it to the top of the folder, as scores.csv; or leave it there and write in portal.yaml tables: { scores: { file: old/score.csv } }. Move what you do not need out of the portal folder.',
    ]);
    expect(folder.listPassedOver()).toEqual(['raw/other.csv']);
    expect(folder.tables.map(({ file }) => file)).toEqual(['units.csv', 'scores/2022.csv', 'scores/2023.csv', 'sessions.yml']);
    expect(folder.programmes.map(({ file }) => file)).toEqual(['programmes/p.yaml', 'programmes/q.yml']);
    expect(folder.pages).toEqual(['pages/about.mdx', 'pages/deep/more.md']);
    expect(rows.scores?.map(({ cells }) => cells.score)).toEqual(['2', '1']);
    expect(folder.inputs().map(({ file }) => file)).toEqual([
      'pages/about.mdx',
      'pages/deep/more.md',
      'portal.yaml',
      'programmes/p.yaml',
      'programmes/q.yml',
      'scores/2022.csv',
      'scores/2023.csv',
      'sessions.yml',
      'units.csv',
    ]);
    expect(folder.inputs()[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('tells of data above the header, as after a sort', async () => {
    const { faults, messages } = await read({ 'scores.csv': 'p,a,2023,1\nprogramme,unit,period,score\np,b,2023,2\n' });
    expect(faults).toEqual(['csv-rows-above scores.csv:1:']);
    expect(messages[0]).toContain('stands above the header, which is line 2');
    const preamble = '附件,2023,\n统计日期,2023-12-31,,\n共,2,行,\n,,,\n';
    expect((await read({ 'scores.csv': `${preamble}programme,unit,period,score\np,a,2023,1\n` })).messages).toEqual([]);
  });

  test('tells of tables in folders that nothing reads, when asked', async () => {
    const files = {
      'portal.yaml': `${PORTAL}tables:\n  units: { file: raw/units.csv }\n`,
      'raw/units.csv': 'unit,name\na,甲\n',
      'raw/2024/第一季度.csv': 'x\n',
      '数据/汇总.CSV': 'x\n',
      'raw/说明.txt': 'x',
      'raw/.old.csv': 'x',
      '.git/x.csv': 'x',
      'public/x.csv': 'x',
      'pages/x.csv': 'x',
      'published/x.csv': 'x',
      'site/manifest.json': '{}',
      'site/x.csv': 'x',
    };
    const { folder, messages } = await read(files);
    expect(folder.listPassedOver()).toEqual(['raw/2024/第一季度.csv', '数据/汇总.CSV']);
    expect(messages).toEqual([]);
    const faulty = await read({ ...files, 'portal.yaml': `${PORTAL}tables:\n  units: { file: raw/unit.csv }\n` });
    expect(faulty.folder.listPassedOver()).toEqual([]);
  });

  test.each(['en', '[en, zh-CN]', '[]', 'zh-CN'])('speaks the first of its languages: %s', async (languages) => {
    const { faults, messages } = await read({ 'portal.yaml': `title: x\nlanguages: ${languages}\n`, 'units.csv': 'unit,kind\na,区\n' });
    expect(faults).toEqual(['csv-column-missing units.csv:1:']);
    expect(messages[0]).toContain(languages.includes('en') ? 'lacks the column “name”' : 'lacks the column “名称（name）”');
  });

  test.each([
    ['title: x\nlanguages: [en]\n', 'en'],
    ['title: x\nlanguages: [zh_CN]\n', 'zh-CN'],
    ['title: x\nlanguages: [中文]\n', 'zh-CN'],
    ['title: x\nlanguages: cn\n', 'zh-CN'],
    ['title: x\nlanguages: [en_GB]\n', 'en'],
    ['title: 示范\nlanguages: [fr]\n', 'zh-CN'],
    ['title: x\nlanguages: [fr]\n', null],
    ['title: x\n', 'zh-CN'],
    ['title：示范\nlanguages: [en]\n', 'en'],
    ['title: "x\nlanguages:\n  - zh-CN\n', 'zh-CN'],
    ['title：示范\n', 'zh-CN'],
    ['title: [x\n', null],
  ])('is spoken of in the language that portal.yaml tells, though it be at fault: %j', async (portal, language) => {
    expect((await read({ 'portal.yaml': portal })).folder.language).toBe(language);
  });

  test('is not Chinese because the sample of a file ends within a letter', async () => {
    const units = `unit,name\ncafe,Café\n${'x'.repeat(4095 - 21)}é\n`;
    expect(Buffer.from(units).subarray(0, 4096).toString()).toMatch(/x\ufffd$/);
    expect((await read({ 'portal.yaml': 'title: x\nlanguages: [fr]\n', 'units.csv': units })).folder.language).toBeNull();
  });

  test('gives the text of its prose, which is UTF-8', async () => {
    const { folder, faults } = await read({
      'pages/about.mdx': '\ufeff# 关于\n',
      'pages/old.md': new Uint8Array([0x23, 0x0a, 0xb9, 0xd8]),
    });
    expect(folder.pageText('pages/about.mdx')).toBe('# 关于\n');
    expect(folder.pageText('pages/old.md')).toBe('');
    expect(faults).toEqual(['encoding-broken pages/old.md:2:1']);
  });

  test('may hold a link to a folder of raw files', async () => {
    const shared = writeFolder({ 'units.csv': 'unit,name\na,甲\n' });
    const root = writeFolder({ 'portal.yaml': `${PORTAL}tables: { units: { file: raw/units.csv } }\n` });
    symlinkSync(shared, join(root, 'raw'));
    const found = await readAt(root);
    expect(found.messages).toEqual([]);
    expect(cellsOf(found, 'units')).toEqual([{ unit: 'a', name: '甲' }]);
  });

  test('that is not there, or empty, or lacks portal.yaml has one problem', async () => {
    expect((await readAt('/no/such/folder')).faults).toEqual(['folder-missing .::']);
    expect((await readAt(writeFolder({ '.gitkeep': '' }))).faults).toEqual(['folder-empty .::']);
    expect((await readAt(writeFolder({ 'units.csv': 'what,ever\n' }))).faults).toEqual(['folder-no-portal portal.yaml::']);
  });

  test.each<[string, Parameters<typeof writeFolder>[0], string | null]>([
    ['empty', { 'portal.yaml': '', 'units.csv': '单位,名称\na,甲\n' }, 'zh-CN'],
    ['called portal.yml', { 'portal.yml': 'title: 示范市\n' }, 'zh-CN'],
    ['called portal.yml and English', { 'portal.yml': 'title: T\nlanguages: [en]\n', 'units.csv': '单位,名称\na,甲\n' }, 'en'],
    ['not there', { 'programmes/a.yaml': 'name: 考核\n' }, 'zh-CN'],
    ['not there beside a table in GB18030', { 'units.csv': Buffer.from('b5a5cebb2cc3fbb3c60a612cbcd70a', 'hex') }, 'zh-CN'],
    ['not there beside an English table', { 'units.csv': 'unit,name\na,A\n' }, null],
  ])('whose portal.yaml is %s is spoken of in the language of its other files', async (_, files, language) => {
    expect((await readAt(writeFolder(files))).folder.language).toBe(language);
  });

  test.each([
    ['score.csv', 'score.csv is not the name of a table, so it was not read. The nearest name is scores.csv.'],
    ['Units.csv', 'Units.csv is not the name of a table, so it was not read. The nearest name is units.csv.'],
    ['portal.yml', 'portal.yml is not the name of a table, so it was not read. The nearest name is portal.yaml.'],
    ['score/2023.csv', 'The folder score/ is not the name of a table, so it was not read. The nearest name is scores/.'],
    ['得分.csv', '得分.csv is not the name of a table, so it was not read. The nearest name is scores.csv.'],
    ['单位表.csv', '单位表.csv is not the name of a table, so it was not read. The nearest name is units.csv.'],
    ['jikao.yaml', 'jikao.yaml is not the name of a table, so it was not read. Files of programmes belong in programmes/. Put tables from'],
    ['figures.csv', 'figures.csv is not the name of a table, so it was not read. Put tables from'],
    ['programs/jikao.yaml', 'The folder programs/ is not the name of a table, so it was not read. The nearest name is programmes/.'],
    [
      '数据/得分.csv',
      'No table reads 数据/得分.csv. If it is data of the portal, move it to the top of the folder, as scores.csv; or leave it there and write in portal.yaml tables: { scores: { file: 数据/得分.csv } }.',
    ],
    ['units.xlsx', 'units.xlsx is an Excel or WPS workbook, not a CSV.'],
  ])('with a stray %s says what was meant', async (file, message) => {
    const { messages } = await read({ [file]: 'unit,name\n' });
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(message);
  });

  test('may hold files that are for something else', async () => {
    const files = Object.fromEntries(['public', 'published', 'pages', 'dist/data'].map((folder) => [`${folder}/x.csv`, 'a\n']));
    expect((await read({ ...files, 'dist/manifest.json': '{}' })).faults).toEqual([]);
  });

  test('whose mapping is at fault is not told that nothing reads the file', async () => {
    const found = await read({ 'portal.yaml': `${PORTAL}tables: { 得分: { file: raw/a.csv } }\n`, 'raw/a.csv': 'a\n' });
    expect(found.faults).toEqual(['mapping-table-unknown portal.yaml:3:11']);
    expect(found.messages[0]).toContain('The nearest is “scores”. Tables are: units,');
  });

  test('with a workbook called portal.yaml is told to write a text', async () => {
    const { messages } = await read({ 'portal.yaml': new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]) });
    expect(messages).toEqual([
      'portal.yaml is an Excel or WPS workbook, not a text. Make a file of this name in a text editor, in YAML, and save it as UTF-8.',
    ]);
  });

  test('with a folder where a file should be says so', async () => {
    expect((await read({ 'units.csv/x.txt': '' })).faults).toEqual(['folder-stray units.csv::']);
  });
});

test('every problem of reading says in both languages what is wrong and what to do', () => {
  for (const lang of ['zh-CN', 'en']) {
    const keys = Object.keys(getDictionary(lang)).filter((key) => /^problem\.(folder|file|encoding|yaml|csv|mapping)-/.test(key));
    expect(keys.length).toBeGreaterThan(30);
    for (const key of keys) expect(getDictionary(lang)).toHaveProperty([key.replace('problem.', 'hint.')]);
  }
});

describe('a file that a table might have meant', () => {
  test('is read whatever the case of its ending', async () => {
    const found = await read({
      'scores/x.CSV': 'programme,unit,period,score\np,a,2023,1\n',
      'units.YAML': '- { unit: a, name: 甲 }\n',
      'programmes/p.YAML': 'id: p\n',
    });
    expect(found.messages).toEqual([]);
    expect([found.rows.scores?.length, found.rows.units?.length, found.folder.programmes.length]).toEqual([1, 1, 1]);
  });

  test.each([
    ['scores/b.xlsx', 'file-workbook scores/b.xlsx::'],
    ['scores/2023/b.csv', 'file-stray scores/2023/b.csv::'],
    ['scores/b.tsv', 'file-stray scores/b.tsv::'],
    ['scores.tsv', 'file-stray scores.tsv::'],
    ['Scores.txt', 'file-stray Scores.txt::'],
    ['Units.csv.txt', 'file-stray Units.csv.txt::'],
    ['scores/b.csv.txt', 'file-stray scores/b.csv.txt::'],
    ['programmes/p.yaml.txt', 'file-stray programmes/p.yaml.txt::'],
    ['tasks.csv/a.csv', 'folder-stray tasks.csv::'],
    ['programmes/2023/p.yaml', 'file-stray programmes/2023/p.yaml::'],
    ['programmes/p.yaml/x.txt', 'folder-for-file programmes/p.yaml::'],
  ])('is told: %s', async (file, fault) => {
    const score = 'programme,unit,period,score\np,a,2023,1\n';
    expect((await read({ 'scores/a.csv': score, [file]: score })).faults).toEqual([fault]);
  });

  test.each([
    ['document.csv', ['documents'], []],
    ['units.tsv', ['units'], []],
    ['units.xlsx', ['units'], []],
    ['units.csv.txt', ['units'], []],
    ['programmes/p.yaml.txt', [], ['programmes/p.yaml']],
    ['units.csv/a.csv', ['units'], []],
    ['score.csv', [], []],
    ['programmes/p.yaml/x.txt', [], ['programmes/p.yaml']],
    ['programmes/2023/p.yaml', [], ['programmes/p.yaml']],
    ['programme/p.yaml', [], ['programmes/p.yaml']],
  ])('stands for what it was meant to be: %s', async (file, tables, programmes) => {
    const { folder } = await read({ 'scores.csv': 'programme,unit,period,score\np,a,2023,1\n', [file]: 'x' });
    expect([...folder.unread]).toEqual(tables);
    expect(folder.unreadProgrammes).toEqual(programmes);
  });

  test('is not told where a mapping reads it, and notes are not', async () => {
    const portal = `${PORTAL}tables: { scores: { file: scores/2023/b.csv } }\n`;
    const score = 'programme,unit,period,score\np,a,2023,1\n';
    expect((await read({ 'portal.yaml': portal, 'scores/2023/b.csv': score, 'scores/readme.txt': 'x', 'readme.txt': 'x' })).faults).toEqual([]);
  });
});

test('a portal.yml is told its name', async () => {
  expect((await readAt(writeFolder({ 'portal.yml': PORTAL }))).messages).toEqual([
    'The portal’s configuration must be called portal.yaml, so portal.yml was not read. Rename it to portal.yaml.',
  ]);
});

test('links in a circle are no folders', async () => {
  const root = writeFolder({ 'portal.yaml': PORTAL });
  symlinkSync('scores', join(root, 'scores'));
  symlinkSync('units.csv', join(root, 'units.csv'));
  expect((await readAt(root)).faults).toEqual(['folder-unreadable scores::', 'file-unreadable units.csv::']);
});

test('a folder that cannot be looked into is told: what it holds would be left out', async () => {
  const root = writeFolder({ 'portal.yaml': PORTAL, 'pages/about.md': 'x' });
  for (const name of ['scores', 'public', 'programmes']) symlinkSync('/no/such/drive', join(root, name));
  const { faults, messages } = await readAt(root);
  expect(faults).toEqual(['folder-unreadable scores::', 'folder-unreadable programmes::', 'folder-unreadable public::']);
  expect(messages[0]).toBe(
    'The folder scores cannot be opened. Check that you may read it, and, where it is a link, that what it leads to is there.',
  );
});

test('a file that is too large to be read is told', async () => {
  const root = writeFolder({ 'portal.yaml': PORTAL, 'units.csv': '', 'programmes/p.yaml': '' });
  truncateSync(join(root, 'units.csv'), 2 ** 31);
  truncateSync(join(root, 'programmes/p.yaml'), 2 ** 28 + 1);
  expect((await readAt(root)).faults).toEqual(['file-too-large programmes/p.yaml::', 'file-too-large units.csv::']);
});

test('a link to the folder that it stands in brings nothing along', async () => {
  const root = writeFolder({ 'portal.yaml': PORTAL, 'pages/about.md': 'x', 'data/units.csv': 'unit,name\na,A\n' });
  symlinkSync('.', join(root, 'pages/round'));
  symlinkSync('..', join(root, 'data/round'));
  const { folder, messages } = await readAt(root);
  expect(folder.pages).toEqual(['pages/about.md']);
  expect(messages).toEqual([expect.stringContaining('data/units.csv')]);
  expect(messages.join()).not.toContain('round');
});

test.skipIf(process.platform === 'win32')('what is no file is not waited for: a pipe or a device may never end', async () => {
  const root = writeFolder({ 'portal.yaml': PORTAL });
  symlinkSync('/dev/null', join(root, 'units.csv'));
  expect((await readAt(root)).faults).toEqual(['file-unreadable units.csv::']);
});
