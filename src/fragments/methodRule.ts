/** A rule in words (规则的文字表述): the whole rule language, as a clause that a citizen understands. */
import { formatShort } from '../i18n/format.ts';
import type { Key } from '../i18n/index.ts';
import { isChinese } from '../i18n/languages.ts';
import { leavesOf } from '../model/condition.ts';
import { type AwardRule, type Bounds, type Condition, type InstrumentConfig, UNNAMED } from '../model/config.ts';
import type { Text } from '../model/text.ts';
import { TOTAL } from '../model/total.ts';
import type { RuleNames } from '../views/method.ts';
import type { WithSessions } from '../views/sessionNames.ts';
import { statusWord } from './methodStatus.ts';
import { listText, quotedList } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';

/** Where a rule is said: its names, and what the instrument is measured on. */
export interface RuleContext extends WithSessions {
  readonly ctx: SheetContext;
  readonly names: RuleNames;
  /** Whose places a fact tells: the group's, where the rule is judged in one. */
  readonly group?: string;
  /** What the rule is about: a task is not said to have a task. */
  readonly holder?: InstrumentConfig['holder'];
}

function nameIn(map: Readonly<Record<string, Text>>, id: string, ctx: SheetContext): string | null {
  const text = map[id];
  return text === undefined ? null : ctx.plain(text);
}

/** A dimension's, indicator's or group's name; the id where it has none. */
export function measureName(id: string, { ctx, names }: RuleContext): string {
  if (id === TOTAL) return ctx.t('method.rule.total');
  return nameIn(names.dimensions, id, ctx) ?? nameIn(names.indicators, id, ctx) ?? id;
}

export function instrumentName(id: string, { ctx, names }: RuleContext): string {
  return id === UNNAMED ? ctx.t('method.rule.unnamed') : (nameIn(names.instruments, id, ctx) ?? id);
}

export function groupName(id: string, { ctx, names }: RuleContext): string {
  return nameIn(names.groups, id, ctx) ?? id;
}

const BOUNDS: readonly (readonly [keyof Bounds, Key])[] = [
  ['gte', 'method.rule.gte'],
  ['gt', 'method.rule.gt'],
  ['lte', 'method.rule.lte'],
  ['lt', 'method.rule.lt'],
  ['eq', 'method.rule.eq'],
];

/** `不低于 90 且低于 95`. `unit` is put behind every number. */
export function boundsText(bounds: Bounds, ctx: SheetContext, unit = ''): string {
  const parts = BOUNDS.flatMap(([key, phrase]) => {
    const value = bounds[key];
    return value === undefined ? [] : [ctx.t(phrase, { n: `${formatShort(value, 4)}${unit}` })];
  });
  return parts.join(ctx.t('method.rule.and'));
}

/** The number that a word behind `boundsText` follows. */
function lastBound(bounds: Bounds): number {
  return BOUNDS.flatMap(([key]) => bounds[key] ?? []).at(-1) ?? 0;
}

type Rank = Extract<Condition, { type: 'rank' }>;

function cutText(cut: Rank['n'] | Rank['share'], one: Key, kind: 'n' | 'share', rule: RuleContext): string {
  const { ctx } = rule;
  const said = (value: number): string => {
    if (kind === 'n' && value === 1) return ctx.t(one === 'method.rule.topN' ? 'method.rule.first' : 'method.rule.last');
    return ctx.t(one, { n: kind === 'share' ? `${formatShort(value * 100, 2)}%` : formatShort(value) });
  };
  if (typeof cut === 'number') return said(cut);
  const parts = Object.entries(cut ?? {}).map(([group, value]) => ctx.t('method.rule.perGroup', { group: groupName(group, rule), cut: said(value) }));
  return ctx.t('method.rule.cutPer', { list: listText(parts, ctx) });
}

function rankText(condition: Rank, rule: RuleContext): string {
  const { ctx } = rule;
  const top = condition.from === 'top';
  const among = condition.within === 'group' && rule.names.grouped;
  const cut =
    condition.n !== null
      ? cutText(condition.n, top ? 'method.rule.topN' : 'method.rule.bottomN', 'n', rule)
      : cutText(condition.share, top ? 'method.rule.topShare' : 'method.rule.bottomShare', 'share', rule);
  const where = ctx.t(among ? 'method.rule.inGroup' : 'method.rule.inAll');
  if (condition.on === null) return ctx.t('method.rule.rank', { cut, where });
  return ctx.t('method.rule.rankOn', { cut, where, on: measureName(condition.on, rule) });
}

