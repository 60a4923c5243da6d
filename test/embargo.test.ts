/**
 * The embargo (到时才公布): what is dated after the as-of date is in no file of the site. In the portal `nothing-before-its-time-anywhere`
 * every table has a row, or a cell of a row, of a later date. Whatever must not be told by then is a word that begins with “hush”, or a
 * number that ends in .17. Both are looked for everywhere; and on later days everything must be there, so that no slip of the pen passes.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPortal } from '../src/cli/openPortal.ts';
import type { ColumnMeta } from '../src/model/columns.ts';
import { TABLE_SCHEMAS } from '../src/model/tables/index.ts';
import { parseFrame } from '../src/press/frame.ts';
import { listFiles } from '../src/press/inventory.ts';
import { printSite } from '../src/press/printSite.ts';
import { openPrintRun } from '../src/press/store.ts';
import { readAt } from './read/fixture.ts';
import { TODAY } from './site.ts';

const CASE = join(import.meta.dirname, 'portals', 'nothing-before-its-time-anywhere');
/** As in its portal.yaml. */
const AS_OF = '2023-12-31';
/** On the first, second revisions are out and third ones are not; on the other everything is. */
const LATER = ['2024-02-10', TODAY] as const;

/** Dated columns that say when something will be, or what it is of, and not when it may be told. */
const NOT_PUBLICATION: Readonly<Record<string, string>> = {
  'indicators.valid_from': 'what will be measured is told in advance',
  'indicators.valid_to': 'how long an indicator is used is told in advance',
  'awards.valid_to': 'how long an award is held is set when it is given',
  'tasks.due_on': 'a due date is published to be met',
  'milestones.due_on': 'a due date is published to be met',
  'task_units.to': 'it is printed nowhere; a unit stands there until its term ends',
  'task_events.new_due_on': 'a due date; when it was set is task_events.date',
  'sessions.held_on':
    'the day of a meeting is announced in advance; what it gave out is held back by sessions.published_on and the dates of its awards',
};

/** Cells that no page prints, whenever it is. */
const NEVER_PRINTED: Readonly<Record<string, string>> = {
  hushfiling: 'filings are published as counts and digests',
};

/** What is worked out from later cells, or has no place for a word. It must be as absent, and as present later. */
const WORKED_OUT: Readonly<Record<string, RegExp>> = {
  'scores.rank_recorded of a later revision': /"rank_recorded":97\b/,
  'observations.planned of a later revision: planned − value': /\b81\.17\b/,
  'the period of later scores': /"2023-Q4"|2023-Q4\//,
  'filings.outcome that exempts later': /"exempted_on":"2024-02-29"/,
  'awards.revoked_on': /2024-02-07/,
  'awards.state of a later revocation': /"state":"revoked"/,
  'appeals.decided_on': /2024-02-27/,
  'memberships.to': /"to":"2024-02-14"/,
  'units.valid_to': /2024-03-19/,
  'the end of a unit by a later merger': /"valid_to":"2024-02-16"/,
  'tasks: as many as are posted': /"count":2,"outcomes"/,
  'sessions.status of a session that is not published': /"status":"revised"/,
};

const FRAME = parseFrame(
  '<title>@@title@@</title><meta name="description" content="@@description@@"><!--@@head@@--><!--@@languages@@--><!--@@crumbs@@--><main><!--@@main@@--></main><!--@@pageinfo@@-->',
);

