/** Kinds of work: what the milestones of a task are called. Shared by the three task lists. */
import { addDays, daysBetween } from './calendar.ts';
import type { Random } from './random.ts';
import type { Row } from './table.ts';

type Steps = readonly (readonly [zh: string, en: string])[];

/** Two wordings a kind: B building, R reform, S service, D digital, E environment, I industry, C campaign. */
const STEPS: Readonly<Record<string, readonly Steps[]>> = {
  B: [
    [['完成立项、用地和规划手续', 'Project, land and planning approvals in hand'], ['完成招标并进场施工', 'Contract let, builders on site'], ['主体工程完工', 'Main works finished'], ['验收合格并移交使用', 'Accepted and handed over']],
    [['初步设计和概算批复', 'Outline design and budget approved'], ['首批点位开工', 'First sites under way'], ['完成年度工程量七成', 'Seven tenths of the works done'], ['完成验收和群众回访', 'Accepted; residents asked']],
  ],
  R: [
    [['形成改革方案并征求意见', 'Reform plan drafted and put out for comment'], ['方案印发、清单公布', 'Plan issued, lists published'], ['试点单位运行满三个月', 'Three months of pilot running'], ['全市推开并完成评估', 'In force everywhere and evaluated']],
    [['摸清底数、梳理堵点', 'Facts gathered, obstacles named'], ['出台配套办法', 'Supporting rules issued'], ['首批事项按新流程办理', 'First cases handled in the new way'], ['形成常态机制', 'Settled as routine']],
  ],
  S: [
    [['确定服务对象和点位', 'People and places to be served settled'], ['完成采购和人员培训', 'Supplies bought, staff trained'], ['服务覆盖过半', 'More than half are served'], ['全部覆盖并公布结果', 'Everyone served; results published']],
    [['发布实施方案和申请渠道', 'Plan and ways to apply published'], ['首批服务启动', 'First services start'], ['中期评估并调整', 'Mid-term review, plan adjusted'], ['完成目标并第三方核验', 'Target met and checked by an outsider']],
  ],
  D: [
    [['完成需求调研和方案评审', 'Needs studied, plan reviewed'], ['数据归集并打通接口', 'Data gathered, systems connected'], ['上线试运行', 'Trial running'], ['通过安全测评并正式启用', 'Security test passed, in full use']],
    [['确定应用场景和责任清单', 'Uses and duties settled'], ['核心模块开发完成', 'Core modules built'], ['首批单位接入', 'First units connected'], ['全量接入并验收', 'All connected and accepted']],
  ],
  E: [
    [['完成排查并建立问题清单', 'Survey done, faults listed'], ['一点一策方案批复', 'A plan for each site approved'], ['主要工程完工', 'Main works finished'], ['监测达标并销号', 'Measurements meet the standard; closed']],
    [['勘察设计完成', 'Site study and design done'], ['工程进场施工', 'Works begin'], ['度汛节点任务完成', 'Ready for the flood season'], ['竣工验收', 'Final acceptance']],
  ],
  I: [
    [['签约并完成公司注册', 'Contract signed, company registered'], ['厂房或场地交付', 'Premises handed over'], ['设备安装调试', 'Equipment installed and tested'], ['投产并达到首期目标', 'Working, first target met']],
    [['编制产业规划和招商清单', 'Industry plan and list of investors ready'], ['首批项目落地', 'First projects settle'], ['要素保障到位', 'Land, power and finance secured'], ['达产达效评估', 'Output and effect evaluated']],
  ],
  C: [
    [['动员部署、责任到人', 'Everyone told, duties assigned'], ['完成第一轮全面排查', 'First full inspection done'], ['问题整改过半', 'Half of the faults mended'], ['“回头看”并巩固提升', 'Second look; gains secured']],
    [['建立台账和销号制度', 'Register and closing rules set up'], ['集中整治行动', 'Concentrated action'], ['重点问题见底清零', 'Chief faults cleared'], ['形成长效机制', 'Settled as routine']],
  ],
};

const SHARES = [0.2, 0.45, 0.75, 1];
const WEIGHTS = [15, 25, 35, 25];

const EVIDENCE: readonly (readonly [string, string])[] = [
  ['验收意见书', 'Acceptance report'],
  ['现场核查记录', 'Site inspection record'],
  ['批复文件', 'Letter of approval'],
  ['监测报告', 'Monitoring report'],
  ['系统运行日志', 'System log'],
];

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
  const steps = random.pick(STEPS[span.kind] as readonly Steps[]);
  const days = daysBetween(span.from, span.due);
  const end = span.closed ?? span.asOf;
  const reached = [15, 40, 75, 100].map((share) => span.done >= share);
  return steps.map(([title, title_en], i): Row => {
    const due = addDays(span.from, Math.round(days * (SHARES[i] as number)));
    const share = span.closed ? (SHARES[i] as number) : ((SHARES[i] as number) * 100) / Math.max(span.done, 1);
    const drawn = addDays(span.from, Math.round(daysBetween(span.from, end) * Math.min(1, share)) - (i < 3 ? random.whole(0, 9) : 0));
    const done = reached[i] ? drawn : '';
    const [evidence, evidence_en] = done ? random.pick(EVIDENCE) : ['', ''];
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
