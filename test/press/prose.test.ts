import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPortal } from '../../src/cli/openPortal.ts';
import { problemWords } from '../../src/cli/problemWords.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sunboard-prose-'));
  mkdirSync(join(folder, 'pages'));
  mkdirSync(join(folder, 'programmes'));
  write('portal.yaml', 'title: 榜\npublisher: { name: 办公室 }\nlanguages: [zh-CN]\nlicence: CC0-1.0\n');
  write('programmes/p.yaml', 'id: p\nname: 考核\ncadence: year\n');
  write('units.csv', 'unit,name\na,甲\nb,乙\n');
  write('scores.csv', 'programme,unit,dimension,period,score\np,a,total,2023,90\np,b,total,2023,80\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  writeFileSync(join(folder, file), text);
}

const open = () => openPortal(folder, { asOf: null, today: '2024-01-01' });

/** What is wrong with a page, each as `line:column code message`. */
async function check(text: string, name = 'about.mdx'): Promise<string[]> {
  write(`pages/${name}`, text);
  const { problems } = await open();
  return problems.list.map((problem) => `${problem.place.line}:${problem.place.column} ${problem.code} ${problemWords(problem, 'en').message}`);
}

describe('the body of a page', () => {
  test.each([
    ['<!-- 注释 -->', '5:1 prose-comment A comment like <!-- --> cannot stand in MDX.'],
    ['你好 {1+', '5:4 prose-brace-open The curly bracket that opens here is not closed.'],
    ['\n<b>x', '6:1 prose-tag-open The tag <b> is not closed.'],
    ['x</b>', '5:2 prose-tag-extra There is no <b> before this </b>.'],
    ['{1+}', '5:4 prose-script What stands in curly brackets, or after import or export, is not correct JavaScript here.'],
    ['价格<5元', '5:3 prose-syntax From here on, this is not correct MDX.'],
    ['文\n\n<Foo />', '7:2 prose-tag-unknown There is no component “Foo”.'],
    ['{[1].map((x) => <Foo.Bar>{x}</Foo.Bar>)}', '5:18 prose-tag-unknown There is no component “Foo”.'],
    ['{foo}', '5:2 prose-name-unknown “foo” in curly brackets is not defined.'],
    ['<b title={foo}>x</b>', '5:11 prose-name-unknown “foo” in curly brackets is not defined.'],
    ['import fs from "node:fs"\nimport X from "./nope.mjs"', '6:16 prose-import-missing There is no “./nope.mjs” to import.'],
    ['import X from "no-such-package"', '5:16 prose-import-missing There is no “no-such-package” to import.'],
    ['看![图](./a.png)', '5:7 prose-picture-missing There is no picture “./a.png”.'],
    ['![a](a.mjs)', '5:6 prose-picture-kind “a.mjs” is not an address of a picture.'],
    ['![a](../units.csv?raw)', '5:6 prose-picture-kind “../units.csv?raw” is not an address of a picture.'],
    ['![a](%E0%A4%A.png)', '5:6 prose-picture-missing There is no picture “%E0%A4%A.png”.'],
  ])('is at fault: %j', async (body, problem) => {
    expect(await check(`---\ntitle: 关于\n---\n\n${body}\n`)).toEqual([problem]);
  });

  test('may hold script, HTML and pictures that are there', async () => {
    mkdirSync(join(folder, 'public'));
    write('public/a.png', '');
    write('pages/图 1.png', '');
    write('pages/sum.js', 'export const sum = 3;\n');
    const body = [
      'import { sum } from "./sum.js"\nimport { Image } from "astro:assets"\nexport const list = [1, 2], { a, ...rest } = { a: 1 }',
      '{/* 注释 */} {sum + Math.max(...list)} {frontmatter.title} {props.x} {list.map((n, i) => <b key={i}>{n}</b>)} {typeof unknown}',
      '<Fragment><Image src="/a.png" {...rest} alt={a} /></Fragment> <br /> a < b \\{ `{x}` <my-part>x</my-part>',
      '![图](./图%201.png) ![far](https://example.org/a.png) ![root](/a.png)',
      '```js\n<Foo>{\n```',
    ];
    expect(await check(`---\ntitle: 关于\n---\n\n${body.join('\n\n')}\n`)).toEqual([]);
  });

  test('is told of links into the site that lead nowhere', async () => {
    mkdirSync(join(folder, 'public'));
    write('public/plan.pdf', '');
    const there =
      '[a](/) [b](/units/) [c](/units/a) [d](/p/2023/?x=1#y) [e](/plan.pdf) [f](/units/units.csv) [g](/about/) [h](//example.org/) [i](x/)';
    expect(await check(`${there}\n\n[1](/gov/units/) ![2](/logo.png)\n`, 'about.md')).toEqual([
      '3:5 prose-link-nowhere The site has no page or file “/gov/units/”.',
      '3:23 prose-link-nowhere The site has no page or file “/logo.png”.',
    ]);
    write('public/logo.png', '');
    expect(await check('![2](/logo.png)\n', 'about.md')).toEqual([]);
  });

  test('has no picture that only a program of that name is there for', async () => {
    write('pages/a.png.mjs', '');
    expect(await check('![a](a.png)\n', 'about.md')).toEqual(['1:6 prose-picture-missing There is no picture “a.png”.']);
  });

  test('of Markdown may hold comments and brackets, and no picture that is missing', async () => {
    expect(await check('<!-- 注释 -->\n\n{foo} <Foo />\n\n![图](a.png)\n', 'about.md')).toEqual([
      '5:6 prose-picture-missing There is no picture “a.png”.',
    ]);
  });
});