function metricText({ of, indicator, dimension, bounds }: Extract<Condition, { type: 'metric' }>, rule: RuleContext): string {
  const { ctx } = rule;
  const on = indicator ?? dimension;
  const metric = ctx.t(`method.rule.metric.${of}`);
  const subject = on === null ? metric : ctx.t('method.rule.metricOn', { metric, on: measureName(on, rule) });
  return ctx.t('method.rule.metric', { subject, bounds: boundsText(bounds, ctx) });
}

/** A share as a percentage: bounds of 0.2 are read as 20%. */
function inPercent(bounds: Bounds): Bounds {
  return Object.fromEntries(Object.entries(bounds).map(([key, value]) => [key, value * 100]));
}

function taskText({ measures, status }: Extract<Condition, { type: 'task' }>, { ctx, names, holder }: RuleContext): string {
  const parts = measures.map(({ measure, bounds }) => {
    const shown = measure === 'planned_gap_ratio' ? boundsText(inPercent(bounds), ctx, '%') : boundsText(bounds, ctx);
    const isOwn = holder === 'task' && measure === 'overdue_days';
    return ctx.t(isOwn ? 'method.rule.task.own_overdue_days' : `method.rule.task.${measure}`, {
      bounds: shown,
      n: Object.values(bounds).at(-1) ?? 0,
    });
  });
  const words = (status ?? []).map((id) => statusWord(id, names.stages, ctx));
  if (words.length > 0) parts.push(ctx.t('method.rule.taskStatus', { list: oneOf(words, ctx) }));
  return parts.join(ctx.t('method.rule.and'));
}

function instrumentText(condition: Extract<Condition, { type: 'instrument' }>, rule: RuleContext): string {
  const { ctx } = rule;
  const name = instrumentName(condition.id, rule);
  const gap = ctx.t(condition.gap === 'breaks' ? 'method.rule.gapBreaks' : 'method.rule.gapSkips');
  if (condition.consecutive === 1) return ctx.t('method.rule.holds', { name });
  if (condition.consecutive !== null) return ctx.t('method.rule.consecutive', { name, k: condition.consecutive, gap });
  if (condition.within !== null) {
    const among = ctx.t(condition.gap === 'breaks' ? 'method.rule.gapCounts' : 'method.rule.gapPasses');
    return ctx.t('method.rule.within', { name, k: condition.within[0], n: condition.within[1], gap: among });
  }
  if (condition.total === null) return ctx.t('method.rule.holds', { name });
  return ctx.t(condition.reset === 'year' ? 'method.rule.totalYear' : 'method.rule.totalEver', { name, k: condition.total });
}

function orList(items: readonly string[], ctx: SheetContext): string {
  return items.length < 2 ? (items[0] ?? '') : items.join(ctx.t('method.rule.orShort'));
}

/** Quoted items of which one must be it: “甲”“乙”之一 / “A”, “B” or “C”. */
function oneOf(items: readonly string[], ctx: SheetContext): string {
  if (items.length < 2) return quotedList(items, ctx);
  const list = isChinese(ctx.lang) ? quotedList(items, ctx) : orList([quotedList(items.slice(0, -1), ctx), quotedList(items.slice(-1), ctx)], ctx);
  return ctx.t('method.rule.oneOf', { list });
}

/** Nested combinations stand in brackets, so that "and" and "or" cannot be read two ways. */
function nested(condition: Condition, rule: RuleContext): string {
  const text = ruleSentence(condition, rule);
  const composite = (condition.type === 'any' || condition.type === 'all') && condition.of.length > 1;
  return composite ? rule.ctx.t('method.rule.brackets', { text }) : text;
}

function allText(of: readonly Condition[], rule: RuleContext): string {
  const { ctx } = rule;
  const kept = of.filter((one) => one.type !== 'except');
  const exceptions = of.filter((one) => one.type === 'except');
  const say = kept.length > 1 ? nested : ruleSentence;
  const main = kept.map((one) => say(one, rule)).join(ctx.t('method.rule.and'));
  const unless = exceptions.map((one) => ruleSentence(one, rule)).join(ctx.t('method.rule.semicolon'));
  if (main === '') return unless;
  return unless === '' ? main : `${main}${ctx.t('method.rule.comma')}${unless}`;
}

