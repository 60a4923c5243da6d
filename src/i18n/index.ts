/** The languages of the interface. A new one is a folder like `en/`, a file like `en.ts`, a line here and one in `elements/words.ts`. */
import { en } from './en.ts';
import { commaOf, findRelated } from './languages.ts';
import { fillPhrase, type PhraseParams } from './phrase.ts';
import { type Dictionary, type Key, zhCN } from './zh-CN.ts';

export type { PhraseParams } from './phrase.ts';
export type { Dictionary, Key } from './zh-CN.ts';

const SPOKEN = { 'zh-CN': zhCN, en } as const satisfies Readonly<Record<string, Dictionary>>;
const DICTIONARIES: Readonly<Record<string, Dictionary>> = SPOKEN;

/** A language that the interface speaks. */
export type InterfaceLanguage = keyof typeof SPOKEN;

/** Languages that the interface speaks. */
export const INTERFACE_LANGUAGES: readonly string[] = Object.keys(DICTIONARIES);

export type Translate = (key: Key, params?: PhraseParams) => string;

const translators = new Map<string, Translate>();

/** The dictionary of a language; of its nearest relative (`zh` → `zh-CN`), else English. */
export function getDictionary(lang: string): Dictionary {
  return DICTIONARIES[findRelated(lang, INTERFACE_LANGUAGES) ?? 'en'] as Dictionary;
}

/** `t(key, params)` in a language. */
export function getTranslate(lang: string): Translate {
  let t = translators.get(lang);
  if (!t) {
    const dictionary = getDictionary(lang);
    const comma = commaOf(lang);
    t = (key, params) => (params ? fillPhrase(dictionary[key], params, comma) : dictionary[key]);
    translators.set(lang, t);
  }
  return t;
}
