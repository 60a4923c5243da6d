/** Problems as SARIF 2.1.0, for code scanning. */
import { getDictionary, getTranslate } from '../i18n/index.ts';
import type { Problem } from '../problems.ts';
import { findSpan } from './excerpt.ts';
import { pathOf, problemWords, sayPassedOver, type Wording } from './problemWords.ts';

export function asSarif(problems: readonly Problem[], surplus: ReadonlyMap<string, number>, wording: Wording) {
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
