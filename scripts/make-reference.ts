/**
 * Writes REFERENCE.md out of the schemas that portals are checked against: every key of `portal.yaml` and `programmes/*.yaml`, every
 * predicate of a rule, every column of every table. Run it after a schema has changed; a test holds the file to it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { portalSchema } from '../src/model/portalSchema.ts';
import { programmeSchema } from '../src/model/programmeSchema.ts';
import { ruleSchema } from '../src/model/ruleSchema.ts';
import { MISSING_WORDS, SCORING_WORDS } from '../src/model/scoringSchema.ts';
import { TABLE_SCHEMAS } from '../src/model/tables/index.ts';
import { EVENT_MEANINGS, EVENT_WORDS } from '../src/model/tables/taskEvents.ts';
import { ROLE_MEANINGS, ROLE_WORDS } from '../src/model/tables/taskUnits.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../src/read/headers.ts';
import { entrySchema } from '../src/read/mapping.ts';

/** What is used here of JSON Schema, with what columns say of themselves beside it. */
interface Json {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Json>>;
  readonly additionalProperties?: Json | boolean;
  readonly items?: Json;
  readonly prefixItems?: readonly Json[];
  readonly anyOf?: readonly Json[];
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly $ref?: string;
  readonly cell?: string;
  readonly to?: string;
  readonly words?: Readonly<Record<string, readonly string[]>>;
}

function jsonOf(schema: z.ZodType): Json {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json & { readonly $defs?: Readonly<Record<string, Json>> };
  const properties = Object.entries(json.properties ?? {}).map(([key, value]) => {
    const shared = json.$defs?.[value.$ref?.split('/').at(-1) ?? ''];
    return [key, { ...value, description: value.description ?? shared?.description ?? '' }];
  });
  return { ...json, properties: Object.fromEntries(properties) };
}

/** A text, or a map of texts by language. */
function isText({ anyOf = [] }: Json): boolean {
  const [plain, map] = anyOf;
  return (
    anyOf.length === 2 &&
    plain?.type === 'string' &&
    plain.enum === undefined &&
    typeof map?.additionalProperties === 'object' &&
    map.properties === undefined
  );
}

function boundsOf({ type, minimum, maximum, exclusiveMinimum }: Json): string {
  const unit = type === 'integer' ? 'whole number' : 'number';
  // JSON Schema bounds every whole number by what a float holds.
  const [least, most] = [minimum, maximum].map((bound) => (bound === undefined || Math.abs(bound) > 1e15 ? undefined : bound));
  if (least !== undefined && most !== undefined) return `${unit}, ${least} to ${most}`;
  const over = exclusiveMinimum === undefined ? [] : [`above ${exclusiveMinimum}`];
  return [unit, ...over, ...(least === undefined ? [] : [`at least ${least}`]), ...(most === undefined ? [] : [`at most ${most}`])].join(', ');
}

const BOUNDS: readonly string[] = ['gt', 'gte', 'lt', 'lte', 'eq'];
const SCALARS: ReadonlySet<unknown> = new Set(['string', 'number', 'boolean', 'null']);

function hasBounds({ properties = {} }: Json): boolean {
  return BOUNDS.every((bound) => bound in properties);
}

function objectForm(json: Json): string {
  if (!hasBounds(json)) return 'a map of the keys below';
  return Object.keys(json.properties ?? {}).length === BOUNDS.length ? 'bounds' : 'bounds, and the keys below';
}

/** What may be written, in a few words. */
function formOf(json: Json): string {
  if (json.$ref) return 'a condition';
  if (Array.isArray(json.type)) return formOf({ ...json, type: json.type.find((one) => one !== 'null') });
  if (json.anyOf && json.anyOf.length > 1 && json.anyOf.every(({ type, ...more }) => SCALARS.has(type) && !more.enum) && !isText(json)) {
    if (json.anyOf.filter(({ type }) => type !== 'null').length > 1) return 'a word or number';
  }
  if (json.enum) return json.enum.map((word) => `\`${word}\``).join(' ');
  if (isText(json)) return 'text';
  if (json.anyOf) return [...new Set(json.anyOf.filter(({ type }) => type !== 'null').map(formOf))].join(', or ');
  if (json.prefixItems) return `[${json.prefixItems.map(formOf).join(', ')}]`;
  if (json.type === 'array') return `list of ${formOf(json.items ?? {})}`;
  if (json.type === 'number' || json.type === 'integer') return boundsOf(json);
  if (json.type === 'boolean') return '`true` `false`';
  if (json.properties) return objectForm(json);
  if (json.type === 'object') return typeof json.additionalProperties === 'object' ? `map to ${formOf(json.additionalProperties)}` : 'map';
  return json.type === 'string' ? 'text' : 'any value';
}

