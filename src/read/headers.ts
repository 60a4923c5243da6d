/**
 * The tables of a portal and what their columns are called, in English and in Chinese. The first Chinese name is the one that messages
 * use; a star marks a required column.
 */
interface TableNames {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
}

const NAMES = {
  units: {
    name: '单位',
    columns: {
      'unit*': '单位 单位编号 单位ID 单位标识 编号',
      'name*': '名称 单位名称 全称',
      short_name: '简称 单位简称',
      kind: '类别 单位类别 类型 单位类型',
      parent: '上级单位 上级 主管单位',
      code: '代码 单位代码 行政区划代码 统一代码',
      order: '排序 顺序 序号',
      valid_from: '启用日期 生效日期 起始日期',
      valid_to: '停用日期 失效日期 截止日期',
      aliases: '别名 曾用名 其他名称',
    },
  },
  unit_events: {
    name: '单位变更',
    columns: {
      'unit*': '单位 单位编号 单位名称',
      'date*': '日期 变更日期',
      'type*': '类型 变更类型',
      from_name: '原名称 原名',
      to_name: '新名称 现名称',
      successors: '承接单位 后继单位',
      predecessors: '原单位 前身单位',
      comparable: '可比 是否可比',
      document: '文件 依据文件 依据',
      note: '备注 说明',
    },
  },
  memberships: {
    name: '分组成员',
    columns: {
      'programme*': '项目 考核项目 机制 榜单',
      'group*': '分组 组别 考核组',
      'unit*': '单位 单位编号 单位名称',
      from: '开始 起始日期 开始日期 自',
      to: '结束 截止日期 结束日期 至',
      weight_set: '权重方案 权重组',
    },
  },
  indicators: {
    name: '指标',
    columns: {
      'indicator*': '指标 指标编号 指标代码 编号',
      'programme*': '项目 考核项目 机制 榜单',
      dimension: '维度 领域 板块 一级指标',
      'name*': '名称 指标名称',
      aliases: '别名 其他名称',
      unit_label: '计量单位 单位',
      'direction*': '方向 指标方向 指标性质',
      target: '目标值 目标',
      weight: '权重 分值',
      basis: '口径 统计口径',
      decimals: '小数位 小数位数',
      definition: '定义 指标解释 指标定义',
      source: '来源 数据来源',
      method_version: '方法版本 办法版本',
      valid_from: '启用日期 生效日期 起始日期',
      valid_to: '停用日期 失效日期 截止日期',
    },
  },
  observations: {
    name: '指标数据',
    columns: {
      'programme*': '项目 考核项目 机制 榜单',
      'unit*': '单位 单位编号 单位名称',
      'indicator*': '指标 指标编号 指标名称',
      'period*': '期次 期间 时期 报告期',
      value: '数值 值 实际值 完成值',
      status: '状态 数据状态',
      target: '目标值 目标',
      planned: '计划值 计划 序时目标',
      denominator: '分母 基数',
      revision: '修订号 修订次数 版次',
      received_on: '报送日期 收到日期',
      published_on: '发布日期 公布日期',
      source: '来源 数据来源',
      note: '备注 说明',
    },
  },
  scores: {
    name: '得分',
    columns: {
      'programme*': '项目 考核项目 机制 榜单',
      'unit*': '单位 单位编号 单位名称',
      dimension: '维度 领域 板块 考核内容',
      'period*': '期次 期间 时期 报告期',
      score: '得分 分数 成绩 评分',
      rank_recorded: '公布名次 排名 名次 位次',
      status: '状态 数据状态',
      revision: '修订号 修订次数 版次',
      published_on: '发布日期 公布日期',
    },
  },
  adjustments: {
    name: '加减分',
    columns: {
      'programme*': '项目 考核项目 机制 榜单',
      'unit*': '单位 单位编号 单位名称',
      'period*': '期次 期间 时期 报告期',
      dimension: '维度 领域 板块 考核内容',
      'kind*': '类型 类别 加减分类型',
      points: '分值 分数 加减分',
      dedupe_key: '同项标识 去重标识 同类事项',
      effect: '影响 效果',
      'reason*': '原因 事由 理由',
      status: '状态',
      document: '文件 依据文件 依据',
      date: '日期',
      note: '备注 说明',
    },
  },
  awards: {
    name: '授牌记录',
    columns: {
      'award*': '编号 记录编号 授牌编号',
      'programme*': '项目 考核项目 机制 榜单',
      'instrument*': '牌令旗 牌种 种类 奖惩种类',
      'holder_type*': '对象类型 持有者类型',
      'holder*': '对象 持有者 授予对象',
      dimension: '维度 领域 板块 考核内容',
      task: '任务 任务编号 任务名称',
      period: '期次 期间 时期 报告期',
      session: '会次 会议 评审会',
      'awarded_on*': '授予日期 颁发日期 亮牌日期',
      valid_to: '有效期至 截止日期 失效日期',
      state: '状态 记录状态',
      revoked_on: '撤销日期 收回日期',
      reason: '原因 事由 理由',
      document: '文件 依据文件 依据',
      note: '备注 说明',
    },
  },
  tasks: {
    name: '任务',
    columns: {
      'task*': '任务 任务编号 编号',
      'programme*': '项目 考核项目 机制 榜单',
      'title*': '标题 任务名称 任务内容 名称',
      batch: '批次',
      category: '类别 任务类别 分类',
      origin: '来源 任务来源',
      posted_on: '发布日期 发榜日期 下达日期',
      due_on: '完成时限 截止日期 办结时限',
      target_text: '目标要求 任务目标 目标',
      target_value: '目标值',
      unit_label: '计量单位',
      year: '年度 年份',
      carried_from: '结转自 上年任务',
      parent: '上级任务 所属任务',
      visibility: '公开范围 可见范围',
      note: '备注 说明',
    },
  },
  task_units: {
    name: '任务责任单位',
    columns: {
      'task*': '任务 任务编号 任务名称',
      'unit*': '单位 责任单位 单位编号 单位名称',
      'role*': '角色 责任 责任类型',
      share: '占比 分担比例',
      from: '开始 起始日期 开始日期 自',
      to: '结束 截止日期 结束日期 至',
    },
  },
  task_events: {
    name: '任务动态',
    columns: {
      'task*': '任务 任务编号 任务名称',
      'date*': '日期 发生日期',
      'event*': '事项 动态 事件',
      by_unit: '提出单位 经办单位 办理单位',
      from_unit: '移出单位 原责任单位',
      to_unit: '移入单位 现责任单位',
      new_due_on: '新时限 延期至 调整后时限',
      value: '数值 值',
      milestone: '节点 里程碑',
      reason: '原因 事由 理由',
      document: '文件 依据文件 依据',
    },
  },
  milestones: {
    name: '任务节点',
    columns: {
      'task*': '任务 任务编号 任务名称',
      'milestone*': '节点 节点编号 里程碑',
      'title*': '标题 节点名称 节点内容',
      'due_on*': '完成时限 截止日期 计划完成日期',
      weight: '权重',
      done_on: '完成日期 实际完成日期',
      evidence: '完成依据 佐证 佐证材料',
      note: '备注 说明',
    },
  },
  progress: {
    name: '任务进度',
    columns: {
      'task*': '任务 任务编号 任务名称',
      'as_of*': '截至日期 截至 统计日期',
      actual: '实际进度 实际 完成进度',
      planned: '计划进度 计划 序时进度',
      note: '备注 说明',
    },
  },
  sessions: {
    name: '会次',
    columns: {
      'programme*': '项目 考核项目 机制 榜单',
      'session*': '会次 会议 会次编号',
      ordinal: '届次 次序 第几次',
      held_on: '召开日期 会议日期',
      reviews: '评议期次 评审期次 期次',
      published_on: '发布日期 公布日期',
      status: '状态',
      reason: '原因 事由 理由',
    },
  },
  filings: {
    name: '备案',
    columns: {
      'filing*': '备案编号 编号 备案',
      'programme*': '项目 考核项目 机制 榜单',
      'kind*': '类别 类型 备案类型',
      'filed_on*': '申请日期 备案日期 提交日期',
      'stage*': '环节 阶段 办理环节',
      stage_on: '环节日期 阶段日期',
      outcome: '结果 办理结果',
      outcome_on: '结果日期 办结日期',
      task: '任务 任务编号 任务名称',
      award: '授牌编号 授牌记录',
      unit: '单位 单位编号 单位名称',
      digest: '摘要 案例摘要',
      visibility: '公开范围 可见范围',
    },
  },
  documents: {
    name: '文件',
    columns: {
      'document*': '文件 文件编号 编号',
      'title*': '标题 文件名称 文件标题',
      number: '文号 发文字号',
      index_no: '索引号',
      issuer: '发文机关 发布机构 制发机关',
      made_on: '成文日期',
      published_on: '公开日期 发布日期',
      openness: '公开形式 公开方式',
      validity: '有效性 效力状态',
      url: '网址 链接',
    },
  },
  corrections: {
    name: '更正',
    columns: {
      'correction*': '更正编号 编号 更正',
      'kind*': '类别 类型 更正类型',
      severity: '程度 严重程度',
      'published_on*': '发布日期 公布日期',
      programme: '项目 考核项目 机制 榜单',
      period: '期次 期间 时期 报告期',
      unit: '单位 单位编号 单位名称',
      field: '字段 更正项 更正字段',
      old: '原值 更正前',
      new: '新值 更正后',
      'reason*': '原因 事由 理由',
      approved_by: '批准单位 审批单位 批准',
      document: '文件 依据文件 依据',
    },
  },
  appeals: {
    name: '申诉',
    columns: {
      'appeal*': '申诉编号 编号 申诉',
      'against*': '申诉对象 申诉事项',
      'filed_on*': '申请日期 提交日期 申诉日期',
      unit: '单位 单位编号 单位名称',
      'state*': '状态 办理状态',
      decided_on: '决定日期 办结日期',
      decision: '决定 处理决定 处理结果',
      correction: '更正编号 更正',
    },
  },
} as const satisfies Record<string, TableNames>;

