import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/model/days.ts';
import {
  CADENCES,
  comparePeriods,
  fitsCadence,
  nextPeriod,
  type Period,
  parsePeriod,
  periodOfDate,
  previousPeriod,
  toSessionPeriod,
} from '../../src/model/period.ts';
import { formatPeriod } from '../../src/model/periodLabel.ts';

const january = { yearStarts: 1 };
const april = { yearStarts: 4 };

function parse(text: string, context = january): Period {
  const period = parsePeriod(text, context);
  if (!period) throw new Error(`${text} is no period`);
  return period;
}

const notation = fc.oneof(
  ...(['year', 'half', 'quarter', 'bimonth', 'month', 'week', 'day'] as const).map((cadence) =>
    fc.integer({ min: 0, max: 20_000 }).map((n) => periodOfDate(addDays('1990-01-01', n), cadence, 1)?.id as string),
  ),
  fc.integer({ min: 1990, max: 2060 }).map((year) => `${year}/${String((year + 1) % 100).padStart(2, '0')}`),
  fc
    .tuple(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 4 }))
    .map(([y, q]) => `${y}/${String((y + 1) % 100).padStart(2, '0')}-Q${q}`),
  fc.tuple(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-01..${String(m).padStart(2, '0')}`),
  fc.tuple(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 9 })).map(([y, n]) => `${y}..${y + n}`),
);
const starts = fc.integer({ min: 1, max: 12 });

describe('parsePeriod', () => {
  it.each([
    ['2023', 'year', '2023-01-01', '2023-12-31'],
    ['2023-H1', 'half', '2023-01-01', '2023-06-30'],
    ['2023-Q3', 'quarter', '2023-07-01', '2023-09-30'],
    ['2023-B5', 'bimonth', '2023-09-01', '2023-10-31'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2025-W01', 'week', '2024-12-30', '2025-01-05'],
    ['2023-09-15', 'day', '2023-09-15', '2023-09-15'],
    ['2023-01..08', 'ytd', '2023-01-01', '2023-08-31'],
    ['2010..2014', 'years', '2010-01-01', '2014-12-31'],
  ])('knows when %s starts and ends', (id, kind, start, end) => {
    expect(parse(id)).toMatchObject({ id, kind, start, end });
  });

  it('starts fiscal years and their quarters in the month that the portal says', () => {
    expect(parse('2018/19', april)).toMatchObject({ kind: 'fiscal', start: '2018-04-01', end: '2019-03-31', slug: 'fy2018-19' });
    expect(parse('2018/19-Q4', april)).toMatchObject({ start: '2019-01-01', end: '2019-03-31', slug: 'fy2018-19-Q4' });
  });

  it('ends the last of all years with its last day', () => {
    expect([parse('9999').end, parse('9999-Q4').end, parse('9999-12').end]).toEqual(['9999-12-31', '9999-12-31', '9999-12-31']);
  });

  it('has a 53rd week in the years that have one', () => {
    expect(parse('2020-W53')).toMatchObject({ start: '2020-12-28', end: '2021-01-03' });
  });

  it('counts to date from January, or from the month in which the year starts', () => {
    expect(parse('2023-04..08', april)).toMatchObject({ kind: 'ytd', start: '2023-04-01', end: '2023-08-31' });
    expect(parse('2023-04..02', april)).toMatchObject({ start: '2023-04-01', end: '2024-02-29', slug: '2023-04-to-02' });
    expect(parsePeriod('2023-04..08', january)).toBeNull();
  });

  it.each([
    ['2023年第三季度', '2023-Q3'],
    ['２０２３年９月', '2023-09'],
    ['2023年上半年', '2023-H1'],
    ['2023Q3', '2023-Q3'],
    ['2023年度第四季度', '2023-Q4'],
    ['2023 第四季度', '2023-Q4'],
    ['2023年度上半年', '2023-H1'],
    ['2023年10-12月', '2023-Q4'],
    ['2023年7—12月', '2023-H2'],
    ['2023年1-3月', '2023-01..03'],
    ['Q4 2023', '2023-Q4'],
    ['Q4-2023', '2023-Q4'],
    ['2023-Q04', '2023-Q4'],
    ['2023 Q4', '2023-Q4'],
    ['Q4, 2023', '2023-Q4'],
    ['H1 2023', '2023-H1'],
    ['h2-2023', '2023-H2'],
    ['2023 H1', '2023-H1'],
    ['Q4 2022/23', '2022/23-Q4'],
    ['Q4 2022-23', '2022/23-Q4'],
    ['Q1-2022/2023', '2022/23-Q1'],
    ['2022/23 Q4', '2022/23-Q4'],
    ['FY2022/23', '2022/23'],
    ['FY 2022-23', '2022/23'],
    ['Q4 FY2022/23', '2022/23-Q4'],
    ['FY2022/23 Q4', '2022/23-Q4'],
    ['Sep 2023', '2023-09'],
    ['Sept. 2023', '2023-09'],
    ['September 2023', '2023-09'],
    ['SEP-2023', '2023-09'],
    ['2023 September', '2023-09'],
    ['May 2023', '2023-05'],
    ['5 September 2023', '2023-09-05'],
    ['September 5, 2023', '2023-09-05'],
    ['W36 2023', '2023-W36'],
    ['2023年Q4', '2023-Q4'],
    ['2023-9', '2023-09'],
    ['2023/9', '2023-09'],
    ['2023年1—8月', '2023-01..08'],
    ['2023年9-10月', '2023-B5'],
    ['2023年第36周', '2023-W36'],
    ['2023年9月5日', '2023-09-05'],
    ['2018/2019学年', '2018/19'],
    ['2018-19;Q1', '2018/19-Q1'],
    ['2010-2014年', '2010..2014'],
  ])('takes %s for %s', (text, id) => {
    expect(parse(text).id).toBe(id);
  });

  it.each([
    '2023-13',
    '2023-W54',
    '2023-W53',
    '2023-02-31',
    '2018-19',
    '2018/20',
    '2008/9',
    '2014..2010',
    '0000',
    's2',
    '八月',
    '',
    '2023-Q5',
    '2023年9-12月',
    '20234季度',
    'Q4 2022/24',
    'Q5 2022/23',
    'Q5 2023',
    'H1 2022/23',
    'FY2023',
    'FY23',
    'FY2022-12',
    'Q4 23',
    'Q4 22/23',
    'Sep 23',
    'Sep-23',
    'Sepp 2023',
    'Summer 2023',
    '2023 Sep 5',
  ])('refuses %s', (text) => {
    expect(parsePeriod(text, january)).toBeNull();
  });

  it('asks of months from where the year starts whether they are to date', () => {
    expect(parsePeriod('2023年4-6月', april)).toBeNull();
    expect(parse('2023年7-9月', april).id).toBe('2023-Q3');
  });

  it('finds sessions by their id', () => {
    const session = toSessionPeriod({ id: 's2', ordinal: 3, heldOn: '2023-11-09', reviews: null });
    expect(parsePeriod('S2', { yearStarts: 1, sessions: new Map([['s2', session]]) })).toEqual(session);
  });

  it('gives its own notation back', () => {
    fc.assert(fc.property(notation, starts, (text, yearStarts) => parsePeriod(text, { yearStarts })?.id === text));
  });
});

describe('English writings', () => {
  const years = fc.integer({ min: 1990, max: 2098 });
  const between = fc.constantFrom(' ', '-', '/', ', ');
  const quarters = fc.integer({ min: 1, max: 4 });

  it('of a part before its year are the part of the year', () => {
    const part = fc.oneof(
      quarters.map((n) => `Q${n}`),
      fc.integer({ min: 1, max: 2 }).map((n) => `H${n}`),
    );
    fc.assert(
      fc.property(
        years,
        part,
        between,
        starts,
        (year, n, mark, yearStarts) => parsePeriod(`${n}${mark}${year}`, { yearStarts })?.id === `${year}-${n}`,
      ),
    );
  });

  it('of a quarter before a split year are the quarter of that year', () => {
    const split = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
    const write = fc.constantFrom(
      (year: string, n: number) => `Q${n} ${year}`,
      (year: string, n: number) => `Q${n} ${year.replace('/', '-')}`,
      (year: string, n: number) => `${year} Q${n}`,
      (year: string, n: number) => `Q${n} FY${year}`,
    );
    fc.assert(
      fc.property(years, quarters, write, starts, (year, n, writeQuarter, yearStarts) => {
        const id = `${split(year)}-Q${n}`;
        return parsePeriod(writeQuarter(split(year), n), { yearStarts })?.id === id;
      }),
    );
  });

  it('of a month are the month', () => {
    const names = 'January February March April May June July August September October November December'.split(' ');
    const short = fc.boolean();
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 12 }), short, fc.constantFrom(' ', '-', '. '), (year, month, isShort, mark) => {
        const name = names[month - 1] as string;
        const id = `${year}-${String(month).padStart(2, '0')}`;
        return parse(`${isShort ? name.slice(0, 3) : name}${mark}${year}`).id === id;
      }),
    );
  });
});

describe('the order of periods', () => {
  it('is by end, then by length', () => {
    const sorted = ['2023', '2023-Q4', '2023-12', '2023-Q3', '2023-01..12'].map((id) => parse(id)).sort(comparePeriods);
    expect(sorted.map(({ id }) => id)).toEqual(['2023-Q3', '2023-12', '2023-Q4', '2023', '2023-01..12']);
  });

  it('is total', () => {
    fc.assert(
      fc.property(notation, notation, notation, (...texts) => {
        const [a, b, c] = texts.map((text) => parse(text)) as [Period, Period, Period];
        expect(Math.sign(comparePeriods(a, b))).toBe(-Math.sign(comparePeriods(b, a)) + 0);
        if (comparePeriods(a, b) <= 0 && comparePeriods(b, c) <= 0) expect(comparePeriods(a, c)).toBeLessThanOrEqual(0);
        expect(comparePeriods(a, b) === 0).toBe(a.id === b.id);
      }),
    );
  });
});

describe('neighbours', () => {
  it('lead there and back', () => {
    fc.assert(
      fc.property(notation, starts, (text, yearStarts) => {
        const period = parse(text, { yearStarts });
        const next = nextPeriod(period) as Period;
        expect(previousPeriod(next)).toEqual(period);
        expect(comparePeriods(period, next)).toBeLessThan(0);
        expect(next.kind).toBe(period.kind);
      }),
    );
  });

  it('join without a gap', () => {
    for (const id of ['2023-W52', '2023-12', '2023-Q4', '2023-B6', '2023-H2', '2023']) {
      const period = parse(id);
      expect(nextPeriod(period)?.start).toBe(addDays(period.end, 1));
    }
  });
});

describe('periodOfDate', () => {
  it('gives a period of the cadence that holds the day', () => {
    const calendar = CADENCES.filter((cadence) => cadence !== 'session' && cadence !== 'batch');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.constantFrom(...calendar), starts, (n, cadence, yearStarts) => {
        const day = addDays('1980-01-01', n);
        const period = periodOfDate(day, cadence, yearStarts) as Period;
        expect(period.start <= day && day <= period.end).toBe(true);
        expect(fitsCadence(period, cadence)).toBe(true);
      }),
    );
  });
});

describe('slugs', () => {
  it('are letters, digits and hyphens, and different for different periods', () => {
    const slugs = new Map<string, string>();
    fc.assert(
      fc.property(notation, (text) => {
        const { id, slug } = parse(text);
        expect(slug).toMatch(/^[A-Za-z0-9-]+$/);
        expect(slugs.get(slug) ?? id).toBe(id);
        slugs.set(slug, id);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('formatPeriod', () => {
  it('says every kind in both languages', () => {
    const ids = ['2023', '2023-H1', '2023-Q3', '2023-B5', '2023-09', '2023-W36', '2023-09-15', '2023-01..08', '2018/19', '2018/19-Q1', '2010..2014'];
    const periods = [...ids.map((id) => parse(id)), toSessionPeriod({ id: 's2', ordinal: 3, heldOn: null, reviews: null })];
    expect(periods.map((period) => `${formatPeriod(period, 'zh-CN')} | ${formatPeriod(period, 'en')}`)).toMatchInlineSnapshot(`
      [
        "2023年 | 2023",
        "2023年上半年 | H1 2023",
        "2023年第三季度 | Q3 2023",
        "2023年第五双月（9—10月） | September and October 2023",
        "2023年9月 | September 2023",
        "2023年第36周 | Week 36 of 2023",
        "2023年9月15日 | 15 September 2023",
        "2023年1—8月 | January–August 2023",
        "2018/19年度 | 2018/19",
        "2018/19年度第一季度 | Q1 2018/19",
        "2010—2014年 | 2010 to 2014",
        "第3次评议会 | Session 3",
      ]
    `);
  });
});
