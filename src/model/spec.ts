/**
 * Configuration files against their schemas: every fault with its place, unknown keys with the nearest one. Numbers and words that YAML
 * took for something else are taken as they were written wherever the schema wants text (`0123`, `1.10`, `yes`).
 */
import { z } from 'zod';
import type { Place, Problems } from '../problems.ts';
import { findNear, suggestionParams } from '../read/nearest.ts';
import type { Path, YamlSource } from '../read/rows.ts';
import { parseDate } from './date.ts';
import { isOfEveryObject, showUnsafe } from './id.ts';
import { isLanguage } from './languageTag.ts';
import { findPersonalData } from './personal.ts';
import { describeForms, describeRange, findKeys, findSchemas } from './specForms.ts';
import { valueAt } from './wordPlace.ts';

/** Text in the first language, or one entry a language. */
export const textSpec = z.union([
  z.string(),
  z.record(z.string(), z.string()).superRefine((texts, context) => {
    for (const lang of Object.keys(texts)) {
      if (!isLanguage(lang)) context.addIssue({ code: 'custom', message: 'config-text-language', path: [lang], params: { lang } });
    }
  }),
]);
/** A day in any writing that `parseDate` takes. */
export const dateSpec = z.string().transform((text, context): string => {
  const date = parseDate(text);
  if (typeof date === 'string') return date;
  context.addIssue({ code: 'custom', message: 'config-date' });
  return z.NEVER;
});

type Issue = z.core.$ZodIssue;

function setAt(data: unknown, path: Path, value: unknown): void {
  const parent = valueAt(data, path.slice(0, -1));
  const key = path.at(-1);
  if (typeof parent === 'object' && parent !== null && key !== undefined) (parent as Record<string | number, unknown>)[key] = value;
}

/** Paths at which the schema, or one of its alternatives, wants text and the file has a bare number or truth value. */
function findTextPaths(issues: readonly Issue[], data: unknown, base: Path): Path[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...(issue.path as Path)];
    if (issue.code === 'invalid_union') return issue.errors.flatMap((errors) => findTextPaths(errors, data, path));
    const wantsText = (issue.code === 'invalid_type' && issue.expected === 'string') || issue.code === 'invalid_value';
    return wantsText && ['number', 'boolean'].includes(typeof valueAt(data, path)) ? [path] : [];
  });
}

/** The alternative that was probably meant: the one whose first fault lies deepest, then the one with the fewest. A map is no misspelt word. */
function chooseAlternative(issue: Extract<Issue, { code: 'invalid_union' }>, value: unknown): readonly Issue[] | null {
  const isOtherKind = ({ code, path }: Issue): boolean =>
    code === 'invalid_type' || (code === 'invalid_value' && path.length === 0 && typeof value === 'object');
  const depth = (issues: readonly Issue[]): number => Math.min(...issues.map((one) => one.path.length + (isOtherKind(one) ? 0 : 0.5)));
  const inside = issue.errors.filter((errors) => errors.length > 0 && depth(errors) > 0);
  return inside.sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? null;
}

