import { expect, it } from 'vitest';
import { writeFolder } from '../read/fixture.ts';
import { buildSite } from '../site.ts';

/** A portal that names the best of its units, ranked by x and by y too; \`rows\` stand in scores.csv, \`correction\` in corrections.csv. */
function writePortal(weights: { x: number; y: number }, rows: readonly string[], correction: string): string {
  return writeFolder({
    'portal.yaml': 'title: T\npublisher: P\nlanguages: [en]\nas_of: 2024-05-01\n',
    'programmes/p.yaml': `id: p\nname: P\ncadence: year\ndimensions: [{ id: x, name: X, weight: ${weights.x} }, { id: y, name: Y, weight: ${weights.y} }]\npublication: { disclosure: top }\nranking: { per: [dimension] }\n`,
    'units.csv': 'unit,name\na,A\nb,B\nc,C\nd,D\n',
    'scores.csv': ['programme,unit,dimension,period,score,revision,published_on', ...rows, ''].join('\n'),
    'corrections.csv': `correction,kind,published_on,programme,period,unit,field,old,new,reason\n${correction}\n`,
  });
}

it('a corrected figure of a board on which its unit is not named is said nowhere, though the unit is named on another', async () => {
  const rows = [
    'p,a,x,2023,10,,',
    'p,b,x,2023,20,,',
    'p,c,x,2023,30,,',
    'p,d,x,2023,99,,',
    'p,a,y,2023,90,,',
    'p,b,y,2023,80,,',
    'p,c,y,2023,70,,',
    'p,d,y,2023,47.123,1,2024-01-10',
    'p,d,y,2023,41.456,2,2024-02-10',
  ];
  const { files, problems } = await buildSite(writePortal({ x: 10, y: 90 }, rows, 'c1,correction,2024-02-10,p,2023,d,y,47.123,41.456,slip'));
  expect(problems).not.toContain('error');
  expect([...files].filter(([, body]) => /41\.456|47\.123/.test(body)).map(([path]) => path)).toEqual([]);
});

it.each(['total', '总分', 'score'])(
  'a corrected total of a unit that is named among the totals is told, though it is not named on another board: %s',
  async (field) => {
    const rows = [
      'p,a,x,2023,99,,',
      'p,b,x,2023,20,,',
      'p,c,x,2023,19,,',
      'p,d,x,2023,18,,',
      'p,a,y,2023,10,,',
      'p,b,y,2023,20,,',
      'p,c,y,2023,19,,',
      'p,d,y,2023,18,,',
      'p,a,total,2023,90.5,1,2024-01-10',
      'p,a,total,2023,95.5,2,2024-02-10',
      'p,b,total,2023,80,1,2024-01-10',
      'p,c,total,2023,70,1,2024-01-10',
      'p,d,total,2023,60,1,2024-01-10',
    ];
    const { files } = await buildSite(writePortal({ x: 50, y: 50 }, rows, `c1,correction,2024-02-10,p,2023,a,${field},90.5,95.5,slip`));
    expect(files.get('corrections/index.json')).toContain('"old":"90.5"');
  },
);

it('what a score that is not named is made of is said nowhere, though its unit is named among the totals', async () => {
  const rows = ['p,a,x,2023,10,,', 'p,b,x,2023,60,,', 'p,c,x,2023,50,,', 'p,a,total,2023,99,,', 'p,b,total,2023,20,,', 'p,c,total,2023,10,,'];
  const folder = {
    'portal.yaml': 'title: T\npublisher: P\nlanguages: [en]\nas_of: 2024-05-01\n',
    'programmes/p.yaml':
      'id: p\nname: P\ncadence: year\ndimensions: [{ id: x, name: X, weight: 50 }, { id: y, name: Y, weight: 50, scoring: completion, indicators: [roads, parks] }]\npublication: { disclosure: top }\nranking: { missing: zero }\n',
    'units.csv': 'unit,name\na,A\nb,B\nc,C\n',
    'indicators.csv': 'programme,indicator,name,direction,target\np,roads,Roads,higher,100\np,parks,Parks,higher,100\n',
    'observations.csv':
      'programme,unit,indicator,period,value\np,a,roads,2023,10\np,b,roads,2023,90\np,b,parks,2023,90\np,c,roads,2023,80\np,c,parks,2023,80\n',
    'scores.csv': ['programme,unit,dimension,period,score,revision,published_on', ...rows, ''].join('\n'),
  };
  const { files } = await buildSite(writeFolder(folder));
  const [named] = JSON.parse(files.get('p/2023/index.json') as string).tables[0].rows;
  expect(named).toMatchObject({ unit: 'a', dimensions: [null, null] });
  expect(named).not.toHaveProperty('dimensions_gaps');
});
