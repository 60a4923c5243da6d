import { describe, expect, it } from 'vitest';
import { writeFolder } from '../read/fixture.ts';
import { buildSite, textOf } from '../site.ts';

/** A card for whoever was warned twice; the warnings themselves, a task and a filing are nobody's business. */
const FILES = {
  'portal.yaml': 'title: 示范\npublisher: 示范办\nlanguages: [zh-CN, en]\nas_of: 2023-12-31\n',
  'programmes/cards.yaml': `
id: cards
name: 亮牌
cadence: quarter
dimensions: [{ id: work, name: 工作 }]
ranking: { overall: false }
instruments:
  - { id: secretwarning, name: 秘密提示, kind: notice, tone: warning, holder: unit, scope: overall, source: recorded, holding: event, visibility: internal, family: secretfamily }
  - { id: secretorder, name: 秘密令, kind: order, tone: negative, holder: unit, scope: task, source: recorded, holding: event, visibility: internal }
  - id: yellow
    name: 黄牌
    kind: card
    tone: warning
    holder: unit
    scope: overall
    source: both
    holding: period
    visibility: names
    rule: { all: [ { instrument: { id: secretwarning, consecutive: 2, gap: skips } } ] }
families: [{ id: secretfamily, name: 秘密类 }]
filings: [{ id: risk, name: 风险备案, stages: [{ id: applied, name: 申请 }], visibility: digests }]
tasks: { stages: [posted, closed] }
`,
  'units.csv': 'unit,name\na,甲区\nb,乙区\n',
  'scores.csv':
    'programme,unit,dimension,period,score\ncards,a,work,2023-Q1,80\ncards,b,work,2023-Q1,90\ncards,a,work,2023-Q2,80\ncards,b,work,2023-Q2,90\n',
  'awards.csv': `award,programme,instrument,holder_type,holder,task,period,awarded_on,reason
secretaward1,cards,secretwarning,unit,a,,2023-Q1,2023-04-10,秘密原因
secretaward2,cards,secretwarning,unit,a,,2023-Q2,2023-07-10,秘密原因
secretaward3,cards,secretorder,unit,b,t1,,2023-07-11,秘密原因
y1,cards,yellow,unit,a,secrettask,2023-Q2,2023-07-12,两次提示
`,
  'tasks.csv': `task,programme,title,posted_on,due_on,parent,visibility
t1,cards,修桥,2023-01-10,2023-12-01,secrettask,names
secrettask,cards,秘密任务,2023-01-10,2023-12-01,,internal
`,
  'task_units.csv': 'task,unit,role\nt1,b,lead\nsecrettask,a,lead\n',
  'filings.csv': `filing,programme,kind,filed_on,stage,task,award,digest,visibility
f1,cards,risk,2023-05-01,applied,t1,y1,公开摘要,digests
secretfiling,cards,risk,2023-05-02,applied,secrettask,secretaward1,秘密摘要,internal
`,
  'appeals.csv': 'appeal,against,filed_on,unit,state\nsecretappeal,secretaward1,2023-05-01,a,filed\n',
};

describe('what is internal', () => {
  const build = () => buildSite(writeFolder(FILES));

  it('takes part in what is worked out: internal notices lead to a public card', async () => {
    const { problems, opened } = await build();
    expect(problems).not.toContain('error');
    const yellow = opened.assessment?.programmes[0]?.awards.find(({ award }) => award.id === 'y1');
    expect(yellow).toMatchObject({ basis: 'both', facts: [{ type: 'instrument', of: '*', value: null, holds: true }] });
  });

  it('is named in no file of the site', async () => {
    const { files } = await build();
    expect(files.size).toBeGreaterThan(20);
    const telling = [...files].filter(([path, body]) => /secret|秘密/i.test(path) || /secret|秘密/i.test(body)).map(([path]) => path);
    expect(telling).toEqual([]);
  });

  it('is called an internal record where a public rule asks about it', async () => {
    const { files } = await build();
    expect(textOf(files.get('cards/method/index.html') ?? '')).toContain('连续2次得到“内部记录”');
    expect(textOf(files.get('cards/awards/y1/index.html') ?? '')).toContain('“内部记录”的记录：不公布。规则要求：连续2次。符合。');
    expect(textOf(files.get('en/cards/method/index.html') ?? '')).toContain('has been given “internal record” 2 times in a row');
  });

  it('is in no count, and marks nothing public', async () => {
    const { files, opened } = await build();
    const read = (path: string) => JSON.parse(files.get(path) ?? 'null');
    expect(read('cards/awards/index.json').counts).toEqual([{ instrument: 'yellow', period: '2023-Q2', session: null, awards: 1, holders: 1 }]);
    expect(read('cards/tasks/index.json').count).toBe(1);
    expect(opened.assessment?.programmes[0]?.tasks[0]?.heldAccountable).toBe(false);
    expect(opened.assessment?.programmes[0]?.filings[0]?.count).toBeNull();
  });
});
