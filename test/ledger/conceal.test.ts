import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import type { Assessment, ProgrammeResult } from '../../src/assess/results.ts';
import { conceal } from '../../src/ledger/conceal.ts';
import { Problems } from '../../src/problems.ts';
import { awardOf, type Case, familyOf, filingOf, instrumentOf, portalOfCase, SCHEME, taskOf } from '../assess/fixture.ts';
import { PLACE } from '../assess/sample.ts';
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
    expect(textOf(files.get('cards/method/index.html') ?? '')).toContain('连续2次出现“内部记录”');
    expect(textOf(files.get('cards/awards/y1/index.html') ?? '')).toMatch(/“内部记录”连续次数（截至[^）]+）：不公布。规则要求：连续2次。符合。/);
    expect(textOf(files.get('en/cards/method/index.html') ?? '')).toContain('has had “internal record” 2 times in a row');
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

const FACT = { value: 2, asks: '', holds: true, period: null };

/** One instrument, task and filing that is internal beside public ones; hand-made results that name them. */
function assessed(change: (given: Assessment) => Partial<ProgrammeResult> = () => ({}), more: Partial<Case> = {}): Assessment {
  const asksInternal = { instrument: { id: 'secret', total: 1 } };
  const asksPublic = { instrument: { id: 'red', total: 1 } };
  const nested = { all: [{ any: [{ not: asksInternal }, asksInternal] }, asksPublic], except: [asksInternal] };
  const { portal } = portalOfCase({
    units: ['a', 'b'],
    asOf: '2023-12-31',
    scores: { x: { '2022': { a: 1, b: 2 } } },
    instruments: [
      instrumentOf('secret', null, { source: 'recorded', visibility: 'internal', family: 'hidden', holding: 'event' }),
      instrumentOf('half', null, { source: 'recorded', visibility: 'internal', family: 'mixed', holding: 'event' }),
      instrumentOf('red', null, { source: 'recorded', family: 'mixed', holding: 'event' }),
      instrumentOf('order', null, { source: 'recorded', holder: 'task', holding: 'event' }),
      instrumentOf('counted', null, { source: 'recorded', visibility: 'counts', holding: 'event' }),
      instrumentOf('ruled', nested, { holding: 'event' }),
    ],
    families: [familyOf('hidden'), familyOf('mixed'), familyOf('empty')],
    awards: [
      awardOf('w-secret', 'secret', 'a', '2022'),
      awardOf('w-red', 'red', 'a', '2022', { task: 't-secret' }),
      awardOf('w-unit', 'red', 't-secret', '2022'),
      awardOf('w-order', 'order', 't-secret', '2022', { holderType: 'task' }),
      awardOf('w-open', 'order', 't-open', '2022', { holderType: 'task', task: 't-open' }),
    ],
    tasks: [
      taskOf('t-secret', { visibility: 'internal' }),
      taskOf('t-open', { carriedFrom: 't-secret' }),
      taskOf('t-part', { parent: 't-secret', carriedFrom: 't-open' }),
      taskOf('t-alone', { parent: 't-open', carriedFrom: 't-part', visibility: 'counts' }),
    ],
    filings: [
      filingOf('f-secret', 'risk', 'applied', null, { visibility: 'internal' }),
      filingOf('f-task', 'risk', 'applied', null, { task: 't-secret', award: 'w-red' }),
      filingOf('f-award', 'risk', 'applied', null, { task: 't-open', award: 'w-secret' }),
    ],
    ...more,
  });
  const none = { unit: 'a', state: 'filed', decidedOn: null, decision: null, correction: null, place: PLACE } as const;
  const appeals = ['w-secret', 't-secret', 'w-red', 't-open'].map((against) => ({ id: `on-${against}`, against, filedOn: '2023-01-01', ...none }));
  const given = assess({ ...portal, appeals }, new Problems());
  const programmes = given.programmes.map((result) => ({ ...result, ...change(given) }));
  return { ...given, programmes, programmeById: new Map(programmes.map((result) => [result.programme.config.id, result])) };
}

const idsOf = (items: readonly { readonly id: string }[] = []) => items.map(({ id }) => id);

