/** What is out (已发布) on a day. */
import { FIGURE_STATUSES } from '../model/portal.ts';

/** The status, as figures hold it, of one that is not out while others are. */
export const NOT_PUBLISHED = FIGURE_STATUSES.indexOf('not_published');

/** Whether any of these figures, given as their statuses, is out. */
export function isAnyOut(statuses: Uint8Array): boolean {
  return statuses.some((status) => status !== 0 && status !== NOT_PUBLISHED);
}