/** Everything that a build puts out but pixels: its files, what pictures say, what search finds. */
async function print(asOf: string | null): Promise<ReadonlyMap<string, string>> {
  const { assessment, problems, prose, folder } = await openPortal(CASE, { asOf, today: TODAY });
  const errors = problems.list.filter(({ severity }) => severity === 'error');
  if (!assessment)
    throw new Error(errors.map(({ code, place, params }) => `${code} ${place.file}:${place.line} ${JSON.stringify(params)}`).join('\n'));
  const root = mkdtempSync(join(tmpdir(), 'sunboard-embargo-'));
  try {
    const run = openPrintRun(join(root, 'site'));
    const { records, pictures } = await printSite(
      {
        site: { assessment },
        frames: { frame: () => FRAME, prose: () => '' },
        presses: null,
        shell: () => '',
        prose,
        base: '/',
        copies: [],
        key: '',
        inputsKey: () => JSON.stringify(folder.inputs()),
        onPage: () => undefined,
      },
      run,
    );
    run.finish(() => '{}');
    const files = listFiles(join(root, 'site')).map((path) => [path, readFileSync(join(root, 'site', path), 'utf8')] as const);
    const told = problems.list.map(({ code, params }) => `${code} ${JSON.stringify(params)}`).join('\n');
    return new Map([
      ...files,
      ...records.map((record) => [`(search) ${record.url}`, JSON.stringify(record)] as const),
      ...pictures.map(({ path, text }) => [`(picture) ${path}`, JSON.stringify(text)] as const),
      ['(problems)', told],
    ]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const HUSHED = /hush[a-z0-9]*|(?<![\d.])\d+\.17(?!\d)/gi;

function hushedIn(text: string): string[] {
  return [...new Set([...text.matchAll(HUSHED)].map(([word]) => word.toLowerCase()))];
}

/** Hushed word → files that have it. */
function findHushed(files: ReadonlyMap<string, string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [path, body] of files) for (const word of hushedIn(`${path}\n${body}`)) found.set(word, [...(found.get(word) ?? []), path]);
  return found;
}

/** Which tables and columns have a word. */
type Sources = ReadonlyMap<string, readonly string[]>;

async function readCase(): Promise<{ words: Sources; rows: Awaited<ReturnType<typeof readAt>>['rows'] }> {
  const { rows } = await readAt(CASE);
  const words = new Map<string, string[]>();
  for (const [table, list] of Object.entries(rows)) {
    for (const { cells } of list) {
      for (const [column, text] of Object.entries(cells)) {
        for (const word of hushedIn(text)) words.set(word, [...new Set([...(words.get(word) ?? []), `${table}.${column}`])]);
      }
    }
  }
  for (const { path, text } of programmeFiles()) for (const word of hushedIn(text)) words.set(word, [...(words.get(word) ?? []), path]);
  return { words, rows };
}

/** A claim is printed together with its document. */
function programmeFiles(): { path: string; text: string }[] {
  const paths = listFiles(CASE).filter((path) => path.startsWith('programmes/'));
  return paths.map((path) => ({ path, text: readFileSync(join(CASE, path), 'utf8') }));
}

function datedColumns(): string[] {
  return Object.entries(TABLE_SCHEMAS).flatMap(([table, { shape }]) =>
    Object.entries(shape).flatMap(([column, schema]) => (['date', 'due'].includes(cellOf(schema) ?? '') ? `${table}.${column}` : [])),
  );
}

/** An optional column wraps the one that says what its cells are. */
function cellOf(schema: { meta(): unknown; unwrap?: () => unknown }): ColumnMeta['cell'] | undefined {
  const meta = schema.meta() as Partial<ColumnMeta> | undefined;
  return meta?.cell ?? (schema.unwrap ? cellOf(schema.unwrap() as typeof schema) : undefined);
}

const { words, rows } = await readCase();

describe('on the as-of date', () => {
  let files: ReadonlyMap<string, string>;
  let found: ReadonlyMap<string, readonly string[]>;
  beforeAll(async () => {
    files = await print(null);
    found = findHushed(files);
  });

  it.each([...words.keys()])('no file has %s', (word) => {
    expect(found.get(word) ?? [], words.get(word)?.join(', ')).toEqual([]);
  });

  it('no file has anything else that looks like one of them', () => {
    expect([...found.keys()].filter((word) => word.startsWith('hush') && !words.has(word))).toEqual([]);
  });

  it.each(Object.entries(WORKED_OUT))('no file gives away %s', (_, pattern) => {
    expect([...files].filter(([, body]) => pattern.test(body)).map(([path]) => path)).toEqual([]);
  });
});

describe('on later days', () => {
  const bodies: string[] = [];
  const found = new Set<string>();
  beforeAll(async () => {
    for (const day of LATER) {
      const files = await print(day);
      for (const word of findHushed(files).keys()) found.add(word);
      bodies.push(...files.values());
    }
  });

  it.each([...words.keys()])('the site has %s', (word) => {
    expect(found.has(word), words.get(word)?.join(', ')).toBe(NEVER_PRINTED[word] === undefined);
  });

  it.each(Object.entries(WORKED_OUT))('the site has %s', (_, pattern) => {
    expect(bodies.some((body) => pattern.test(body))).toBe(true);
  });
});

describe('the case', () => {
  it('has every table', () => {
    expect(Object.keys(rows).sort()).toEqual(Object.keys(TABLE_SCHEMAS).sort());
  });

  it.each(datedColumns())('has a later %s beside what must not be told by then, or a reason why there is none', (name) => {
    const [table, column] = name.split('.') as [string, string];
    const later = (rows[table] ?? []).filter(({ cells }) => (cells[column] ?? '') > AS_OF);
    if (NOT_PUBLICATION[name] !== undefined) return;
    expect(later.length, 'rows of a later date').toBeGreaterThan(0);
    const silent = later.filter(({ cells }) => hushedIn(Object.values(cells).join('\n')).length === 0 && !isWorkedOut(cells[column] ?? ''));
    expect(silent.map(({ line }) => `${table}.csv:${line}`)).toEqual([]);
  });

  it('gives reasons for dated columns only', () => {
    expect(Object.keys(NOT_PUBLICATION).filter((name) => !datedColumns().includes(name))).toEqual([]);
  });

  it('has the as-of date of this test', () => {
    expect(readFileSync(join(CASE, 'portal.yaml'), 'utf8')).toContain(`as_of: ${AS_OF}\n`);
  });
});

/** Whether a day itself is looked for. */
function isWorkedOut(day: string): boolean {
  return Object.values(WORKED_OUT).some(({ source }) => source.includes(day));
}
