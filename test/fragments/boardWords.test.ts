import { expect, test } from 'vitest';
import { bar, changeText, figureText, periodText, rankOf, withLabel } from '../../src/fragments/boardWords.ts';
import { contextOf, siteOf } from '../views/portal.ts';

const zh = contextOf(siteOf(), 'zh-CN');
const en = contextOf(siteOf(), 'en');

test('figures keep their decimals, and a true minus sign', () => {
  expect(figureText(87.5, 2)).toBe('87.50');
  expect(figureText(-1.5, 1)).toBe('−1.5');
  expect(figureText(12345.6, 1)).toBe('12,345.6');
  expect(figureText(0, 0)).toBe('0');
  expect(figureText(1.25, null)).toBe('1.25');
  expect(figureText(1.005, 2)).toBe('1.01');
});

test('a label stands close to a Chinese figure and to a sign, apart from an English word', () => {
  expect(withLabel('30', '天', zh)).toBe('30天');
  expect(withLabel('30', { en: 'days' }, en)).toBe('30 days');
  expect(withLabel('30', { en: '%' }, en)).toBe('30%');
  expect(withLabel('30', '£', en)).toBe('£30');
  expect(withLabel('−30', '£', en)).toBe('−£30');
});

test('a shared place is said to be shared', () => {
  expect(rankOf(2, true, 32, zh)).toBe('并列第2（共32）');
  expect(rankOf(2, true, 32, en)).toBe('=2 of 32');
  expect(rankOf(2, false, 32, en)).toBe('2 of 32');
});

test('a change is a number of places, or a word', () => {
  expect([3, -1, 0, 'new', 'returned', 'not_comparable', null].map((change) => changeText(change as number, en))).toEqual([
    ...['up 3', 'down 1', 'no change', 'new', 'returned', 'not comparable', ''],
  ]);
});

test('periods of every notation have words', () => {
  const words = ['2023-Q3', '2018/19', '2010..2014', 's2'].map((id) => periodText(id, { sessions: { s2: { ordinal: 3, held_on: null } } }, en));
  expect(words[0]).toBe('Q3 2023');
  expect(words[3]).toBe('Session 3');
  expect(new Set(words).size).toBe(4);
  expect(words.filter((text) => text === '')).toEqual([]);
});

test('a year to date is told by its own notation, whenever the programme’s year begins', () => {
  expect(['2023-01..08', '2023-04..08', '2023-10..12'].map((id) => periodText(id, {}, en))).toEqual([
    ...['January–August 2023', 'April–August 2023', 'October–December 2023'],
  ]);
});

test('a bar begins at zero, also on a scale that goes below it', () => {
  expect(bar(50, { min: 0, max: 100 }).text).toContain('<rect width="50%"');
  expect(bar(-50, { min: -50, max: 50 }).text).toContain('<rect width="50%"');
  expect(bar(25, { min: -50, max: 50 }).text).toContain('<rect x="50%" width="25%"');
  expect(bar(0, { min: 0, max: 0 }).text).toBe('');
});
