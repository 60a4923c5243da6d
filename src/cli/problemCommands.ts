/** Problems as workflow commands, which code hosts turn into annotations: `::error file=…,line=…::message`. */
import { getTranslate } from '../i18n/index.ts';
import { showOnOneLine } from '../model/id.ts';
import type { Problem } from '../problems.ts';
import { findSpan } from './excerpt.ts';
import { pathOf, problemWords, sayPassedOver, type Wording } from './problemWords.ts';

/** A line a problem, then how many more of each code there are than are listed, and what nothing reads. */
export function asCommands(problems: readonly Problem[], surplus: ReadonlyMap<string, number>, wording: Wording): string {
  return [...problems.map((problem) => asWorkflowCommand(problem, wording)), ...asNotices(surplus, wording), ...asPassedOver(wording), ''].join('\n');
}

/** A value of a workflow command, with the characters that end a line written as codes; and one of its properties, such as the name of a file. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => showOnOneLine(data(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');

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
