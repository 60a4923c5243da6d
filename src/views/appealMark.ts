/** The mark (申诉标注) of a row that an appeal is against. */
import type { Appeal } from '../model/portal.ts';

/** Of a row that an appeal is against: how it stands, and which one it is. */
export interface AppealMark {
  readonly appeal: Appeal['state'];
  readonly appeal_id: string;
}

/** Whether nobody has decided on an appeal yet. */
export function isPending({ state }: Pick<Appeal, 'state'>): boolean {
  return state === 'filed' || state === 'under_review';
}
