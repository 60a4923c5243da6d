/** What a list of tasks calls it that a task is put on it (发榜) and that it is done (销号): by its own stages, where they have names. */
import { formatShort } from '../i18n/format.ts';
import { isChinese } from '../i18n/languages.ts';
import { EVENT_WORDS } from '../model/tables/taskEvents.ts';
import type { Text } from '../model/text.ts';
import type { Named } from '../views/name.ts';
import type { TaskView } from '../views/task.ts';
import { inSentence, withLabel } from './boardWords.ts';
import { capital, textOf } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';

type StageNames = Readonly<Record<string, Text>>;

interface TaskWords {
  /** As verbs: 发榜 / posted, 销号 / closed. */
  readonly posted: string;
  readonly closed: string;
  /** As headings: 发榜 / Posted, 已销号 / Closed. */
  readonly postedHead: string;
  readonly closedHead: string;
}

/** What is done to a task, in the name of the stage that it comes to: 已公布 → 公布, Published → published. */
const DONE_TO = { zh: /^已经?(?<verb>.+)$/u, other: /^(?<verb>\p{L}+ed|done)$/iu };

/** What is done to a task, in the name of a stage; undefined where that says no such thing. */
export function findVerb(name: string, { lang }: SheetContext): string | undefined {
  const verb = (isChinese(lang) ? DONE_TO.zh : DONE_TO.other).exec(name)?.groups?.verb;
  return verb === undefined ? undefined : inSentence(verb);
}

/** A name that is no verb, such as 未启动 for what was posted, cannot be said of a task in a sentence: a plain word stands for it. `words`: 发榜, 销号. */
function verbOf(own: Text | undefined, usual: string, plain: string, words: readonly string[], ctx: SheetContext): string {
  if (own === undefined) return findVerb(usual, ctx) ?? inSentence(usual);
  const name = ctx.plain(own);
  return findVerb(name, ctx) ?? (words.includes(name) ? name : plain);
}

export function taskWords({ posted: onList, closed: off }: StageNames, ctx: SheetContext): TaskWords {
  const { t } = ctx;
  const posted = verbOf(onList, t('task.posted'), t('task.put'), EVENT_WORDS.posted, ctx);
  return {
    posted,
    closed: verbOf(off, t('task.closed'), t('task.finished'), EVENT_WORDS.closed, ctx),
    postedHead: capital(posted),
    closedHead: off === undefined ? t('task.closed') : ctx.plain(off),
  };
}

/** The names of stages out of a view. */
export function stageTexts(stages: Readonly<Record<string, Named>>, ctx: SheetContext): StageNames {
  return Object.fromEntries(Object.entries(stages).map(([id, named]) => [id, textOf(named, ctx)]));
}

/** An amount of what the task is to reach, with its unit; '' for none. */
export function amountText(value: number | null, { unit_label: label }: TaskView, ctx: SheetContext): string {
  return value === null ? '' : withLabel(formatShort(value, 4), label, ctx);
}

/** A text without what may differ between two ways to write it: spaces, commas in numbers, full width, capitals. */
