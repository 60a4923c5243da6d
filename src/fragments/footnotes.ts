/** What the office says of single figures of a table (数据注释), below it: each text once, and by its number beside the figures that it is about. */
import { type Html, html, join, NOTHING, raw } from '../html.ts';

export interface Footnotes {
  /** The numbers that stand beside a figure. */
  mark(texts: readonly Html[]): Html;
  /** The numbered texts, under `heading`; nothing where there are none. */
  list(heading: string): Html;
}

/** What is said of one figure, and whether a narrow screen has its column. */
interface Figure {
  readonly texts: readonly Html[];
  readonly isOnPhones: boolean;
}

/** `figures`: those of the table, in its order. What is said of every one of several has no number. */
export function footnotes(figures: readonly Figure[]): Footnotes {
  const counts = new Map<string, number>();
  const onPhones = new Set<string>();
  for (const { texts, isOnPhones } of figures) {
    for (const { text } of texts) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
      if (isOnPhones) onPhones.add(text);
    }
  }
  // Where a mark is not shown, its note is not either; the others keep their numbers.
  const wide = (isWide: boolean): Html | false => isWide && html` class="wide-only"`;
  const isOfAll = (text: string): boolean => figures.length > 1 && counts.get(text) === figures.length;
  const numbers = new Map([...counts.keys()].filter((text) => !isOfAll(text)).map((text, i) => [text, i + 1]));
  return {
    mark(texts) {
      const own = texts.flatMap(({ text }) => numbers.get(text) ?? []);
      return own.length === 0
        ? NOTHING
        : html` <sup>${join(
            own.map((n) => html`<a href="#note-${n}">${n}</a>`),
            ' ',
          )}</sup>`;
    },
    list(heading) {
      if (counts.size === 0) return NOTHING;
      const general = [...counts.keys()].filter(isOfAll).map((text) => html`<p>${raw(text)}</p>`);
      const someWide = [...numbers.keys()].some((text) => !onPhones.has(text));
      const items = [...numbers].map(
        ([text, n]) => html`<li id="note-${n}"${someWide && html` value="${n}"`}${wide(!onPhones.has(text))}>${raw(text)}</li>`,
      );
      const isAllWide = general.length === 0 && onPhones.size === 0;
      return html`<h3${wide(isAllWide)}>${heading}</h3>${general}${items.length > 0 && html`<ol>${items}</ol>`}`;
    },
  };
}
