/** The Chinese reference. */
import type { CountColumn, Range, Words } from './words.ts';

function number({ whole, over, least, most }: Range): string {
  const unit = whole ? '整数' : '数字';
  if (least !== undefined && most !== undefined) return `${least} 至 ${most} 的${unit}`;
  const bounds = [
    over === undefined ? [] : `大于 ${over}`,
    least === undefined ? [] : `不小于 ${least}`,
    most === undefined ? [] : `不大于 ${most}`,
  ].flat();
  return bounds.length === 0 ? unit : `${bounds.join('、')} 的${unit}`;
}

/** Columns that a claim may count by. */
const COUNT_COLUMN: Readonly<Record<CountColumn, string>> = {
  task: '任务',
  origin: '来源',
  category: '类别',
  batch: '批次',
  year: '年度',
  parent: '上级',
  visibility: '公开范围',
  status: '状态',
  stage: '环节',
  outcome: '结果',
  lead: '牵头单位',
  unit: '单位',
  overdue: '是否逾期',
  on_time: '是否在原定时限内办结',
  commended: '是否受到嘉奖',
  held_accountable: '是否被问责',
  exempted: '是否容错免责',
  extended: '是否延期',
  award: '记录编号',
  instrument: '牌令旗',
  tone: '正面或负面',
  kind: '类别',
  family: '族',
  severity: '轻重程度',
  session: '会次',
  period: '期次',
  dimension: '维度',
  holder: '对象',
  holder_type: '对象类型',
  group: '分组',
  state: '记录状态',
  current: '是否有效',
  holds: '恰好几个',
  awards: '恰好几个',
  holds_at_least: '至少几个',
  filing: '备案编号',
  from: '从哪一次',
  to: '到哪一次',
};