export type TableName = keyof typeof NAMES;

export interface TableShape {
  /** What an office calls the table. */
  readonly chinese: string;
  /** Column names in the order of the specification. */
  readonly columns: readonly string[];
  readonly required: readonly string[];
  /** The Chinese names of each column, the usual one first. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

function parseShape({ name, columns }: TableNames): TableShape {
  const entries = Object.entries(columns).map(([key, aliases]) => [key.replace('*', ''), aliases.split(' ')] as const);
  const required = Object.keys(columns).filter((key) => key.endsWith('*'));
  return {
    chinese: name,
    columns: entries.map(([column]) => column),
    required: required.map((key) => key.slice(0, -1)),
    aliases: new Map(entries),
  };
}

/** Every table of a portal. A table's file is named for its key. */
export const TABLES = Object.fromEntries(Object.entries(NAMES).map(([table, names]) => [table, parseShape(names)])) as Readonly<
  Record<TableName, TableShape>
>;

export const TABLE_NAMES = Object.keys(NAMES) as readonly TableName[];

export function isTableName(name: string): name is TableName {
  return Object.hasOwn(NAMES, name);
}

/** Columns of words for people: they may also come once a language, as `<column>_<lang>`. */
export const TEXT_COLUMNS: ReadonlySet<string> = new Set([
  'name',
  'short_name',
  'title',
  'definition',
  'source',
  'reason',
  'note',
  'effect',
  'target_text',
  'unit_label',
  'evidence',
  'decision',
  'issuer',
  'from_name',
  'to_name',
  'digest',
  'approved_by',
]);

const LANGUAGE_WORDS: Readonly<Record<string, string>> = {
  英文: 'en',
  英语: 'en',
  english: 'en',
  中文: 'zh-CN',
  汉语: 'zh-CN',
  chinese: 'zh-CN',
};

const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

function parseLanguage(word: string): string | undefined {
  const known = LANGUAGE_WORDS[word.toLowerCase()];
  if (known || !LANGUAGE.test(word)) return known;
  return word.replaceAll('_', '-').replace(/^[A-Z]+/, (code) => code.toLowerCase());
}

function findPlainColumn(shape: TableShape, header: string): string | undefined {
  const name = header.toLowerCase().replace(/[\s-]+/g, '_');
  if (shape.columns.includes(name)) return name;
  const chinese = header.replace(/\s/g, '');
  return shape.columns.find((column) => shape.aliases.get(column)?.some((alias) => alias === chinese || alias === chinese.toUpperCase()));
}

/** The two halves of a header that names a language: `name_en`, `名称（英文）`, `name [en]`, `英文名称`. */
function splitLanguage(header: string): readonly [string, string] | undefined {
  const match =
    /^(.+?)\s*[（([]([^（()）\]]+)[)）\]]$/.exec(header) ??
    /^([a-z_]+?)_([a-z]{2,3}(?:-[A-Za-z0-9]+)*)$/.exec(header) ??
    /^(\p{Script=Han}+)_(.+)$/u.exec(header);
  if (match) return [match[1] as string, match[2] as string];
  const leading = /^(英文|中文)(.+)$/.exec(header);
  return leading ? [leading[2] as string, leading[1] as string] : undefined;
}

