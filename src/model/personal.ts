/**
 * Personal data (个人信息): mobile numbers and identity-card numbers stop the build, wherever they stand (domain.md §6). Landlines, hotlines
 * and unified social credit codes are no personal data and pass.
 */

export interface PersonalData {
  readonly kind: 'mobile' | 'identity';
  /** The number with its middle hidden, for the message. */
  readonly masked: string;
}

/** Eleven digits in a row, separators allowed: nothing shorter can be either number. */
const LONG_ENOUGH = /[\d０-９](?:[\s.·–—-]?[\d０-９]){10}/;
/** Not a sum of money or a quantity, which a reader tells by the word behind it. */
const MOBILE = /(?<![\d.])(?:\+?86[\s-]?)?(1[3-9]\d[\s.·–—-]?\d{4}[\s.·–—-]?\d{4})(?!\d|\.\d|\s*(?:元|万|亿|吨|千|立方|平方|公里|%))/;
const IDENTITY_18 = /(?<!\d)([1-8]\d{5})[\s-]?((?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))[\s-]?(\d{3}[\dXx])(?![\dA-Za-z])/;
const IDENTITY_15 =
  /(?<!\d)((?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\d{4})(\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(\d{3})(?![\dA-Za-z])/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of GB 11643: ISO 7064 MOD 11-2. */
function hasCheckDigit(number: string): boolean {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(number[i]) * (WEIGHTS[i] as number);
  return '10X98765432'[sum % 11] === number[17]?.toUpperCase();
}

function mask(number: string): string {
  return `${number.slice(0, 3)}${'*'.repeat(number.length - 5)}${number.slice(-2)}`;
}

function findIdentity(text: string): string | null {
  const long = IDENTITY_18.exec(text);
  const number = long ? `${long[1]}${long[2]}${long[3]}` : '';
  if (long && hasCheckDigit(number)) return number;
  const short = IDENTITY_15.exec(text);
  return short ? `${short[1]}${short[2]}${short[3]}` : null;
}

/** The first personal number in a text; null when there is none. */
export function findPersonalData(text: string): PersonalData | null {
  if (text.length < 11 || !LONG_ENOUGH.test(text)) return null;
  const folded = text.normalize('NFKC');
  const identity = findIdentity(folded);
  if (identity) return { kind: 'identity', masked: mask(identity) };
  const mobile = MOBILE.exec(folded);
  return mobile ? { kind: 'mobile', masked: mask((mobile[1] as string).replace(/\D/g, '')) } : null;
}

/** The text with the middle of every personal number hidden, character for character, so that what stands beside it stays in place. */
export function hidePersonalData(text: string): string {
  if (!findPersonalData(text)) return text;
  const middle = /(?<=\d.*\d.*\d.*)\d(?=.*\d.*\d)/gs;
  const patterns = [IDENTITY_18, IDENTITY_15, MOBILE].map((pattern) => new RegExp(pattern, 'g'));
  const hidden = patterns.reduce((rest, pattern) => rest.replace(pattern, (number) => number.replace(middle, '*')), text);
  return findPersonalData(hidden) ? hidden.replace(/\p{Nd}/gu, '*') : hidden;
}
