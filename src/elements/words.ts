/** The words of the custom elements in the page's language, loaded once and only when an element asks. */
import type { InterfaceLanguage } from '../i18n/index.ts';
import { fillPhrase, type PhraseParams } from '../i18n/phrase.ts';
import type { element } from '../i18n/zh-CN/element.ts';

export type Word = keyof typeof element;
export type Say = (word: Word, params?: PhraseParams) => string;

type Words = Readonly<Record<Word, string>>;

const LANGUAGES: Readonly<Record<InterfaceLanguage, () => Promise<{ element: Words }>>> = {
  'zh-CN': () => import('../i18n/zh-CN/element.ts'),
  en: () => import('../i18n/en/element.ts'),
};

function base(tag: string): string {
  return (tag.split('-')[0] as string).toLowerCase();
}

/** The words of the page's language, or of its nearest relative; else the English ones. */
function findLanguage(tag: string): InterfaceLanguage {
  const known = Object.keys(LANGUAGES) as InterfaceLanguage[];
  return known.find((one) => one === tag) ?? known.find((one) => base(one) === base(tag)) ?? 'en';
}

let loaded: Promise<Say> | undefined;

export function readWords(): Promise<Say> {
  loaded ??= LANGUAGES[findLanguage(document.documentElement.lang)]().then(
    ({ element }) =>
      (word, params) =>
        params ? fillPhrase(element[word], params) : element[word],
  );
  return loaded;
}