/** The column that a header means in a table: `score` for `得分`, `name_en` for `名称（英文）`. Undefined when it is none. */
export function findColumn(table: TableName, header: string): string | undefined {
  const shape = TABLES[table];
  const plain = findPlainColumn(shape, header);
  if (plain) return plain;
  const [base, word] = splitLanguage(header) ?? [];
  const column = base === undefined ? undefined : findPlainColumn(shape, base);
  const lang = word === undefined ? undefined : parseLanguage(word);
  return column && lang && TEXT_COLUMNS.has(column) ? `${column}_${lang}` : undefined;
}

/** Whether a language writes Chinese. */
function isChinese(lang: string): boolean {
  return lang.split('-')[0] === 'zh';
}

/** A column's name for a message: `得分（score）` where the portal speaks Chinese, else `score`. */
export function formatColumn(table: TableName, column: string, lang: string): string {
  const alias = TABLES[table].aliases.get(column)?.[0];
  return alias && isChinese(lang) ? `${alias}（${column}）` : column;
}

/** Every header that a table's columns answer to, for finding the nearest: English first, then Chinese. */
export function getHeaders(table: TableName): readonly string[] {
  const { columns, aliases } = TABLES[table];
  return [...columns, ...columns.flatMap((column) => aliases.get(column) ?? [])];
}
