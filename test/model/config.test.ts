import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/problems.ts';
import { BASE, type Files, parseFiles, printProblem, printProblems } from './folder.ts';

const portal = (yaml: string): Files => ({ ...BASE, 'portal.yaml': yaml });
const rule = (text: string): Files => ({
  ...BASE,
  'programmes/board.yaml': `${BASE['programmes/board.yaml']}instruments: [{ id: red, name: 红, rule: ${text} }]\n`,
});

describe('portal.yaml', () => {
  it('is told of what it lacks, key by key', async () => {
    expect(await printProblems(portal('publisher: { url: https://example.org }\n'))).toEqual([
      expect.stringContaining('“title” is missing'),
      expect.stringContaining('“publisher.name” is missing'),
    ]);
    expect((await parseFiles(portal('title:\npublisher: P\n'))).codes).toEqual(['config-key-missing']);
  });

  it('may be of a day, today or latest', async () => {
    expect(await printProblems(portal('title: T\npublisher: P\nas_of: soon\n'))).toEqual([
      'portal.yaml:3:8 “as_of” is “soon”, which is not a day. Write a date like 2023-12-31, today, or latest.',
    ]);
    expect((await parseFiles(portal('title: T\npublisher: P\nas_of: 2023年9月5日\n'))).portal?.asOf).toBe('2023-09-05');
    const dated = (day: string): Files => ({
      ...portal('title: T\npublisher: P\nas_of: latest\n'),
      'scores.csv': `programme,unit,dimension,period,score,published_on\nboard,futian,work,2023-Q2,80,\nboard,futian,work,2023-Q3,90,${day}\n`,
    });
    expect((await parseFiles(dated('2024-06-30'))).portal?.asOf).toBe('2024-06-30');
    // What is not out yet has no date.
    expect((await parseFiles(dated('2024-07-01'))).portal?.asOf).toBe('2023-06-30');
  });

  it('is in languages that the interface speaks', async () => {
    expect(await printProblems(portal('title: T\npublisher: P\nlanguages: [fr, en]\n'))).toEqual([
      'portal.yaml:3:13 The interface does not speak “fr”. It speaks zh-CN, en.',
    ]);
    expect((await parseFiles(portal('title: T\npublisher: P\nlanguages: [en-GB, zh]\n'))).codes).toEqual([]);
    expect((await parseFiles(portal('title: T\npublisher: P\nlanguages: [english!]\n'))).codes).toEqual(['config-language']);
    expect(await printProblems(portal('title: T\npublisher: P\nlanguages: [en, zh-CNq]\n'))).toEqual([
      'portal.yaml:3:17 “languages[2]” is “zh-CNq”, which is not a language code. Write a code like zh-CN or en.',
    ]);
  });
});

describe('languages', () => {
  it.each(['[en, en]', '[zh-CN, en, zh-cn]'])('cannot be %s', async (languages) => {
    const { problems } = await parseFiles(portal(`title: T\npublisher: P\nlanguages: ${languages}\n`));
    expect(problems.map(({ code }) => code)).toEqual(['config-language-twice']);
  });

  it('are told at the second of two', async () => {
    expect(await printProblems(portal('title: T\npublisher: P\nlanguages: [en, en]\n'))).toEqual([
      'portal.yaml:3:17 “en” is listed twice. Remove one of them from languages.',
    ]);
  });
});

describe('an address in portal.yaml', () => {
  it.each(['//evil.example', '/\\evil.example', 'https://', 'https://a:99999/'])('cannot be %s', async (url) => {
    expect((await parseFiles(portal(`title: T\npublisher: { name: P, url: '${url}' }\n`))).codes).toEqual(['config-address']);
  });

  it.each(['https://[', 'https://a:99999', 'https://a%zz', 'https://1.1.1.1.1', 'https://u:p@a.org', 'https://a\\b', 'https://a}b', 'https://a?b'])(
    'of the site cannot be %s',
    async (site) => {
      expect((await parseFiles(portal(`title: T\npublisher: P\nsite: '${site}'\n`))).codes).toEqual(['config-address']);
    },
  );

  it.each(['https://示范.example', 'http://[::1]:8080', 'https://Example.org/'])('of the site may be %s', async (site) => {
    expect((await parseFiles(portal(`title: T\npublisher: P\nsite: '${site}'\n`))).codes).not.toContain('config-address');
  });
});

describe('instruments', () => {
  it('are of a kind that the interface knows in whatever writing, or of the office’s own', async () => {
    const list = ['Card', '亮牌', 'Constructor'].map((kind, i) => `{ id: i${i}, name: I${i}, kind: ${kind} }`);
    const { portal } = await parseFiles({ ...BASE, 'programmes/board.yaml': `${BASE['programmes/board.yaml']}instruments: [${list.join(', ')}]\n` });
    expect(portal?.programmes[0]?.config.instruments.map(({ kind }) => kind)).toEqual(['card', 'card', 'Constructor']);
  });
});

