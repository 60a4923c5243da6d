/** Words about units: their kinds, and their other names. */
import { type Html, html } from '../html.ts';
import { hasHan, isChinese } from '../i18n/languages.ts';
import { UNIT_KINDS } from '../model/portal.ts';
import type { SheetContext } from './sheet.ts';

/** Whether a kind is one that the dictionary has words for; an office may say its own. */
export function isKnownKind(kind: string): kind is (typeof UNIT_KINDS)[number] {
  return (UNIT_KINDS as readonly string[]).includes(kind);
}

/** One unit of the kind. */
export function oneWord(kind: string, ctx: SheetContext): string {
  return isKnownKind(kind) ? ctx.t(`unit.one.${kind}`) : kind;
}

/** Other names are listed without their languages: one in Chinese characters is Chinese. */
export function sayAlias(name: string, ctx: SheetContext): Html {
  const chinese = ctx.config.languages.find((lang) => isChinese(lang));
  return hasHan(name) && chinese !== undefined && chinese !== ctx.lang ? ctx.say({ [chinese]: name }) : html`${name}`;
}
