import { describe, expect, it } from 'vitest';
import { parseDate, parseDueDate } from '../../src/model/date.ts';
import { findIdFault, showUnsafe } from '../../src/model/id.ts';
import { addId, addName, createNames, findByName } from '../../src/model/names.ts';
import { parseNumber } from '../../src/model/number.ts';
import { findPersonalData } from '../../src/model/personal.ts';

describe('parseDate', () => {
  it.each(['2023-09-05', '2023/9/5', '2023.9.5', '2023年9月5日', '20230905', '2023/9/5 0:00', '5 September 2023'])('reads %s', (text) => {
    expect(parseDate(text)).toBe('2023-09-05');
  });

  it.each([
    ['2023-02-31', 'date-impossible'],
    ['45174', 'date-serial'],
    ['03/04/2023', 'date-ambiguous'],
    ['soon', 'date-unreadable'],
  ])('refuses %s as %s', (text, fault) => {
    expect(parseDate(text)).toMatchObject({ fault });
  });

  it('names the day that an Excel serial number means, but does not take it', () => {
    expect(parseDate('45174')).toEqual({ fault: 'date-serial', mend: '2023-09-05' });
  });

  it('reads day first only where that was declared', () => {
    expect(parseDate('31/03/2015', 'dmy')).toBe('2015-03-31');
    expect(parseDate('01.04.15', 'dmy')).toBe('2015-04-01');
    expect(parseDate('03/31/2015', 'mdy')).toBe('2015-03-31');
  });
});

describe('parseDueDate', () => {
  it.each([
    ['2023年8月下旬', '2023-08-31'],
    ['2023年8月上旬', '2023-08-10'],
    ['2023年8月', '2023-08-31'],
    ['2023-08', '2023-08-31'],
    ['2023年底', '2023-12-31'],
    ['2023年上半年', '2023-06-30'],
    ['2023年第三季度', '2023-09-30'],
    ['2023年9月30日前', '2023-09-30'],
    ['late August 2023', '2023-08-31'],
  ])('keeps %s and counts it as %s', (text, date) => {
    expect(parseDueDate(text)).toEqual({ date, text });
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

  it.each(['八十', '1,23', '9\n0', '1\n234', '9 0', '12 34', '1  234', '12 34 a', '', '--', '1e999', 'NaN', '0x10'])('refuses %s', (text) => {
    expect(parseNumber(text)).toBeNull();
  });
});

describe('ids', () => {
  it.each(['../../x', 'a/b', '', '-a', 'a b', 'a\u202eb', 'x'.repeat(61), '福田 区'])('refuses %j', (id) => {
    expect(findIdFault(id)).toBe('id-unsafe');
  });

  it.each(['con', 'NUL', 'com1', 'index', 'latest'])('keeps %s for itself', (id) => {
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
  it.each(['13812345678', '电话１３８１２３４５６７８', '138-1234-5678', '+86 138 1234 5678', '联系人王某13912345678。'])(
    'finds the mobile number in %s',
    (text) => {
      expect(findPersonalData(text)?.kind).toBe('mobile');
    },
  );

  it.each(['11010519491231002X', '身份证 110105 19491231 002x', '110105491231002'])('finds the identity card in %s', (text) => {
    expect(findPersonalData(text)?.kind).toBe('identity');
  });

  it.each([
    '0755-82918333',
    '12345',
    '400-830-1234',
    '投资13812345678元',
    '91440300192203821K',
    '110105194912310021',
    '粤ICP备12345678号',
    '0.13812345678',
  ])('lets %s pass', (text) => {
    expect(findPersonalData(text)).toBeNull();
  });

  it('hides the middle of the number', () => {
    expect(findPersonalData('138-1234-5678')?.masked).toBe('138******78');
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
    expect(findByName(names, '福甜区')).toEqual({ nearest: '福田区' });
    expect(findByName(names, 'ftuian')).toEqual({ nearest: 'futian' });
    expect(findByName(names, '完全不同的名字')).toEqual({ nearest: null });
  });

  it('refuse ids that differ by case only', () => {
    expect(addId(names, 'Futian')).toBe('futian');
  });
});
