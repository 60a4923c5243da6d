/** Tables written wide (宽表): a column each for what should stand in one, such as the dimensions 业务工作 and 作风建设, or the months 1月 … 6月. */
import { trimHeader } from './cell.ts';
import type { Grid } from './grid.ts';
import type { TableName } from './headers.ts';
import type { YamlSource } from './rows.ts';
import { quotePath, quoteWord } from './yamlWord.ts';

/** What the portal's programmes call their dimensions: the name, and the programme's id. */
export type DimensionNames = ReadonlyMap<string, string>;

/** The tables of which a row holds one figure: the column that it stands in, and the one that says what it is of. */
const TABLES: Readonly<Partial<Record<TableName, readonly [value: string, of: string]>>> = {
  scores: ['score', 'dimension'],
  observations: ['value', 'indicator'],
};

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const PART = `(?:第?[一二三四1-4]季度?|Q[1-4]|(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?|[上下]半年|H[12]|${MONTH})`;
const WITH_YEAR = new RegExp(
  `^\\d{4}(?:年度?)?[-/.]?(?:${PART}|0?[1-9]|1[0-2])$|^\\d{4}年度?$|^(?:Q[1-4]|H[12]|${MONTH})[-/ ]?\\d{4}(?:/\\d{2})?$`,
  'i',
);
const WITHOUT_YEAR = new RegExp(`^${PART}$`, 'i');

/** Headers that are no measure of their own: totals are worked out, and places too. */
const NO_MEASURE = /^(?:总分|总得分|合计|总计|小计|综合得分|平均分?|排名|名次|位次|序号|编号|no\.?|total|sum|average|rank)$/i;

interface Wide {
  /** The headers that should be words in a column. */
  readonly headers: readonly string[];
  /** 1-based field of the first. */
  readonly field: number;
  /** What portal.yaml may say so that the file is read as it is; `…` stands for what nobody knows but the office. */
  readonly example: string;
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).filter((text) => typeof text === 'string') : [];
}

/** The names and ids of all dimensions that the programmes' files list. */
export function listDimensionNames(programmes: readonly YamlSource[]): DimensionNames {
  const names = new Map<string, string>();
  for (const source of programmes) {
    const data = source.data as { readonly id?: unknown; readonly dimensions?: unknown } | null;
    const id = source.text(['id']) ?? source.file.replace(/^.*\/|\.ya?ml$/gi, '');
    if (!Array.isArray(data?.dimensions)) continue;
    for (const dimension of data.dimensions as { readonly id?: unknown; readonly name?: unknown }[])
      for (const text of [...textsIn(dimension?.id), ...textsIn(dimension?.name)]) names.set(trimHeader(text), id);
  }
  return names;
}

const map = (entries: readonly (readonly [string, string])[]): string => `{ ${entries.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;

/**
 * Whether a table is written wide: two headers or more that mean no column are periods, or dimensions, or nobody knows what where both the
 * figure's column and that of its measure are missing. `named`: the headers that the table's columns go by, by column.
 */
export function findWide(
  table: TableName,
  grid: Grid,
  named: ReadonlyMap<string, string>,
  unknown: readonly string[],
  dimensions: DimensionNames,
): Wide | null {
  const [value, of] = TABLES[table] ?? [];
  if (value === undefined || of === undefined) return null;
  const periods = named.has('period') ? [] : unknown.filter((header) => WITH_YEAR.test(header) || WITHOUT_YEAR.test(header));
  const measures = named.has(of) ? [] : unknown.filter((header) => !periods.includes(header) && !NO_MEASURE.test(header));
  const known = measures.filter((header) => dimensions.has(header));
  const isSure = known.length > 1 && table === 'scores';
  const found = periods.length > 1 ? periods : isSure ? known : named.has(value) ? [] : measures;
  const [first] = found;
  if (first === undefined || found.length < 2) return null;
  const name = found === periods ? 'period' : of;
  const [only, ...others] = new Set(dimensions.values());
  const programme = dimensions.get(first) ?? (others.length === 0 ? only : undefined) ?? '…';
  const lost = ['programme', 'unit', of, 'period'].filter(
    (column) => column !== name && !named.has(column) && (column !== 'dimension' || name !== 'period'),
  );
  const columns = [...named]
    .filter(([column]) => column !== value && column !== 'rank_recorded')
    .map(([column, header]) => [column, quoteWord(header)] as const);
  const years = found.filter((header) => name === 'period' && WITHOUT_YEAR.test(header));
  const settings: (readonly [string, string])[] = [
    ['file', quotePath(grid.file)],
    ...(columns.length > 0 ? [['columns', map(columns)] as const] : []),
    ...(lost.length > 0 ? [['constants', map(lost.map((column) => [column, column === 'programme' ? programme : '…']))] as const] : []),
    ['unpivot', `{ columns: [${found.map(quoteWord).join(', ')}], into: { name: ${name}, value: ${value} } }`],
    ...(years.length > 0 ? [['replace', map([['period', map(years.map((header) => [quoteWord(header), '…']))]])] as const] : []),
  ];
  return { headers: found, field: grid.headers.indexOf(first) + 1, example: `tables: { ${table}: ${map(settings)} }` };
}