describe('rules that ask about instruments', () => {
  const rules = (list: readonly string[]): Files => ({
    ...BASE,
    'programmes/board.yaml': `${BASE['programmes/board.yaml']}instruments:\n${list.join('')}`,
  });
  const asking = (id: string, ...about: readonly string[]): string =>
    `  - { id: ${id}, name: ${id}, rule: { any: [${about.map((one) => `{ instrument: { id: ${one}, consecutive: 2 } }`).join(', ')}] } }\n`;
  const veto = (id: string): string => `  - { id: ${id}, name: ${id}, rule: { veto: true } }\n`;

  it('may share those that they ask about, however many ways lead there', async () => {
    // Each floor asks about both of the one below: two to the power of 24 ways.
    const floors = Array.from({ length: 24 }, (_, n) => ['a', 'b'].map((side) => asking(`${side}${n + 1}`, `a${n}`, `b${n}`)));
    expect((await parseFiles(rules([veto('a0'), veto('b0'), ...floors.flat()]))).codes).toEqual([]);
  });

  it('may not come back to the first, nor ask about their own', async () => {
    const circle = rules([asking('a', 'b', 'c'), asking('b', 'd'), asking('c', 'd', 'a'), veto('d')]);
    expect(await printProblems(circle)).toEqual([expect.stringContaining('in a circle: a → c → a.')]);
    expect(await printProblems(rules([asking('a', 'a')]))).toEqual([expect.stringContaining('in a circle: a → a.')]);
  });
});

