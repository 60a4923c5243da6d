/** One fault, one message: what follows from a fault is not told as well. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../src/press/inventory.ts';
import { BASE, type Files, parseFiles, printProblems } from './folder.ts';

const root = join(import.meta.dirname, '../portals/nothing-before-its-time-anywhere');
/** A portal with a row in every table. */
const WHOLE: Files = Object.fromEntries(listFiles(root).map((file) => [file, readFileSync(join(root, file), 'utf8')]));
/** Its one warning. */
const USUAL = 'revision-without-correction observations.csv:4:1';

type Edit = (text: string) => string;

function put(from: string, to: string): Edit {
  return (text) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  };
}

/** Another text in a column of a line. */
function cell(line: number, column: string, text: string): Edit {
  return (whole) => {
    const lines = whole.split('\n').map((one) => one.split(','));
    const at = lines[0]?.indexOf(column) ?? -1;
    expect(at).toBeGreaterThanOrEqual(0);
    const row = lines[line - 1] as string[];
    while (row.length <= at) row.push('');
    row[at] = text;
    return lines.map((one) => one.join(',')).join('\n');
  };
}

const header = (column: string, text: string): Edit => cell(1, column, text);

async function faultsAfter(file: string, edit: Edit, others: Files = {}): Promise<readonly string[]> {
  const files = { ...WHOLE, ...others };
  const { problems } = await parseFiles({ ...files, [file]: edit(files[file] ?? '') });
  return problems
    .map(({ code, place }) => [code, [place.file, place.line, place.column].filter((part) => part !== null).join(':')].join(' '))
    .filter((fault) => fault !== USUAL);
}

type Case = readonly [string, Edit, string];

const one = ([file, edit, fault]: Case): Promise<void> => expect(faultsAfter(file, edit)).resolves.toEqual([fault]);

describe('a table that cannot be read', () => {
  it.each<Case>([
    ['documents.csv', () => '', 'csv-empty documents.csv'],
    ['indicators.csv', () => '', 'csv-empty indicators.csv'],
    ['memberships.csv', () => '', 'csv-empty memberships.csv'],
    ['milestones.csv', () => '', 'csv-empty milestones.csv'],
    ['unit_events.csv', () => '', 'csv-empty unit_events.csv'],
  ])('%s is told of once, and nothing of what refers to it', (...args) => one(args));

  it.each<Case>([
    ['units.csv', put('dune,Dune', 'dune,"Dune'), 'csv-quote units.csv:4:2'],
    ['documents.csv', put('hushdoc,', 'hushdoc,"'), 'csv-quote documents.csv:3:2'],
    ['indicators.csv', put('Flow', '"Flow'), 'csv-quote indicators.csv:2:3'],
    ['sessions.csv', put('meet,s1', 'meet,"s1'), 'csv-quote sessions.csv:2:2'],
    ['tasks.csv', put('Dig the canal', '"Dig the canal'), 'csv-quote tasks.csv:2:3'],
    ['awards.csv', put('For good work', '"For good work'), 'csv-quote awards.csv:2:13'],
    ['corrections.csv', put('A typing error', '"A typing error'), 'csv-quote corrections.csv:2:11'],
    ['scores.csv', put('review,star,work', 'review,"star,work'), 'csv-quote scores.csv:3:2'],
    ['task_units.csv', put('t1,hushhelper', 't1,"hushhelper'), 'csv-quote task_units.csv:3:2'],
  ])('%s is silent of what stands below an open quote', (...args) => one(args));
});

