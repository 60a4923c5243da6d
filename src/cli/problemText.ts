/**
 * Problems in words, in the portal's language: as text with the line and a caret, as JSON (contract.md), as workflow commands that code
 * hosts turn into annotations, and as SARIF 2.1.0.
 */
import { basename, join, relative, resolve } from 'node:path';
import stringWidth from 'string-width';
import { getDictionary, getTranslate } from '../i18n/index.ts';
import { commaOf, hasHan, isChinese } from '../i18n/languages.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { STEERING, showOnOneLine } from '../model/id.ts';
import { hidePersonalData } from '../model/personal.ts';
import type { Problem, ProblemParams, Problems } from '../problems.ts';
import { withSlashes } from '../read/paths.ts';
import { type CellSpan, findSpan } from './excerpt.ts';

export const FORMATS = ['text', 'json', 'github', 'sarif'] as const;
type Format = (typeof FORMATS)[number];

interface Wording {
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
function showSafe(text: string): string {
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

/** By file, then line, then column: the order in which somebody mends them. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      (a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : 0) ||
      (a.place.line ?? 0) - (b.place.line ?? 0) ||
      (a.place.column ?? 0) - (b.place.column ?? 0),
  );
}

/** All problems that were kept, by place, in a format; in words with the line and a caret. */
export function printProblems(problems: Problems, format: Format, wording: Wording): string {
  const sorted = sortProblems(problems.list);
  const { surplus } = problems;
  if (format === 'json') {
    const { passedOver = [] } = wording;
    const listed = {
      problems: sorted.map((problem) => asJson(problem, wording.lang)),
      ...(surplus.size > 0 && { unlisted: Object.fromEntries(surplus) }),
      ...(passedOver.length > 0 && { passed_over: passedOver }),
    };
    return `${JSON.stringify(listed, null, 2)}\n`;
  }
  if (format === 'sarif') return `${JSON.stringify(asSarif(sorted, surplus, wording), null, 2)}\n`;
  if (format === 'github')
    return [...sorted.map((problem) => asWorkflowCommand(problem, wording)), ...asNotices(surplus, wording), ...asPassedOver(wording), ''].join('\n');
  return asText(problems, sorted, wording);
}

/** The folder itself goes by its name. */
function placeText(problem: Problem, { root }: Wording): string {
  const { file, line, column } = problem.place;
  return [showSafe(file === '.' ? `${basename(resolve(root))}/` : file), ...(line === null ? [] : [line]), ...(column === null ? [] : [column])].join(
    ':',
  );
}

function asText(problems: Problems, sorted: readonly Problem[], wording: Wording): string {
  const t = getTranslate(wording.lang);
  const { error: errors, warning: warnings } = problems.totals;
  const blocks = sorted.map((problem) => oneAsText(problem, wording));
  for (const [code, n] of problems.surplus) blocks.push(t('cli.more', { code, n }));
  blocks.push([sorted.length === 0 ? t('cli.noProblems') : t('cli.problems', { errors, warnings }), ...sayPassedOver(wording)].join('\n'));
  return `${blocks.join('\n\n')}\n`;
}

/** A sentence about tables that nothing reads; none where there are none. */
function sayPassedOver({ lang, passedOver = [] }: Wording): string[] {
  if (passedOver.length === 0) return [];
  const { files = [] } = capLists({ files: passedOver.map(showSafe) }, getDictionary(lang)['list.more']);
  return [getTranslate(lang)('cli.passedOver', { files })];
}

function oneAsText(problem: Problem, wording: Wording): string {
  const t = getTranslate(wording.lang);
  const { message, hint } = problemWords(problem, wording.lang);
  const head = `${placeText(problem, wording)} ${t(`cli.severity.${problem.severity}`)} ${message}`;
  const span = findSpan(wording.root, problem.place);
  return [head, ...(span ? [caret(span)] : []), `  ${t('cli.hint', { hint })}`].join('\n');
}

const EXCERPT_WIDTH = 96;
/** Characters before and behind a cell's beginning among which personal data is looked for. */
const MOST_AROUND = 400;

/** The line and a caret below the cell; wide characters take two columns of a terminal. */
function caret(span: CellSpan): string {
  // Of a line of a million characters only those around the cell are looked at.
  const first = Math.max(0, span.start - MOST_AROUND);
  const text = hidePersonalData(span.text.slice(first, span.start + MOST_AROUND))
    .replaceAll('\t', ' ')
    .replace(STEERING, '�');
  const start = span.start - first;
  const end = Math.min(span.end - first, text.length);
  const gutter = `  ${span.line} | `;
  let from = Math.max(0, start - EXCERPT_WIDTH / 2);
  while (stringWidth(text.slice(from, start)) > EXCERPT_WIDTH / 2) from++;
  const cut = text.slice(from);
  let to = Math.min(cut.length, EXCERPT_WIDTH);
  while (stringWidth(cut.slice(0, to)) > EXCERPT_WIDTH) to--;
  const isCut = first + from > 0;
  const isOpen = to < cut.length || span.start + MOST_AROUND < span.text.length;
  const shown = `${isCut ? '…' : ''}${cut.slice(0, to)}${isOpen ? '…' : ''}`;
  const indent = stringWidth(gutter) + (isCut ? 1 : 0) + stringWidth(text.slice(from, start));
  const width = Math.max(1, Math.min(stringWidth(text.slice(start, Math.min(end, start + EXCERPT_WIDTH))), EXCERPT_WIDTH / 2));
  return `${gutter}${shown}\n${' '.repeat(indent)}${'^'.repeat(width)}`;
}

function asJson(problem: Problem, lang: string) {
  const { file, line, column } = problem.place;
  return { code: problem.code, severity: problem.severity, file, line, column, ...problemWords(problem, lang) };
}

/** The path of a problem's file from the working folder, which code hosts take for that of the repository. */
function pathOf(problem: Problem, { root }: Wording): string {
  return withSlashes(relative('.', join(root, problem.place.file))) || '.';
}

/** A value of a workflow command, with the characters that end a line written as codes; and one of its properties, such as the name of a file. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => showOnOneLine(data(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** `::error file=…,line=…::message`. */
function asWorkflowCommand(problem: Problem, wording: Wording): string {
  const { message, hint } = problemWords(problem, wording.lang);
  const span = findSpan(wording.root, problem.place);
  const file = property(pathOf(problem, wording));
  const line = problem.place.line === null ? '' : `,line=${problem.place.line}`;
  const col = span ? `,col=${span.start + 1}` : '';
  return `::${problem.severity} file=${file}${line}${col},title=${property(problem.code)}::${data(`${message} ${hint}`)}`;
}

/** How many more of each code there are than are listed. */
function asNotices(surplus: ReadonlyMap<string, number>, { lang }: Wording): string[] {
  return [...surplus].map(([code, n]) => `::notice title=${property(code)}::${data(getTranslate(lang)('cli.more', { code, n }))}`);
}

function asPassedOver(wording: Wording): string[] {
  return sayPassedOver(wording).map((said) => `::notice title=file-unread::${data(said)}`);
}

function asSarif(problems: readonly Problem[], surplus: ReadonlyMap<string, number>, wording: Wording) {
  const codes = [...new Set(problems.map((problem) => problem.code))].sort();
  const more = [...surplus].map(([code, n]) => ({
    level: 'warning',
    associatedRule: { id: code },
    message: { text: getTranslate(wording.lang)('cli.more', { code, n }) },
  }));
  const notes = sayPassedOver(wording).map((text) => ({ level: 'note', message: { text } }));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'sunboard', version: wording.version, rules: codes.map((code) => sarifRule(code, wording.lang)) } },
        results: problems.map((problem) => sarifResult(problem, wording)),
        ...(more.length + notes.length > 0 && {
          invocations: [{ executionSuccessful: true, toolExecutionNotifications: [...more, ...notes] }],
        }),
        ...(more.length > 0 && { properties: { unlisted: Object.fromEntries(surplus) } }),
      },
    ],
  };
}

/** A code in general: its sentences with `…` for what changes from problem to problem. */
function sarifRule(code: string, lang: string) {
  const dictionary = getDictionary(lang) as Readonly<Record<string, string>>;
  const text = (key: string): string => (dictionary[key] ?? '').replace(/\{\w+#[^|}]*\|([^}]*)\}/g, '$1').replace(/\{\w+\}/g, '…');
  return { id: code, shortDescription: { text: text(`problem.${code}`) }, help: { text: text(`hint.${code}`) } };
}

/** A path as a relative URI: everything in it that has a meaning in one is encoded, a colon too, which would make the first part a scheme. */
function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function sarifResult(problem: Problem, wording: Wording) {
  const { message, hint } = problemWords(problem, wording.lang);
  const { line } = problem.place;
  const span = findSpan(wording.root, problem.place);
  const region = line === null ? {} : { region: { startLine: line, ...(span ? { startColumn: span.start + 1, endColumn: span.end + 1 } : {}) } };
  return {
    ruleId: problem.code,
    level: problem.severity,
    message: { text: `${message} ${hint}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(pathOf(problem, wording)) }, ...region } }],
  };
}
