/** Faults that stand by themselves, each with the message that an office reads. */
import { describe, expect, it } from 'vitest';
import { BASE, type Files, printProblems } from './folder.ts';

const BOARD = BASE['programmes/board.yaml'] as string;
const ALL = `${BOARD}instruments: [{ id: flag, name: 红旗 }, { id: dim, name: 维, scope: dimension }]\ntasks: { roles: { lead: { max: 2 } } }\n`;
const board = (more: string): Files => ({ ...BASE, 'programmes/board.yaml': BOARD + more });
const rows = (file: string, text: string): Files => ({ ...BASE, 'programmes/board.yaml': ALL, [file]: text });
const task = (file: string, text: string): Files => ({
  ...rows(file, text),
  'tasks.csv': 'task,programme,title,posted_on,due_on\nt1,board,甲,2023-01-01,2023-12-31\n',
});

describe('in a programme’s file', () => {
  it.each([
    ['claims: [{ id: c, count: tasks }]', '7:10 Claim c does not say what was printed. Write equals or share.'],
    [
      'claims: [{ id: c, count: tasks, equals: 0, share: 40% }]',
      '7:10 Claim c needs share and share_of together. share is the percentage as printed, share_of says what its whole counts.',
    ],
    ['tasks: { phases: [{ id: a, from: 2023-05-01, to: 2023-01-01 }] }', '7:19 to 2023-01-01 lies before from 2023-05-01. Check both dates.'],
    [
      'tasks: { phases: [{ id: a, from: soon, to: 2023-01-01 }] }',
      '7:34 “tasks.phases[1].from” is “soon”, which is not a date. Write it like 2023-09-05.',
    ],
    [
      'instruments: [{ id: a, name: A, source: computed }]',
      '7:41 “A” is to be given by rule (source: computed), but has none. Write a rule, or make source recorded.',
    ],
    [
      'instruments: [{ id: a, name: A, holder: person, visibility: names }]',
      '7:61 “A” is held by persons and cannot be published by name. Make visibility counts or internal.',
    ],
    [
      'instruments: [{ id: a, name: A, source: computed, rule: { group: x } }]',
      '7:66 rule.group “x” is not a group that the portal knows. Correct it, or add it to groups in the programme’s file.',
    ],
    ['authority: doc-9', '7:12 authority “doc-9” is not a document that the portal knows. Correct it, or add it to documents.'],
    [
      'groups: [a b, ok]',
      '7:10 groups.id “a b” cannot be an id. Ids become addresses: letters, digits, _ and - only, beginning with a letter or digit, at most 60 characters.',
    ],
    [
      'tasks: { stages: [posted, { id: "c/d", name: x }] }',
      '7:27 tasks.stages “c/d” cannot be an id. Ids become addresses: letters, digits, _ and - only, beginning with a letter or digit, at most 60 characters.',
    ],
  ])('%s', async (line, message) => {
    expect(await printProblems(board(`${line}\n`))).toEqual([`programmes/board.yaml:${message}`]);
  });

  it('that has the id of another', async () => {
    expect(await printProblems({ ...BASE, 'programmes/other.yaml': 'id: board\nname: O\n' })).toEqual([
      'programmes/other.yaml:1:5 id “board” is used twice. Ids are compared without case; change one of them.',
    ]);
  });

  it('that has no dimensions for what is given by them', async () => {
    const files = {
      'programmes/board.yaml': 'name: B\ninstruments: [{ id: a, name: A, scope: dimension }]\n',
      'scores.csv': 'programme,unit,period,score\n',
    };
    expect(await printProblems({ ...BASE, ...files })).toEqual([
      'programmes/board.yaml:2:40 “A” is given for a dimension, but the programme has none. Add dimensions, or change scope.',
    ]);
  });
});

describe('in portal.yaml', () => {
  it('a holiday longer than a month', async () => {
    expect(
      await printProblems({ ...BASE, 'portal.yaml': 'title: T\npublisher: P\nwork_calendar: { holidays: [2023-10-01..2023-12-06] }\n' }),
    ).toEqual([
      'portal.yaml:3:29 “work_calendar.holidays[1]” holds “2023-10-01..2023-12-06”, which is neither a day nor a span of at most 31 days. Write 2023-10-01, or 2023-09-29..2023-10-06 for the days from one to the other.',
    ]);
  });

  it('a column with two sources', async () => {
    const tables = 'tables: { units: { file: raw/u.csv, columns: { unit: a, name: b }, constants: { name: x } } }\n';
    expect(await printProblems({ ...BASE, 'portal.yaml': `${BASE['portal.yaml']}${tables}`, 'raw/u.csv': 'a,b\nfutian,y\nluohu,z\n' })).toContain(
      'portal.yaml:4:11 The column “name” is filled twice. Name it once only in columns, constants and unpivot.',
    );
  });
});

