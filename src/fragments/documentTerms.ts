/** What Chinese offices say of a document (公开形式, 有效性), in the reader's language. */
import { type Html, html } from '../html.ts';
import type { Key } from '../i18n/index.ts';
import type { SheetContext } from './sheet.ts';

const TERMS: ReadonlyMap<string, Key> = new Map([
  ['主动公开', 'programme.document.proactive'],
  ['依申请公开', 'programme.document.onRequest'],
  ['不予公开', 'programme.document.withheld'],
  ['有效', 'programme.document.inForce'],
  ['现行有效', 'programme.document.inForce'],
  ['部分有效', 'programme.document.partlyInForce'],
  ['尚未生效', 'programme.document.notYetInForce'],
  ['失效', 'programme.document.expired'],
  ['已失效', 'programme.document.expired'],
  ['废止', 'programme.document.repealed'],
  ['已废止', 'programme.document.repealed'],
  ['已修改', 'programme.document.amended'],
  ['已修订', 'programme.document.amended'],
]);

/** One of the standard words by the dictionary; any other text as it stands, in its own language. */
export function documentTerm(text: string, ctx: SheetContext): Html {
  const key = TERMS.get(text.trim());
  return key ? html`${ctx.t(key)}` : ctx.say(text);
}

/** Whether the document is known not to be plainly in force: a reader must not miss it. */
export function isLapsed(validity: string | null): boolean {
  const key = validity === null ? undefined : TERMS.get(validity.trim());
  return key !== undefined && key !== 'programme.document.inForce';
}