type Row = readonly [key: string, form: string, meaning: string];

/** Keys that have a chapter of their own. */
const APART: Readonly<Record<string, string>> = { rule: 'see [Rules](#rules)', tables: 'see [Tables that others made](#tables-that-others-made)' };

/** The keys of an object and of what is in them, each with its path; `[]` stands for an item of a list, `<…>` for a name of one's own. */
function* rowsOf(json: Json, path = ''): Generator<Row> {
  for (const [key, value] of Object.entries(json.properties ?? {})) {
    if (hasBounds(json) && BOUNDS.includes(key)) continue;
    const here = path === '' ? key : `${path}.${key}`;
    const must = json.required?.includes(key) ? '**required**; ' : '';
    const apart = APART[key];
    yield [here, must + (apart ?? formOf(value)), value.description ?? ''];
    if (!apart) yield* insideOf(value, here);
  }
}

function* insideOf(json: Json, path: string): Generator<Row> {
  if (isText(json) || json.$ref) return;
  if (json.properties) yield* rowsOf(json, path);
  if (json.items) yield* insideOf(json.items, `${path}[]`);
  if (typeof json.additionalProperties === 'object') yield* insideOf(json.additionalProperties, `${path}.<name>`);
  for (const one of json.anyOf ?? []) yield* insideOf(one, path);
}

/** A cell of a table in Markdown, in which a bare `<word>` would be taken for markup. */
function cell(text: string): string {
  const shown = text.replace(/`[^`]*`|</g, (part) => (part === '<' ? '&lt;' : part));
  return shown.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

function keysTable(schema: z.ZodType): string {
  const seen = new Set<string>();
  const rows = [...rowsOf(jsonOf(schema))].filter(([key]) => !seen.has(key) && seen.add(key));
  return table(
    ['key', 'what may stand there', 'meaning'],
    rows.map(([key, form, meaning]) => [`\`${key}\``, form, meaning]),
  );
}

const CELLS: Readonly<Record<string, string>> = {
  id: 'id',
  text: 'text; may have a column a language beside it',
  plain: 'text',
  number: 'number',
  date: 'day',
  due: 'day, or a vague one (2023年8月下旬)',
  flag: '是 / 否, true / false',
  period: 'period',
};

function cellForm({ cell: kind = '', to, words }: Json): string {
  if (words)
    return Object.entries(words)
      .map(([word, [usual]]) => `\`${word}\`${usual === undefined ? '' : ` ${usual}`}`)
      .join(', ');
  if (to) return `${kind === 'list' ? 'several of' : 'one of'} ${to}, by id or name`;
  return kind === 'list' ? 'several, with ; between' : (CELLS[kind] ?? kind);
}

function columnsTable(name: TableName): string {
  const { aliases, required } = TABLES[name];
  const properties = jsonOf(TABLE_SCHEMAS[name]).properties ?? {};
  const rows = Object.entries(properties).map(([column, json]) => [
    `\`${column}\`${required.includes(column) ? ' *' : ''}`,
    aliases.get(column)?.join('、') ?? '',
    cellForm(json),
    json.description ?? '',
  ]);
  return table(['column', '中文表头', 'holds', 'meaning'], rows);
}

