/** What depends on a language beside its words. Light enough for the browser. */

/** Whether a BCP 47 tag is one of Chinese: `zh`, `zh-CN` …, and not `zha`. */
export function isChinese(lang: string): boolean {
  return /^zh(?:[-_]|$)/i.test(lang);
}

/** Whether a text has a Chinese character. */
export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** `zh` of `zh-CN`: dialects are spoken alike. */
function baseOf(lang: string): string {
  return (lang.split('-')[0] as string).toLowerCase();
}

/** Of some languages the one of a tag, or its nearest relative (`zh` → `zh-CN`); undefined where none is related. */
export function findRelated<Lang extends string>(tag: string, languages: readonly Lang[]): Lang | undefined {
  return languages.find((one) => one === tag) ?? languages.find((one) => baseOf(one) === baseOf(tag));
}

/** What stands between the items of a list. */
export function commaOf(lang: string): string {
  return isChinese(lang) ? '、' : ', ';
}

/** What stands between the words that a drawing puts together, with the space that it needs. */
export interface Punctuation {
  readonly colon: string;
  readonly comma: string;
  /** Between the items of a list. */
  readonly listComma: string;
  readonly semicolon: string;
  readonly stop: string;
}

export const LATIN: Punctuation = { colon: ': ', comma: ', ', listComma: ', ', semicolon: '; ', stop: '. ' };
const FULL_WIDTH: Punctuation = { colon: '：', comma: '，', listComma: '、', semicolon: '；', stop: '。' };

export function punctuationOf(lang: string): Punctuation {
  return isChinese(lang) ? FULL_WIDTH : LATIN;
}
