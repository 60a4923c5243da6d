/**
 * Writes REFERENCE.md and REFERENCE.zh-CN.md out of the schemas that portals are checked against: every key of `portal.yaml` and
 * `programmes/*.yaml`, every predicate of a rule, every column of every table. Run it after a schema has changed; a test holds the files to it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { COUNT_COLUMNS, COUNTED } from '../src/model/countColumns.ts';
import { portalSchema } from '../src/model/portalSchema.ts';
import { programmeSchema } from '../src/model/programmeSchema.ts';
import { ruleSchema } from '../src/model/ruleSchema.ts';
import { MISSING_WORDS, SCORING_WORDS } from '../src/model/scoringSchema.ts';
import { TABLE_SCHEMAS } from '../src/model/tables/index.ts';
import { EVENT_MEANINGS, EVENT_WORDS } from '../src/model/tables/taskEvents.ts';
import { ROLE_MEANINGS, ROLE_WORDS } from '../src/model/tables/taskUnits.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../src/read/headers.ts';
import { entrySchema } from '../src/read/mapping.ts';
import { en } from './reference/en.ts';
import { type Chapter, type Speaker, speakerOf } from './reference/speaker.ts';
import type { Words } from './reference/words.ts';
import { chineseSentences } from './reference/zh-CN/index.ts';
import { zhCN } from './reference/zh-CN.ts';

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

const BOUNDS: readonly string[] = ['gt', 'gte', 'lt', 'lte', 'eq'];

function hasBounds({ properties = {} }: Json): boolean {
  return BOUNDS.every((bound) => bound in properties);
}

/** One language of the reference: its words, and what the sentences of the schemas are in it. */
interface Voice extends Words {
  readonly say: Speaker['say'];
}

/** The address of a chapter within the file, as GitHub makes it of its heading. */
export function anchorOf(heading: string): string {
  const kept = heading.toLowerCase().replace(/[^\p{L}\p{N}_ -]/gu, '');
  return `#${kept.replaceAll(' ', '-')}`;
}

function link(heading: string): string {
  return `[${heading}](${anchorOf(heading)})`;
}

function numberForm({ type, minimum, maximum, exclusiveMinimum }: Json, { forms }: Voice): string {
  // JSON Schema bounds every whole number by what a float holds.
  const [least, most] = [minimum, maximum].map((bound) => (bound === undefined || Math.abs(bound) > 1e15 ? undefined : bound));
  return forms.number({ whole: type === 'integer', over: exclusiveMinimum, least, most });
}

function objectForm(json: Json, { forms }: Voice): string {
  if (!hasBounds(json)) return forms.keys;
  return Object.keys(json.properties ?? {}).length === BOUNDS.length ? forms.bounds : forms.boundsAndKeys;
}

/** What may be written, in a few words. */
function formOf(json: Json, voice: Voice): string {
  const { forms } = voice;
  if (json.$ref) return forms.condition;
  if (Array.isArray(json.type)) {
    const types = json.type.filter((one) => one !== 'null');
    return types.length > 1 ? forms.scalar : formOf({ ...json, type: types[0] ?? 'null' }, voice);
  }
  if (json.enum) return json.enum.map((word) => `\`${word}\``).join(' ');
  if (isText(json)) return forms.text;
  if (json.anyOf) return [...new Set(json.anyOf.filter(({ type }) => type !== 'null').map((one) => formOf(one, voice)))].join(forms.or);
  if (json.prefixItems) return `[${json.prefixItems.map((one) => formOf(one, voice)).join(', ')}]`;
  if (json.type === 'array') return forms.list(formOf(json.items ?? {}, voice));
  if (json.type === 'number' || json.type === 'integer') return numberForm(json, voice);
  if (json.type === 'boolean') return '`true` `false`';
  if (json.properties) return objectForm(json, voice);
  if (json.type === 'object') return forms.map(typeof json.additionalProperties === 'object' ? formOf(json.additionalProperties, voice) : null);
  return json.type === 'string' ? forms.plain : forms.any;
}

interface Row {
  readonly key: string;
  readonly json: Json;
  readonly required: boolean;
  /** The chapter that says more of the key. */
  readonly apart: 'rules' | 'mapping' | undefined;
}

/** Keys that have a chapter of their own. */
const APART: Readonly<Record<string, Row['apart']>> = { rule: 'rules', tables: 'mapping' };

/** The keys of an object and of what is in them, each with its path; `[]` stands for an item of a list, `<…>` for a name of one's own. */
function* rowsOf(json: Json, voice: Voice, path = ''): Generator<Row> {
  for (const [key, value] of Object.entries(json.properties ?? {})) {
    if (hasBounds(json) && BOUNDS.includes(key)) continue;
    const here = path === '' ? key : `${path}.${key}`;
    const apart = APART[key];
    yield { key: here, json: value, required: json.required?.includes(key) ?? false, apart };
    if (!apart) yield* insideOf(value, voice, here);
  }
}