describe('the front matter of a page', () => {
  test.each([
    ['---\ntitle: "关于\n---\n', '2:8 yaml-quote-open The quotation mark " that opens here is never closed.'],
    ['\n---\ntitle: a\n b: c\n---\n', '4:2 yaml-indent This line is not indented like the keys that it should stand beside.'],
    ['---\ntitle: 关于\n\n正文\n', '1:null prose-front-matter-open The front matter of this page has no end.'],
    [
      '---\ntitle: 关于\nlayout: "data:text/javascript,1"\n---\n',
      '3:1 prose-layout A page cannot choose a layout: every page stands in the frame of the portal.',
    ],
    ['---\ntitle: 关于\ndraft: true\n---\n', '3:1 prose-draft This page is said to be a draft, and it would be published like any other.'],
    ['---layout: x\n---\n', '1:null prose-front-matter The front matter of this page is not of the form “key: value”.'],
    ['---\n[layout]: x\n---\n', '2:null prose-front-matter The front matter of this page is not of the form “key: value”.'],
    ['+++\nlayout = "x"\n+++\n', '1:null prose-front-matter The front matter of this page is not of the form “key: value”.'],
    ['---\n- 关于\n---\n', '2:null prose-front-matter The front matter of this page is not of the form “key: value”.'],
  ])('is at fault: %j', async (text, problem) => {
    expect(await check(text)).toEqual([problem]);
  });

  test('is told in Chinese without a word of another language', async () => {
    write('pages/about.mdx', '---\ntitle: [\n---\n');
    const { problems } = await open();
    for (const problem of problems.list) expect(problemWords(problem, 'zh-CN').message).toBe('这里的括号 [ 没有闭合。');
    expect(problems.list).toHaveLength(1);
  });

  test.each(['_draft.md', '_parts/a.md'])('is not needed to see a draft in %s', async (name) => {
    mkdirSync(join(folder, 'pages/_parts'));
    expect(await check('正文\n', name)).toEqual([
      'null:null prose-draft The name of this page begins with an underscore, as of a draft, and it would be published like any other.',
    ]);
  });

  test('may say that it is no draft', async () => expect(await check('---\ndraft: false\n---\n正文\n', 'about.md')).toEqual([]));

  test('gives text, whatever it looks like', async () => {
    write('pages/about.mdx', '---\ntitle: 2023\nupdated: 2023-05-01\ndescription:\n---\n');
    expect((await open()).prose).toMatchObject([{ title: '2023', updated: '2023-05-01', description: null }]);
  });
});

test('faults of prose are told together with those of the data', async () => {
  write('units.csv', 'unit,name\na,甲\na,乙\n');
  expect((await check('{foo}\n')).map((line) => line.split(' ')[1])).toContain('prose-name-unknown');
  expect((await check('{foo}\n')).length).toBeGreaterThan(1);
});

