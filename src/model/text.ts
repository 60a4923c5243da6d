/**
 * Text in the portal's languages.
 *
 * A plain string is in the portal's first language; an object holds one entry a language. Which language a reader really gets matters
 * (`lang` attributes, missing translations), so `sayIn` gives both.
 */
export type Lang = string;
export type Text = string | Readonly<Record<Lang, string>>;

export interface Said {
  readonly text: string;
  readonly lang: Lang;
}

/** The text in `lang`, or in the first of `languages` that has it. */
export function sayIn(text: Text, lang: Lang, languages: readonly Lang[]): Said {
  if (typeof text === 'string') return { text, lang: languages[0] ?? lang };
  const own = text[lang];
  if (own !== undefined) return { text: own, lang };
  for (const other of languages) {
    const found = text[other];
    if (found !== undefined) return { text: found, lang: other };
  }
  const [first] = Object.entries(text);
  return first ? { text: first[1], lang: first[0] } : { text: '', lang };
}

/** The text without its language. */
export function say(text: Text, lang: Lang, languages: readonly Lang[]): string {
  return typeof text === 'string' ? text : sayIn(text, lang, languages).text;
}

/** Every language of a text. */
export function textsOf(text: Text | null): readonly string[] {
  if (text === null) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
}
