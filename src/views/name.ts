/**
 * Names in data (名称): `name` is in the portal's first language, `names` holds the other languages, and stands only where there are any.
 */
import { oncePer } from '../memo.ts';
import type { PortalConfig, ProgrammeConfig } from '../model/config.ts';
import type { Indicator, Portal, Programme } from '../model/portal.ts';
import type { Lang, Text } from '../model/text.ts';
import { unitNameOn } from '../model/unitLife.ts';

export interface Named {
  readonly name: string;
  readonly names?: Readonly<Record<Lang, string>>;
}

/** A text as `name` and `names`; made once a text, so that a table of a thousand rows shares them. */
export function nameOf(text: Text, config: PortalConfig): Named {
  return typeof text === 'string' ? { name: text } : namedText(text, config);
}

const namedText = oncePer((text: Exclude<Text, string>, { languages }: PortalConfig): Named => {
  const [first = '', ...others] = languages;
  const names = Object.fromEntries(others.flatMap((lang) => (text[lang] === undefined ? [] : [[lang, text[lang]]])));
  const name = text[first] ?? Object.values(names)[0] ?? Object.values(text)[0] ?? '';
  return Object.keys(names).length > 0 ? { name, names } : { name };
});

/** What a unit is called now, or was on a day; null for none, and for an id that is no unit's. */
export function unitNameOf({ unitById, config }: Portal, id: string | null, on = ''): Named | null {
  const unit = id === null ? undefined : unitById.get(id);
  return unit ? nameOf(unitNameOn(unit, on), config) : null;
}

/** An indicator of a programme; null for an id that is none. */
export function findIndicator(programme: Programme, id: string | null): Indicator | null {
  return programme.indicators.find((indicator) => indicator.id === id) ?? null;
}

/** What a dimension or indicator is called; null for the total. */
export function dimensionName(programme: Programme, id: string | null, config: PortalConfig): Named | null {
  if (id === null) return null;
  const text = programme.config.dimensions.find((dimension) => dimension.id === id)?.name ?? findIndicator(programme, id)?.name ?? id;
  return nameOf(text, config);
}

/** What a group is called; null for all units. */
export function groupName(config: ProgrammeConfig, id: string | null, portal: PortalConfig): Named | null {
  if (id === null) return null;
  return nameOf(config.groups.find((group) => group.id === id)?.name ?? id, portal);
}