function* insideOf(json: Json, voice: Voice, path: string): Generator<Row> {
  if (isText(json) || json.$ref) return;
  if (json.properties) yield* rowsOf(json, voice, path);
  if (json.items) yield* insideOf(json.items, voice, `${path}[]`);
  if (typeof json.additionalProperties === 'object') yield* insideOf(json.additionalProperties, voice, `${path}.${voice.forms.name}`);
  for (const one of json.anyOf ?? []) yield* insideOf(one, voice, path);
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

function code(text: string): string {
  return `\`${text}\``;
}

function keysTable(chapter: Chapter, schema: z.ZodType, voice: Voice): string {
  const { forms, heads, chapters, say } = voice;
  const rows = new Map<string, Row>();
  for (const row of rowsOf(jsonOf(schema), voice)) if (!rows.has(row.key)) rows.set(row.key, row);
  return table(
    heads.keys,
    [...rows.values()].map(({ key, json, required, apart }) => [
      code(key),
      (required ? forms.required : '') + (apart ? forms.see(link(chapters[apart])) : formOf(json, voice)),
      say(chapter, json.description ?? ''),
    ]),
  );
}

/** What has an id and no name. */
const NAMELESS: ReadonlySet<string> = new Set(['awards', 'corrections', 'sessions', 'weight_sets']);

function cellForm({ cell: kind = '', to, words }: Json, { cells, say }: Voice): string {
  if (words)
    return Object.entries(words)
      .map(([word, writings]) => cells.word(word, writings))
      .join(cells.comma);
  if (to) return kind === 'list' ? cells.severalOf(say('references', to)) : cells.oneOf(say('references', to), !NAMELESS.has(to));
  return kind === 'list' ? cells.several : (cells.kinds[kind] ?? kind);
}

function columnsTable(name: TableName, voice: Voice): string {
  const { aliases, required } = TABLES[name];
  const rows = Object.entries(jsonOf(TABLE_SCHEMAS[name]).properties ?? {}).map(([column, json]) => [
    `${code(column)}${required.includes(column) ? ' *' : ''}`,
    aliases.get(column)?.join('、') ?? '',
    cellForm(json, voice),
    voice.say(name, json.description ?? ''),
  ]);
  return table(voice.heads.columns, rows);
}

/** What each of some words means. */
function meaningsTable(chapter: Chapter, heads: readonly string[], meanings: Readonly<Record<string, string>>, { say }: Voice): string {
  return table(
    heads,
    Object.entries(meanings).map(([word, meaning]) => [code(word), say(chapter, meaning)]),
  );
}

type WordLists = Readonly<Record<string, readonly string[]>>;

/** Words of a column, with what they mean. */
function wordsTable(chapter: TableName, title: string, words: WordLists, meanings: Readonly<Record<string, string>>, { heads, say }: Voice): string {
  return table(
    heads.words(title),
    Object.entries(words).map(([word, writings]) => [code(word), writings.join('、'), say(chapter, meanings[word] ?? '')]),
  );
}

/** What is said below a table's columns. */
const BELOW: Readonly<Partial<Record<TableName, (voice: Voice) => string>>> = {
  task_units: (voice) => wordsTable('task_units', voice.roles, ROLE_WORDS, ROLE_MEANINGS, voice),
  task_events: (voice) => wordsTable('task_events', voice.events, EVENT_WORDS, EVENT_MEANINGS, voice),
};

function claimsTable({ heads, counted, countColumn, comma }: Voice): string {
  return table(
    heads.claims,
    COUNTED.map((count) => [code(count), counted[count], COUNT_COLUMNS[count].map(countColumn).join(comma)]),
  );
}

const PORTAL = '`portal.yaml`';
const PROGRAMME = '`programmes/<id>.yaml`';

function headingOf(name: TableName): string {
  return `\`${name}\` ${TABLES[name].chinese}`;
}

function contents({ chapters: { scoring, claims, rules, tables, mapping }, colon }: Voice): string {
  const each = TABLE_NAMES.map((name) => `[${code(name)}](${anchorOf(headingOf(name))})`).join(' ');
  return [link(PORTAL), link(PROGRAMME), link(claims), link(scoring), link(rules), `${link(tables)}${colon}${each}`, link(mapping)]
    .map((line) => `- ${line}`)
    .join('\n');
}

function referenceIn(voice: Voice): string {
  const { chapters, heads } = voice;
  const parts = [
    voice.opening,
    contents(voice),
    `## ${PORTAL}`,
    keysTable('portal', portalSchema, voice),
    `## ${PROGRAMME}`,
    keysTable('programme', programmeSchema, voice),
    `### ${chapters.claims}`,
    voice.claims,
    claimsTable(voice),
    `## ${chapters.scoring}`,
    voice.scoring,
    meaningsTable('scoring', heads.methods, SCORING_WORDS, voice),
    `### ${chapters.missing}`,
    voice.missing,
    meaningsTable('missing', heads.missing, MISSING_WORDS, voice),
    `## ${chapters.rules}`,
    voice.rules,
    keysTable('rules', ruleSchema, voice),
    `## ${chapters.tables}`,
    voice.tables,
    ...TABLE_NAMES.flatMap((name) => [`### ${headingOf(name)}`, columnsTable(name, voice), BELOW[name]?.(voice) ?? []].flat()),
    `## ${chapters.mapping}`,
    voice.mapping,
    keysTable('mapping', entrySchema, voice),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The files of the reference, by name. Throws where a sentence has no Chinese, or Chinese no sentence. */
export function makeReference(): Readonly<Record<string, string>> {
  const english: Speaker['say'] = (_, sentence) => sentence;
  const chinese = speakerOf(chineseSentences);
  const files = { 'REFERENCE.md': referenceIn({ ...en, say: english }), 'REFERENCE.zh-CN.md': referenceIn({ ...zhCN, say: chinese.say }) };
  chinese.check();
  return files;
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(`../${file}`, import.meta.url));
}

/** A file of the reference as it stands. */
export function readReference(file: string): string {
  return readFileSync(pathOf(file), 'utf8');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, text] of Object.entries(makeReference())) writeFileSync(pathOf(file), text);
}
