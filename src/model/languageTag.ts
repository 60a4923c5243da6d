/** Language tags (语言代码): `zh-CN`, `en`. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Whether a text is the tag of a language that has a name: `zh-CNq` and `cn` have the form of one and are none. */
export function isLanguage(text: string): boolean {
  try {
    return LANGUAGE_TAG.test(text) && NAMES.of(text) !== undefined;
  } catch {
    return false;
  }
}
