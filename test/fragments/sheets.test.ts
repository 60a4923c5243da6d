import { describe, expect, test } from 'vitest';
import { awardSheet } from '../../src/fragments/awardSheet.ts';
import { sheetOf } from '../../src/fragments/index.ts';
import type { Sheet } from '../../src/fragments/sheet.ts';
import type { AwardView } from '../../src/views/award.ts';
import { sitePages } from '../../src/views/pages.ts';
import { type Cell, dimensionOf, indicatorOf } from '../assess/sample.ts';
import { awardOf, CITY, contextOf, pageAt, siteOf } from '../views/portal.ts';

const site = siteOf({ ...CITY, indicators: [indicatorOf('x', { decimals: 1, name: { 'zh-CN': '增长', en: 'Growth' } })] }, [
  awardOf('w1', 'b', '2024-Q3'),
]);

function sheetAt(path: string, lang: string, on = site): Sheet {
  const page = pageAt(on, path);
  return sheetOf(page.kind as 'home', page.view(), contextOf(on, lang));
}

function textOf(sheet: Sheet): string {
  const plain = sheet.main.text.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]+>/g, ' ');
  return plain.replace(/\s+/g, ' ');
}

describe('every sheet', () => {
  const sheets = sitePages(site).flatMap((page) => ['zh-CN', 'en'].map((lang) => ({ page, lang, sheet: sheetAt(page.path, lang) })));

  test('has one h1, a title and a sentence about itself', () => {
    for (const { page, lang, sheet } of sheets) {
      const where = `${page.path} ${lang}`;
      expect(sheet.main.text.match(/<h1/g), where).toHaveLength(1);
      expect(sheet.title, where).not.toBe('');
      expect(sheet.description, where).not.toBe('');
    }
  });

  test('gives each id once, and every link within the page its aim', () => {
    for (const { page, sheet } of sheets) {
      const ids = [...sheet.main.text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, page.path).toBe(ids.length);
      const aims = [...sheet.main.text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
      expect(
        aims.filter((aim) => !ids.includes(aim)),
        page.path,
      ).toEqual([]);
    }
  });

  test('writes no style and no script but data into the page', () => {
    for (const { page, sheet } of sheets) {
      expect(sheet.main.text, page.path).not.toMatch(/ style="/);
      expect(sheet.main.text, page.path).not.toMatch(/<script(?! type="application\/json")/);
    }
  });

  test('leaves nothing undefined or NaN in the text', () => {
    for (const { page, sheet } of sheets) expect(textOf(sheet), page.path).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
  });

  test('escapes names out of tables', () => {
    for (const { page, sheet } of sheets) expect(sheet.main.text, page.path).not.toContain('<民生>');
  });
});

describe("a leaderboard's sheet", () => {
  test('opens with who is ranked, who is not and why, and who leads each group', () => {
    expect(sheetAt('p/2024-Q3/', 'zh-CN').description).toBe(
      '2024年第三季度，6个单位中有5个参加排名，1个未报送。各组第1名——东片：清河区（92.5）；西片：f（60.0）。',
    );
    expect(sheetAt('p/2024-Q3/', 'en').description).toBe(
      'Q3 2024: 5 of 6 units are ranked; 1 not submitted. First in each group – East: Qinghe (92.5); West: f (60.0).',
    );
  });

  test('of one group tells the leader, the gap and who moved', () => {
    const single = siteOf({ ...CITY, groups: [], memberships: [], config: { ...CITY.config, groups: [] } });
    expect(sheetAt('p/2024-Q3/', 'en', single).description).toBe(
      'Q3 2024: 5 of 6 units are ranked; 1 not submitted. Qinghe is first with 92.5. The gap to Qingshan in second place is 12.5. Since Q1 2024, 2 moved up and 1 moved down.' +
        ' f rose most, by 2 places.',
    );
  });

  test('names all that share the second place, or says how many they are', () => {
    const tied = (places: Readonly<Record<string, number>>) => {
      const scores = { x: { '2024-Q4': places }, y: { '2024-Q4': places } };
      return sheetAt('p/2024-Q4/', 'en', siteOf({ ...CITY, scores, groups: [], memberships: [], config: { ...CITY.config, groups: [] } }))
        .description;
    };
    expect(tied({ a: 90, c: 80, d: 80 })).toContain('The gap to c and d, which share second place, is 10.0.');
    expect(tied({ a: 90, b: 80, c: 80, d: 80, e: 80 })).toContain('The gap to the 4 units that share second place is 10.0.');
  });

  test('prints ties in words, and the coverage above each table', () => {
    expect(textOf(sheetAt('p/2024-Q4/', 'zh-CN'))).toContain('并列第2');
    expect(textOf(sheetAt('p/2024-Q4/', 'en'))).toContain('=2');
    expect(textOf(sheetAt('p/2024-Q3/', 'en'))).toContain('3 of 4 ranked, 1 not submitted');
  });

  test('names its group in the caption of each table, unseen', () => {
    const captions = [...sheetAt('p/2024-Q4/', 'zh-CN').main.text.matchAll(/<caption[^>]*>(.*?)<\/caption>/g)].map(([, caption]) => caption);
    expect(captions.slice(0, 2)).toEqual([
      expect.stringMatching(/^<span class="visually-hidden">东片：<\/span>4个单位/),
      expect.stringMatching(/^<span class="visually-hidden">西片：<\/span>2个单位/),
    ]);
  });

  test('leads to the comparison of a group, with its units where they are few', () => {
    expect(sheetAt('p/2024-Q4/', 'en').main.text).toContain(
      '<a href="/en/compare/?programme=p&amp;group=east&amp;period=2024-Q4&amp;units=b,a,c,d">Compare units of this group<span class="visually-hidden">: East</span></a>',
    );
    expect(sheetAt('p/2024-Q4/x/', 'en').main.text).toContain(
      '/en/compare/?programme=p&amp;group=west&amp;measure=x&amp;period=2024-Q4&amp;units=f,e"',
    );
    expect(sheetAt('units/b/', 'en').main.text).toContain('/en/compare/?programme=p&amp;group=east&amp;units=b">Compare with its group</a>');
  });

  test('anchors each row by its unit, and says a change in words beside the arrow', () => {
    const { main } = sheetAt('p/2024-Q3/', 'en');
    expect(main.text).toContain('<tr id="u-b">');
    expect(main.text).toContain('<span class="up"><i>up </i>1</span>');
  });

  test('puts the awards of one dimension together, and one given twice once, with the number', () => {
    const given = [
      awardOf('w1', 'b', '2024-Q3'),
      awardOf('w2', 'b', '2024-Q3', { dimension: 'x' }),
      awardOf('w3', 'b', '2024-Q3', { dimension: 'x' }),
    ];
    const { main } = sheetAt('p/2024-Q3/', 'en', siteOf(CITY, given));
    const marks = main.text.match(/<tr id="u-b">.*?<ul class="marks">(.*?)<\/ul>/)?.[1] ?? '';
    const words = [...marks.matchAll(/<li>(.*?)<\/li>/g)].map(([, item = '']) =>
      item
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    expect(words).toEqual(['Red flag', 'Growth Red flag ×2']);
  });

  test('names the first of each group on every dimension', () => {
    const { main } = sheetAt('p/2024-Q3/', 'en');
    const row =
      main.text.match(/<tr><th scope="row"><a href="\/en\/p\/2024-Q3\/x\/">Growth<\/a><\/th>.*?<td data-label="[^"]+">(.*?)<\/td>/)?.[1] ?? '';
    expect(row.match(/(East|West): <\/span><a/g)).toEqual(['East: </span><a', 'West: </span><a']);
  });

  test('says of a unit without a place whether a veto took it, with its reason and effect', () => {
    const veto = { unit: 'b', on: '2024-Q4', kind: 'veto', reason: 'A serious accident', effect: 'No place this quarter' } as const;
    const vetoed = siteOf({ ...CITY, adjustments: [veto] });
    const { description } = sheetAt('p/2024-Q4/', 'zh-CN', vetoed);
    expect(description).toContain('1个一票否决');
    expect(description).not.toContain('正式');
    expect(textOf(sheetAt('p/2024-Q4/', 'en', vetoed))).toMatch(/vetoed.*A serious accident ?; Effect: No place this quarter/);
    const view = pageAt(vetoed, 'p/2024-Q4/').view() as { tables: { unranked: object[] }[] };
    expect(view.tables.flatMap(({ unranked }) => unranked)).toMatchObject([{ unit: 'b', status: 'final', vetoed: true }]);
    expect(sheetAt('units/b/', 'en', vetoed).description).toContain('is not ranked in Quarterly review (East): vetoed.');
  });

  test('prints a weight as the programme weighs: of a hundred, or against the others', () => {
    expect(textOf(sheetAt('p/2024-Q4/x/', 'en'))).toContain('Weight 50%');
    const relative = siteOf({ ...CITY, ranking: { ...CITY.ranking, weights: 'relative' } });
    expect(textOf(sheetAt('p/2024-Q4/x/', 'en', relative))).toMatch(/Weight 50 (?!%)/);
    expect(textOf(sheetAt('p/method/', 'en', relative))).not.toContain('50%');
  });

  test('marks what is provisional', () => {
    expect(textOf(sheetAt('p/2024-Q4/x/', 'en'))).toContain('1 figure is provisional and may change.');
  });
});

describe("an indicator's sheet", () => {
  const noted = (cells: Readonly<Record<string, Cell>>) =>
    sheetAt('indicators/p/x/', 'zh-CN', siteOf({ ...CITY, indicators: [indicatorOf('x')], observations: { x: { '2024-Q3': cells } } } as typeof CITY))
      .main.text;

  test('puts notes and sources below the table, each once, with its number beside the figures', () => {
    const text = noted({ a: { value: 4, note: 'An <estimate>', source: 'Census' }, b: { value: 2, note: 'An <estimate>' }, c: 'late' });
    expect(text).toContain('<td class="num" data-value="4">4 <sup><a href="#note-1">1</a> <a href="#note-2">2</a></sup></td>');
    expect(text).toContain('<td class="num" data-value="2">2 <sup><a href="#note-1">1</a></sup></td>');
    expect(text).toContain('<h3>注</h3><ol><li id="note-1">An &lt;estimate&gt;</li><li id="note-2">数据来源：Census</li></ol>');
  });

  test('says what holds of every figure without a number', () => {
    const text = noted({ a: { value: 4, source: 'Census' }, b: { value: 2, source: 'Census' } });
    expect(text).toContain('<h3>注</h3><p>数据来源：Census</p></section>');
    expect(text).not.toContain('<sup>');
  });

  test('keeps a note from a narrow screen that has not its column, and the numbers of the others', () => {
    const cells = (note: string) => ({ a: { value: 4, note }, b: 2 });
    const figures = { '2024-Q1': cells('Old'), '2024-Q2': { a: 3, b: 2 }, '2024-Q3': cells('New') };
    const own = siteOf({ ...CITY, indicators: [indicatorOf('x')], observations: { x: figures } } as typeof CITY);
    expect(sheetAt('indicators/p/x/', 'zh-CN', own).main.text).toContain(
      '<h3>注</h3><ol><li id="note-1" value="1">New</li><li id="note-2" value="2" class="wide-only">Old</li></ol>',
    );
  });
});

describe("a unit's sheet", () => {
  const sheet = sheetAt('units/b/', 'en');

  test('sums it up in a sentence', () => {
    expect(sheet.description).toBe('In Q4 2024, Qinghe ranked 1 of 4 in Quarterly review (East), no change.');
  });

  test('shows the missing quarter as a gap', () => {
    expect(textOf(sheet)).toContain('Q2 2024 no figure');
  });

  test('is found by its old name and its alias', () => {
    expect(sheet.search?.words).toEqual(expect.arrayContaining(['清河县', '清河区', '老城', 'Qinghe']));
  });

  test('sends its charts along as data that cannot end its script', () => {
    const hostile = siteOf({ ...CITY, config: { ...CITY.config, name: '</script><b>' } });
    const { main } = sheetAt('units/b/', 'zh-CN', hostile);
    const specs = [...main.text.matchAll(/<script type="application\/json">([\s\S]*?)<\/script>/g)].map(
      ([, json]) => JSON.parse(json as string) as { title: string },
    );
    expect(specs.map(({ title }) => title)).toEqual(['</script><b>：历次位次', '</script><b>：历次得分']);
  });
});

describe('an award’s sheet', () => {
  const session = { id: 's1', ordinal: 4, heldOn: '2024-10-12', reviews: null, publishedOn: null, status: 'final' } as const;
  const given = siteOf(CITY, [awardOf('w1', 'b', '2024-Q3'), awardOf('w2', 'b', '2024-Q3', { dimension: 'x' }), awardOf('w3', 'b', '2024-Q2')]);

  test('leads to the ranking that it rests on, of its dimension where that has a page', () => {
    expect(sheetAt('p/awards/w1/', 'zh-CN', given).main.text).toContain('<dd><a href="/p/2024-Q3/">2024年第三季度</a></dd>');
    expect(sheetAt('p/awards/w2/', 'zh-CN', given).main.text).toContain('<dd><a href="/p/2024-Q3/x/">2024年第三季度</a></dd>');
    expect(sheetAt('p/awards/w3/', 'zh-CN', given).main.text).toContain('<dd>2024年第二季度</dd>');
  });

  test('leads to the session that gave it', () => {
    const at = pageAt<AwardView>(given, 'p/awards/w1/').view();
    const sessions = { [session.id]: { ordinal: session.ordinal, held_on: session.heldOn } };
    const sheet = awardSheet({ ...at, period: null, session: session.id, sessions }, contextOf(given));
    expect(sheet.main.text).toContain('<a href="/p/sessions/#session-s1">第4次评议会（2024年10月12日）</a>·<a href="/p/2024-Q3/">2024年第三季度</a>');
  });
});

test('the page of the newest board leads on to it', () => {
  expect(sheetAt('p/latest/', 'en')).toMatchObject({ redirect: 'p/2024-Q4/', noindex: true });
});

test('a leaderboard lets the head of a column break where the name of its dimension is long, and only there', () => {
  const [x, y] = ['安全生产与应急管理、消防和道路交通', '民生服务'].map((name, at) => dimensionOf(at === 0 ? 'x' : 'y', { name, weight: 50 }));
  const long = siteOf({ ...CITY, dimensions: x && y ? [x, y] : [] });
  const heads = sheetAt('p/2024-Q4/', 'zh-CN', long).main.text.match(/<th [^>]*class="num wide[^>]*>(?:<a [^>]*>)?[^<]*/g) ?? [];
  const isLong = (name: string): boolean | undefined => heads.find((head) => head.includes(name))?.includes('is-long');
  expect([isLong('安全生产'), isLong('民生服务')]).toEqual([true, false]);
});