describe('in a row', () => {
  const adjusted = (row: string): Files => rows('adjustments.csv', `programme,unit,period,kind,points,reason\nboard,futian,${row}\n`);
  const awarded = (row: string): Files =>
    rows('awards.csv', `award,programme,instrument,holder_type,holder,dimension,period,awarded_on,state,revoked_on\na1,board,${row}\n`);
  const held = (...lines: string[]): Files => rows('sessions.csv', `programme,session,held_on,status,reason\n${lines.join('\n')}\n`);
  const progress = (row: string): Files => task('progress.csv', `task,as_of,actual,planned\nt1,2023-05-01,${row}\n`);

  it.each([
    [adjusted('2023-Q3,bonus,,x'), 'adjustments.csv:2:5 This bonus has no points. Fill in “points”.'],
    [
      adjusted('2023-Q3,bonus,-3,x'),
      'adjustments.csv:2:5 points -3 is negative. Points are always positive; the kind says whether they are taken away.',
    ],
    [adjusted('2023,bonus,3,x'), 'adjustments.csv:2:3 period “2023” is not a period of “考核”. Write periods like 2023-Q3.'],
    [
      awarded('flag,unit,,,2023-Q3,2023-10-01,,'),
      'awards.csv:2:5 The holder is missing. Name the unit or task; for a person, write person under “holder_type”.',
    ],
    [
      awarded('dim,unit,futian,,2023-Q3,2023-10-01,,'),
      'awards.csv:2:6 “维” is given for a dimension, but this record names none. Fill in “dimension”.',
    ],
    [
      awarded('flag,unit,futian,,2023-Q3,2023-10-01,revoked,'),
      'awards.csv:2:10 This award was revoked, but the day is missing. Fill in “revoked_on”.',
    ],
    [awarded('flag,unit,futian,,2023,2023-10-01,,'), 'awards.csv:2:7 period “2023” is not a period of “考核”. Write periods like 2023-Q3.'],
    [
      rows('memberships.csv', 'programme,group,unit\nboard,东 组,futian\nboard,东 组,futian\n'),
      'memberships.csv:3:3 “board 东-组 futian” stands in memberships.csv, line 2 already. Remove one of the rows; ids are compared without case.',
    ],
    [
      rows('memberships.csv', 'programme,group,unit,weight_set\nboard,g,futian,w\n'),
      'memberships.csv:2:4 weight_set “w” is not a weight set that the portal knows. Correct it, or add it to weight_sets in the programme’s file.',
    ],
    [
      rows('indicators.csv', 'indicator,programme,name,direction\nx,board,X,higher\nx,board,X,higher\n'),
      'indicators.csv:3:1 “board x” stands in indicators.csv, line 2 already. Remove one of the rows; ids are compared without case.',
    ],
    [
      rows('indicators.csv', 'indicator,programme,name,direction,target\nx,board,X,target,\n'),
      'indicators.csv:2:1 Indicator “x” is best near its target, but has none. Fill in “target”, or give one with every observation.',
    ],
    [
      held('board,s1,,final,'),
      'sessions.csv:2:3 Session s1 was held, but its date is missing. Fill in “held_on”, or make the status scheduled or not_held.',
    ],
    [
      held('board,s2,2023-01-01,not_held,rain'),
      'sessions.csv:2:3 Session s2 has a date, but its status is not_held. Remove the date, or correct the status.',
    ],
    [
      held('board,s1,2023-01-01,final,', 'board,S1,2023-02-01,final,'),
      'sessions.csv:3:2 “S1” stands in sessions.csv, line 2 already. Remove one of the rows; ids are compared without case.',
    ],
    [
      rows('appeals.csv', 'appeal,against,filed_on,unit,state,decided_on\np1,board/2023-Q3/futian,2023-11-01,futian,upheld,\n'),
      'appeals.csv:2:5 The appeal was decided, but the day is missing. Fill in “decided_on”.',
    ],
    [
      rows('units.csv', 'unit,name,parent\nfutian,福田区,futian\nluohu,罗湖区,\n'),
      'units.csv:2:1 Unit futian is its own parent. Correct the column parent.',
    ],
    [
      task('task_units.csv', 'task,unit,role,share\nt1,futian,lead,140\n'),
      'task_units.csv:2:4 share 140 is not between 0 and 100. Write a percentage.',
    ],
    [
      task('task_units.csv', 'task,unit,role\nt1,futian,lead\nt1,futian,lead\n'),
      'task_units.csv:3:2 “t1 futian lead” stands in task_units.csv, line 2 already. Remove one of the rows; ids are compared without case.',
    ],
    [
      task('milestones.csv', 'task,milestone,title,due_on\nt1,m1,M,2023-05-01\nt1,M1,N,2023-05-01\n'),
      'milestones.csv:3:2 “t1 M1” stands in milestones.csv, line 2 already. Remove one of the rows; ids are compared without case.',
    ],
    [
      progress('5,-2'),
      'progress.csv:2:4 planned “-2” is no percentage from 0 to 100. Correct it; or, if progress is counted in a unit of its own, give the task its 目标值（target_value）.',
    ],
    [
      progress('1,\nt1,2023-05-01,2,'),
      'progress.csv:3:2 “t1 2023-05-01” stands in progress.csv, line 2 already. Remove one of the rows; ids are compared without case.',
    ],
  ])('%#', async (files, message) => {
    expect(await printProblems(files)).toEqual([message]);
  });

  it('a milestone that its task has not', async () => {
    const files = task('task_events.csv', 'task,date,event,milestone\nt1,2023-05-01,milestone_done,m9\n');
    expect(await printProblems({ ...files, 'milestones.csv': 'task,milestone,title,due_on\nt1,m1,M,2023-05-01\n' })).toEqual([
      'task_events.csv:2:4 Task t1 has no milestone “m9”. Correct it, or add it to milestones.',
    ]);
  });
});
