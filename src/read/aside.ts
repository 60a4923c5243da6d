/** Lines of a table that are no rows of it: what sums up the others (合计), and notes below it (注：). */

const SUM = '合计|总计|小计|共计|(?:sub|grand)?total';
const SUMS = new RegExp(`^(?:${SUM})$`);
const SUMMARIES = new RegExp(
  `^(?:${SUM}|累计|平均(?:值|分|数|得分)?|均值|均分|中位数|最[高低大小](?:值|分|数)?|全市|全区|全县|全省|全国|sum|average|mean|median|max(?:imum)?|min(?:imum)?|all(?:units)?)$`,
);

/** Spaces between the characters (合　　计) included. */
const LONGEST_SUMMARY = 24;

function isOneOf(words: RegExp, cell: string): boolean {
  return cell.length <= LONGEST_SUMMARY && words.test(cell.normalize('NFKC').toLowerCase().replace(/\s/g, ''));
}

/** Whether a cell says that its row sums up the others. */
export function isSummary(cell: string): boolean {
  return isOneOf(SUMMARIES, cell);
}

/** Whether a name can be none, but says that its row adds the others up. */
export function isSum(name: string): boolean {
  return isOneOf(SUMS, name);
}

const NUMERAL = '[一二三四五六七八九十]';
const NOTE = new RegExp(
  `^(备?注|附注|注释|说明|填[报表]说明|(?:资料|数据)来源|制表|填[报表]人?|审核人?|notes?|remarks?|source)( ?)(\\d{1,2}|${NUMERAL})?( ?)[:：]`,
  'i',
);

/** Of a cell that begins a note below a table (注：…, Note 1: …): a pattern for how it does, up to the colon; null of any other. */
export function findNote(cell: string): string | null {
  const match = NOTE.exec(cell);
  if (!match) return null;
  const [, word = '', before = '', number, after = ''] = match;
  return `${word}${before}${number === undefined ? '' : /\d/.test(number) ? '\\d{1,2}' : NUMERAL}${after}[:：]`;
}

/** How further lines of notes are numbered. */
const NUMBERED = ['\\d{1,2}[.．、:：)）]', `${NUMERAL}{1,2}[.．、:：)）]`, `[（(](?:\\d{1,2}|${NUMERAL}{1,2})[)）]`].map((pattern) => ({
  pattern,
  test: new RegExp(`^${pattern}`),
}));

/** Of a cell that goes on with the note above it (2.…, （2）…, *…): a pattern for how it begins; null of any other. */
export function findGoingOn(cell: string): string | null {
  const numbered = NUMBERED.find(({ test }) => test.test(cell));
  if (numbered) return numbered.pattern;
  const [mark] = /^[*＊※①-⑳]/.exec(cell) ?? [null];
  return mark === '*' ? '\\*' : mark;
}