describe('a file of a programme', () => {
  it('holds keys, and is told so where it is a list', async () => {
    expect(await printProblems({ ...BASE, 'programmes/board.yaml': '- a\n- b\n' })).toEqual([
      'programmes/board.yaml:1:1 This file should hold keys with their values. Write each line as “key: value”, without “- ” before it.',
    ]);
  });

  it('is told once of a misspelt condition', async () => {
    expect((await parseFiles(rule('{ rnk: { n: 1 } }'))).codes).toEqual(['config-key-unknown']);
    expect((await parseFiles(rule('{ all: [{ rnk: { n: 1 } }] }'))).codes).toEqual(['config-key-unknown']);
    expect((await parseFiles(rule('{ not: { rnk: { n: 1 } } }'))).codes).toEqual(['config-key-unknown']);
    expect((await parseFiles(rule('{}'))).codes).toEqual(['rule-empty']);
  });

  it.each([
    '{ band: { gte: 60, lt: 60 } }',
    '{ metric: { gt: 5, lt: 3 } }',
    '{ rank_change: { gte: 3, eq: 2 } }',
    '{ task: { overdue_days: { gt: 1, lte: 1 } } }',
  ])('cannot ask for %s, which nothing meets', async (text) => {
    expect((await parseFiles(rule(text))).codes).toEqual(['rule-bounds-empty']);
  });

  it.each([
    ['{ metric: { of: score } }', 'rule-unbounded'],
    ['{ metric: {} }', 'rule-unbounded'],
    ['{ band: {} }', 'rule-unbounded'],
    ['{ rank_change: { on: total } }', 'rule-unbounded'],
    ['{ task: { overdue_days: {} } }', 'rule-unbounded'],
    ['{ task: {} }', 'rule-task-empty'],
    ['{ status: [] }', 'rule-words-empty'],
    ["{ group: '' }", 'rule-words-empty'],
    ['{ kind: [] }', 'rule-words-empty'],
    ['{ all: [] }', 'rule-empty'],
    ['{ instrument: { id: red, consecutive: 2, within: [2, 3] } }', 'rule-instrument-several'],
    ['{ rank: { n: {} } }', 'config-shape'],
    ['{ band: { gt: 90, ltt: 95 } }', 'config-key-unknown'],
    ['{ band: { gtt: 90 } }', 'config-key-unknown'],
  ])('is told once of the condition %s, which asks nothing or too much', async (text, code) => {
    expect((await parseFiles(rule(text))).codes).toEqual([code]);
  });

  it('is told of missing bounds at the key that should have them', async () => {
    expect(await printProblems(rule('{ any: [{ veto: true }, { band: { on: work } }] }'))).toEqual([
      'programmes/board.yaml:7:67 “instruments[1].rule.any[2].band” has no bounds, so that any number meets it. Write gt, gte, lt, lte or eq, such as gte: 90.',
    ]);
  });

  it.each([
    [
      '{ task: { overdue_days: { gt: 30 }, status: [postde] } }',
      '86 rule.task.status “postde” is not a stage or event that the portal knows. Did you mean “posted”?',
    ],
    ['{ task: { status: [open, 办洁] } }', '66 rule.task.status “办洁” is not a stage or event that the portal knows. Did you mean “closed”?'],
    ['{ band: { gt: 1, on: 民生 } }', '62 rule.band.on “民生” is not a dimension that the portal knows. Did you mean “life”?'],
    ['{ rank: { n: { east: 2 } } }', '56 rule.rank “east” is not a group that the portal knows.'],
  ])('cannot ask for %s, whose words nothing has', async (text, told) => {
    expect(await printProblems(rule(text))).toEqual([expect.stringContaining(`programmes/board.yaml:7:${told}`)]);
  });

  it('has colours that there are', async () => {
    const coloured = (colour: string): Files => ({
      ...BASE,
      'programmes/board.yaml': `${BASE['programmes/board.yaml']}instruments: [{ id: red, name: 红, color: '${colour}' }]\n`,
    });
    expect(await printProblems(coloured('yelow'))).toEqual([
      'programmes/board.yaml:7:42 “instruments[1].color” is “yelow”, which is not a colour that there is. Did you mean “yellow”? Use one of red, orange, yellow, green, blue, purple, gold, black, white, grey, gray, amber, pink, brown, silver, bronze, cyan, teal, navy, or write it like #c8102e.',
    ]);
    expect((await parseFiles(coloured('#C8102e'))).codes).toEqual([]);
  });

  it('has texts in languages that there are', async () => {
    expect(await printProblems(portal('title: { cn: 阳光榜, en: Board }\npublisher: P\nlanguages: [zh-CN, en]\n'))).toEqual([
      'portal.yaml:1:10 “cn” in “title.cn” is not a language code, so that the text would be nowhere. Write a code like zh-CN or en.',
    ]);
    expect(
      (await parseFiles(portal('title: { zh-CN: 阳光榜, en: Board, fr: Tableau, zh-Hant-HK: 陽光榜 }\npublisher: P\nlanguages: [zh-CN, en]\n')))
        .codes,
    ).toEqual([]);
  });

  it('cannot have a number for each group where groups are not ranked apart', async () => {
    const files = (per: string): Files => ({
      ...BASE,
      'programmes/board.yaml': `${BASE['programmes/board.yaml']}groups: [g, h]\nranking: { per: ${per} }\ninstruments: [{ id: red, name: 红, rule: { rank: { n: { g: 1, h: 1 } } } }]\n`,
      'memberships.csv': 'programme,unit,group\nboard,futian,g\nboard,luohu,h\n',
    });
    expect(await printProblems(files('[dimension]'))).toEqual([
      'programmes/board.yaml:9:56 “rule.rank” has a number for each group, but this programme does not rank groups apart, so that nobody gets it. Write one number; or, to rank each group, add group to ranking.per.',
    ]);
    expect((await parseFiles(files('[group]'))).codes).toEqual([]);
  });

  it('knows states of tasks by the words that offices use', async () => {
    const { portal, codes } = await parseFiles(rule('{ task: { overdue_days: { gt: 3 }, status: [暂缓, 推进中, closed] } }'));
    expect(codes).toEqual([]);
    expect(portal?.programmes[0]?.config.instruments[0]?.rule?.when).toMatchObject({ status: ['suspended', 'in_progress', 'closed'] });
  });

  it('is told of a kind that no unit has, as an error where another is near', async () => {
    const kinds = { 'units.csv': 'unit,name,kind\nfutian,福田区,department\nluohu,罗湖区,town\n' };
    const kind = (text: string): Promise<readonly Problem[]> =>
      parseFiles({ ...rule(`{ veto: true, kind: ${text} }`), ...kinds }).then(({ problems }) => problems);
    expect((await kind('[deprtment, town]')).map((problem) => [problem.severity, printProblem(problem, 'en')])).toEqual([
      [
        'error',
        'programmes/board.yaml:7:62 rule.kind “deprtment”: no unit is of this kind. Did you mean “department”? Correct it, or fill in the column kind of units.',
      ],
    ]);
    expect((await kind('bureau')).map(({ severity, code }) => [severity, code])).toEqual([['warning', 'kind-unknown']]);
    // Every word of one letter is near every other; and the kinds that the interface knows need no unit yet.
    expect((await kind('[市, 县]')).map(({ severity }) => severity)).toEqual(['warning', 'warning']);
    expect(await kind('zone')).toEqual([]);
  });

  it('is told of an unknown word where the word stands', async () => {
    const more =
      'groups:\n  - { id: east, dimensions: [work, life, lief] }\nranking: { tiebreak: [work, wrok] }\ninstruments: [{ id: red, name: 红, family: pia }]\n';
    expect(
      (await printProblems({ ...BASE, 'programmes/board.yaml': BASE['programmes/board.yaml'] + more })).map((line) =>
        line.split(' ').slice(0, 3).join(' '),
      ),
    ).toEqual([
      'programmes/board.yaml:9:29 ranking.tiebreak “wrok”',
      'programmes/board.yaml:8:42 groups.dimensions “lief”',
      'programmes/board.yaml:10:43 family “pia”',
    ]);
  });

  it('may ask for one number exactly', async () => {
    expect((await parseFiles(rule('{ band: { gte: 60, lte: 60 } }'))).codes).toEqual([]);
  });
});

