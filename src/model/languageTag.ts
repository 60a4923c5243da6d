/** Language tags (语言代码): `zh-CN`, `en`. */
import { INTERFACE_LANGUAGES } from '../i18n/index.ts';

export const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

let names: Intl.DisplayNames | null = null;

/** Whether a text is the tag of a language that has a name: `zh-CNq` and `cn` have the form of one and are none. */
export function isLanguage(text: string): boolean {
  if (INTERFACE_LANGUAGES.includes(text)) return true;
  // Made when there is another to look up: it takes a while to load.
  names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  try {
    return LANGUAGE_TAG.test(text) && names.of(text) !== undefined;
  } catch {
    return false;
  }
}
