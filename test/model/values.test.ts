import { describe, expect, it } from 'vitest';
import { parseDate, parseDueDate } from '../../src/model/date.ts';
import { findIdFault, showUnsafe } from '../../src/model/id.ts';
import { addId, addName, createNames, findByName } from '../../src/model/names.ts';
import { findFootnote, isAmbiguousNumber, parseCommaNumber, parseNumber } from '../../src/model/number.ts';
import { findMailbox, findPersonalData, hidePersonalData } from '../../src/model/personal.ts';

describe('parseDate', () => {
  it.each([
    ...['2023-09-05', '2023/9/5', '2023.9.5', '2023年9月5日', '20230905', '2023/9/5 0:00', '5 September 2023'],
    ...['05-Sep-2023', 'September 5, 2023', 'Sept 5 2023', '5th September 2023', '5th of September, 2023'],
  ])('reads %s', (text) => {
    expect(parseDate(text)).toBe('2023-09-05');
  });

  it.each([
    ['2023-02-31', 'date-impossible'],
    ['45174', 'date-serial'],
    ['03/04/2023', 'date-ambiguous'],
    ['31/02/2023', 'date-impossible'],
    ['9月5日', 'date-without-year'],
    ['05-Sep-23', 'date-short-year'],
    ['soon', 'date-unreadable'],
  ])('refuses %s as %s', (text, fault) => {
    expect(parseDate(text)).toMatchObject({ fault });
  });

  it('names the day that an Excel serial number means, but does not take it', () => {
    expect(parseDate('45174')).toEqual({ fault: 'date-serial', mend: '2023-09-05' });
  });

  it.each([
    ['20/1/2024', 'date-day-first'],
    ['20-01-2024', 'date-day-first'],
    ['20.01.2024', 'date-day-first'],
    ['1/20/2024', 'date-month-first'],
  ])('sees the order of %s, and does not take it', (text, fault) => {
    expect(parseDate(text)).toEqual({ fault, mend: '2024-01-20' });
  });

  it('reads day first only where that was declared', () => {
    expect(parseDate('31/03/2015', 'dmy')).toBe('2015-03-31');
    expect(parseDate('03/31/2015', 'mdy')).toBe('2015-03-31');
  });
});

describe('a date’s year', () => {
  it.each(['01/04/98', '1.4.98', '23-09-05'])('is never guessed from %s', (text) => {
    for (const order of [null, 'dmy', 'mdy'] as const) expect(parseDate(text, order)).toMatchObject({ fault: 'date-short-year' });
  });

  it('and the rest may be full-width', () => {
    expect(parseDate('２０２３－０９－０５')).toBe('2023-09-05');
    expect(parseDate('２０２３年９月５日')).toBe('2023-09-05');
    expect(parseDueDate('２０２３年８月下旬')).toEqual({ date: '2023-08-31', text: '２０２３年８月下旬' });
  });
});

