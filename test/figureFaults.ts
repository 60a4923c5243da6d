/** Figures that stand in several places of a site: in the data of a board, in its CSV, on its page in every language, in the histories of its units. */
import Papa from 'papaparse';

interface Row {
  readonly unit: string;
  readonly rank: number;
  readonly tied: boolean;
  readonly score: number | null;
  readonly [key: string]: unknown;
}

interface Table {
  readonly group: string | null;
  readonly rows: readonly Row[];
  readonly unranked: readonly Omit<Row, 'rank' | 'tied'>[];
}

interface Board {
  readonly programme: string;
  readonly period: string;
  readonly dimension: string | null;
  readonly tables: readonly Table[];
}

interface UnitData {
  readonly unit: string;
  readonly programmes: readonly {
    readonly programme: string;
    readonly dimensions: readonly { readonly dimension: string; readonly group: string | null; readonly period: string; readonly points?: number }[];
    readonly recount?: { readonly base: number; readonly total: number; readonly decimals: number };
  }[];
  readonly history: readonly (Row & {
    readonly programme: string;
    readonly group: string | null;
    readonly dimension: string | null;
    readonly period: string;
  })[];
}

const IN_CSV = ['unit', 'rank', 'score', 'value', 'change', 'status'] as const;
const IN_HISTORY = ['rank', 'tied', 'score', 'value', 'change', 'status'] as const;

/** Each place where a figure is another than in the data of its board. */
export function figureFaults(files: ReadonlyMap<string, string>): string[] {
  const boards = [...files].flatMap(([path, body]) => {
    const data = path.endsWith('/index.json') ? (JSON.parse(body) as Partial<Board>) : {};
    return data.tables && data.period !== undefined ? [{ folder: path.slice(0, -'index.json'.length), board: data as Board }] : [];
  });
  const rowAt = new Map(
    boards.flatMap(({ board }) =>
      board.tables.flatMap(({ group, rows }) =>
        rows.map((row) => [[board.programme, board.period, board.dimension, group, row.unit].join('|'), row] as const),
      ),
    ),
  );
  return [
    ...boards.flatMap(({ folder, board }) => [...csvFaults(folder, board, files), ...placeFaults(folder, board, files)]),
    ...[...files].flatMap(([path, body]) => (/^units\/[^/]+\/index\.json$/.test(path) ? unitFaults(JSON.parse(body) as UnitData, rowAt) : [])),
  ];
}

function csvFaults(folder: string, { tables }: Board, files: ReadonlyMap<string, string>): string[] {
  const csv = files.get(`${folder}ranking.csv`);
  if (csv === undefined) return [];
  const data = tables.flatMap(({ rows, unranked }) => [...rows, ...unranked]).map((row) => IN_CSV.map((key) => String(row[key] ?? '')).join());
  const lines = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data.map((line) =>
    IN_CSV.map((key) => line[key]).join(),
  );
  return data.join('\n') === lines.join('\n') ? [] : [`${folder}ranking.csv has not the rows of index.json`];
}

/** Pages in any language; of a large board a page may hold the first rows only. */
function placeFaults(folder: string, { tables }: Board, files: ReadonlyMap<string, string>): string[] {
  // A unit that is in several tables has its group in its further anchors.
  const wanted = tables.flatMap(({ group, rows }) =>
    rows.flatMap(({ unit, rank, tied }) => [unit, `${unit}-${group ?? 'all'}`].map((anchor) => `${anchor} ${tied ? '=' : ''}${rank}`)),
  );
  return ['', 'en/', 'zh-CN/'].flatMap((prefix) => {
    const page = files.get(`${prefix}${folder}index.html`) ?? '';
    const shown = [...page.matchAll(/<tr id="u-([^"]+)"[^>]*><td class="rank">(=|并列第)?(\d+)<\/td>/g)].map(
      ([, unit, tie, rank]) => `${unit} ${tie ? '=' : ''}${rank}`,
    );
    return shown.every((place) => wanted.includes(place)) ? [] : [`${prefix}${folder} has other places than index.json: ${shown.join(', ')}`];
  });
}

function unitFaults(data: UnitData, rowAt: ReadonlyMap<string, Row>): string[] {
  return [...historyFaults(data, rowAt), ...recountFaults(data, rowAt)];
}

/** A total that a reader is shown how to recount is the one on the board, and its points come to it. */
function recountFaults({ unit, programmes }: UnitData, rowAt: ReadonlyMap<string, Row>): string[] {
  return programmes.flatMap(({ programme, dimensions, recount }) => {
    const [first] = dimensions;
    if (!recount || !first) return [];
    // Of a unit that is not ranked the board has no row.
    const score = rowAt.get([programme, first.period, null, first.group, unit].join('|'))?.score ?? recount.total;
    const sum = dimensions.reduce((all, { points = 0 }) => all + points, 0);
    const isMade = Math.abs(sum - recount.base) <= 0.501 * 10 ** -recount.decimals;
    return score === recount.total && isMade
      ? []
      : [`units/${unit}/ recounts ${recount.total} as ${sum} in ${programme}, and the board has ${String(score)}`];
  });
}

function historyFaults({ unit, history }: UnitData, rowAt: ReadonlyMap<string, Row>): string[] {
  return history.flatMap((entry) => {
    const row = rowAt.get([entry.programme, entry.period, entry.dimension, entry.group, unit].join('|'));
    const other = row ? IN_HISTORY.filter((key) => row[key] !== entry[key]) : [];
    return other.map((key) => `units/${unit}/ has ${key} ${String(entry[key])} for ${entry.period}, and the board ${String(row?.[key])}`);
  });
}
