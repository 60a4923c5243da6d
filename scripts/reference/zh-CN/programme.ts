/** Chinese of the reference: `programmes/<id>.yaml`. */

import { COLOURS } from '../../../src/model/colours.ts';
import { EXEMPTING, TASK_STAGES } from '../../../src/model/config.ts';
import { EVENT_WORDS } from '../../../src/model/tables/taskEvents.ts';
import type { Sentences } from '../speaker.ts';

const STAGES = TASK_STAGES.map((stage) => `${stage} ${EVENT_WORDS[stage][0]}`).join('、');

export const programme: Sentences = {
  'Its id, used in addresses and tables; default: the name of the file.': '机制的编号，用于网址和各表；不写的，以文件名为编号。',
  'Its name.': '名称。',
  'What it is, for someone who has never heard of it.': '一段介绍，写给从来没有听说过它的人。',
  'The programme whose subject owns this one.': '上级机制：它考核的单位就是本机制的实施者。',
  'The document that it rests on.': '所依据的文件，写文件的编号、标题或文号。',
  'Who decides, in words.': '由谁决定，用文字写明。',
  'How often it is judged: figures must be of such periods.':
    '多长时间考核一次：`day` 每日、`week` 每周、`month` 每月、`bimonth` 每两个月、`quarter` 每季度、`half` 每半年、`year` 每年、`session` 每次评议会、`batch` 按批次；数据的期次须与此相符。',
  'Month in which its year starts. Default: the portal’s.': '本机制的一年从几月开始。默认：与门户相同。',
  'Groups of units that are compared with one another.': '相互比较的各组单位。',
  'The groups are those of the table memberships.': '由分组成员表（`memberships`）里出现的组构成。',
  'Its id.': '编号。',
  'Its name; default: the id.': '名称；不写的，以编号为名称。',
  'A sentence for readers.': '给读者看的说明。',
  'Dimensions that the group is ranked on; default: all.': '本组参加排名的维度；不写的，为全部维度。',
  'What is judged.': '考核哪些方面。',
  'Every indicator is a dimension.': '每个指标各为一个维度。',
  'How their scores come about. Default: given.': '各维度怎样计分。默认：`given`。',
  'How each indicator’s value becomes a score: see Scoring.': '指标的数值怎样变成得分，见“计分”一章。',
  'Ceiling: of the ratio in percent, or of the score.': '上限：按比例计分的，为完成比例（%）的上限；其他方法为得分的上限。',
  'Floor: of the ratio in percent, or of the score.': '下限：按比例计分的，为完成比例（%）的下限；其他方法为得分的下限。',
  'bands: the score for a value inside [gte, lt). Steps may leave one bound out: gte 90, gte 80, and one without bounds for the rest.':
    '用于 `bands`：数值不小于 gte、小于 lt 时所得的分。逐档可以省去一个界限，如 gte 90、gte 80，其余的一档两个界限都不写。',
  'From this value on.': '从这个数值起（含）。',
  'Below this value.': '到这个数值为止（不含）。',
  'The score.': '得分。',
  'rank_points: points for place 1, 2, 3 …; places past the end get the last.':
    '用于 `rank_points`：第1、第2、第3……各得几分；位次更后的得最后一个分数。',
  'deduct, points: the score before anything. Default: 100 for deduct, 0 for points.':
    '用于 `deduct`、`points`：起始分。默认：`deduct` 为 100，`points` 为 0。',
  'deduct, points: points per unit of the value. Default: 1.': '用于 `deduct`、`points`：数值每增加 1 扣几分或得几分。默认：1。',
  'minmax, yoy: score of the worst. Default: 0.': '用于 `minmax`、`yoy`：最差的得分。默认：0。',
  'minmax, yoy: score of the best. Default: 100.': '用于 `minmax`、`yoy`：最好的得分。默认：100。',
  'Its id, used in addresses.': '编号，用于网址。',
  'What it is about.': '考核的内容。',
  'Its weight in the total; those in force together total 100.': '在总分中的权重；同时采用的各维度合计 100。',
  'How its score comes about. Default: given.': '这个维度怎样计分。默认：`given`。',
  'For a dimension that is one indicator, whose own it must be. Default: the indicator’s, or higher.':
    '`higher` 越高越好、`lower` 越低越好、`target` 越接近目标越好。只用于由一个指标构成的维度，而且须与该指标的方向一致。默认：该指标的方向；没有的为 `higher`。',
  'Decimals of its scores, to print and to rank by. Default: the ranking’s. Where it is ranked by values, those of its indicator count.':
    '得分的小数位数，公布和排名都以此为准。默认：与 `ranking.decimals` 相同。按数值排名的，以指标的小数位数为准。',
  'Unit of measurement.': '计量单位。',
  'Its indicators, in order; default: those that name it.': '所含的指标，按先后列出；不写的，为指标表里写明属于它的指标。',
  'First day on which it is used.': '开始采用的日期。',
  'Last day on which it is used.': '采用到哪一天（含）。',
  'Weights by dimension that memberships may name.': '权重方案：各维度的权重，供分组成员表指定。',
  'How units are ranked.': '怎样排名。',
  'Standard competition ranking: 1, 2, 2, 4.': '同分并列，后面的位次空出：1、2、2、4。',
  'What is ranked apart: group, each group. Dimensions are ranked in any case; dimension_pages says whether they have pages. Default: both words.':
    '分开排名的方式：写 `group` 的，各组分别排名。各维度无论如何都分别排名，有没有单独的网页由 `dimension_pages` 决定。默认：两个词都写。',
  'Whether there is a ranked total. Default: true.': '是否合成总分并排名。默认：true。',
  'Beside the groups, also one table of all units. A unit of several weight sets goes by the dimensions’ own weights there. Default: false.':
    '除各组以外，是否另排一张全部单位的榜。单位分用几套权重方案的，在这张榜上一律用维度自己的权重。默认：false。',
  'Decimals to print; scores are rounded to them before ranking. Default: 2.': '公布的小数位数；先四舍五入到这一位，再排名。默认：2。',
  'What a missing figure does to the score of its dimension and to the total: see Missing figures. Default: exclude_unit.':
    '缺少数据时，维度得分和总分怎样处理，见“缺少数据时”一节。默认：`exclude_unit`。',
  'Share of the weights that must be there for a score: see Missing figures. Default: 1.':
    '权重至少有多大一部分的得分齐备，才算有得分，见“缺少数据时”一节。默认：1。',
  'Dimensions or indicators that break ties, in order, each by its own direction; whoever has no figure there, or is vetoed there, comes last. Default: none.':
    '同分时依次比较的维度或指标，各按自己的方向；没有数据的、在这一项上被一票否决的，排在最后。默认：不再区分。',
  'percent: must total 100; relative: normalised. Default: percent.': '`percent`：权重合计须为 100；`relative`：按比例折算。默认：`percent`。',
  'Whether each dimension has pages of its own. Default: true.': '各维度是否有单独的网页。默认：true。',
  'What a difference from rank_recorded is. error: the build stops; record_stands: both places are printed. Default: error.':
    '算出的位次与登记的位次（`rank_recorded`）不同时怎么办。`error`：停下来报错；`record_stands`：两个位次都公布。默认：`error`。',
  'What the change of a unit is that had no place the last time that anybody had one. previous: it has “returned”; last_ranked: counted from its last place. Default: previous.':
    '上一次有排名时没有位次的单位，位次变化怎样写。`previous`：写“重新参评”；`last_ranked`：与它最近一次的位次相比。默认：`previous`。',
  'Where the method changed: lines and rank changes break there.': '考核办法在哪里有变化：曲线和位次变化在此断开。',
  'Name of the version.': '办法的版本名称。',
  'The first period or day that it holds for.': '从哪一期或哪一天起采用。',
  'What changed.': '有哪些变化。',
  'Everything that is handed out, in the order in which a family is tried.': '机制的全部牌令旗；同族的按这里的先后逐个判断。',
  'Its id, used in addresses and in the table awards.': '编号，用于网址和授牌记录表。',
  'list 榜, plate 牌匾, card 牌, order 令, flag 旗, light 灯, notice 通知, grade 等次, or another word. Default: card.':
    '种类，可以写 list 榜、plate 牌匾、card 牌、order 令、flag 旗、light 灯、notice 通知、grade 等次，中英文都可以；也可以写别的词。默认：card。',
  'What it says about its holder; no colour implies one. Default: neutral.':
    '对获得者意味着什么：`positive` 正面、`neutral` 中性、`warning` 警示、`negative` 负面；颜色本身没有含义。默认：`neutral`。',
  'How grave it is: where a holder got several at one session, the one with the highest number stands for them. Default: 1.':
    '轻重程度：同一对象在一次评议会上得到几种的，以数字最大的一种为准。默认：1。',
  [`${Object.keys(COLOURS).join(', ')}, another name that CSS has, or "#rrggbb" in quotation marks: decoration, never meaning.`]:
    'red 红、orange 橙、yellow 黄、green 绿、blue 蓝、purple 紫、gold 金、black 黑、white 白、grey 灰、amber 琥珀、pink 粉、brown 棕、silver 银、bronze 铜、cyan 青、teal 青绿、navy 藏青，CSS 的其他颜色名，或 "#rrggbb"（加引号）：只作装饰，没有含义。',
  'Who holds it. Persons are never published. Default: unit.': '授予谁：`unit` 单位、`task` 任务、`person` 个人。个人从不公布。默认：`unit`。',
  'What it is given for; a dimension: each, or, where the rule asks for no place, score or value but those of one that it names, that one. Default: overall; of what tasks hold, task.':
    '因什么授予：`overall` 总体情况、`dimension` 维度、`task` 任务、`batch` 批次。写 `dimension` 的，每个维度各授一次；规则只问自己点名的一个维度的位次、得分或数值的，只就那个维度授予。默认：`overall`；授予任务的为 `task`。',
  'How often it is given. Default: the programme’s; where that has none, or no figures of it, by the kind of period that it ranks most often.':
    '多长时间评定一次，写法与机制的 `cadence` 相同。默认：与机制相同；机制没有写明，或者没有这种期次的数据的，按最常排名的那种期次。',
  'recorded: from the table awards; computed: by the rule; both: from the table, and checked by the rule. Default: recorded.':
    '`recorded`：以授牌记录表为准；`computed`：按规则算出；`both`：以授牌记录表为准，并用规则核对。默认：`recorded`。',
  'With both: what a difference between records and rule is. error: the build stops; record_stands: it is printed, and the record counts. Default: error.':
    '用于 `both`：登记与规则不符时怎么办。`error`：停下来报错；`record_stands`：照登记公布，并注明差异。默认：`error`。',
  'How long it is in force. event: it happened, and is not held; period: until those of the next period; until_next_session: until the day before the next session; until_revoked: until it is revoked or its holder gets a newer one of its family; until_closed: until its task is over. Default: period.':
    '有效期。`event`：一次性，无有效期；`period`：到下一期评定为止；`until_next_session`：到下一次评议会的前一天；`until_revoked`：到撤销，或者同一对象得到同族新的一种为止；`until_closed`：到任务办结为止。默认：`period`。',
  'What is published. names: each with its holder; counts: numbers only; internal: nothing. Default: names, for persons counts.':
    '公布什么。`names`：公布对象名称；`counts`：只公布数量；`internal`：不公布。默认：`names`，授予个人的为 `counts`。',
  'What follows from holding it.': '结果运用：获得以后有什么奖励、要求或处理。',
  'The family whose instruments are tried in order.': '所属的族；同族的逐个判断。',
  'When it is given.': '在什么情形下授予。',
  'Families of instruments of which a holder gets one: they are tried in the order of instruments. Rules of one family that hold at once are an error.':
    '族：一个对象在同族的牌令旗中只得一种，按 `instruments` 里的先后逐个判断。同族的两条规则同时成立的，程序报错。',
  'What holding none of them is called; makes a declared middle.': '一种也没有得到的，叫什么；写明以后，各档之间的空档视为有意留出。',
  'The task list.': '任务清单。',
  'Categories; default: those of the rows.': '类别；不写的，为任务表里出现的类别。',
  'Origins; default: those of the rows.': '来源；不写的，为任务表里出现的来源。',
  'Batches; default: those of the rows.': '批次；不写的，为任务表里出现的批次。',
  [`The stages of a task, in order, of ${TASK_STAGES.join(', ')} or the programme’s own. Default: all but draft. Where draft is listed, a task without posted_on is one until an event says more; drafts are shown and not counted as posted.`]: `任务的环节，按先后列出：可用 ${STAGES}，也可以自定。默认：除 draft 外的全部环节。列有 draft（拟列）的，没有发榜日期的任务，在动态另有记录之前都算拟列；拟列任务照常显示，但不计入发榜数。`,
  'The stage.': '环节。',
  'The programme’s own name.': '本机制所用的名称。',
  'Phases of the programme as a whole.': '机制整体推进的阶段。',
  'First day.': '开始日期。',
  'Last day; neighbours may share one.': '结束日期；前后两个阶段可以共用一天。',
  'How many units may have each role, and what the programme calls it. The first responsible counts as a lead.':
    '各种角色各要几个单位，本机制怎样称呼；名称处写角色的编号，如 `lead`，见任务责任单位表。第一责任单位也算牵头单位。',
  'Fewest units that must have had this role together; not asked where no task of the programme has any unit. Default: 0.':
    '至少要有几个单位同时担任过；机制的任务都没有登记责任单位时不核对。默认：0。',
  'Most units in this role at a time.': '同一时间最多几个单位。',
  'What the programme calls it.': '本机制所用的名称。',
  'Which lead a task counts for: the first responsible, each that leads, or each by its share. Default: first_responsible.':
    '按单位统计时，一项任务计入谁：`first_responsible` 计入第一责任单位，`each_lead` 计入每个牵头单位，`split` 由各牵头单位按占比分摊。默认：`first_responsible`。',
  'Where the planned curve comes from. linear: evenly by days from posting to the due date; own: the column planned of the table progress; milestones: the weights of those that are due. Default: own where a task’s rows give a plan, else linear.':
    '计划进度从哪里来。`linear`：从发榜到时限按天均匀推算；`own`：取任务进度表的“计划进度”；`milestones`：按已到期节点的权重推算。默认：进度表填了计划的用 `own`，没有填的用 `linear`。',
  'Days without news after which an open task is called stale.': '在办任务超过几天没有任何动态，标为“久未更新”。',
  'When a task is behind its plan.': '落后多少算作“落后于计划”。',
  'Behind when planned − actual exceeds this many points.': '计划进度减实际进度，超过这么多个百分点。',
  'Behind when planned − actual exceeds this share of the planned value.': '计划进度减实际进度，超过计划进度的这一比例（0.2 即两成）。',
  'Kinds of filing.': '备案的类别。',
  'Its stages, in order; default: those of the rows.': '环节，按先后列出；不写的，为备案表里出现的环节。',
  'What may come of it; default: what the rows have.': '办理结果；不写的，为备案表里出现的结果。',
  [`Whether the award or task that the filing is about no longer counts against its holder from then on. Default: true where its id or name is one of ${EXEMPTING.join(', ')}.`]: `作出这种结果以后，所涉的授牌或任务是否不再计入对象的负面统计。默认：编号或名称为 ${EXEMPTING.join('、')} 之一的，为 true。`,
  'counts: numbers only; digests: summaries too, on the programme’s page, without unit, task or day, where the kind has as many filings as may be shown, and of nothing that is internal or not out yet; and on the page of the award that they are about. Default: counts.':
    '`counts`：只公布件数；`digests`：还公布摘要。摘要登在机制的页面上，不写单位、任务和日期，而且这一类的件数达到可以公布的下限才登，内部的和尚未公布的不登；也登在所涉授牌记录的页面上。默认：`counts`。',
  'Figures printed elsewhere that the rows must reproduce.': '在别处公布过、须与明细相符的数字。',
  'What was claimed.': '公布的是什么数字。',
  'What is counted.': '清点什么。',
  'Which rows: column and value, or a list of values: see Claims.': '清点哪些记录：写列名和值，值可以列出几个，见“公开数字核对”一节。',
  'The number as printed.': '公布的数字。',
  'The whole that the share is of.': '占比的分母清点什么。',
  'The share as printed, with its decimals: 40%.': '公布的占比，小数位照写：40%。',
  'The document that printed it.': '公布这个数字的文件。',
  'What may be published.': '公开的范围。',
  'Persons are never published.': '个人从不公布。',
  'Counts of filings below this are suppressed, and claims that would give one away. Default: 5.':
    '备案件数少于这个数的不公布，能推算出它的公开数字也不公布。默认：5。',
  'How much of a ranking is published. full: all of it; top: the better half; counts: only how many are ranked. Default: full.':
    '排名公布多少。`full`：全部；`top`：位次在前一半的；`counts`：只公布参加排名的单位数。默认：`full`。',
};