describe('parseDueDate', () => {
  it.each([
    ['2023年8月下旬', '2023-08-31'],
    ['2023年8月上旬', '2023-08-10'],
    ['2023年8月中旬', '2023-08-20'],
    ['2023年8月初', '2023-08-10'],
    ['mid August 2023', '2023-08-20'],
    ['2023年8月', '2023-08-31'],
    ['2023-08', '2023-08-31'],
    ['2023年底', '2023-12-31'],
    ['2023年上半年', '2023-06-30'],
    ['2023年第三季度', '2023-09-30'],
    ['2023年第三季度末', '2023-09-30'],
    ['2023年三季度内', '2023-09-30'],
    ['2023年全年', '2023-12-31'],
    ['2023年年内', '2023-12-31'],
    ['2023年9月内', '2023-09-30'],
    ['2023年9月30日前', '2023-09-30'],
    ['2023年9月30日 之前', '2023-09-30'],
    ['late August 2023', '2023-08-31'],
    ['9999年第四季度', '9999-12-31'],
  ])('keeps %s and counts it as %s', (text, date) => {
    expect(parseDueDate(text)).toEqual({ date, text });
  });

  it.each(['Mayor 2023', 'late Marketing 2023', '5 Decision 2023', 'end of Junk 2023', '5 Septem 2023', '0223年底', 'end of 0223', '0223年第四季度'])(
    'refuses %s',
    (text) => {
      expect(parseDueDate(text)).toMatchObject({ fault: 'date-unreadable' });
    },
  );

  it.each([
    ['May 2023', '2023-05-31'],
    ['early MAR 2023', '2023-03-10'],
    ['Sept 2023', '2023-09-30'],
    ['late September 2023', '2023-09-30'],
  ])('takes %s', (text, date) => {
    expect(parseDueDate(text)).toEqual({ date, text });
  });

  it.each([
    ['2023年2月30日', 'date-impossible'],
    ['2023年2月30日前', 'date-impossible'],
    ['45199前', 'date-serial'],
    ['98-04-01之前', 'date-short-year'],
    ['Sep 31 2023', 'date-impossible'],
    ['5-Sep-23', 'date-short-year'],
    ['9月5日', 'date-without-year'],
    ['某日前', 'date-unreadable'],
  ])('says of %s that it is %s', (text, fault) => {
    expect(parseDueDate(text)).toMatchObject({ fault });
  });

  it('asks for the year', () => {
    expect(parseDueDate('8月下旬')).toMatchObject({ fault: 'date-without-year' });
  });
});

describe('parseNumber', () => {
  it.each([
    ['1,234.5', 1234.5],
    ['40%', 40],
    ['１２．５', 12.5],
    ['−3', -3],
    ['007', 7],
    ['+2', 2],
    ['1 234 567.5', 1234567.5],
    ['1\u00a0234', 1234],
    ['40 %', 40],
    ['1e3', 1000],
  ])('reads %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each([
    '八十',
    '1,23',
    '9\n0',
    '1\n234',
    '9 0',
    '12 34',
    '1  234',
    '12 34 a',
    '',
    '--',
    '1e999',
    'NaN',
    '0x10',
    '85²',
    '85①',
    '85.3¹',
    '①',
    '1、234',
    '0,125',
  ])('refuses %s', (text) => {
    expect(parseNumber(text)).toBeNull();
  });
});

describe('a number’s writing', () => {
  it.each([
    ['85.3¹', '¹'],
    ['85①', '①'],
    ['85 *', '*'],
    ['1,234[2]', '[2]'],
  ])('%s ends in a footnote’s mark', (text, mark) => {
    expect(findFootnote(text)).toBe(mark);
  });

  it.each(['85', '①', '八十①', '*'])('%s ends in none', (text) => {
    expect(findFootnote(text)).toBeNull();
  });

  it('with a decimal comma is read where that was declared', () => {
    expect(['99,125', '1.234,5', '－3,5', '7'].map(parseCommaNumber)).toEqual([99.125, 1234.5, -3.5, 7]);
    expect(['99.5', '1,234.5'].map(parseCommaNumber)).toEqual([null, null]);
  });

  it('is ambiguous only with one comma before three digits', () => {
    expect(['99,125', '-1,234', '１，２３４'].map(isAmbiguousNumber)).toEqual([true, true, true]);
    expect(['1,234,567', '1,234.5', '99,5', '1234'].map(isAmbiguousNumber)).toEqual([false, false, false, false]);
  });
});

describe('ids', () => {
  it.each(['../../x', 'a/b', '', '-a', 'a b', 'a\u202eb', 'x'.repeat(61), '福田 区'])('refuses %j', (id) => {
    expect(findIdFault(id)).toBe('id-unsafe');
  });

  it.each(['con', 'NUL', 'com1', 'com¹', 'index', 'latest'])('keeps %s for itself', (id) => {
    expect(findIdFault(id)).toBe('id-reserved');
  });

  it('refuses words that are addresses, where they would be', () => {
    expect(findIdFault('units', 'programme')).toBe('id-reserved');
    expect(findIdFault('en', 'programme', ['en'])).toBe('id-reserved');
    expect(findIdFault('r1', 'dimension')).toBe('id-reserved');
    expect(findIdFault('units')).toBeNull();
    expect(findIdFault('福田-1_a')).toBeNull();
  });

  it('shows invisible characters by their code', () => {
    expect(showUnsafe('a\u202eb')).toBe('a<U+202E>b');
  });
});

