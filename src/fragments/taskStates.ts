/** What became of the tasks of a list, in words: so many closed, open, withdrawn by the portal's own word, carried over. */
import { formatList } from '../i18n/format.ts';
import { isChinese } from '../i18n/languages.ts';
import type { TasksView } from '../views/tasks.ts';
import { inSentence } from './boardWords.ts';
import { statusWord } from './methodStatus.ts';
import { plainNamed } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';
import { stageTexts, taskWords } from './taskWords.ts';

/** What must be known to say what became of the tasks of a list. */
export type Counted = Pick<TasksView, 'outcomes' | 'by_status'> & { readonly terms: Pick<TasksView['terms'], 'stages'> };

/** Each state that there is, with its number. A list may have no stage for closing: nothing is said of none. */
export function taskStates(view: Counted, ctx: SheetContext): string {
  const { t } = ctx;
  const { open, closed, withdrawn, carried } = view.outcomes;
  const { closedHead } = taskWords(stageTexts(view.terms.stages, ctx), ctx);
  const states = [
    closed > 0 && t('task.leadGone', { n: closed, word: inSentence(closedHead) }),
    t('task.leadOpen', { n: open }),
    withdrawn > 0 && goneText(view, ctx),
    carried > 0 && carriedText(view, ctx),
  ].filter((part) => part !== false);
  return isChinese(ctx.lang) ? states.join(t('programme.comma')) : formatList(states, ctx.lang);
}

function carriedText({ outcomes: { carried: n }, terms: { stages } }: Counted, ctx: SheetContext): string {
  const own = stages.carried_over;
  return own ? ctx.t('task.leadGone', { n, word: inSentence(plainNamed(own, ctx)) }) : ctx.t('task.leadCarried', { n });
}

/** The stages that took tasks off the list, by the house's own words. */
const GONE = ['withdrawn', 'unclaimed', 'merged', 'split', 'failed'];

interface GonePart {
  readonly id: string;
  readonly word: string;
  readonly n: number;
}

/** How tasks went off the list, by the programme's or the stage's own word. */
export function goneParts(view: Counted, ctx: SheetContext): readonly GonePart[] {
  return GONE.flatMap((id) => {
    const n = view.by_status[id] ?? 0;
    const own = view.terms.stages[id];
    return n === 0 ? [] : { id, n, word: own ? plainNamed(own, ctx) : statusWord(id, {}, ctx) };
  });
}

/** One word for all, where they went the same way; a plain withdrawal has the word of the list. */
export function goneWord([only, ...others]: readonly GonePart[], view: Counted, ctx: SheetContext): string {
  if (!only || (only.id === 'withdrawn' && others.length === 0 && !view.terms.stages.withdrawn)) return ctx.t('task.withdrawn');
  return others.length > 0 ? ctx.t('task.goneMixed') : only.word;
}

export function listGone(parts: readonly GonePart[], ctx: SheetContext): string {
  return parts.map(({ word, n }) => ctx.t('task.gonePart', { word: inSentence(word), n })).join(ctx.t('board.listComma'));
}

function goneText(view: Counted, ctx: SheetContext): string {
  const n = view.outcomes.withdrawn;
  const parts = goneParts(view, ctx);
  if (parts.length > 1) return ctx.t('task.goneParts', { n, parts: listGone(parts, ctx) });
  return ctx.t('task.leadGone', { n, word: inSentence(goneWord(parts, view, ctx)) });
}
