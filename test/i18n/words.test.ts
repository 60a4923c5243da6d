/** Words that must be one and the same wherever a page and its glossary use them. */
import { describe, expect, test } from 'vitest';
import { getDictionary, INTERFACE_LANGUAGES, type Key } from '../../src/i18n/index.ts';

const SAME: readonly (readonly [Key, Key])[] = [
  ['term.revised', 'method.status.revised'],
  ['term.provisional', 'method.status.provisional'],
  ['term.notSubmitted', 'method.status.not_submitted'],
  ['term.notApplicable', 'method.status.not_applicable'],
  ['term.underReview', 'method.status.under_review'],
  ['term.veto', 'board.adjustment.veto'],
  ['term.gap', 'board.gap'],
  ['term.place', 'board.rank'],
  ['term.behind', 'task.behindPlan'],
  ['board.appeal', 'board.appeal.under_review'],
  ['task.open', 'task.status.open'],
];

/** Words that were said in several ways once: the ones given up. */
const GIVEN_UP: Readonly<Record<string, RegExp>> = {
  'zh-CN': /名次(?!线|之内)|参与排名|重新排名|重新参加排名|评审会|印出|申诉处理中|正在复核|未如期|\{\w+\}件(?!的)|、“/,
  en: /print(?:s|ed)? alike|under appeal|overdue/i,
};

/** The same in messages of faults: an office looks for the word of one in the reference and in the next. */
const GIVEN_UP_IN_MESSAGES: Readonly<Record<string, RegExp>> = { 'zh-CN': /手段|牌令旗组|站点|数据文件夹/ };

const isProblem = (key: string): boolean => /^(?:problem|hint|cli)\./.test(key);

for (const lang of INTERFACE_LANGUAGES) {
  describe(`the dictionary in ${lang}`, () => {
    const dictionary = getDictionary(lang);

    test.each(SAME)('says %s as %s', (one, other) => expect(dictionary[one]).toBe(dictionary[other]));

    test('has one word for one thing', () => {
      const found = Object.entries(dictionary).filter(([key, text]) => !isProblem(key) && GIVEN_UP[lang]?.test(text));
      expect(found).toEqual([]);
    });

    test('has one word for one thing in messages', () => {
      const found = Object.entries(dictionary).filter(([key, text]) => isProblem(key) && GIVEN_UP_IN_MESSAGES[lang]?.test(text));
      expect(found).toEqual([]);
    });

    test('has no choice inside a choice, which no phrase can fill', () => {
      expect(Object.entries(dictionary).filter(([, text]) => /\{\w+#[^{}]*\{/.test(text))).toEqual([]);
    });

    test('doubles no mark', () => {
      const found = Object.entries(dictionary).filter(([, text]) => /[，。；：、]{2}|[,;:]{2}/.test(text));
      expect(found).toEqual([]);
    });
  });
}
