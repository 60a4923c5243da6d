/**
 * Phrases: a dictionary entry is text with `{name}` for a value and `{name#one|other}` for a word that follows the number `name`
 * ("{n} {n#unit|units}"). Chinese needs no second form and leaves it out.
 */
export type PhraseParams = Readonly<Record<string, string | number | readonly string[]>>;

type Part = string | { readonly name: string; readonly one: string | null; readonly other: string };

const compiled = new Map<string, readonly Part[]>();

function compile(phrase: string): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const match of phrase.matchAll(/\{(\w+)(?:#([^|}]*)\|([^}]*))?\}/g)) {
    if (match.index > at) parts.push(phrase.slice(at, match.index));
    parts.push({ name: match[1] as string, one: match[2] ?? null, other: match[3] ?? '' });
    at = match.index + match[0].length;
  }
  if (at < phrase.length) parts.push(phrase.slice(at));
  return parts;
}

/** Fills a phrase; `comma` stands between the items of a list. A name that `params` lacks is a fault of the program, and throws. */
export function fillPhrase(phrase: string, params: PhraseParams = {}, comma = ', '): string {
  let parts = compiled.get(phrase);
  if (!parts) {
    parts = compile(phrase);
    compiled.set(phrase, parts);
  }
  let out = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      out += part;
      continue;
    }
    const value = params[part.name];
    if (value === undefined) throw new Error(`phrase "${phrase}" needs "${part.name}"`);
    if (part.one === null) out += typeof value === 'object' ? value.join(comma) : String(value);
    else out += Number(value) === 1 ? part.one : part.other;
  }
  return out;
}
