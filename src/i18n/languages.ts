/** What depends on a language beside its words. Light enough for the browser. */

/** Whether a BCP 47 tag is one of Chinese: `zh`, `zh-CN` …, and not `zha`. */
export function isChinese(lang: string): boolean {
  return /^zh(?:[-_]|$)/i.test(lang);
}

/** What stands between the items of a list. */
export function commaOf(lang: string): string {
  return isChinese(lang) ? '、' : ', ';
}