describe('a programme whose file is at fault', () => {
  const others: Files = {
    'programmes/below.yaml': 'name: Below\nparent: review\n',
    'appeals.csv': 'appeal,against,filed_on,state\na,review/2023-Q3/moon,2023-11-01,filed\nb,Quarterly review/2023-Q3/moon,2023-11-01,filed\n',
  };

  it.each([
    ['zzz: 1\n', 'config-key-unknown programmes/review.yaml:1:1'],
    ['cadence: [\n', 'yaml-bracket-open programmes/review.yaml:1:10'],
  ])('as in %j may still be named by others', async (line, fault) => {
    const edit: Edit = (text) => line + text.replace('cadence: quarter\n', '');
    expect(await faultsAfter('programmes/review.yaml', (text) => text, others)).toEqual([]);
    expect(await faultsAfter('programmes/review.yaml', edit, others)).toEqual([fault]);
  });
});

describe('a misspelt key', () => {
  it.each<Case>([
    ['portal.yaml', put('title:', 'titel:'), 'config-key-unknown portal.yaml:3:1'],
    ['portal.yaml', put('title:', 'heading:'), 'config-key-unknown portal.yaml:3:1'],
    ['programmes/meet.yaml', put('name:', 'nmae:'), 'config-key-unknown programmes/meet.yaml:1:1'],
    ['programmes/meet.yaml', put('id: flag', 'idd: flag'), 'config-key-unknown programmes/meet.yaml:4:7'],
    ['programmes/review.yaml', put('- { id:', '- { idd:'), 'config-key-unknown programmes/review.yaml:8:7'],
    ['programmes/review.yaml', put('outcomes: [{ id:', 'outcomes: [{ idd:'), 'config-key-unknown programmes/review.yaml:12:52'],
  ])('of %s is not missing as well', (...args) => one(args));

  it.each([
    ['idd: a, count: tasks', 12],
    ['id: a, cuont: tasks', 19],
    ['id: a, what: tasks', 19],
  ])('of a claim { %s } is not missing as well', async (claim, column) => {
    const edit: Edit = (text) => `${text}claims: [{ ${claim}, equals: 2 }]\n`;
    expect(await faultsAfter('programmes/meet.yaml', edit)).toEqual([`config-key-unknown programmes/meet.yaml:5:${column}`]);
  });
});

describe('a header at fault', () => {
  it.each<Case>([
    ['adjustments.csv', header('points', 'pointsx'), 'csv-column-unknown adjustments.csv:1:5'],
    ['observations.csv', header('revision', 'revsn_no'), 'csv-column-unknown observations.csv:1:10'],
    ['unit_events.csv', header('from_name', ''), 'csv-header-blank unit_events.csv:2:4'],
    ['scores.csv', header('score', ''), 'csv-header-blank scores.csv:2:5'],
    ['scores.csv', header('score', 'period'), 'csv-header-duplicate scores.csv:1:5'],
    ['appeals.csv', header('decided_on', 'day'), 'csv-column-unknown appeals.csv:1:6'],
    ['awards.csv', header('revoked_on', ''), 'csv-header-blank awards.csv:2:12'],
    ['corrections.csv', header('programme', 'progrm'), 'csv-column-unknown corrections.csv:1:5'],
    ['corrections.csv', header('period', ''), 'csv-header-blank corrections.csv:2:6'],
    ['corrections.csv', header('new', 'nwe'), 'csv-column-unknown corrections.csv:1:10'],
    ['task_events.csv', header('to_unit', ''), 'csv-header-blank task_events.csv:5:5'],
    ['tasks.csv', header('target_value', 'amount'), 'csv-column-unknown tasks.csv:1:10'],
    ['scores.csv', header('programme', 'wxyz'), 'csv-column-unknown scores.csv:1:1'],
    ['scores.csv', header('programme', ''), 'csv-column-missing scores.csv:1'],
    ['scores.csv', header('unit', 'programme'), 'csv-header-duplicate scores.csv:1:2'],
  ])('of %s says nothing of its cells, nor of a column that is missing', (...args) => one(args));
});

