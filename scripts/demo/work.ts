/** What the milestones of a task are called, by its kind of work, and how far it is. Shared by the three task lists. */
import { addDays, daysBetween } from './calendar.ts';
import type { Random } from './random.ts';
import type { Row } from './table.ts';

type Steps = readonly (readonly [zh: string, en: string])[];

interface Kind {
  readonly steps: Steps;
  /** What shows that each step is done. */
  readonly evidence: Steps;
}

const KINDS: Readonly<Record<string, Kind>> = {
  // One building or road.
  B: {
    steps: [
      ['完成立项、用地和规划手续', 'Project, land and planning approvals in hand'],
      ['完成招标并进场施工', 'Contract let, builders on site'],
      ['主体工程完工', 'Main works finished'],
      ['验收合格并移交使用', 'Accepted and handed over'],
    ],
    evidence: [
      ['批复文件', 'Letters of approval'],
      ['施工许可证', 'Building permit'],
      ['监理月报', 'Site supervisor’s report'],
      ['竣工验收意见', 'Acceptance report'],
    ],
  },
  // The same works in many places.
  M: {
    steps: [
      ['点位和方案全部确定', 'All sites and plans settled'],
      ['首批点位开工', 'First sites under way'],
      ['完成年度工程量七成', 'Seven tenths of the works done'],
      ['逐点验收和群众回访', 'Every site accepted; residents asked'],
    ],
    evidence: [
      ['点位清单', 'List of sites'],
      ['现场照片', 'Pictures of the sites'],
      ['监理月报', 'Site supervisor’s report'],
      ['验收和回访记录', 'Acceptance and call-back records'],
    ],
  },
  R: {
    steps: [
      ['形成改革方案并征求意见', 'Reform plan drafted and put out for comment'],
      ['方案印发、清单公布', 'Plan issued, lists published'],
      ['首批事项按新办法办理', 'First cases handled in the new way'],
      ['全面推开并完成评估', 'In force everywhere and evaluated'],
    ],
    evidence: [
      ['征求意见采纳情况', 'How comments were taken up'],
      ['印发文件', 'Document as issued'],
      ['办件记录', 'Case records'],
      ['第三方评估报告', 'Independent evaluation'],
    ],
  },
  S: {
    steps: [
      ['确定服务对象和点位', 'People and places to be served settled'],
      ['首批服务启动', 'First services start'],
      ['服务覆盖过半', 'More than half are served'],
      ['全部覆盖并公布结果', 'Everyone served; results published'],
    ],
    evidence: [
      ['对象名册核对表（不公开）', 'Checked register (not published)'],
      ['现场核查记录', 'Inspection record'],
      ['服务台账', 'Service register'],
      ['第三方核验报告', 'Independent check'],
    ],
  },
  D: {
    steps: [
      ['完成需求调研和方案评审', 'Needs studied, plan reviewed'],
      ['数据归集并打通接口', 'Data gathered, systems connected'],
      ['上线试运行', 'Trial running'],
      ['通过安全测评并正式启用', 'Security test passed, in full use'],
    ],
    evidence: [
      ['评审意见', 'Review of the plan'],
      ['接口联调记录', 'Interface test record'],
      ['系统运行日志', 'System log'],
      ['安全测评报告', 'Security report'],
    ],
  },
  // Cleaning up what is polluted.
  E: {
    steps: [
      ['完成排查并建立问题清单', 'Survey done, faults listed'],
      ['一点一策方案批复', 'A plan for each site approved'],
      ['主要整治任务完成', 'Chief repairs made'],
      ['监测达标并销号', 'Measurements meet the standard; closed'],
    ],
    evidence: [
      ['排查报告', 'Survey report'],
      ['方案批复', 'Approved plans'],
      ['现场核查记录', 'Inspection record'],
      ['监测报告', 'Monitoring report'],
    ],
  },
  // Works on water and waste.
  W: {
    steps: [
      ['勘察设计完成', 'Site study and design done'],
      ['工程进场施工', 'Works begin'],
      ['主要工程通过阶段验收', 'Main works pass their first inspection'],
      ['竣工验收并投用', 'Finally accepted and in use'],
    ],
    evidence: [
      ['初步设计批复', 'Approved design'],
      ['开工报告', 'Notice of start'],
      ['阶段验收鉴定书', 'Inspection certificate'],
      ['竣工验收意见', 'Acceptance report'],
    ],
  },
  // A plant or a park.
  I: {
    steps: [
      ['签约并完成公司注册', 'Contract signed, company registered'],
      ['厂房或场地交付', 'Premises handed over'],
      ['设备安装调试', 'Equipment installed and tested'],
      ['投产或开园并达到首期目标', 'In operation, first target met'],
    ],
    evidence: [
      ['合同备案', 'Contract on file'],
      ['交地确认书', 'Handover certificate'],
      ['调试报告', 'Test report'],
      ['现场核查记录', 'Inspection record'],
    ],
  },
  // A trade, a cluster or a name.
  J: {
    steps: [
      ['编制方案和目标清单', 'Plan and list of targets ready'],
      ['首批主体落地', 'First firms and venues settle'],
      ['政策和要素保障到位', 'Support, land and finance secured'],
      ['完成目标并评估成效', 'Targets reached, effect evaluated'],
    ],
    evidence: [
      ['印发方案', 'Plan as issued'],
      ['入驻或签约清单', 'List of contracts'],
      ['兑现台账', 'Record of support paid'],
      ['成效评估报告', 'Evaluation'],
    ],
  },
  C: {
    steps: [
      ['动员部署、责任到岗', 'Everyone told, duties assigned'],
      ['完成第一轮全面排查', 'First full inspection done'],
      ['问题整改过半', 'Half of the faults put right'],
      ['“回头看”并形成长效机制', 'Second look; settled as routine'],
    ],
    evidence: [
      ['责任分工表', 'Table of duties'],
      ['排查台账', 'Inspection register'],
      ['整改台账', 'Register of repairs'],
      ['“回头看”报告', 'Report of the second look'],
    ],
  },
};

