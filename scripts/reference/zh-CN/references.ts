/** Chinese of the reference: what columns refer to. */
import type { Sentences } from '../speaker.ts';

export const references: Sentences = {
  units: '单位',
  documents: '文件',
  programmes: '机制',
  groups: '分组',
  weight_sets: '权重方案',
  dimensions: '维度',
  indicators: '指标',
  instruments: '牌令旗',
  'units or tasks': '单位或任务',
  tasks: '任务',
  sessions: '会次',
  batches: '批次',
  categories: '类别',
  origins: '来源',
  roles: '角色',
  stages: '环节或事项',
  milestones: '节点',
  'filing kinds': '备案类别',
  'filing stages': '备案环节',
  'filing outcomes': '备案结果',
  awards: '授牌记录',
  corrections: '更正',
};
