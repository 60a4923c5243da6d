/** All problems of a folder, in each of the formats: here as text with the line and a caret, and as JSON, whose keys are public. */
import { basename, resolve } from 'node:path';
import stringWidth from 'string-width';
import { getTranslate } from '../i18n/index.ts';
import { STEERING } from '../model/id.ts';
import { hidePersonalData } from '../model/personal.ts';
import type { Problem, Problems } from '../problems.ts';
import { type CellSpan, findSpan } from './excerpt.ts';
import { asCommands } from './problemCommands.ts';
import { asSarif } from './problemSarif.ts';
import { problemWords, sayPassedOver, showSafe, type Wording } from './problemWords.ts';

export const FORMATS = ['text', 'json', 'github', 'sarif'] as const;
type Format = (typeof FORMATS)[number];

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
  switch (format) {
    case 'json':
      return printJson(asJson(sorted, problems.surplus, wording));
    case 'sarif':
      return printJson(asSarif(sorted, problems.surplus, wording));
    case 'github':
      return asCommands(sorted, problems.surplus, wording);
    case 'text':
      return asText(problems, sorted, wording);
  }
}

function printJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function asJson(problems: readonly Problem[], surplus: ReadonlyMap<string, number>, { lang, passedOver = [] }: Wording) {
  return {
    problems: problems.map((problem) => {
      const { file, line, column } = problem.place;
      return { code: problem.code, severity: problem.severity, file, line, column, ...problemWords(problem, lang) };
    }),
    ...(surplus.size > 0 && { unlisted: Object.fromEntries(surplus) }),
    ...(passedOver.length > 0 && { passed_over: passedOver }),
  };
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
