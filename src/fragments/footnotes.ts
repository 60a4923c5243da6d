/** What the office says of single figures of a table (数据注释), below it: each text once, and by its number beside the figures that it is about. */
import { type Html, html, join, NOTHING, raw } from '../html.ts';

export interface Footnotes {
  /** The numbers that stand beside a figure. */
  mark(texts: readonly Html[]): Html;
  /** The numbered texts, under `heading`; nothing where there are none. */
  list(heading: string): Html;
}

/** `figures`: the texts of each figure of the table, in its order. What is said of every one of several has no number. */
export function footnotes(figures: readonly (readonly Html[])[]): Footnotes {
  const counts = new Map<string, number>();
  for (const texts of figures) for (const { text } of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
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
      const items = [...numbers].map(([text, n]) => html`<li id="note-${n}">${raw(text)}</li>`);
      return html`<h3>${heading}</h3>${general}${items.length > 0 && html`<ol>${items}</ol>`}`;
    },
  };
}
