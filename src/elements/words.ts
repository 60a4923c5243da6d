/** The words of the custom elements in the page's language, loaded once and only when an element asks. */
import type { InterfaceLanguage } from '../i18n/index.ts';
import { findRelated, type Punctuation, punctuationOf } from '../i18n/languages.ts';
import { fillPhrase, type PhraseParams } from '../i18n/phrase.ts';
import type { element } from '../i18n/zh-CN/element.ts';

export type Word = keyof typeof element;
export type Say = (word: Word, params?: PhraseParams) => string;

type Words = Readonly<Record<Word, string>>;

const LANGUAGES: Readonly<Record<InterfaceLanguage, () => Promise<{ element: Words }>>> = {
  'zh-CN': () => import('../i18n/zh-CN/element.ts'),
  en: () => import('../i18n/en/element.ts'),
};

/** The punctuation of the page's language. */
export function readPunctuation(): Punctuation {
  return punctuationOf(document.documentElement.lang);
}

let loaded: Promise<Say> | undefined;

/** The words in the language of the page, or of its nearest relative; else in English. */
export function readWords(): Promise<Say> {
  const lang = findRelated(document.documentElement.lang, Object.keys(LANGUAGES) as InterfaceLanguage[]);
  loaded ??= LANGUAGES[lang ?? 'en']().then(
    ({ element }) =>
      (word, params) =>
        params ? fillPhrase(element[word], params) : element[word],
  );
  return loaded;
}