/** The condition as a clause without a full stop: what a unit or task does that meets it. */
export function ruleSentence(condition: Condition, rule: RuleContext): string {
  const { ctx, names } = rule;
  switch (condition.type) {
    case 'all':
      return allText(condition.of, rule);
    case 'any':
      return condition.of.map((one) => nested(one, rule)).join(ctx.t('method.rule.or'));
    case 'not':
      return ctx.t('method.rule.not', { text: ruleSentence(condition.of, rule) });
    case 'except':
      return ctx.t('method.rule.except', { text: condition.of.map((one) => nested(one, rule)).join(ctx.t('method.rule.or')) });
    case 'rank':
      return rankText(condition, rule);
    case 'metric':
      return metricText(condition, rule);
    case 'rank_change':
      return rankChangeText(condition, rule);
    case 'band':
      return ctx.t('method.rule.band', { bounds: boundsText(condition.bounds, ctx), on: onText(condition.on, rule) });
    case 'status':
      return ctx.t('method.rule.status', {
        list: oneOf(
          condition.of.map((id) => statusWord(id, names.stages, ctx)),
          ctx,
        ),
      });
    case 'veto':
      return ctx.t(condition.is ? 'method.rule.veto' : 'method.rule.noVeto');
    case 'group':
      return ctx.t('method.rule.group', {
        list: orList(
          condition.of.map((id) => groupName(id, rule)),
          ctx,
        ),
      });
    case 'kind':
      return ctx.t('method.rule.kind', {
        list: orList(
          condition.of.map((id) => kindWord(id, ctx)),
          ctx,
        ),
      });
    case 'task':
      return taskText(condition, rule);
    case 'instrument':
      return instrumentText(condition, rule);
  }
}

/** A change of −3 or less is a loss of at least 3 places. */
function rankChangeText({ bounds, on }: Extract<Condition, { type: 'rank_change' }>, rule: RuleContext): string {
  const { ctx } = rule;
  const { lt, lte } = bounds;
  const most = lte ?? lt;
  if (most === undefined || most > 0 || Object.keys(bounds).length > 1) {
    return ctx.t('method.rule.rankChange', { bounds: boundsText(bounds, ctx), n: lastBound(bounds), on: onText(on, rule) });
  }
  const lost = lte !== undefined ? { gte: -lte } : { gt: -most };
  return ctx.t('method.rule.rankFall', { bounds: boundsText(lost, ctx), n: lastBound(lost), on: onText(on, rule) });
}

function onText(on: string | null, rule: RuleContext): string {
  return on === null ? '' : rule.ctx.t('method.rule.on', { on: measureName(on, rule) });
}

const KINDS: Readonly<Record<string, Key>> = {
  region: 'method.kind.region',
  department: 'method.kind.department',
  zone: 'method.kind.zone',
  town: 'method.kind.town',
  village: 'method.kind.village',
  enterprise: 'method.kind.enterprise',
  taskforce: 'method.kind.taskforce',
};

export function kindWord(kind: string, ctx: SheetContext): string {
  const key = KINDS[kind];
  return key ? ctx.t(key) : kind;
}

const TIES: Readonly<Record<AwardRule['tieAtCut'], Key>> = {
  include: 'method.rule.tieInclude',
  exclude: 'method.rule.tieExclude',
  tiebreak: 'method.rule.tieBreak',
};
/** What a rule says beside its condition, as whole sentences: ties at the cut, the smallest group, how a share becomes a number, what a working day is. */
export function ruleNotes({ when, tieAtCut, minGroup, shareRounding }: AwardRule, ctx: SheetContext): string[] {
  const leaves = leavesOf(when);
  const ranks = leaves.some((one) => one.type === 'rank');
  const workdays = leaves.some((one) => one.type === 'task' && one.measures.some(({ measure }) => measure === 'workdays_to_due'));
  const shares = leaves.some((one) => one.type === 'rank' && one.share !== null);
  return [
    ...(ranks ? [ctx.t(TIES[tieAtCut])] : []),
    ...(shares ? [ctx.t(`method.rule.${shareRounding}`)] : []),
    ...(minGroup > 1 ? [ctx.t('method.rule.minGroup', { n: minGroup })] : []),
    ...(workdays ? [ctx.t(ctx.config.workCalendar === null ? 'method.rule.workdays' : 'method.rule.workdaysListed')] : []),
  ];
}
