/**
 * Personal data (个人信息): mobile numbers and identity-card numbers stop the build, wherever they stand; mailboxes, where they
 * stand in rows, since in its configuration and its prose an office names its own. Landlines, hotlines and unified social credit codes are no
 * personal data and pass.
 */

interface PersonalData {
  readonly kind: 'mobile' | 'identity' | 'email';
  /** The number or address with its middle hidden, for the message. */
  readonly masked: string;
}

/** Eleven digits with little between them: nothing shorter can be either number. Or a code or a form that may stand for a digit or a space. */
const LONG_ENOUGH = /[\d０-９](?:[^A-Za-z\d０-９丁-鿿]{0,4}[\d０-９]){10}|&(?:#|[A-Za-z]+;)|[⁰¹²³⁴-⁹₀-₉①-⑨⓪]|\ud835[\udfce-\udfff]/;
/** What people write between the groups of a number; some of it also where a number is written as one. */
const MARKS = String.raw`\s.·•‧・‐-―⁃−➖ー()\[\]【】~*`;
const SOFT = `[${MARKS}-]{0,3}`;
/** The figure 一 is typed for a dash. */
const HARD = String.raw`[${MARKS}/\\_一-]{1,3}`;
const ANY = `(?:${HARD}|,)`;
const SPACE = String.raw`[^\S\n]`;
/** Behind such a word (a hotel is none) it is one however its figures are parted. */
const LABEL = String.raw`(?<=(?:手机|电话|联系方式|微信|[Mm]obile|[Pp]hone|(?<![A-Za-z])(?:[Tt]el|TEL))(?:号码|号)?[^\p{L}\d]{0,5}(?:86[^\p{L}\d]{0,3})?)`;
const GAP = String.raw`[^\p{L}\d]{0,3}`;
const YEAR = String.raw`(?:19|20)\d\d`;
const UNLISTED = String.raw`(?!\d{3}[,、]${YEAR}[,、]${YEAR}|\d\d0[,、]\d{3}0[,、]\d{3}0)`;
const MOBILES = [
  String.raw`1[3-9]\d${SOFT}\d{4}${SOFT}\d{4}`,
  // Of a list of numbers, a year each, round ones, or more than three, it is a part.
  String.raw`${UNLISTED}1[3-9]\d${ANY}\d{4}${ANY}\d{4}`,
  String.raw`${UNLISTED}(?<!、)1[3-9]\d、\d{4}、\d{4}(?!\s*[、\p{Script=Han}])`,
  String.raw`1[3-9]\d${HARD}\d{3}${HARD}\d{5}`,
  String.raw`(?!19\d\d\S)1[3-9]\d\d${HARD}\d{3}${HARD}\d{4}`,
  String.raw`1\s[3-9](?:\s\d){9}`,
  // In two parts, unless they stand in a row of figures, or are a postcode and a hotline (130021 12345).
  String.raw`(?<!\d${SPACE})(?!19\d\d\s)1[3-9]\d(?:\d${SPACE}\d{7}|\d\d${SPACE}\d{6}|\d{3}${SPACE}(?!123)\d{5})(?!${SPACE}?\d)`,
  // But for an office's in North America (1 415 555 0132), or in Britain with an extension (0141 287 2000-1).
  String.raw`(?=[01])${LABEL}(?!1[^\p{L}\d]{1,3}\d{3}${GAP}\d{3}${GAP}\d{4})(?:0(?=\d{3}${GAP}\d{4}${GAP}\d{4}))?1${GAP}[3-9](?:${GAP}\d){9}`,
];
/** An address on the web: the number of an article may have the digits of a mobile number. */
const WEB = /https?:\/\/[\w.:-]+\/[\w./~%-]*/gi;
/** What the number of a contract (合同), a project (项目), a serial or a plan (计划) begins with, as HT13800000000 does; other letters may be a name. */
const NUMBERED = '(?<!(?<![A-Za-z])(?:HT|XM|BH|NO|JH))';
/** Not a decimal, and no sum of money or quantity, which a reader tells by the word behind it (万分感谢 is none). */
const BEFORE = String.raw`(?<!\d|(?:^|[\d\s])\.)(?!\d+\.\d+(?![\d.]))`;
const BEHIND = String.raw`(?!\d|\.\d|\s*(?:元(?!旦|宵)|万(?!分|望)|亿|吨|千(?!万)|立方|平方|公里|%))`;
const MOBILE = new RegExp(String.raw`${NUMBERED}${BEFORE}(?:(?:\+|00)?86${SOFT})?(?<number>${MOBILES.join('|')})${BEHIND}`, 'gu');
/** A date between the region and the serial number, with marks between any of its digits: the check digit says whether it is one. */
const MARK = String.raw`(?:[${MARKS}/\\_、:;|一-]{1,3}|,)?`;
const DIGIT = String.raw`${MARK}\d`;
const BORN = `${MARK}(?:1${MARK}[89]|2${MARK}0)${DIGIT}${DIGIT}${MARK}(?:0${MARK}[1-9]|1${MARK}[0-2])${MARK}(?:0${MARK}[1-9]|[12]${DIGIT}|3${MARK}[01])`;
/** Looked for at every beginning of digits; a letter may follow, since the check digit says whether it is one. */
const IDENTITY_18 = new RegExp(String.raw`(?<!\d)(?=(?<number>[1-8](?:${DIGIT}){5}${BORN}(?:${DIGIT}){3}${MARK}[\dXx])(?!\d))`, 'g');
/** Without a check digit, one may also be the decimals of a coordinate. */
const IDENTITY_15 =
  /(?<!\d|(?:^|[\d\s])\.)(?<number>(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\d{4}[\s/._-]?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[\s/._-]?\d{3})(?![\dA-Za-z])/g;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** `a@b.cn` */
const SHORTEST_MAILBOX = 6;
const EMAIL = /(?:(?<![\w.%+-])[\w.%+-]+|(?<!\p{Script=Han})\p{Script=Han}+)@(?:[\p{L}\p{N}-]+\.)+[a-z]{2,}/giu;

/** The check character of GB 11643: ISO 7064 MOD 11-2. */
function hasCheckDigit(number: string): boolean {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(number[i]) * (WEIGHTS[i] as number);
  return '10X98765432'[sum % 11] === number[17]?.toUpperCase();
}

function mask(number: string): string {
  return `${number.slice(0, 3)}${'*'.repeat(number.length - 5)}${number.slice(-2)}`;
}

/** What a browser shows as one character: of a code in a page (`&#49;`), of a mark that has a name (`&nbsp;`, `&shy;`), or of itself. */
const UNIT = /&#(?:(\d{1,7})|x([\da-f]{1,6}));|&[a-z]{2,31};|[\s\S]/giu;

function showUnit(unit: string, decimal: string | undefined, hex: string | undefined): string {
  if (unit.length < 3) return unit;
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '20', 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : unit;
}

/** Nothing to fold, and no code. */
const PLAIN = /^[\n -%'-~、。\p{Script=Han}]*$/u;

/** A text as a person reads it: forms folded, invisible characters left out; and by character, which piece of the text it is of. */
interface Folded {
  readonly text: string;
  readonly pieces: string[];
  readonly at: readonly number[];
}

function fold(text: string): Folded {
  let folded = '';
  const pieces: string[] = [];
  const at: number[] = [];
  for (const [unit, decimal, hex] of text.matchAll(UNIT)) {
    const shown = showUnit(unit, decimal, hex)
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '');
    for (let i = 0; i < shown.length; i++) at.push(pieces.length);
    folded += shown;
    pieces.push(unit);
  }
  return { text: folded, pieces, at };
}

interface Found {
  readonly kind: 'mobile' | 'identity';
  readonly number: string;
  /** Where it stands in the folded text. */
  readonly from: number;
  readonly to: number;
}

/** Every number in a folded text, identity cards first. */
function findNumbers(text: string): readonly Found[] {
  const find = (kind: Found['kind'], pattern: RegExp): Found[] =>
    [...text.matchAll(pattern)].map(({ index, groups, 0: whole }) => {
      const written = groups?.number as string;
      const from = whole === '' ? index : index + whole.length - written.length;
      return { kind, number: written.replace(/[^\dXx]/g, ''), from, to: from + written.length };
    });
  const cards = find('identity', IDENTITY_18).filter(({ number }) => hasCheckDigit(number));
  const addresses = [...text.matchAll(WEB)].map(({ index, 0: address }) => [index, index + address.length] as const);
  const mobiles = find('mobile', MOBILE).filter(({ from }) => !addresses.some(([start, end]) => start <= from && from < end));
  return [...cards, ...find('identity', IDENTITY_15), ...mobiles];
}

/** The first personal number in a text; null when there is none. */
export function findPersonalData(text: string): PersonalData | null {
  if (text.length < 11) return null;
  const [first] = LONG_ENOUGH.test(text) ? findNumbers(PLAIN.test(text) ? text : fold(text).text) : [];
  return first ? { kind: first.kind, masked: mask(first.number) } : null;
}

const TAG = /<[A-Za-z/?!][^<>]*>/g;
/** Comments, and tags within a line of text: a reader does not see them between the digits of a number. */
const WITHIN =
  /^<(?:!--|\/?(?:a|abbr|b|bdi|bdo|big|cite|code|del|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tspan|tt|u|var|wbr)(?![\w-]))/i;
/** Between two things that are not one number, such as the cells of a row. */
const BORDER = '|';

/** What a reader sees of a page or a drawing, on the lines that it is written on. */
export function dropTags(text: string): string {
  return text.replace(TAG, (tag) => (WITHIN.test(tag) ? '' : BORDER) + tag.replace(/[^\n]/g, ''));
}

/** Signs that no number goes across; in data a comma, a semicolon or a tab begins another cell. */
const [CUT_IN_PROSE, CUT_IN_DATA] = [/[<|]/, /[<|,\t]|(?<!&#?\w+);/];

/** The first personal number in a piece of a page or of data, which is looked at bit by bit: a page may be one line of many million characters. */
function findInPiece(piece: string, isProse: boolean): PersonalData | null {
  for (const text of piece.includes('<') ? [piece, dropTags(piece)] : [piece]) {
    for (const bit of text.split(isProse ? CUT_IN_PROSE : CUT_IN_DATA)) {
      const personal = findPersonalData(bit);
      if (personal) return personal;
    }
  }
  return null;
}

interface FoundInLine {
  readonly line: number;
  readonly personal: PersonalData;
}

/** A line that may be the middle of a number that is written on three. */
const MIDDLE = /^[^\p{L}]{0,14}$/u;

/** What a line and those below it hold together. On three lines figures stand by themselves, and only a date of birth tells a number from them. */
function findWrapped(lines: readonly string[], at: number): PersonalData | null {
  const [line, next = '', third = ''] = lines.slice(at, at + 3);
  const found = findInPiece(`${line}\n${next}`, true);
  if (found || !MIDDLE.test(next)) return found;
  const wrapped = findInPiece(`${line}\n${next}\n${third}`, true);
  return wrapped?.kind === 'identity' ? wrapped : null;
}

/** The personal numbers of a text, one a line at most, across tags; in prose (`isProse`) across the ends of lines too, else of each cell by itself. */
export function findInLines(text: string, isProse: boolean): readonly FoundInLine[] {
  const lines = text.split('\n');
  const found = lines.map((line) => findInPiece(line, isProse));
  return lines.flatMap((_, i) => {
    const isWrapped = isProse && !found[i + 1];
    const personal = found[i] ?? (isWrapped ? findWrapped(lines, i) : null);
    return personal ? [{ line: i + 1, personal }] : [];
  });
}

/** The first mailbox in a text that is not `own`, the office's; null when there is none. */
export function findMailbox(text: string, own: string | null): PersonalData | null {
  if (text.length < SHORTEST_MAILBOX || !/[@＠﹫]/.test(text)) return null;
  const found = fold(text).text.match(EMAIL) ?? [];
  const mailbox = found.find((one) => one.toLowerCase() !== own?.toLowerCase());
  return mailbox === undefined ? null : { kind: 'email', masked: mailbox.replace(/^(.)[^@]*/u, '$1***') };
}

/** The text with the middle of every personal number and mailbox hidden, character for character, so that what stands beside it stays in place. */
export function hidePersonalData(text: string): string {
  if (!LONG_ENOUGH.test(text) && !findMailbox(text, null)) return text;
  const { text: folded, pieces, at } = fold(text);
  const hide = (i: number): void => {
    const piece = at[i] as number;
    pieces[piece] = '*'.repeat((pieces[piece] as string).length);
  };
  for (const { from, to } of findNumbers(folded)) {
    const digits = Array.from({ length: to - from }, (_, i) => from + i).filter((i) => /[\dXx]/.test(folded[i] as string));
    for (const i of digits.slice(3, -2)) hide(i);
  }
  for (const { index, 0: mailbox } of folded.matchAll(EMAIL)) for (let i = index + 1; i < index + mailbox.indexOf('@'); i++) hide(i);
  return pieces.join('');
}
