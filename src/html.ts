/**
 * HTML that is escaped by construction.
 *
 * `html` is a template tag: every `${value}` is escaped unless it is itself `Html`. Arrays are joined, null, undefined and false vanish.
 * A fragment can therefore not forget to escape; `raw` is the one way around, for text that this program made itself.
 */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

const SPECIAL = /[&<>"']/;
const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[&<>"']/g, (c) => ENTITY[c] as string) : text;
}

function print(value: HtmlValue): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (value instanceof Html) return value.text;
  if (typeof value === 'number') return String(value);
  if (!value) return '';
  let out = '';
  for (const item of value) out += print(item);
  return out;
}

/** The template tag: markup as written, values escaped. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let out = strings[0] as string;
  for (let i = 0; i < values.length; i++) out += print(values[i]) + (strings[i + 1] as string);
  return new Html(out);
}

/** JSON inside a script element, which it cannot end. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** Markup that this program made itself. Never text out of a table. */
export function raw(text: string): Html {
  return new Html(text);
}

/** The values one after another, with the separator between them. */
export function join(parts: readonly HtmlValue[], separator: HtmlValue): Html {
  return new Html(parts.map(print).join(print(separator)));
}

export const NOTHING = new Html('');
