import { expect, test } from 'vitest';
import { unitMultiples } from '../../src/fragments/unitMultiples.ts';
import type { UnitProgramme } from '../../src/views/unit.ts';
import { ZH } from './sampleContext.ts';

function programmeOf(...histories: readonly (readonly (number | null)[])[]): UnitProgramme {
  const dimensions = histories.map((history, at) => {
    return { dimension: `d${at}`, title: { name: `分项${at}` }, path: null, rank: 1, tied: false, of: 5, history, history_breaks: [6] };
  });
  return { dimensions } as unknown as UnitProgramme;
}

test('says over how many periods it draws, and draws no others', () => {
  const { text } = unitMultiples(programmeOf([null, null, null, null, 1, 2, 3, 1], [null, null, null, null, 2, 2, 2, 2], [null, 3, 1]), ZH);
  expect(text).toContain('近4期的位次');
  expect(text).toContain('aria-label="从早到近：1、2、3、1"');
  // Four points from the left edge to the right one; the method changed before the third.
  expect(text).toContain('<path d="M4 4L30.7 8M57.3 12L84 4"/>');
});
