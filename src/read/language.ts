/** The language to speak of a portal, before it is understood, or when it cannot be. */
import { hasHan, isChinese } from '../i18n/languages.ts';
import type { YamlSource } from './rows.ts';

/** What a portal speaks that does not say. */
export const DEFAULT_LANGUAGE = 'zh-CN';

const TAG = /^(?:zh|en)(?:-[a-z0-9]{2,8})*$/i;

/** The first word of a list or a line, where the file itself cannot be read. */
const WRITTEN = /^languages[^\S\n]*[:：][\s\-[［"']*([^\s\]］,，"']+)/m;

/** What a word names of the languages that are spoken, however it is written: `zh_CN`, `cn` and 中文 are Chinese. */
function toLanguage(word: string): string | null {
  if (TAG.test(word)) return word;
  if (isChinese(word) || /^cn/i.test(word) || hasHan(word)) return DEFAULT_LANGUAGE;
  return /^en/i.test(word) ? 'en' : null;
}

/** The first language that portal.yaml names, in a list or as one word, or the one that it has where it names none; undefined of an empty list, null when the file is no map. */
function findNamed(portal: YamlSource): unknown {
  const { data } = portal;
  if (typeof data !== 'object' || data === null) return null;
  return 'languages' in data && data.languages !== null ? [data.languages].flat()[0] : DEFAULT_LANGUAGE;
}

/**
 * The first language that portal.yaml names, or the one that it has where it names none. Where it cannot be read, or names what is no
 * language, its text tells; null when that tells nothing either.
 */
export function findLanguage(portal: YamlSource | null, readText: () => string): string | null {
  const named = portal && findNamed(portal);
  const known = typeof named === 'string' ? toLanguage(named) : null;
  if (known !== null) return known;
  const text = readText();
  const written = toLanguage(WRITTEN.exec(text)?.[1] ?? '');
  return written ?? (hasHan(text) ? DEFAULT_LANGUAGE : null);
}
