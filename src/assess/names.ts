/** What messages call things: by the names that the portal gives them, in its first language. */
import { getTranslate } from '../i18n/index.ts';
import type { Portal, Programme } from '../model/portal.ts';
import { say, type Text } from '../model/text.ts';

export interface Names {
  /** The language that they are in. */
  readonly lang: string;
  readonly of: (text: Text) => string;
  readonly unit: (id: string) => string;
  readonly task: (id: string) => string;
  /** null = the total. */
  readonly dimension: (id: string | null) => string;
  readonly indicator: (id: string) => string;
  readonly instrument: (id: string) => string;
  /** A dimension or an indicator. */
  readonly measure: (id: string) => string;
}

/** A thing without a name is called by its id. */
export function makeNames({ config, unitById }: Portal, programme: Programme): Names {
  const { languages } = config;
  const lang = languages[0] ?? 'en';
  const of = (text: Text): string => say(text, lang, languages);
  const called = (thing: { readonly name: Text } | undefined, id: string): string => (thing ? of(thing.name) : id);
  const byId = <Thing extends { readonly id: string }>(things: readonly Thing[]): ((id: string) => Thing | undefined) => {
    let known: ReadonlyMap<string, Thing> | null = null;
    return (id) => {
      known ??= new Map(things.map((one) => [one.id, one]));
      return known.get(id);
    };
  };
  const task = byId(programme.tasks);
  const dimension = byId(programme.config.dimensions);
  const indicator = byId(programme.indicators);
  const instrument = byId(programme.config.instruments);
  return {
    lang,
    of,
    unit: (id) => called(unitById.get(id), id),
    task: (id) => {
      const title = task(id)?.title;
      return title === undefined ? id : of(title);
    },
    dimension: (id) => (id === null ? getTranslate(lang)('method.rule.total') : called(dimension(id), id)),
    indicator: (id) => called(indicator(id), id),
    instrument: (id) => called(instrument(id), id),
    measure: (id) => called(dimension(id) ?? indicator(id), id),
  };
}
