import { expect, test } from 'vitest';
import { fewerWords, findOtherName, toQuery } from '../../src/elements/searchIndex.ts';

test('one run of Chinese is asked for character by character, in a row', () => {
  expect(toQuery('大桥')).toBe('"大 桥"');
  expect(toQuery(' 2023年 ')).toBe('"2023 年"');
});

test('several Chinese words are asked for by all of their characters', () => {
  expect(toQuery('教育局 红旗')).toBe('教 育 局 红 旗');
});

test('Latin words are asked for as they are, quotes left out', () => {
  expect(toQuery(' "Big" data ')).toBe('Big data');
});

test('where no page has all words, fewer are asked for: all but one first, a run of Chinese with figures in parts', () => {
  expect(fewerWords('教育局')).toEqual([]);
  expect(fewerWords('教育局 2023年')).toEqual([['教育局', '2023年']]);
  expect(fewerWords('a b c')).toEqual([
    ['a b', 'a c', 'b c'],
    ['a', 'b', 'c'],
  ]);
  expect(fewerWords('教育局2023年')).toEqual([['教育局 2023年'], ['教育局', '2023年']]);
});

test('a name that is not the title is given with the hit that it led to', () => {
  const hit = { url: '/', title: '枕山市', kind: 'unit', also: 'Zhenshan City · 枕山县' };
  expect(findOtherName(hit, '枕山县')).toBe('枕山县');
  expect(findOtherName(hit, '枕山')).toBeUndefined();
});