describe('a value of a wrong form', () => {
  const board = (line: string): Files => ({ ...BASE, 'programmes/board.yaml': `${BASE['programmes/board.yaml']}${line}\n` });
  const hint = async (files: Files, lang = 'en'): Promise<string> => (await printProblems(files, lang)).join('\n');

  it.each([
    ['year_starts: 13', 'Write a whole number in the range 1–12.'],
    ['ranking: { decimals: 20 }', 'Write a whole number in the range 0–8.'],
    ['ranking: { min_coverage: 100 }', 'Write a share as a fraction of one: 1. Write a number in the range 0–1.'],
    ['tasks: { stale_after: 0 }', 'Write a whole number in the range ≥ 1.'],
    ['ranking: { overall: yes }', 'It may be true or false, without quotation marks.'],
    ['ranking: { tiebreak: work }', 'It may be a list such as [a, b].'],
    ['weight_sets: abc', 'It may be lines of “key: value” below it, indented by two spaces.'],
    ['year_starts: "4"', 'Remove the quotation marks: 4.'],
    ['year_starts: ４', 'Use half-width digits: 4.'],
    ['year_starts: 4月', 'It may be a whole number such as 2, without quotation marks.'],
  ])('in %s is told what may stand there', async (line, message) => {
    expect(await hint(board(line))).toContain(message);
  });

  it.each([
    ['{ rank: { from: top, share: 20 } }', 'Write a share as a fraction of one: 0.2. Write a number in the range 0–1 (without 0).'],
    ['{ rank: { from: top, share: 20% } }', 'Write the number alone: 0.2.'],
    ['{ rank: { from: top, n: 0 } }', 'Write a whole number in the range ≥ 1.'],
    ['{ instrument: { id: red, within: [1, 2, 3] } }', 'lists 3 items. List exactly 2.'],
    ['{ instrument: { id: red, within: 2 } }', 'It may be two numbers such as [2, 3].'],
  ])('in the rule %s is told what may stand there', async (text, message) => {
    expect(await hint(rule(text))).toContain(message);
  });

  it('names neither a schema nor a documentation', async () => {
    for (const line of ['year_starts: 13', 'ranking: abc', 'groups: abc', 'weight_sets: abc', 'name: [a]', 'ranking: { per: 5 }'])
      for (const lang of ['zh-CN', 'en'])
        expect(await hint(board(line), lang)).not.toMatch(/object|record|array|tuple|boolean|\bint\b|文档|documentation/);
  });

  it('is told of a text that a comma cuts in two, and of nothing else', async () => {
    expect(await printProblems(board('groups:\n  - { id: offices, name: 部门, 组, 室 }'))).toEqual([
      'programmes/board.yaml:8:30 The comma before “组” cuts a text in two. Put the whole text in quotation marks: name: "部门, 组, 室"',
    ]);
  });

  it('is told of full-width colons in braces, and of nothing else', async () => {
    expect(await printProblems(board('groups:\n  - { id：offices }'))).toEqual([
      'programmes/board.yaml:8:7 Behind “groups[1].id” stands a full-width colon “：”, which does not part it from its value. Write a half-width colon and a space.',
    ]);
  });

  it('is told of a full-width colon where any key may stand, too', async () => {
    expect((await parseFiles(portal('title: { zh-CN：测试 }\npublisher: P\n'))).codes).toEqual(['config-colon-wide']);
  });

  it('is no text cut in two where a word stands behind a number or an id', async () => {
    expect((await parseFiles(board('groups:\n  - { id: offices, 部门 }'))).codes).toEqual(['config-key-unknown']);
    expect((await parseFiles(board('ranking: { decimals: 2, 部门 }'))).codes).toEqual(['config-key-unknown']);
  });

  it('is told of a colour that is a comment', async () => {
    expect(await printProblems(portal('title: T\npublisher: P\nbrand:\n  accent: #c8102e\n'))).toEqual([
      'portal.yaml:4:3 Nothing stands behind “brand.accent”: from “#” on it is a comment. Fill it in; put a value that begins with # (such as a colour) in quotation marks: "#c8102e".',
    ]);
  });
});