describe('a cell at fault', () => {
  it.each<Case>([
    ['sessions.csv', cell(3, 'held_on', '20 Dec'), 'date-unreadable sessions.csv:3:3'],
    ['unit_events.csv', cell(3, 'type', 'mergd'), 'word-unknown unit_events.csv:3:3'],
    ['unit_events.csv', cell(2, 'from_name', '13812345678'), 'personal-mobile unit_events.csv:2:4'],
    ['units.csv', (text) => cell(2, 'name_en', '13812345678')(cell(1, 'valid_to', 'name_en')(text)), 'personal-mobile units.csv:2:7'],
    ['tasks.csv', cell(2, 'target_value', '5OO m'), 'number-not-numeric tasks.csv:2:10'],
    ['awards.csv', cell(3, 'holder', '13812345678'), 'personal-mobile awards.csv:3:5'],
    ['awards.csv', cell(3, 'holder_type', 'tsk'), 'word-unknown awards.csv:3:4'],
    ['corrections.csv', cell(2, 'new', '13812345678'), 'personal-mobile corrections.csv:2:10'],
    ['corrections.csv', cell(2, 'period', '2023-Q7'), 'period-unknown corrections.csv:2:6'],
    ['adjustments.csv', cell(4, 'kind', 'vetoo'), 'word-unknown adjustments.csv:4:4'],
    ['scores.csv', cell(2, 'score', '81.2.5'), 'number-not-numeric scores.csv:2:5'],
    ['scores.csv', cell(2, 'unit', 'mooon'), 'unit-unknown scores.csv:2:2'],
    ['scores.csv', cell(2, 'period', '2023-Q9'), 'period-unknown scores.csv:2:4'],
    ['scores.csv', cell(2, 'dimension', 'wrok'), 'dimension-unknown scores.csv:2:3'],
    ['scores.csv', cell(2, 'programme', 'reveiw'), 'programme-unknown scores.csv:2:1'],
    ['observations.csv', cell(4, 'revision', '2nd'), 'number-not-numeric observations.csv:4:10'],
    ['task_units.csv', cell(2, 'from', '2099-01-01'), 'dates-reversed task_units.csv:2:5'],
    ['scores.csv', cell(2, 'score', '8,125'), 'csv-row-long scores.csv:2:9'],
    ['tasks.csv', cell(3, 'title', 'Dig, fill'), 'csv-row-long tasks.csv:3:14'],
    ['programmes/meet.yaml', put('quarter', '13812345678'), 'personal-mobile programmes/meet.yaml:2:10'],
    ['programmes/meet.yaml', put('cadence', '13812345678'), 'personal-mobile programmes/meet.yaml:2:1'],
    ['programmes/review.yaml', put('hushdoc', '13812345678'), 'personal-mobile programmes/review.yaml:16:74'],
  ])('of %s has no consequences', (...args) => one(args));
});

describe('an adjustment', () => {
  const repeat = (edit: Edit): Edit => {
    return (text) => {
      const lines = text.split('\n');
      lines.splice(2, 0, edit(lines[1] as string));
      return lines.join('\n');
    };
  };

  it('that says the same as another would count twice', async () => {
    const fault = 'row-duplicate adjustments.csv:3:2';
    expect(
      await faultsAfter(
        'adjustments.csv',
        repeat((row) => row),
      ),
    ).toEqual([fault]);
    expect(await faultsAfter('adjustments.csv', repeat(put('star,2023-Q3', 'Starpick,2023年三季度')))).toEqual([fault]);
  });

  it.each([put('Helped', 'Thanked'), put('2023-10-01', '2023-10-02'), put('2023-10-01,', '2023-10-01,the second')])(
    'that says something else stands beside it',
    async (edit) => {
      expect(await faultsAfter('adjustments.csv', repeat(edit))).toEqual([]);
    },
  );
});

