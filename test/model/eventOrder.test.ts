import { expect, test } from 'vitest';
import { BASE, type Files, parseFiles } from './folder.ts';

const LIST: Files = {
  ...BASE,
  'programmes/board.yaml': 'id: board\nname: 考核\ntasks: { stages: [posted, in_progress, closed], roles: { lead: { min: 1, max: 1 } } }\n',
  'scores.csv': 'programme,unit,period,score\nboard,futian,2023-Q3,1\n',
  'tasks.csv': 'task,programme,title\nt1,board,建站\nt2,board,修路\n',
  'task_units.csv': 'task,unit,role\nt1,futian,lead\nt2,luohu,lead\n',
};
const eventsOf = async (...rows: string[]): Promise<string[]> => {
  const { portal } = await parseFiles({ ...LIST, 'task_events.csv': ['task,date,event', ...rows, ''].join('\n') });
  return portal?.programmes[0]?.tasks[0]?.events.map(({ event }) => event) ?? [];
};

test('events of one day are in the order of their rows', async () => {
  expect(await eventsOf('t1,2023-05-01,posted', 't1,2023-06-01,closed', 't1,2023-06-01,in_progress')).toEqual(['posted', 'closed', 'in_progress']);
  // Nothing tells which of them comes first in the file.
  expect(await eventsOf('t1,2023-06-01,posted', 't1,2023-06-01,closed')).toEqual(['posted', 'closed']);
});

test('in a file that is sorted newest first they are taken from below', async () => {
  const sheet = ['t1,2023-06-01,in_progress', 't1,2023-06-01,closed', 't1,2023-05-01,posted'];
  expect(await eventsOf(...sheet)).toEqual(['posted', 'closed', 'in_progress']);
  // Another task tells how the file is sorted, too.
  const other = ['t2,2023-07-01,closed', 't2,2023-06-15,posted'];
  expect(await eventsOf(...other, 't1,2023-06-01,closed', 't1,2023-06-01,posted')).toEqual(['posted', 'closed']);
});

test('a file in no order is read downwards', async () => {
  const rows = ['t1,2023-06-01,closed', 't1,2023-05-01,posted', 't1,2023-06-01,in_progress'];
  expect(await eventsOf(...rows)).toEqual(['posted', 'closed', 'in_progress']);
});
