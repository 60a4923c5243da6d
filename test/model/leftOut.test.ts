import { describe, expect, it } from 'vitest';
import { parseFiles, printProblem } from './folder.ts';

const LISTS = {
  'portal.yaml': `title: 大项目
publisher: 市政府
languages: [zh-CN]
tables:
  tasks: { file: raw/tasks.csv, faults: report }
  task_units: { file: raw/leads.csv, faults: report }
  task_events: { file: raw/events.csv, faults: report }
  awards: { file: raw/lights.csv, faults: report }
  observations: { file: raw/figures.csv, faults: report }
`,
  'programmes/big.yaml':
    'name: 大项目\ndimensions: { from: indicators }\ninstruments: [{ id: red, name: 红灯, kind: light, holder: task, scope: task }]\n',
  'units.csv': 'unit,name\na,甲局\nb,乙局\n',
  'indicators.csv': 'programme,indicator,name,direction\nbig,cost,造价,lower\n',
  'raw/tasks.csv':
    'task,programme,title,posted_on,due_on\nt1,big,修桥,2022-01-01,2023-01-01\nt2,big,修路,2022-01-01,不公开\nt3,big,修渠,2023-02-20,2023-01-20\n',
  'raw/leads.csv': 'task,unit,role\nt1,a,lead\nt2,a,lead\nt1,丙局,assist\n',
  'raw/events.csv': 'task,date,event,new_due_on\nt1,2022-06-01,extended,2024-01-01\nt1,2022-07-01,extended,\n',
  'raw/lights.csv':
    'award,programme,instrument,holder_type,holder,period,awarded_on\nl1,big,red,task,t1,2022,2022-03-31\nl2,big,blue,task,t1,2022,2022-03-31\nl3,big,red,task,t3,2022,2022-03-31\n',
  'raw/figures.csv': 'programme,unit,indicator,period,value\nbig,a,cost,2022,3\nbig,b,cost,2022,很多\nbig,b,cost,今年,4\n',
};

describe('rows at fault under `faults: report`', () => {
  it('are left out with whatever rests on them, and every one is listed', async () => {
    const { portal, problems } = await parseFiles(LISTS);
    expect(new Set(problems.map(({ severity }) => severity))).toEqual(new Set(['warning']));
    expect(problems.map(({ code, place }) => `${code} ${place.file}:${place.line}`).sort()).toEqual([
      'date-unreadable raw/tasks.csv:3',
      'dates-reversed raw/tasks.csv:4',
      'event-due-missing raw/events.csv:3',
      'instrument-unknown raw/lights.csv:3',
      'number-not-numeric raw/figures.csv:3',
      'period-unknown raw/figures.csv:4',
      'task-unknown raw/leads.csv:3',
      'task-unknown raw/lights.csv:4',
      'unit-unknown raw/leads.csv:4',
    ]);
    const [big] = portal?.programmes ?? [];
    expect(big?.tasks.map(({ id }) => id)).toEqual(['t1']);
    expect(big?.tasks[0]?.units.map(({ unit }) => unit)).toEqual(['a']);
    expect(big?.tasks[0]?.events.map(({ date }) => date)).toEqual(['2022-06-01']);
    expect(big?.awards.map(({ id }) => id)).toEqual(['l1']);
    expect([...(big?.observations.value ?? [])]).toEqual([3]);
  });

  it('stop the build when they hold a personal number', async () => {
    const { portal, problems } = await parseFiles({
      ...LISTS,
      'raw/tasks.csv': 'task,programme,title\nt1,big,请致电 13812345678\n',
    });
    expect(portal).toBeNull();
    expect(problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['personal-mobile']);
  });

  it('cannot be had of tables that others rest on', async () => {
    const { problems } = await parseFiles({
      ...LISTS,
      'portal.yaml': 'title: x\nlanguages: [en]\ntables:\n  units: { file: units.csv, faults: report }\n',
    });
    const told = problems.map((problem) => printProblem(problem, 'en'));
    expect(told[0]).toContain('Rows of units cannot be left out, since others rest on them. faults: report is for observations');
  });
});
