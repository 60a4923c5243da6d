import { describe, expect, it } from 'vitest';
import { BASE, type Files, parseFiles, printProblems } from './folder.ts';

const NUMBER = '13812345678';

describe('a personal number', () => {
  it.each<[string, Files, string]>([
    ['of a programme', { [`programmes/${NUMBER}.yaml`]: 'name: 考核\n' }, `personal-file-name programmes/${NUMBER}.yaml:null`],
    ['of a page', { [`pages/${NUMBER}.mdx`]: '# 关于\n' }, `personal-file-name pages/${NUMBER}.mdx:null`],
    ['of a table', { [`scores/${NUMBER}.csv`]: 'programme,unit,dimension,period,score\n' }, `personal-file-name scores/${NUMBER}.csv:null`],
  ])('is found in the name of a file %s', async (_, files, found) => {
    const { problems } = await parseFiles({ ...BASE, ...files });
    expect(problems.map(({ code, place }) => `${code} ${place.file}:${place.line}`)).toEqual([found]);
  });

  const score = (text: string): Files => ({ ...BASE, 'scores.csv': `programme,unit,dimension,period,score\nboard,futian,work,2023-Q3,"${text}"\n` });

  it.each(['11010519491231002X', '110101199003074477', '110,101,199,003,074,477'])('is found where a number should be: %s', async (text) => {
    const [told, ...more] = await printProblems(score(text));
    expect(told).toMatch(/^scores\.csv:2:5 score holds an identity-card number \(110\*{13}\S\S\)\./);
    expect(more).toEqual([]);
  });

  it.each([NUMBER, '110101199003074478', '-13812345678', '1e20'])('is not taken for an amount such as %s', async (text) => {
    expect((await parseFiles(score(text))).codes).toEqual([]);
  });

  it('is found in keys', async () => {
    const yaml = `${BASE['programmes/board.yaml']}weight_sets:\n  "${NUMBER}": { work: 50, life: 50 }\n`;
    expect(await printProblems({ ...BASE, 'programmes/board.yaml': yaml })).toEqual([
      'programmes/board.yaml:8:3 weight_sets holds a mobile number (138******78). Nothing personal may be published; remove it. An amount passes with its unit or decimals: 15000000000.00.',
    ]);
  });

  it.each(['请电 138&#49;2345678', '请电 138&#x31;2345678', '请电 138&nbsp;1234&nbsp;5678', '请电 138\u200b1234\u200b5678'])(
    'is found in prose: %s',
    async (line) => {
      const { problems } = await parseFiles({ ...BASE, 'pages/about.mdx': `# 关于\n\n${line}\n` });
      expect(problems.map(({ code, place }) => `${code} ${place.file}:${place.line}`)).toEqual(['personal-mobile pages/about.mdx:3']);
    },
  );
});

describe('a number over several lines of prose', () => {
  const found = async (text: string): Promise<string[]> => {
    const { problems } = await parseFiles({ ...BASE, 'pages/about.md': text });
    return problems.map(({ code, place }) => `${code} ${place.file}:${place.line}`);
  };

  it.each(['身份证\n110105\n19491231\n002X\n', '\n110105\n\n19491231 002X\n'])('is found: %j', async (text) => {
    expect(await found(text)).toContain('personal-identity pages/about.md:2');
  });

  it('is not made of figures that stand below one another', async () => expect(await found('156\n2023\n2024\n')).toEqual([]));
});

describe('a mailbox', () => {
  const note = (text: string, portal = BASE['portal.yaml']): Files => ({
    ...BASE,
    'portal.yaml': portal as string,
    'sessions.csv': `programme,session,held_on,reason,reason_en\nboard,s1,2023-09-01,${text}\n`,
  });
  const own = 'title: 示范\npublisher: { name: 示范办, email: office@example.com }\nlanguages: [zh-CN, en]\n';

  it('is found in a cell, in every language', async () => {
    expect(await printProblems(note('请联系 zhang.san@example.com,'), 'zh-CN')).toEqual([
      'sessions.csv:2:4 “reason”里有电子邮箱（z***@example.com）。 个人的邮箱请删去；若是单位公开的邮箱，请写在 portal.yaml 的 publisher.email 里。',
    ]);
    expect((await parseFiles(note('请来信,Write to zhang.san@example.com', own))).codes).toEqual(['personal-email']);
  });

  it('may be the publisher’s own, also where portal.yaml has another fault', async () => {
    expect((await parseFiles(note('请联系 Office@example.com,', own))).codes).toEqual([]);
    expect((await parseFiles(note('请联系 office@example.com,', `${own}colour: red\n`))).codes).toEqual(['config-key-unknown']);
  });

  it('is no matter in the address of a document', async () => {
    const files = { ...BASE, 'documents.csv': 'document,title,url\nd1,通知,https://example.org/@zhang/a@b.cn\n' };
    expect((await parseFiles(files)).codes).toEqual([]);
  });
});

describe('an address of a document', () => {
  const documents = (url: string): Files => ({ ...BASE, 'documents.csv': `文件,标题,网址\nd1,通知,${url}\n` });

  it.each(['//evil.example', '/\\evil.example/x', 'javascript:alert(1)', 'ftp://example.org'])('cannot be %s', async (url) => {
    expect(await printProblems(documents(url))).toEqual([
      `documents.csv:2:3 网址 “${url}” is not an address. Write an address that begins with https://.`,
    ]);
  });

  it.each(['https://example.org/a', '/files/a.pdf'])('may be %s', async (url) => {
    expect((await parseFiles(documents(url))).codes).toEqual([]);
  });
});