const SHARES = [0.2, 0.45, 0.75, 1];
const WEIGHTS = [15, 25, 35, 25];

export interface Span {
  readonly task: string;
  readonly kind: string;
  readonly from: string;
  readonly due: string;
  /** When it was closed; null while open. */
  readonly closed: string | null;
  /** Percent done on the as-of date. */
  readonly done: number;
  readonly asOf: string;
}

/** Four milestones between posting and the first due date; those before the progress made are done. */
export function milestonesOf(span: Span, random: Random): Row[] {
  const { steps, evidence: shown } = KINDS[span.kind] as Kind;
  const days = daysBetween(span.from, span.due);
  const end = span.closed ?? span.asOf;
  const reached = [15, 40, 75, 100].map((share) => span.done >= share);
  return steps.map(([title, title_en], i): Row => {
    const due = addDays(span.from, Math.round(days * (SHARES[i] as number)));
    const share = span.closed ? (SHARES[i] as number) : ((SHARES[i] as number) * 100) / Math.max(span.done, 1);
    const drawn = addDays(span.from, Math.round(daysBetween(span.from, end) * Math.min(1, share)) - (i < 3 ? random.whole(0, 9) : 0));
    const done = reached[i] ? drawn : '';
    const [evidence, evidence_en] = done ? (shown[i] as readonly [string, string]) : ['', ''];
    return { task: span.task, milestone: `m${i + 1}`, title, title_en, due_on: due, weight: WEIGHTS[i], done_on: done, evidence, evidence_en };
  });
}

/** Progress at the ends of months or quarters: a curve from 0 to what is done, never falling. */
export function progressOf(span: Span, dates: readonly string[], random: Random): { as_of: string; actual: number; planned: number }[] {
  const end = span.closed ?? span.asOf;
  const length = Math.max(1, daysBetween(span.from, end));
  const plan = Math.max(1, daysBetween(span.from, span.due));
  const bend = 0.85 + random.next() * 0.5;
  return dates
    .filter((date) => date > addDays(span.from, 20) && date <= end)
    .map((as_of) => {
      const elapsed = daysBetween(span.from, as_of);
      const actual = Math.round(span.done * (elapsed / length) ** bend);
      return { as_of, actual: Math.min(span.done, actual), planned: Math.min(100, Math.round((elapsed / plan) * 100)) };
    });
}

export interface TaskLine {
  readonly words: readonly string[];
  readonly title: string;
  readonly titleEn: string;
}

export function parseTaskLines(text: string): TaskLine[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [left, titleEn] = line.split(' | ') as [string, string];
      const title = left.split(' ').at(-1) as string;
      return { words: left.split(' ').slice(0, -1), title, titleEn };
    });
}
