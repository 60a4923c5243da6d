/** The words of the custom elements in the page's language, loaded once and only when an element asks. */
import { fillPhrase, type PhraseParams } from '../i18n/phrase.ts';
import type { element } from '../i18n/zh-CN/element.ts';

export type Word = keyof typeof element;
export type Say = (word: Word, params?: PhraseParams) => string;

type Words = Readonly<Record<Word, string>>;

const LANGUAGES: Readonly<Record<string, () => Promise<{ element: Words }>>> = {
  zh: () => import('../i18n/zh-CN/element.ts'),
  en: () => import('../i18n/en/element.ts'),
};

let loaded: Promise<Say> | undefined;

export function readWords(): Promise<Say> {
  const lang = (document.documentElement.lang.split('-')[0] ?? 'en').toLowerCase();
  const load = LANGUAGES[lang] ?? LANGUAGES.en;
  loaded ??= (load as NonNullable<typeof load>)().then(
    ({ element }) =>
      (word, params) =>
        params ? fillPhrase(element[word], params) : element[word],
  );
  return loaded;
}
