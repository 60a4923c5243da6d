/** Chinese of the reference: tables of records. */
import type { Sentences } from '../speaker.ts';

export const filings: Sentences = {
  'Id of the filing.': '备案的编号。',
  'The programme.': '机制。',
  'The kind of filing, as the programme names them.': '备案的类别，见机制文件的 `filings`。',
  'Day on which it was filed.': '申请（提交）的日期。',
  'The stage that it has reached.': '已到哪个环节。',
  'Day on which it reached the stage.': '到这个环节的日期。',
  'What came of it.': '办理结果。',
  'Day of the outcome.': '有结果的日期。',
  'The task that it is about.': '所涉的任务。',
  'The award that it is about; an exemption annotates it from the day of the outcome.': '所涉的授牌记录；予以免责的，从有结果的那天起加注。',
  'The unit that filed. It is checked and then thrown away: filings are published as counts.': '申请的单位。只作核对，不保存：备案只公布件数。',
  'A summary without names, where the programme publishes digests.': '不含姓名的摘要，用于公布摘要的类别。',
  'counts, digests, internal. Default: the filing kind’s.': '公开范围。默认：与该类备案相同。',
};

export const documents: Sentences = {
  'Id of the document.': '文件的编号。',
  'Its title.': '标题。',
  'Number of the document (文号).': '文号。',
  'Index number in the disclosure catalogue (索引号).': '公开目录中的索引号。',
  'Who issued it.': '发文机关。',
  'Day on which it was made (成文日期).': '成文日期。',
  'Day on which it was disclosed (公开日期).': '公开日期。',
  'How it is disclosed (公开形式).': '公开形式。',
  'Whether it is in force (有效性).': '有效性。',
  'Its address on the web: https://…': '网址，写成 https://…',
};

export const corrections: Sentences = {
  'Id of the correction.': '更正的编号。',
  'revision, correction, methodology, retraction.': '类型。',
  'How much it matters, in the office’s own word.': '轻重程度，用本单位的说法。',
  'Day on which it was published.': '发布的日期。',
  'The programme; blank = the whole portal.': '机制；留空即涉及整个门户。',
  'The period whose figures changed.': '数据有更正的期次。',
  'The unit whose figure changed.': '数据有更正的单位。',
  'The award that it is about, as one that is taken back: both pages lead to each other.': '所涉的授牌记录，如因更正收回的；两个页面互相链接。',
  'What changed: the dimension, indicator or column.': '更正了什么：维度、指标或列。',
  'What stood there before.': '更正前的内容。',
  'What stands there now.': '更正后的内容。',
  'Why, for readers.': '原因，会公布。',
  'Who approved it: an office, never a person.': '由谁批准：写机关，不写个人。',
  'The document that ordered it.': '作为依据的文件。',
};

export const appeals: Sentences = {
  'Id of the appeal.': '申诉的编号。',
  'What it objects to: the id of an award, task or correction, or programme/period/unit of a figure.':
    '对什么不服：写授牌记录、任务或更正的编号；对得分不服的，写“机制/期次/单位”。',
  'Day on which it was filed.': '提交的日期。',
  'The unit that appeals.': '申诉的单位。',
  'filed, under_review, upheld, partly_upheld, rejected, withdrawn.': '办理状态。',
  'Day of the decision.': '作出决定的日期。',
  'The decision, for readers.': '决定的内容，会公布。',
  'The correction that followed.': '由此作出的更正。',
};
