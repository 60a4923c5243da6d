/** What messages call things: by the names that the portal gives them, in its first language. */
import type { Portal, Programme } from '../model/portal.ts';
import { say, type Text } from '../model/text.ts';

export interface Names {
  readonly of: (text: Text) => string;
  readonly unit: (id: string) => string;
  readonly task: (id: string) => string;
  readonly dimension: (id: string) => string;
  readonly indicator: (id: string) => string;
}

/** A thing without a name is called by its id. */
export function makeNames({ config, unitById }: Portal, programme: Programme): Names {
  const { languages } = config;
  const of = (text: Text): string => say(text, languages[0] ?? 'en', languages);
  const called = (thing: { readonly name: Text } | undefined, id: string): string => (thing ? of(thing.name) : id);
  const byId = <Thing extends { readonly id: string }>(things: readonly Thing[], id: string): Thing | undefined =>
    things.find((one) => one.id === id);
  return {
    of,
    unit: (id) => called(unitById.get(id), id),
    task: (id) => {
      const task = byId(programme.tasks, id);
      return task ? of(task.title) : id;
    },
    dimension: (id) => called(byId(programme.config.dimensions, id), id),
    indicator: (id) => called(byId(programme.indicators, id), id),
  };
}