const INTRODUCTION = `# Reference

What may stand in a portal's files, written by \`npm run reference\` from the schemas that portals are checked against. A text may be one
text, in the first language of the portal, or a map: \`{ zh-CN: …, en: … }\`. A path like \`groups[].id\` means the key \`id\` of each item of
the list \`groups\`; \`<name>\` stands for a name of one's own.

- [\`portal.yaml\`](#portalyaml)
- [\`programmes/<id>.yaml\`](#programmesidyaml)
- [Scoring](#scoring)
- [Rules](#rules)
- [Tables](#tables): ${TABLE_NAMES.map((name) => `[\`${name}\`](#${name}-${TABLES[name].chinese})`).join(' ')}
- [Tables that others made](#tables-that-others-made)
`;

const SCORING = `The method of a dimension is applied to each of its indicators, unit by unit. Their scores, by the \`weight\` of the indicators, make the
dimension's score, which is rounded to the printed decimals; the dimensions' scores, by their weights, make the total, which is rounded likewise.
Weights total 100 at each level, or are all left out and then alike; with \`ranking.weights: relative\` they may total anything. A higher score is
better, whatever the direction of an indicator. \`floor\` and \`cap\` bound it; without \`cap\` a ratio may pass 100.
In a period without any value to score, the scores that the table \`scores\` gives are taken as they are.`;

const FAMILIES = `The instruments of one family are tried in their order, and a holder gets one. Where the rules of two hold at once, the build stops: give
them bounds that do not meet (\`band: { gte: 70 }\` beside \`band: { lt: 70 }\`), or except in one what the other takes. An instrument whose
rule names another (\`instrument\`) may follow from it.`;

/** Words of a column, with what they mean. */
function wordsTable(title: string, words: Readonly<Record<string, readonly string[]>>, meanings: Readonly<Record<string, string>>): string {
  return table(
    [title, '中文', 'meaning'],
    Object.entries(words).map(([word, writings]) => [`\`${word}\``, writings.join('、'), meanings[word] ?? '']),
  );
}

/** What is said below a table's columns. */
const BELOW: Readonly<Partial<Record<TableName, () => string>>> = {
  task_units: () => wordsTable('role', ROLE_WORDS, ROLE_MEANINGS),
  task_events: () => wordsTable('event', EVENT_WORDS, EVENT_MEANINGS),
};

const MISSING = `A unit that lacks a part – an indicator of a dimension, a dimension of the total – has no score of the whole, unless \`ranking.missing\` says
otherwise. With \`min_coverage\` below 1 it has one by the weights of the other parts where these make up at least that share of the weights that count
for it. A figure whose row is published later than others of its period is not published until then, by every rule: it is neither 0 nor carried.`;

const RULES = `A rule is one predicate, or \`all\`, \`any\`, \`not\` and \`except\` over several; predicates side by side must all hold. Bounds are \`gt\`, \`gte\`,
\`lt\`, \`lte\` and \`eq\`. Where a figure is missing a rule gives nothing, also where it asks that something is not so.`;

const COLUMNS = `Each table is one CSV or YAML file, named for it, or a folder of such files. Headers may be the key or any of the Chinese names; an
asterisk marks what a row cannot do without. Blank means that nothing is known, never zero.`;

const MAPPING = `Under \`tables:\` in \`portal.yaml\`, by the name of the table; each entry reads one file, and a table may have several.

Settings work in this order, wherever they stand in the entry: \`encoding\`, \`delimiter\`, \`skip_rows\`; \`transpose\`; \`header_rows\`; \`fill_down\`; \`where\` on headers
of the file, which sees cells as the file has them, or as they were filled; \`unpivot\`; \`columns\` and \`constants\`; \`replace\` and \`missing\`, for whole
cells and then for what \`split\` makes of them; \`make_id\`; \`where\` on columns of the table, which sees what came of them; \`distinct\`.`;

export function makeReference(): string {
  const chapters = [
    INTRODUCTION.trimEnd(),
    `## \`portal.yaml\`\n\n${keysTable(portalSchema)}`,
    `## \`programmes/<id>.yaml\`\n\n${keysTable(programmeSchema)}`,
    `## Scoring\n\n${SCORING}\n\n${table(
      ['method', 'score'],
      Object.entries(SCORING_WORDS).map(([method, words]) => [`\`${method}\``, words]),
    )}`,
    `### Missing figures\n\n${MISSING}\n\n${table(
      ['`ranking.missing`', 'what it does'],
      Object.entries(MISSING_WORDS).map(([rule, words]) => [`\`${rule}\``, words]),
    )}`,
    `## Rules\n\n${RULES}\n\n${FAMILIES}\n\n${keysTable(ruleSchema)}`,
    `## Tables\n\n${COLUMNS}`,
    ...TABLE_NAMES.map((name) => [`### \`${name}\` ${TABLES[name].chinese}`, columnsTable(name), ...[BELOW[name]?.() ?? []].flat()].join('\n\n')),
    `## Tables that others made\n\n${MAPPING}\n\n${keysTable(entrySchema)}`,
  ];
  return `${chapters.join('\n\n')}\n`;
}

const FILE = fileURLToPath(new URL('../REFERENCE.md', import.meta.url));

/** REFERENCE.md as it stands. */
export function readReference(): string {
  return readFileSync(FILE, 'utf8');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, makeReference());
