import { describe, expect, it } from 'vitest';
import { BASE, type Files, parseFiles, printProblems } from './folder.ts';

const HEAD = 'correction,kind,published_on,programme,period,unit,field,old,new,reason\n';
const SCORES =
  'programme,unit,dimension,period,score,revision,status\nboard,futian,work,2023-Q3,84.2,1,\nboard,futian,work,2023-Q3,86.0,2,revised\nboard,futian,,2023-Q3,90,,\n';
const revised = (...rows: readonly string[]): Files => ({
  ...BASE,
  'scores.csv': SCORES,
  'corrections.csv': `${HEAD}${rows.map((row, i) => `c${i},correction,2023-11-01,board,2023-Q3,${row},a slip\n`).join('')}`,
});

describe('a correction', () => {
  it.each([
    'futian,work,84.2,86.0',
    'futian,工作,84.20,86分',
    '福田区,WORK,84.2,86',
    'futian,work,,',
    'futian,work,未报送,86',
    'futian,total,12,90',
    'futian,score,12,90',
    'futian,总分,,90',
    // The first row is older than what the rows hold.
    'futian,work,83,84.2',
    'luohu,work,1,2',
    'futian,rank,1,2',
    ',work,1,2',
    'futian,work,8.42E+01,8.6E+01',
  ])('that says %s holds', async (row) => {
    expect((await parseFiles(revised('futian,work,84.2,86', row))).codes).toEqual([]);
  });

  it.each([
    ['工作', 'work'],
    ['WORK', 'work'],
    ['总分', '总分'],
    ['score', 'score'],
    ['排名', '排名'],
  ])('of %s keeps it as %s', async (field, kept) => {
    const { portal, problems } = await parseFiles(revised('futian,work,84.2,86', `futian,${field},,`));
    expect(problems).toEqual([]);
    expect(portal?.corrections[1]?.field).toBe(kept);
  });

  it('cannot say another value than the figure has', async () => {
    expect(await printProblems(revised('futian,work,84.2,86.5'))).toEqual([
      'corrections.csv:2:9 The correction says “86.5”, but the figure in scores.csv, line 3, is 86. Correct it here; or, if the figure was revised, add its row with the new value and its revision.',
    ]);
    expect(await printProblems(revised('futian,work,84.2,86', 'futian,total,,91'), 'zh-CN')).toEqual([
      'corrections.csv:3:9 更正后的值“91”与数据不符：scores.csv 第 4 行是 90。 请改正这里；数据确已修订的，请在数据表里补上修订后的一行，并写明修订号。',
    ]);
  });

  it('cannot say that another value stood there before', async () => {
    expect(await printProblems(revised('futian,work,84,86'), 'zh-CN')).toEqual([
      'corrections.csv:2:8 更正前的值“84”与数据不符：scores.csv 第 2 行原为 84.2。 请改正这里，或改正数据表里较早的那一行。',
    ]);
  });

  it('says what stands there now where it says what stood there before', async () => {
    expect(await printProblems(revised('futian,work,84,'))).toEqual([
      'corrections.csv:2:9 The correction says that “84” stood there before, but not what stands there now. Fill in “new”; the figure in scores.csv, line 3, is 86.',
    ]);
    expect((await parseFiles(revised('futian,work,84.2,'))).codes).toEqual([]);
  });

  it('is held against indicators, as they are written and as they are printed', async () => {
    const { 'scores.csv': _, ...rest } = BASE;
    const files = (now: string): Files => ({
      ...rest,
      'programmes/board.yaml': 'name: 考核\ncadence: quarter\ndimensions: { from: indicators }\n',
      'indicators.csv': 'programme,indicator,name,aliases,direction,scale\nboard,share,占比,比重,higher,100\n',
      'observations.csv': 'programme,unit,indicator,period,value\nboard,futian,share,2023-Q3,0.57\n',
      'corrections.csv': `${HEAD}c1,correction,2023-11-01,board,2023-Q3,futian,比重,0.5,${now},a slip\n`,
    });
    expect((await parseFiles(files('0.57'))).codes).toEqual([]);
    expect((await parseFiles(files('57%'))).codes).toEqual([]);
    expect((await parseFiles(files('58'))).codes).toEqual(['correction-new-differs']);
  });
});

describe('a revised figure', () => {
  it('without a correction is warned of at its row', async () => {
    const { portal, problems } = await parseFiles({ ...BASE, 'scores.csv': SCORES });
    expect(problems.map(({ severity, code, place }) => `${severity} ${code} ${place.file}:${place.line}`)).toEqual([
      'warning revision-without-correction scores.csv:3',
    ]);
    expect(portal).not.toBeNull();
  });

  it('needs one of its own period and programme, that is no change of method', async () => {
    const files = (kind: string, period: string): Files => ({
      ...BASE,
      'scores.csv': SCORES,
      'corrections.csv': `${HEAD}c1,${kind},2023-11-01,board,${period},,,,,a slip\n`,
    });
    expect((await parseFiles(files('correction', '2023-Q3'))).codes).toEqual([]);
    expect((await parseFiles(files('retraction', '2023年第三季度'))).codes).toEqual([]);
    expect((await parseFiles(files('methodology', '2023-Q3'))).codes).toEqual(['revision-without-correction']);
    expect((await parseFiles(files('correction', '2023-Q2'))).codes).toEqual(['revision-without-correction']);
  });

  it.each([
    ['quarter', '2023-W36', ['period-cadence']],
    ['quarter', '2023', ['period-cadence']],
    ['quarter', '2023-01..09', []],
    ['year, instruments: [{ id: flag, name: 红旗, cadence: quarter }]', '2023-Q3', []],
    ['batch', '2023-W36', []],
  ])('is of a period of its programme (cadence: %s): %s', async (cadence, period, codes) => {
    const { 'scores.csv': _, ...rest } = BASE;
    const files = {
      ...rest,
      'programmes/board.yaml': `{ name: 考核, cadence: ${cadence} }\n`,
      'corrections.csv': `${HEAD}c1,correction,2023-11-01,board,${period},,,,,a slip\n`,
    };
    expect((await parseFiles(files)).codes).toEqual(codes);
  });
});