describe('the address of a page', () => {
  /** With the site's two languages and its own address; each problem as `file code message`. */
  async function checkPages(...names: string[]): Promise<string[]> {
    write('portal.yaml', 'title: Board\npublisher: { name: Office }\nlanguages: [en, zh-CN]\nlicence: CC0-1.0\nsite: https://example.org\n');
    for (const name of names) {
      mkdirSync(dirname(join(folder, 'pages', name)), { recursive: true });
      write(`pages/${name}`, '---\ntitle: A\n---\n\nText\n');
    }
    const errors = (await open()).problems.list.filter(({ severity }) => severity === 'error');
    return errors.map((problem) => `${problem.place.file} ${problem.code} ${problemWords(problem, 'en').message}`);
  }

  test('is one page’s in each language', async () => {
    expect(await checkPages('a.md', 'zh-CN/a.md', 'b/index.md', 'about.mdx', 'index.md', 'zh-CN/index.md', 'p/method.md', 'en/c.md')).toEqual([]);
    expect(await checkPages('a.mdx', 'a/index.md', 'c.md', 'C.md')).toEqual([
      'pages/a.md prose-twice This page stands at the same address and in the same language as pages/a/index.md.',
      'pages/a.mdx prose-twice This page stands at the same address and in the same language as pages/a/index.md.',
      'pages/c.md prose-twice This page stands at the same address but for case and in the same language as pages/C.md.',
      'pages/en/c.md prose-twice This page stands at the same address but for case and in the same language as pages/C.md.',
    ]);
  });

  test('is told where it lies in the folder of a language that the portal does not have', async () => {
    write('portal.yaml', 'title: 榜\npublisher: { name: 办公室 }\nlanguages: [zh-CN]\nlicence: CC0-1.0\n');
    mkdirSync(join(folder, 'pages/en'), { recursive: true });
    for (const name of ['about.md', 'en/about.md', 'en/index.md']) write(`pages/${name}`, '---\ntitle: A\n---\n\nText\n');
    const told = (await open()).problems.list.filter(({ code }) => code.startsWith('prose'));
    expect(told.map((one) => `${one.severity} ${one.place.file} ${problemWords(one, 'en').message}`)).toEqual([
      'warning pages/en/about.md The portal has no pages in en: this one stands at /en/about/, and is said to be in zh-CN.',
      'warning pages/en/index.md The portal has no pages in en: this one stands at /en/, and is said to be in zh-CN.',
    ]);
  });

  test.each([
    ['zh-CN.md', '“zh-CN” is where the pages in zh-CN stand; no page may have that name.'],
    ['zh-cn/a.md', '“zh-cn” is where the pages in zh-CN stand; no page may have that name.'],
    ['zh_CN/a.md', '“zh_CN” is where the pages in zh-CN stand; no page may have that name.'],
    ['en/zh-CN/a.md', '“zh-CN” is where the pages in zh-CN stand; no page may have that name.'],
  ])('is not where a language stands: %s', async (name, message) => {
    expect(await checkPages(name)).toEqual([`pages/${name} prose-language ${message}`]);
  });

  test.each([
    ['a#b.md', '#'],
    ['c?d/e.mdx', '?'],
    ['f\\g.md', '\\'],
  ])('is not one that its name cannot lead to: %s', async (name, sign) => {
    const message = `A page that has “${sign}” in its name, or in that of its folder, has no address that leads to it.`;
    expect(await checkPages(name)).toEqual([`pages/${name} prose-name ${message}`]);
  });

  test('may have any other sign in it', async () => {
    expect(await checkPages('a%20b & c+d;e, 100% 问.md')).toEqual([]);
  });

  test.each([
    ...['theme.css.md', 'manifest.json.md', 'p/index.json.md', 'robots.txt/more.md', '_astro/a.md', 'pagefind.md', 'index.html.md'],
    ...['sitemap.xml.md', 'sitemap-2.xml.md', 'p/card.png.md', 'zh-CN/p/card.png.md', 'zh-CN/p/index.html.md'],
    ...['Units.md', 'zh-CN/P/Method.md'],
  ])('is not where the site has a file: %s', async (name) => {
    expect(await checkPages(name)).toEqual([expect.stringMatching(`^pages/${name} prose-taken The site has a file or folder`)]);
  });

  test('is told how to write on a page of the site, where its name is that page’s but for case', async () => {
    expect(await checkPages('About.md')).toEqual([
      'pages/About.md prose-taken The site has a file or folder of its own at the address of this page, /About/ but for case.',
    ]);
    const errors = (await open()).problems.list.filter(({ severity }) => severity === 'error');
    expect(errors.map((one) => problemWords(one, 'en').hint)).toEqual([
      'To put its text on that page of the site, write its name in the same capitals; else rename it, or move it to another folder.',
    ]);
  });
});
