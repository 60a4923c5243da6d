import { describe, expect, it } from 'vitest';
import { BASE, parseFiles, printProblems } from './folder.ts';

const files = (...portal: readonly string[]) => ({
  ...BASE,
  'portal.yaml': `${BASE['portal.yaml']}${portal.map((line) => `${line}\n`).join('')}`,
  'programmes/alpha.yaml': 'name: 甲\nparent: town\n',
  'programmes/town.yaml': 'name: 镇\nparent: city\n',
  'programmes/city.yaml': 'name: 市\n',
});
const orderOf = async (...portal: readonly string[]) => (await parseFiles(files(...portal))).portal?.programmes.map(({ config }) => config.id);

describe('the order of programmes', () => {
  it('is by id where nobody says otherwise, a parent before its children', async () => {
    expect(await orderOf()).toEqual(['city', 'town', 'alpha', 'board']);
  });

  it('is as portal.yaml lists them, even a child before its parent; the rest follow', async () => {
    expect(await orderOf('programmes: [town, board]')).toEqual(['town', 'board', 'alpha', 'city']);
  });

  it('names what it does not know, with the nearest id, and what is listed twice', async () => {
    expect(await printProblems(files('programmes: [twon, city, city]'))).toEqual([
      expect.stringContaining('portal.yaml:4:26'),
      expect.stringContaining('portal.yaml:4:14 programmes “twon” is not a programme that the portal knows. Did you mean “town”?'),
    ]);
  });

  it('passes over what may be the programme of a file that cannot be read', async () => {
    const { codes } = await parseFiles({ ...files('programmes: [village, city]'), 'programmes/a.yaml': 'id: village\nname: [\n' });
    expect(codes).toEqual(['yaml-bracket-open']);
  });

  it('refuses programmes that are each other’s parents, once', async () => {
    const round = { ...files(), 'programmes/city.yaml': 'name: 市\nparent: alpha\n' };
    expect(await printProblems(round)).toEqual([expect.stringMatching(/^programmes\/\w+\.yaml:\d+:\d+ parent leads in a circle: (\w+) → .*\1\./)]);
  });
});