describe('piece by piece', () => {
  const concealed = (change?: Parameters<typeof assessed>[0], more?: Partial<Case>) => {
    const assessment = conceal(assessed(change, more));
    return { ...assessment, result: assessment.programmes[0] as ProgrammeResult };
  };

  it('the portal, the programmes and their index are the same ones', () => {
    const { portal, programmeById, result } = concealed();
    expect(portal.programmes).toEqual([result.programme]);
    expect(programmeById.get('p')).toBe(result);
    expect(idsOf(portal.appeals)).toEqual(['on-w-red', 'on-t-open']);
  });

  it('awards: internal ones, and those that an internal task holds, are gone; a task that they are for is not named', () => {
    const { result } = concealed();
    // A unit may bear the id of a task.
    expect(result.awards.map(({ award }) => [award.id, award.task])).toEqual([
      ['w-red', null],
      ['w-unit', null],
      ['w-open', 't-open'],
    ]);
    expect(idsOf(result.programme.awards)).toEqual(['w-red', 'w-unit', 'w-open']);
    expect(result.awardCounts.map(({ instrument, awards }) => [instrument, awards])).toEqual([
      ['red', 2],
      ['order', 1],
    ]);
    for (const { instrument } of result.awards) expect(result.programme.config.instruments).toContain(instrument);
  });

  it('tasks: internal ones are gone, and no other names them', () => {
    const { result } = concealed();
    const links = [
      ['t-open', null, null],
      ['t-part', null, 't-open'],
      ['t-alone', 't-open', 't-part'],
    ];
    expect(result.programme.tasks.map(({ id, parent, carriedFrom }) => [id, parent, carriedFrom])).toEqual(links);
    expect(result.tasks.map(({ task }) => [task.id, task.parent, task.carriedFrom])).toEqual(links);
  });

  it('filings: internal ones are gone, and no other names what is internal', () => {
    const { filings } = concealed().result.programme;
    expect(filings.map(({ id, task, award }) => [id, task, award])).toEqual([
      ['f-task', null, 'w-red'],
      ['f-award', 't-open', null],
    ]);
  });

  it('configuration: no internal instrument, no family that only such were of, no name of one in a rule', () => {
    const { config } = concealed().result.programme;
    expect(idsOf(config.instruments)).toEqual(['red', 'order', 'counted', 'ruled']);
    expect(idsOf(config.families)).toEqual(['mixed', 'empty']);
    const rule = JSON.stringify(config.instruments.at(-1)?.rule?.when);
    expect(rule).not.toContain('secret');
    expect(rule.match(/"id":"\*"/g)).toHaveLength(3);
    expect(rule.match(/"id":"red"/g)).toHaveLength(1);
  });

  it('streaks, holes and what rules give beside the record', () => {
    const facts = [
      { ...FACT, type: 'instrument', of: 'secret' },
      { ...FACT, type: 'instrument', of: 'counted' },
      { ...FACT, type: 'instrument', of: 'red' },
      { ...FACT, type: 'status', of: 'secret' },
    ];
    const one = { dimension: null, task: null, period: null, session: null, facts: [] };
    const { result } = concealed(() => ({
      holes: ['hidden', 'mixed'].map((family) => ({ family, from: 0, to: 1 })),
      unrecorded: [
        { ...one, instrument: 'secret', holder: 'a' },
        { ...one, instrument: 'order', holder: 't-secret' },
        { ...one, instrument: 'red', holder: 'a', task: 't-secret', facts },
      ],
    }));
    expect(result.holes.map(({ family }) => family)).toEqual(['mixed']);
    expect(result.unrecorded).toMatchObject([
      {
        instrument: 'red',
        task: null,
        facts: [
          { of: '*', value: null },
          { of: '*', value: null },
          { of: 'red', value: 2 },
          { of: 'secret', value: 2 },
        ],
      },
    ]);
  });

  it('facts of an award: how often what is internal, or only counted, was held is not told', () => {
    const facts = ['secret', 'counted', 'red', null].map((of) => ({ ...FACT, type: 'instrument', of }));
    const { result } = concealed(({ programmes }) => ({ awards: (programmes[0]?.awards ?? []).map((one) => ({ ...one, facts })) }));
    const told = [
      ['*', null],
      ['*', null],
      ['red', 2],
      [null, 2],
    ];
    for (const one of result.awards) expect(one.facts.map(({ of, value }) => [of, value])).toEqual(told);
  });

  it('words that only internal rows have', () => {
    const word = (id: string) => ({ id, name: id, note: null, fromRows: true as const });
    const categories = [word('mine'), word('theirs'), { id: 'listed', name: 'listed', note: null }];
    const { config } = concealed(undefined, {
      config: { tasks: { ...SCHEME, categories, origins: categories, batches: categories } },
      tasks: [
        taskOf('t-secret', { visibility: 'internal', category: 'mine', origin: 'mine', batch: 'mine' }),
        taskOf('t-open', { category: 'theirs', origin: 'theirs', batch: 'theirs' }),
      ],
    }).result.programme;
    const left = ['theirs', 'listed'];
    expect([idsOf(config.tasks?.categories), idsOf(config.tasks?.origins), idsOf(config.tasks?.batches)]).toEqual([left, left, left]);
  });
});

describe('one internal thing alone', () => {
  const nothing = { instruments: [], families: [], awards: [], tasks: [], filings: [] };
  const alone = (more: Partial<Case>) => {
    const given = assessed(undefined, { ...nothing, ...more });
    const after = conceal(given);
    return { given, after, programme: after.programmes[0]?.programme };
  };

  it('nothing: the very same assessment', () => {
    const { given, after } = alone({ instruments: [instrumentOf('red', null)], tasks: [taskOf('t')], filings: [filingOf('f', 'risk', 'applied')] });
    expect(after).toBe(given);
  });

  it('a task, a filing, an instrument', () => {
    expect(alone({ tasks: [taskOf('t', { visibility: 'internal' })] }).programme?.tasks).toEqual([]);
    expect(alone({ filings: [filingOf('f', 'risk', 'applied', null, { visibility: 'internal' })] }).programme?.filings).toEqual([]);
    expect(alone({ instruments: [instrumentOf('secret', null, { visibility: 'internal' })] }).programme?.config.instruments).toEqual([]);
  });
});
