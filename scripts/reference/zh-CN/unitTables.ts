/** Chinese of the reference: tables of units. */
import type { Sentences } from '../speaker.ts';

export const units: Sentences = {
  'Id of the unit, used in addresses and by every other table. It never changes, even when the name does.':
    '单位的编号，用于网址，其他各表都用它。名称变了，编号也不变。',
  'Full name of the unit as it is today; in English in a column name_en, in other languages in name_<language>.':
    '单位现在的全称。英文名称另设 name_en 一列，其他语言另设 name_<语言>。',
  'Short name, for charts and narrow tables.': '简称，用于图表和较窄的表格。',
  'Kind of unit: region, department, zone, town, village, enterprise, taskforce, or the office’s own word.':
    '单位的类别：region 县区、department 部门、zone 开发区、town 乡镇（街道）、village 村（社区）、enterprise 企业、taskforce 专班，也可以用本地的叫法。',
  'The unit above it.': '上级单位。',
  'Official code, such as the division code; kept as text with its leading zeros.': '法定代码，如行政区划代码；按文字保存，保留开头的 0。',
  'Place in the office’s customary order of units; rows without one follow in the order of the file.':
    '单位的习惯排序；没有写的排在后面，按文件里的先后。',
  'First day on which the unit exists.': '单位设立的日期。',
  'Last day on which the unit exists.': '单位存在的最后一天。',
  'Other names that tables may use for it, with ; or 、 between them.': '各表可能用到的其他叫法，用分号或顿号隔开。',
};

export const unitEvents: Sentences = {
  'The unit that it happened to.': '发生变更的单位。',
  'First day on which the new state holds.': '变更生效的第一天。',
  'What happened: rename, merge, split, abolish, reclassify.': '发生了什么。',
  'Name before the day; rows from before it are printed with this name.': '变更前的名称；此前的数据用这个名称公布。',
  'Name from the day on.': '变更后的名称。',
  'Units that took over, with ; or 、 between them.': '承接的单位，用分号、顿号或逗号隔开。',
  'Units that it was made of, with ; or 、 between them.': '由哪些单位组成，用分号、顿号或逗号隔开。',
  'Whether figures before and after can be compared; a line breaks where not. Default: yes for a rename, no otherwise.':
    '变更前后的数据是否可比；不可比的，曲线在此断开。默认：更名为“是”，其他为“否”。',
  'The document that ordered it.': '作为依据的文件。',
  'A sentence for readers.': '给读者看的说明。',
};

export const memberships: Sentences = {
  'The programme.': '机制。',
  'The group, by its id or name. With groups: { from: memberships } the names here make the groups.':
    '分组，写编号或名称。机制文件里写 `groups: { from: memberships }` 的，由这里出现的名称构成各组。',
  'The unit.': '单位。',
  'First day of membership; blank = always. A unit is compared in the group in whose membership it is on the last day of a period.':
    '开始属于这一组的日期；留空即一直属于。单位在哪一组比较，看它在期次的最后一天属于哪一组。',
  'Last day of membership; blank = still.': '属于这一组的最后一天；留空即至今。',
  'The weight set of the programme that holds for this unit.': '该单位适用的权重方案，见机制文件的 `weight_sets`。',
};