describe('a row that does not say whose it is, or which', () => {
  it.each<Case>([
    ['indicators.csv', cell(2, 'programme', 'gaug'), 'programme-unknown indicators.csv:2:2'],
    ['sessions.csv', cell(2, 'programme', 'meett'), 'programme-unknown sessions.csv:2:1'],
    ['units.csv', cell(4, 'unit', ''), 'cell-blank units.csv:4:1'],
    ['units.csv', cell(4, 'unit', 'a b'), 'id-unsafe units.csv:4:1'],
    ['tasks.csv', cell(3, 'task', 't1'), 'row-duplicate tasks.csv:3:1'],
    ['documents.csv', cell(2, 'document', '13812345678'), 'personal-mobile documents.csv:2:1'],
    ['documents.csv', cell(2, 'document', ''), 'cell-blank documents.csv:2:1'],
    ['indicators.csv', cell(2, 'indicator', ''), 'cell-blank indicators.csv:2:1'],
    ['sessions.csv', cell(2, 'session', ''), 'cell-blank sessions.csv:2:2'],
    ['tasks.csv', cell(2, 'task', ''), 'cell-blank tasks.csv:2:1'],
    ['awards.csv', cell(3, 'award', ''), 'cell-blank awards.csv:3:1'],
    ['corrections.csv', cell(3, 'correction', ''), 'cell-blank corrections.csv:3:1'],
  ])('of %s may be the one that others refer to', (...args) => one(args));

  it('may have the group that a rule names', async () => {
    const rule = 'rule: { rank: { n: { Towns: 1, HUSHGROUP: 2 } } }';
    const others = { 'programmes/review.yaml': put('tone: positive,', `tone: positive, ${rule},`)(WHOLE['programmes/review.yaml'] as string) };
    const edit: Edit = (text) => text.replaceAll('review,HUSHGROUP', 'reveiw,HUSHGROUP');
    expect(await faultsAfter('memberships.csv', edit, others)).toEqual(['programme-unknown memberships.csv:5:1']);
  });
});

describe('a definition at fault', () => {
  const board = BASE['programmes/board.yaml'] as string;
  const faults = (yaml: string, others: Files = {}): Promise<readonly string[]> =>
    printProblems({ ...BASE, ...others, 'programmes/board.yaml': yaml }).then((all) => all.map((one) => one.split(' ').slice(0, 3).join(' ')));

  it('whose id the rows do not have is told once of all tables, with the nearest and the number of rows', async () => {
    const others = {
      'portal.yaml': `${BASE['portal.yaml']}programmes: [board]\n`,
      'memberships.csv': 'programme,unit,group\nboard,futian,g\nboard,luohu,g\n',
    };
    expect(await printProblems({ ...BASE, ...others, 'programmes/board.yaml': board.replace('id: board', 'id: baord') })).toEqual([
      'portal.yaml:4:14 programmes “board” is not a programme that the portal knows. (4 rows) Did you mean “baord”? Correct it, or add its file under programmes/.',
    ]);
  });

  it.each<[string, string, Files, string]>([
    ['an unsafe id', board.replace('id: board', 'id: ../../x'), {}, 'programmes/board.yaml:1:5 id “../../x”'],
    [
      'a dimension’s id given twice',
      board.replace('id: life', 'id: work'),
      { 'scores.csv': 'programme,unit,dimension,period,score\nboard,futian,life,2023-Q3,1\n' },
      'programmes/board.yaml:6:11 dimensions.id “work”',
    ],
    [
      'a dimension’s name given twice',
      board.replace('民生', '工作'),
      { 'scores.csv': 'programme,unit,dimension,period,score\nboard,futian,工作,2023-Q3,1\n' },
      'programmes/board.yaml:6:23 dimensions.name “工作”',
    ],
    [
      'an unknown dimension of a group',
      `${board}groups: [{ id: g, dimensions: [wrok, life] }]\n`,
      {},
      'programmes/board.yaml:7:32 groups.dimensions “wrok”',
    ],
    [
      'roles of more than there may be',
      `${board}tasks: { roles: { lead: { min: 2, max: 1 } } }\n`,
      { 'tasks.csv': 'task,programme,title\nt1,board,建站\n', 'task_units.csv': 'task,unit,role\nt1,futian,lead\n' },
      'programmes/board.yaml:7:19 No number',
    ],
    [
      'a unit that ends before it begins',
      board,
      { 'units.csv': 'unit,name,valid_from,valid_to\nfutian,福田区,2024-01-01,2023-01-01\nluohu,罗湖区,,\n' },
      'units.csv:2:4 valid_to 2023-01-01',
    ],
  ])('with %s is told once', async (_, yaml, others, fault) => {
    expect(await faults(yaml, others)).toEqual([fault]);
  });

  it('is none where one dimension follows another under its name', async () => {
    const yaml = board
      .replace('weight: 60', 'weight: 100, to: 2022-12-31')
      .replace('name: 民生, weight: 40', 'name: 工作, weight: 100, from: 2023-01-01');
    expect(await faults(yaml, { 'scores.csv': 'programme,unit,dimension,period,score\nboard,futian,life,2023-Q3,1\n' })).toEqual([]);
  });
});

