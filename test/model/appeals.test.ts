import { describe, expect, it } from 'vitest';
import { BASE, parseFiles } from './folder.ts';

const APPEALS = 'appeal,against,filed_on,unit,state\nap1,board/2023-Q3/futian,2023-11-02,futian,filed\n';

describe('an appeal against a figure', () => {
  it('must name one', async () => {
    const files = { ...BASE, 'appeals.csv': APPEALS.replace('/futian,', '/futan,') };
    expect((await parseFiles(files)).codes).toEqual(['against-unknown']);
    expect((await parseFiles({ ...BASE, 'appeals.csv': APPEALS })).codes).toEqual([]);
  });

  it('is no second fault of a file that cannot be read', async () => {
    expect((await parseFiles({ ...BASE, 'appeals.csv': APPEALS, 'units.csv': 'PK\u0003\u0004' })).codes).toEqual(['file-workbook']);
    expect((await parseFiles({ ...BASE, 'appeals.csv': APPEALS, 'programmes/board.yaml': 'id: "board' })).codes).toHaveLength(1);
  });
});
