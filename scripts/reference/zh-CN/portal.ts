/** Chinese of the reference: `portal.yaml`. */
import { INTERFACE_LANGUAGES } from '../../../src/i18n/index.ts';
import type { Sentences } from '../speaker.ts';

export const portal: Sentences = {
  'Name of the portal.': '门户的名称。',
  'One or two sentences about it, for the home page and for search engines.': '一两句介绍，用于首页和搜索引擎。',
  'Who publishes it, and whom to ask. In several languages: { name: { zh-CN: …, en: … } }.':
    '由谁发布、向谁咨询。单位名称要分语言的，写成 `{ name: { zh-CN: …, en: … } }`。',
  'Who publishes it.': '发布机构的名称。',
  'The publisher’s own site.': '发布机构自己的网站。',
  'A landline or hotline to ask; mobile numbers are refused.': '咨询用的座机或热线；不收手机号码。',
  'A mailbox of the office to ask.': '咨询用的单位公开邮箱。',
  [`Languages, of ${INTERFACE_LANGUAGES.join(' and ')}; the first is at /, the others under /<language>/. Default: [zh-CN].`]: `网站的语言，可用 ${INTERFACE_LANGUAGES.join('、')}：第一种放在 /，其余的放在 /<语言>/。默认：[zh-CN]。`,
  'Licence of the data, such as CC-BY-4.0.': '数据的使用许可，如 CC-BY-4.0。',
  'The day that everything depends on: a date, today, or latest (the newest date in the data; default).':
    '数据截至日，一切以这一天为准：可以写日期，也可以写 `today`（今天）或 `latest`（数据里最新的一天）。默认：`latest`。',
  'Origin of the site, https://…, for addresses in full: in citations, in the sitemap, on paper.':
    '网站的域名，写成 https://…；引用格式、网站地图和打印件上的完整网址由它组成。',
  'Prints on every page that places and figures are invented.': '写 `true` 的，每一页都声明其中的地名、单位和数据均为虚构。',
  'Month in which the fiscal or school year starts. Periods like 2018/19 need it; else the year starts in January.':
    '财政年度或学年从几月开始。用到 2018/19 这样的期次时必须写明；不写的，一年从 1 月开始。',
  'Public holidays, so that working days are counted without them. Without it they are Mondays to Fridays, and pages say so.':
    '放假安排：计算工作日时扣除法定节假日、计入调休上班日。不写的，周一至周五算工作日，网页上会注明。',
  'Days off, as YYYY-MM-DD or YYYY-MM-DD..YYYY-MM-DD.': '放假的日子，写成 YYYY-MM-DD，连续几天的写成 YYYY-MM-DD..YYYY-MM-DD。',
  'Weekend days that are worked for them (调休).': '调休上班的周末，写法相同。',
  'Ids of programmes in the order in which they stand everywhere. Those not listed follow by id, a parent before its children.':
    '各机制的编号，按各处排列的先后。没有列出的按编号排在后面，上级机制排在下级机制之前。',
  'Slots of the footer that government sites in China need.': '页脚各项，按政府网站的要求填写。',
  '主办单位: who runs the site.': '主办单位。',
  'ICP备案号.': 'ICP备案号。',
  '公安备案号.': '公安备案号。',
  '网站标识码.': '网站标识码。',
  'Further links: 无障碍, 我为政府网站找错 …': '其他链接，如无障碍、我为政府网站找错等。',
  'What the link says.': '链接上显示的文字。',
  'Where it leads.': '链接的网址。',
  'The portal’s own look.': '门户自己的样式。',
  'Accent colour, "#rrggbb" in quotation marks.': '主题色，写成 "#rrggbb"，要加引号。',
  'Emblem: a picture in public/ of the portal folder, by its path there.': '标志：门户文件夹的 public/ 里的一幅图片，只写它在 public/ 里的路径。',
  'Short name, for the header on a phone.': '简称，用于手机上的页头。',
  '栏目: ColumnName for government meta tags.': '栏目名称，写入政府网站的 ColumnName 标签。',
  '来源: ContentSource for government meta tags.': '内容来源，写入政府网站的 ContentSource 标签。',
  'How to read tables that others made, as they are.': '怎样读取别处来的表格，原表不用改动。',
};