describe('findPersonalData', () => {
  it.each([
    '13812345678',
    '电话１３８１２３４５６７８',
    '138-1234-5678',
    '+86 138 1234 5678',
    '联系人王某13912345678。',
    'TEL13812345678',
    '详见https://example.org/a联系电话13812345678',
    '网址https://a.cn/x、手机13812345678',
    '见https://a.cn（王13912345678）',
    'https://example.org/?tel=13712345678',
    'ZHANG13912345678',
    'LI13712345678',
    'A13612345678',
    'zhang13812345678',
    '见 https://example.cn/a 电话 13812345678',
    '139~1234~5678',
    '139**1234**5678',
    'Tel.13812345678',
    '008613812345678',
    '8613812345678',
    '(+86)138-1234-5678',
    '138 123 45678',
    '1381 234 5678',
    '1381-234-5678',
    '1981 234 5678',
    '138  1234  5678',
    '1 3 8 1 2 3 4 5 6 7 8',
    '138/1234/5678',
    '138_1234_5678',
    '138,1234,5678',
    '138，1234，5678',
    '(138)12345678',
    '（138）12345678',
    '138.1234.5678',
    '138\u20111234\u20115678',
    '138\u200b1234\u200b5678',
    '138\u00ad12345678',
    '手机13812345678万分感谢',
    '2023年起请拨138 1234 5678，不接短信',
    '138&#49;2345678',
    '138&#x31;2345678',
    '138&nbsp;1234&nbsp;5678',
    '138&shy;1234&numsp;5678',
    '①③⑧①②③④⑤⑥⑦⑧',
    '𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖',
    '13812 345678',
    '138123 45678',
    '1381 2345678',
    '138、1234、5678',
    '138一1234一5678',
    '138ー1234ー5678',
    '【138】12345678',
    '手机：013812345678',
    '手机号码：138：1234：5678',
    '电话 138 12 34 56 78',
    '微信13-812-345-678',
    'Tel: 1-3-8-1-2-3-4-5-6-7-8',
  ])('finds the mobile number in %s', (text) => {
    expect(findPersonalData(text)?.kind).toBe('mobile');
  });

  it.each([
    '11010519491231002X',
    '身份证 110105 19491231 002x',
    '110105491231002',
    '1101 0519 4912 3100 2X',
    '110105/19491231/002X',
    '110105.19491231.002X',
    '110105  19491231  002X',
    '11010519491231002Xabc',
    '2023 110105 19491231 002X',
    '110105\u201119491231\u2011002X',
    '11010519491231\u200b002X',
    '110105 491231 002',
    '110105、19491231、002X',
    '110105：19491231：002X',
    '110105一19491231一002X',
  ])('finds the identity card in %s', (text) => {
    expect(findPersonalData(text)?.kind).toBe('identity');
  });

  it.each([
    '0755-82918333',
    '12345',
    '400-830-1234',
    '投资13812345678元',
    '投资13812345678 万元',
    '投资13,812,345,678',
    '收入138,123,456.78',
    '91440300192203821K',
    '11440300007542689X',
    '110105194912310021',
    '110105 19491231 0021',
    '粤ICP备12345678号',
    '0.13812345678',
    '.13812345678',
    '138.12345678',
    '1381234.5678',
    '13812345678.5',
    '23812345678',
    '12345678901',
    'ISBN 978-7-115-38123-4',
    '9787115381234',
    '6222 1381 2345 6781',
    '138, 1234, 5678',
    '1998-012-0034',
    '113.94567,22.54321',
    '139.6917,35.6895',
    '1,3,8,1,2,3,4,5,6,7,8',
    '1990-2000、2001-2010',
    '1500、2000、3000、138、1234',
    '2023-09-15 13:00至2023-09-16 18:00',
    '合同编号HT13812345678',
    'https://www.example.gov.cn/art/2024/1/15/art_13812345678.html',
    '第138号、2023年第1234号、共5678件',
    '公交138、1234、5678路',
    '136、138、1234、5678',
    '156、2023、2024',
    '156，2023，2024',
    '13520 145230 12',
    '1998 2023123',
    '13812-202312',
    '分别为130、1400、1500',
    '吉林省长春市 130021 12345',
    '电话：0755-82918333、82918334',
    'Tel: +1 415 555 0132',
    'Phone: 1-312-5550100',
    'Tel: 0141 287 2000-1',
    'Tel: 01382 434000/1',
    'Hotel 15 2022 33333',
    '电话：1520、1630 分机 145',
    '手机1520部、平板1630台、电视145台',
    '013812345678',
    '15000000000.00',
    '15000000000元',
  ])('lets %s pass', (text) => {
    expect(findPersonalData(text)).toBeNull();
  });

  it('hides the middle of the number', () => {
    expect(findPersonalData('138-1234-5678')?.masked).toBe('138******78');
  });

  it.each([
    ['a,138-1234-5678,b', 'a,138-****-**78,b'],
    ['请拨 0086 1381 234 5678 或 12345', '请拨 0086 138* *** **78 或 12345'],
    ['138&#49;2345678。', '138**********78。'],
    ['1101 0519 4912 3100 2X！', '110* **** **** **** 2X！'],
    ['１３８１２３４５６７８', '１３８******７８'],
    ['写信给 zhang.san@example.com', '写信给 z********@example.com'],
    ['2023 年 12345', '2023 年 12345'],
  ])('hides it in %s, and leaves the rest in its place', (text, hidden) => {
    expect(hidePersonalData(text)).toBe(hidden);
  });
});