function formatPath(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step + 1}]` : i > 0 ? `.${step}` : step)).join('');
}

function formatValue(value: unknown): string {
  return showUnsafe(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
}

/** Messages of schemas that are codes of problems. */
const OWN_CODE = /^(?:config|rule|scoring)-[a-z-]+$/;

interface Report {
  readonly schema: z.core.$ZodType;
  readonly source: YamlSource;
  readonly data: unknown;
  readonly problems: Problems;
}

type UnknownKeys = Extract<Issue, { code: 'unrecognized_keys' }>;

/** Tells of a key that a full-width colon keeps together with its value; false where there is none, or the word before it is no key. */
function reportWideColon(name: string, path: Path, isKey: (word: string) => boolean, { source, problems }: Report): boolean {
  const [, key = ''] = /^([^：]+)：/.exec(name) ?? [];
  if (!isKey(key)) return false;
  problems.error('config-colon-wide', source.keyAt([...path, name]), { key: formatPath([...path, key]) });
  return true;
}

/** Tells of a comma that cuts a text in braces: what stands behind it became a key without a value. False where there is none. */
function reportCut(name: string, path: Path, { source, data, problems }: Report): boolean {
  const isCut = (key: string): boolean => source.whyBlank([...path, key]) === 'word';
  if (!isCut(name)) return false;
  const map = valueAt(data, path) as Readonly<Record<string, unknown>>;
  const all = Object.keys(map);
  const at = all.indexOf(name);
  const from = all.slice(0, at).findLastIndex((key) => !isCut(key));
  const end = all.findIndex((key, i) => i > at && !isCut(key));
  const before = map[all[from] ?? ''];
  const text = [before, ...all.slice(from + 1, end < 0 ? undefined : end)].join(', ');
  if (typeof before !== 'string' || all[from] === 'id' || findPersonalData(text)) return false;
  if (from === at - 1) problems.error('config-cut', source.keyAt([...path, name]), { word: name, example: `${all[from]}: "${text}"` });
  return true;
}

/** Tells of a key that may be any word, and has no value since a comma or a full-width colon stands where it should not. */
function reportStuck(name: string, path: Path, report: Report): boolean {
  return (
    reportWideColon(name, path, (word) => word !== '' && report.source.whyBlank([...path, name]) === 'word', report) || reportCut(name, path, report)
  );
}

/** Reports keys that the schema does not know. Gives those of the `missing` ones that they were probably meant to be: the nearest, or the only one. */
function reportUnknownKeys(issue: UnknownKeys, base: Path, missing: readonly string[], report: Report): readonly string[] {
  const { schema, source, problems } = report;
  const path = [...base, ...(issue.path as Path)];
  const keys = findKeys(schema, path);
  const left = new Set(missing);
  const unknown = issue.keys.filter((name) => {
    left.delete(name.split('：', 1)[0] as string);
    return !reportWideColon(name, path, (word) => keys.includes(word), report) && !reportCut(name, path, report);
  });
  const isOnly = unknown.length === 1 && left.size === 1;
  for (const name of unknown) {
    const meant = findNear(name, left) ?? (isOnly ? ([...left][0] as string) : null);
    if (meant !== null) left.delete(meant);
    // A number of a person is told of as such, of every key.
    if (findPersonalData(name)) continue;
    const params = { key: formatPath([...path, name]), keys, ...suggestionParams(meant ?? findNear(name, keys)) };
    problems.error('config-key-unknown', source.keyAt([...path, name]), params);
  }
  return missing.filter((key) => !left.has(key));
}

/** Keys of a map that its schema wants and that are not there. */
function findMissing(issues: readonly Issue[], map: Path, base: Path, data: unknown): readonly string[] {
  const paths = issues.flatMap(({ code, path }) => (code === 'custom' || code === 'unrecognized_keys' ? [] : [path as Path]));
  const inside = paths.filter((path) => path.length === map.length + 1 && formatPath(path.slice(0, -1)) === formatPath(map));
  return inside.filter((path) => valueAt(data, [...base, ...path]) === undefined).map((path) => String(path.at(-1)));
}

/** Reports what is wrong below `base`. What an unknown key leaves undone is no fault of its own: the key that it was meant to be, or a rule that holds nothing else. */
function reportIssues(issues: readonly Issue[], base: Path, report: Report): void {
  const unknown = issues.filter((issue) => issue.code === 'unrecognized_keys');
  const incomplete = new Set(unknown.map(({ path }) => formatPath(path as Path)));
  const meant = unknown.flatMap((issue) => {
    const map = issue.path as Path;
    const found = reportUnknownKeys(issue, base, findMissing(issues, map, base, report.data), report);
    return found.map((key) => formatPath([...map, key]));
  });
  for (const issue of issues) {
    const key = formatPath(issue.path as Path);
    const follows = issue.code === 'custom' ? incomplete.has(key) : meant.includes(key);
    if (issue.code !== 'unrecognized_keys' && !follows) reportIssue(issue, base, report);
  }
}

function reportIssue(issue: Exclude<Issue, UnknownKeys>, base: Path, report: Report): void {
  const { schema, source, data, problems } = report;
  const path = [...base, ...(issue.path as Path)];
  const key = formatPath(path);
  const value = valueAt(data, path);
  if (findPersonalData(String(value))) return;
  const known = { key, value: formatValue(value), ...(issue.code === 'custom' ? issue.params : {}) };
  if ((value === undefined || value === null) && issue.code !== 'custom') {
    if (path.length > 0 && reportStuck(String(path.at(-1)), path.slice(0, -1), report)) return;
    problems.error(source.whyBlank(path) === 'comment' ? 'config-comment' : 'config-key-missing', source.at(path), { key });
  } else if (issue.code === 'invalid_union') {
    const meant = chooseAlternative(issue, value);
    if (meant) reportIssues(meant, path, report);
    else problems.error('config-shape', source.at(path), { ...known, ...describeForms(value, findSchemas(schema, path)) });
  } else if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    problems.error('config-value', source.at(path), { ...known, allowed, ...suggestionParams(findNear(String(value), allowed)) });
  } else if (issue.code === 'invalid_type') {
    problems.error('config-type', source.at(path), { ...known, ...describeForms(value, findSchemas(schema, path)) });
  } else if (OWN_CODE.test(issue.message)) {
    problems.error(issue.message, issue.message === 'config-text-language' ? source.keyAt(path) : source.at(path), known);
  } else if ((issue.code === 'too_small' || issue.code === 'too_big') && issue.origin === 'array') {
    const count = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
    const isPair = findSchemas(schema, path).some((inner) => inner instanceof z.ZodTuple);
    problems.error('config-length', source.at(path), { ...known, n: (value as readonly unknown[]).length, count, pair: isPair ? 1 : 0 });
  } else {
    problems.error('config-range', source.at(path), { ...known, ...describeRange(value, findSchemas(schema, path)) });
  }
}

/** Every text of a configuration file is published, one way or another. */
function checkPersonalData(source: YamlSource, value: unknown, path: Path, problems: Problems): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) checkPersonalData(source, inner, [...path, Array.isArray(value) ? Number(key) : key], problems);
    return;
  }
  const text = typeof value === 'string' ? value : typeof value === 'number' ? source.text(path) : undefined;
  const personal = text === undefined ? null : findPersonalData(text);
  if (personal) problems.error(`personal-${personal.kind}`, source.at(path), { header: formatPath(path), value: personal.masked });
}

/** Keys whose values are words that other places go by. */
const NAMING: ReadonlySet<string | number> = new Set(['id', 'kind', 'color', 'family']);

/** Words that a file names things by: keys, ids, and bare words in lists. */
function checkWords(source: YamlSource, value: unknown, path: Path, problems: Problems): void {
  const last = path.at(-1);
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key;
      if (typeof step === 'string' && isOfEveryObject(step)) reportWord(step, source.keyAt([...path, step]), path, problems);
      checkWords(source, inner, [...path, step], problems);
    }
  } else if (typeof value === 'string' && isOfEveryObject(value) && last !== undefined && (typeof last === 'number' || NAMING.has(last))) {
    reportWord(value, source.at(path), path, problems);
  }
}

function reportWord(word: string, place: Place, path: Path, problems: Problems): void {
  problems.error('id-reserved', place, { header: formatPath(path), value: word, mend: '' });
}

/** The file's content as its schema gives it; null after faults. */
export function parseSpec<S extends z.ZodType>(schema: S, source: YamlSource, problems: Problems): z.output<S> | null {
  checkPersonalData(source, source.data, [], problems);
  const before = problems.list.length;
  checkWords(source, source.data, [], problems);
  if (problems.list.length > before) return null;
  const data = structuredClone(source.data ?? {});
  let result = schema.safeParse(data);
  for (let tries = 0; tries < 4 && !result.success; tries++) {
    const paths = findTextPaths(result.error.issues, data, []);
    if (paths.length === 0) break;
    for (const path of paths) setAt(data, path, source.text(path) ?? String(valueAt(data, path)));
    result = schema.safeParse(data);
  }
  if (result.success) return result.data;
  if (typeof data !== 'object' || Array.isArray(data)) problems.error('config-not-map', source.at([]));
  else reportIssues(result.error.issues, [], { schema, source, data, problems });
  return null;
}
