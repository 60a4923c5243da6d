/** Problems in words, in the portal's language: the sentences that every format prints, and what they may show. */
import { join, relative } from 'node:path';
import { getDictionary, getTranslate } from '../i18n/index.ts';
import { commaOf, hasHan, isChinese } from '../i18n/languages.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { showOnOneLine } from '../model/id.ts';
import { hidePersonalData } from '../model/personal.ts';
import type { Problem, ProblemParams } from '../problems.ts';
import { withSlashes } from '../read/paths.ts';

/** In which words problems are printed. */
export interface Wording {
  readonly lang: string;
  /** The portal folder, for the lines themselves. */
  readonly root: string;
  readonly version: string;
  /** Tables in folders of the office's own that nothing reads; said beside the problems. */
  readonly passedOver?: readonly string[];
}

/** A problem's sentence and what to do, in a language. A code without words is a fault of the program, and throws. */
export function problemWords(problem: Problem, lang: string): { message: string; hint: string } {
  const dictionary = getDictionary(lang) as Readonly<Record<string, string>>;
  const message = dictionary[`problem.${problem.code}`];
  const hint = dictionary[`hint.${problem.code}`];
  if (message === undefined || hint === undefined) throw new Error(`the problem "${problem.code}" has no words in ${lang}`);
  const params = showParams(capLists(problem.params, dictionary['list.more'] as string));
  const fill = (phrase: string): string => fillPhrase(phrase, params, commaOf(lang));
  const alike = Number(params.also) > 1 && !message.includes('{also}') ? [fill(dictionary['rows.alike'] as string)] : [];
  const filled = problem.params.from_line !== undefined ? [fill(dictionary['cell.filled'] as string)] : [];
  const said = [
    begin(message, fill(message)),
    ...filled,
    ...alike,
    ...(problem.params.left_out === 1 ? [fill(dictionary['row.left-out'] as string)] : []),
  ];
  return { message: showOnOneLine(said.join(isChinese(lang) ? '' : ' ')), hint: showOnOneLine(fill(hint)) };
}

/** A sentence that begins with a column's name begins with a capital, where the name is a word. */
function begin(phrase: string, said: string): string {
  return phrase.startsWith('{header} ') && !hasHan(phrase) && /^[a-z]+ /.test(said) ? said.charAt(0).toUpperCase() + said.slice(1) : said;
}

/** More words than these say nothing more. */
const MOST_LISTED = 20;

function capLists(params: ProblemParams, more: string): ProblemParams {
  const cap = (list: readonly string[]): readonly string[] => [...list.slice(0, MOST_LISTED), fillPhrase(more, { n: list.length - MOST_LISTED })];
  const isLong = (value: ProblemParams[string]): value is readonly string[] => typeof value === 'object' && value.length > MOST_LISTED;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isLong(value) ? cap(value) : value]));
}

/** Text of a portal folder as it may be shown to whoever sees the log: without personal numbers, on one line. */
export function showSafe(text: string): string {
  return showOnOneLine(hidePersonalData(text));
}

/** A value longer than this many characters is shown in part. */
const LONGEST_VALUE = 400;

function showValue(text: string): string {
  // With what follows, so that no number is cut and shown.
  const shown = showSafe(text.slice(0, LONGEST_VALUE * 2));
  return shown.length > LONGEST_VALUE ? `${shown.slice(0, LONGEST_VALUE).replace(/[\ud800-\udbff]$/, '')}…` : shown;
}

function showParams(params: ProblemParams): ProblemParams {
  const show = (value: ProblemParams[string]): ProblemParams[string] => {
    if (typeof value === 'number') return value;
    return typeof value === 'string' ? showValue(value) : value.map(showValue);
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, show(value)]));
}

/** A sentence about tables that nothing reads; none where there are none. */
export function sayPassedOver({ lang, passedOver = [] }: Wording): string[] {
  if (passedOver.length === 0) return [];
  const { files = [] } = capLists({ files: passedOver.map(showSafe) }, getDictionary(lang)['list.more']);
  return [getTranslate(lang)('cli.passedOver', { files })];
}

/** The path of a problem's file from the working folder, which code hosts take for that of the repository. */
export function pathOf(problem: Problem, { root }: Wording): string {
  return withSlashes(relative('.', join(root, problem.place.file))) || '.';
}