export const zhCN: Words = {
  opening: `# 配置与数据表参考

[English](REFERENCE.md)

门户文件夹里的每个文件可以写什么，都列在这里。本文由 \`npm run reference\` 根据程序检查门户时所用的规则生成，与程序保持一致。

- 注明“可分语言的文字”的，可以只写一段文字（按门户的第一种语言公布），也可以按语言分别写：\`{ zh-CN: …, en: … }\`；只注明“文字”的，不分语言。
- “列表（文字）”这样的写法，括号里是每一项写什么；\`groups[].id\` 指列表 \`groups\` 中每一项的 \`id\`；\`<名称>\` 指自己起的名称。
- 本文所说的“机制”，是一项考核、督办或评议制度，每项一个文件；“维度”是机制考核的一个方面，网页上称“分项”；“牌令旗”泛指榜、牌、令、旗、灯、通知、等次等奖惩手段；“数据截至日”由 \`as_of\` 决定，凡与日期有关的，都以这一天为准。`,
  colon: '：',
  chapters: { scoring: '计分', missing: '缺少数据时', claims: '公开数字核对', rules: '规则', tables: '数据表', mapping: '读取现成的表格' },
  scoring: `维度的计分方法用于它的每一个指标，逐个单位计算。各指标的得分按指标的权重（\`weight\`）合成维度得分，四舍五入到公布的小数位；各维度的得分再按维度的权重合成总分，同样四舍五入。每一层、每一组的权重合计应为 100；也可以都不写，同等计算（维度的权重都不写的，程序会提醒）；写明 \`ranking.weights: relative\` 的，合计不限。不论指标的方向如何，得分总是越高越好。得分的上下限由 \`cap\` 和 \`floor\` 规定；没有 \`cap\` 的，完成比例可以超过 100。某一期没有任何数值可以计分的，直接采用 \`scores\` 表给出的得分。`,
  missing: `维度缺少一个指标，或者总分缺少一个维度的，除 \`ranking.missing\` 另有规定外，这个单位就没有该维度的得分，或者没有总分。\`min_coverage\` 小于 1 的，已有各项的权重达到应计权重的这一比例时，按已有各项的权重折算。同一期的数据分几次公布的，尚未到发布日期的一律视为“尚未公布”：不论采用哪种办法，既不计为 0，也不沿用往期。`,
  claims: `公开数字（\`claims\`）是发布机关在别处公布过的数字。每次生成网站，程序都把符合 \`where\` 全部条件的记录重新清点一遍，与公布的数字不符的，就停下来报错。\`where\` 的值可以写编号、名称或别名；问“是不是”的列写 \`true\` 或 \`false\`。

- 尚未发榜的任务，只有 \`status\`、\`stage\` 或 \`outcome\` 写明 \`draft\` 时才计入；\`status\` 既可以写环节，也可以写结果（\`outcome\`）。
- 已撤销的记录，以及对对象不利而已容错免责的记录，只有 \`state\` 或 \`status\` 点名时才计入；\`current\` 指在数据截至日是否有效。
- 内部的内容，只有 \`visibility\` 点名时才计入；授牌记录则要用 \`instrument\` 或 \`task\` 点名。
- \`group\` 指对象在该记录期次的最后一天（没有期次的，在授予当天）所在的组；清点单位时，指数据截至日所在的组。
- \`holds\`（也可写 \`awards\`）清点所选的授牌恰好有这么多个的对象，\`holds_at_least\` 清点至少有这么多个的对象。
- 清点会次时只计已召开的，\`status\` 另有指定的除外。两次会议相隔的天数，从所写会次中的第一次算到最后一次；一次也没有写的，取最近召开的两次。`,
  counted: {
    tasks: '任务',
    awards: '授牌记录',
    holders: '授牌对象（同一对象只计一次）',
    filings: '备案',
    units: '机制考核的单位',
    sessions: '会次',
    days_between_sessions: '两次会议相隔的天数',
  },
  countColumn: (column) => `\`${column}\` ${COUNT_COLUMN[column]}`,
  comma: '、',
  rules: `一条规则可以只写一个条件，也可以用 \`all\`、\`any\`、\`not\`、\`except\` 把几个条件组合起来；并列写出的几个条件须同时成立。上下限写 \`gt\`（大于）、\`gte\`（不小于）、\`lt\`（小于）、\`lte\`（不大于）或 \`eq\`（等于）。缺少数据时，规则一概不成立；问“不是”的条件也不例外。

同一族的牌令旗按列出的先后逐个判断，一个对象只得一种。两条规则同时成立的，程序停下来报错：请把上下限错开（如一条写 \`band: { gte: 70 }\`，另一条写 \`band: { lt: 70 }\`），或者在一条规则里用 \`except\` 把另一条的情形排除。规则里引用另一种牌令旗（\`instrument\`）的属于升级，可以由它引起。

规则里提到的维度、指标、分组和其他牌令旗，都写编号。`,
  tables: `每张表是一个 CSV 或 YAML 文件，以表名命名；也可以是一个文件夹，里面放几个这样的文件。表头可以写英文列名，也可以写任一中文表头；带星号（*）的列每行必填。留空表示没有内容，从不当作零。`,
  roles: '角色',
  events: '事项',
  mapping: `别的部门报来的、系统导出的表格，不用改动，在 \`portal.yaml\` 的 \`tables:\` 下面按表名写明怎样读取即可。每一项读取一个文件（或样式相同的几个文件），一张表可以有几项。

各项设置的先后顺序是固定的，与写在哪里无关：\`encoding\`、\`delimiter\`、\`skip_rows\`；\`transpose\`；\`header_rows\`；\`fill_down\`；针对原表表头的 \`where\`（看到的是原表的内容，或者往下填好的内容）；\`unpivot\`；\`columns\` 和 \`constants\`；\`replace\` 和 \`missing\`，先用于整格，再用于 \`split\` 拆出来的每一部分；\`make_id\`；针对本表各列的 \`where\`（看到的是前面各步的结果）；\`distinct\`。`,
  heads: {
    keys: ['键', '可以写什么', '说明'],
    columns: ['列', '中文表头', '填什么', '说明'],
    words: (title) => [title, '中文写法', '说明'],
    methods: ['方法', '怎样得分'],
    missing: ['`ranking.missing`', '怎样处理'],
    claims: ['`count`', '清点什么', '`where` 可用的列'],
  },
  forms: {
    required: '**必填**；',
    text: '可分语言的文字',
    plain: '文字',
    scalar: '文字或数字',
    condition: '条件',
    any: '任意内容',
    keys: '下列各键',
    name: '<名称>',
    bounds: '上下限',
    boundsAndKeys: '上下限，以及下列各键',
    list: (item) => `列表（${item}）`,
    map: (value) => (value === null ? '“名称: 值”' : `“名称: 值”（值为${value}）`),
    or: '；或',
    number,
    see: (chapter) => `见${chapter}`,
  },
  cells: {
    kinds: {
      id: '编号',
      text: '文字；可另设其他语言的列',
      plain: '文字',
      number: '数字',
      date: '日期',
      due: '日期，也可以不具体到日（2023年8月下旬）',
      flag: '是、否（或 true、false）',
      period: '期次',
    },
    several: '几个，用分号隔开',
    oneOf: (thing, named) => `${thing}的编号${named ? '或名称' : ''}`,
    severalOf: (thing) => `几个${thing}的编号或名称`,
    word: (word, writings) => `\`${word}\` ${writings.join('、')}`,
    comma: '；',
  },
};
