/** Columns that offices put into one table and that stand in another: who leads a task, how far it is, in which group a unit is. */
import { hasHan } from '../i18n/languages.ts';
import type { TableName } from './headers.ts';

interface OwnTable {
  readonly table: TableName;
  /** Its headers and a row, for a message. */
  readonly example: string;
}

const UNIT = '(?:单位|部门|科室|处室)?';
const ROLES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^第一责任${UNIT}$`), '第一责任单位'],
  [new RegExp(`^(?:牵头|主办|主责|承办|责任|实施)${UNIT}$`), '牵头'],
  [new RegExp(`^(?:配合|协办|协助|参与)${UNIT}$`), '配合'],
  [new RegExp(`^(?:督办|督查|监督)${UNIT}$`), '督办'],
  [/^(?:lead|leader|owner|responsible)(?:[ _](?:unit|department|dept|office))?$/i, 'lead'],
];
const PROGRESS = /^(?:进度|任务进度|工作进度|完成进度|实际进度|完成率|progress)$/i;
const STATUS = /^(?:状态|任务状态|完成状态|办理状态|完成情况|进展|进展情况|工作进展|是否完成|status|state)$/i;
const GROUP = /^(?:分组|组别|组|考核组|考核分组|所属组|group)$/i;

/** The table that a header of another belongs to; undefined when it belongs nowhere. */
export function findOwnTable(table: TableName, header: string): OwnTable | undefined {
  const isChinese = hasHan(header);
  if (table === 'units' && GROUP.test(header))
    return { table: 'memberships', example: isChinese ? '机制,单位,组；季度考核,教育局,部门' : 'programme,unit,group; review,schools,departments' };
  if (table !== 'tasks') return undefined;
  const role = ROLES.find(([pattern]) => pattern.test(header))?.[1];
  if (role !== undefined)
    return { table: 'task_units', example: isChinese ? `任务,单位,角色；t1,教育局,${role}` : `task,unit,role; t1,schools,${role}` };
  if (PROGRESS.test(header))
    return { table: 'progress', example: isChinese ? '任务,截至日期,实际进度；t1,2024-03-31,60' : 'task,as_of,actual; t1,2024-03-31,60' };
  if (STATUS.test(header))
    return { table: 'task_events', example: isChinese ? '任务,日期,事项；t1,2024-03-31,办结' : 'task,date,event; t1,2024-03-31,closed' };
  return undefined;
}