describe('eighteen digits with a right check digit', () => {
  it('are no identity card without a date of birth', () => expect(findPersonalData('110101999913991237')).toBeNull());
});

describe('findMailbox', () => {
  it.each(['zhang.san@example.com', '请联系zhang.san＠example.com', 'Zhang <z@mail.example.com.cn>', '张三@example.com', 'zhang\u200b@example.com'])(
    'finds the one in %s',
    (text) => {
      expect(findMailbox(text, 'office@example.com')?.kind).toBe('email');
    },
  );

  it.each(['office@example.com', '信箱 Office@Example.com', '@某人', '3 @ 5', 'a@b'])('lets %s pass', (text) => {
    expect(findMailbox(text, 'office@example.com')).toBeNull();
  });

  it('shows no name', () => {
    expect(findMailbox('请发zhang.san@example.com', null)?.masked).toBe('z***@example.com');
  });
});

describe('names', () => {
  const names = createNames();
  addId(names, 'futian');
  addName(names, 'futian', '福田区');
  addName(names, 'futian', '新区');
  addId(names, 'Argyll-Bute');
  addName(names, 'luohu', '新区');

  it('answer to ids without case, to names, and to what make_id would make', () => {
    expect(findByName(names, 'FUTIAN')).toEqual({ id: 'futian' });
    expect(findByName(names, ' 福田区 ')).toEqual({ id: 'futian' });
    expect(findByName(names, 'Argyll & Bute')).toEqual({ id: 'Argyll-Bute' });
  });

  it('say so when several things answer', () => {
    expect(findByName(names, '新区')).toEqual({ several: ['futian', 'luohu'] });
  });

  it('suggest the nearest one', () => {
    expect(findByName(names, '福甜区')).toEqual({ nearest: ['福田区'] });
    expect(findByName(names, 'ftuian')).toEqual({ nearest: ['futian'] });
    expect(findByName(names, '完全不同的名字')).toEqual({ nearest: [] });
  });

  it('refuse ids that differ by case only', () => {
    expect(addId(names, 'Futian')).toBe('futian');
  });
});