describe('an event', () => {
  const append =
    (line: number): Edit =>
    (text) =>
      `${text.trimEnd()}\n${text.split('\n')[line - 1]}\n`;

  it.each<Case>([
    ['task_events.csv', append(5), 'row-duplicate task_events.csv:6:1'],
    ['unit_events.csv', append(2), 'row-duplicate unit_events.csv:4:1'],
  ])('that says the same as another of %s would be printed twice', (...args) => one(args));

  it('that says something else stands beside it', async () => {
    const other: Edit = (text) => append(5)(text).replace(/HUSHTRANSFERRED(?![\s\S]*HUSHTRANSFERRED)/, 'And for another reason');
    expect(await faultsAfter('task_events.csv', other)).toEqual([]);
  });
});

describe('an indicator', () => {
  const weighted = (rows: readonly string[]): Files => ({
    'programmes/more.yaml':
      'name: More\ncadence: quarter\ndimensions: [{ id: a, weight: 60, scoring: points }, { id: b, weight: 40, scoring: points }]\n',
    'indicators.csv': `${WHOLE['indicators.csv']?.replace('valid_to\n', 'valid_to,weight\n').trimEnd()},\n${rows.join('\n')}\n`,
  });
  const rows = ['i,more,I,higher,a,,,,,50', 'j,more,J,higher,a,,,,,50', 'k,more,K,higher,b,,,,,100'];
  const with4 = (row: string): readonly string[] => [row, ...rows.slice(1)];

  it('of an unknown dimension, or with a weight that is no number, has no weight that others lack', async () => {
    const faults = (lines: readonly string[]): Promise<readonly string[]> => faultsAfter('units.csv', (text) => text, weighted(lines));
    expect(await faults(rows)).toEqual([]);
    expect(await faults(with4('i,more,I,higher,zzz,,,,,50'))).toEqual(['dimension-unknown indicators.csv:3:5']);
    expect(await faults(with4('i,more,I,higher,a,,,,,5O'))).toEqual(['number-not-numeric indicators.csv:3:10']);
    expect(await faults(with4('i,more,I,higher,a,,,2023-02-31,,50'))).toEqual(['date-impossible indicators.csv:3:8']);
    expect(await faults(['i,more,I,higher,a,,,,,50', 'j,more,J,higher,zzz,,,,,50', 'k,more,K,higher,b,,,,,100'])).toEqual([
      'dimension-unknown indicators.csv:4:5',
    ]);
    expect(await faults(with4('i,more,I,higher,a,,,,,49'))).toEqual(['weights-sum indicators.csv:3:1']);
  });
});

it('a milestone of an unknown task may be the one that an event names', async () => {
  const others: Files = { 'task_events.csv': `${WHOLE['task_events.csv']?.trimEnd()}\nt1,2024-02-19,milestone_done,,,,,m2,,\n` };
  expect(await faultsAfter('milestones.csv', (text) => text, others)).toEqual([]);
  expect(await faultsAfter('milestones.csv', cell(3, 'task', 't9'), others)).toEqual(['task-unknown milestones.csv:3:1']);
});
