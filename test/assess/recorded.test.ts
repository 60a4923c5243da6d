import { expect, test } from 'vitest';
import { checkRecordedRanks } from '../../src/assess/recorded.ts';
import { getTranslate, type Key } from '../../src/i18n/index.ts';
import { rankSample, type Sample } from './sample.ts';

const Q1 = '2023-Q1';

function check(recorded: number, more: Sample = {}) {
  const ranked = rankSample({ scores: { x: { [Q1]: { a: { value: 9, rankRecorded: recorded }, b: 9, c: 3 } } }, ...more });
  const notes = checkRecordedRanks(ranked.sheet, ranked.rankings);
  return { notes, messages: ranked.problems.list.map(({ code, params }) => getTranslate('zh-CN')(`problem.${code}` as Key, params)) };
}

test('a recorded rank that the scores give is right', () => {
  expect(check(1)).toEqual({ notes: [], messages: [] });
});

test('one that they do not give is a problem at its row', () => {
  expect(check(2).messages).toEqual(['a 2023-Q1（x）登记的名次是第 2，按得分计算是第 1。']);
});

test('or a printed note, where the record stands', () => {
  const { notes, messages } = check(2, { ranking: { recorded: 'record_stands' } });
  expect(messages).toEqual([]);
  expect(notes).toMatchObject([{ unit: 'a', dimension: 'x', group: null, recorded: 2, computed: 1 }]);
});

test('a recorded rank of a unit that a veto took out is a problem of its own', () => {
  expect(check(1, { adjustments: [{ unit: 'a', on: Q1, kind: 'veto', dimension: 'x' }] }).messages).toEqual([
    'a 2023-Q1（x）登记的名次是第 1，按规则却不参加排名。',
  ]);
});

/** a stands in both groups, with c in one and with b in the other. */
const IN_GROUPS: Sample = {
  groups: ['g', 'h'],
  memberships: [
    ['g', 'a'],
    ['g', 'c'],
    ['h', 'a'],
    ['h', 'b'],
  ],
};

test('in several groups, one that gives the recorded rank is enough', () => {
  expect(check(1, IN_GROUPS).messages).toEqual([]);
});

test('whichever of them comes first', () => {
  const scores = { x: { [Q1]: { a: { value: 9, rankRecorded: 2 }, b: 10, c: 3 } } };
  expect(check(2, { ...IN_GROUPS, scores }).messages).toEqual([]);
});
