/** What the words on a page mean (名词解释): folded in at its foot, and only the words that the page really uses, as its view says. */
import { type Html, html, NOTHING } from '../html.ts';
import type { Key } from '../i18n/index.ts';
import type { AwardsView } from '../views/awards.ts';
import type { LeaderboardView } from '../views/leaderboard.ts';
import type { PageKind } from '../views/page.ts';
import type { SessionsView } from '../views/sessions.ts';
import type { TaskView } from '../views/task.ts';
import type { TasksView } from '../views/tasks.ts';
import type { UnitView } from '../views/unit.ts';
import type { SheetContext } from './sheet.ts';
import { stageTexts, taskWords } from './taskWords.ts';

type TermOf<Name> = Name extends `term.${infer Id}.is` ? Id : never;
type Term = TermOf<Key>;

/** Terms for statuses of figures; the others speak for themselves. */
const STATUS_TERMS: Readonly<Record<string, Term>> = {
  provisional: 'provisional',
  estimated: 'estimated',
  revised: 'revised',
  not_submitted: 'notSubmitted',
  not_applicable: 'notApplicable',
  under_review: 'underReview',
};

const STATE_TERMS: Readonly<Record<string, Term>> = { revoked: 'revoked', annotated: 'annotated', superseded: 'superseded' };

function changeTerms(changes: Iterable<unknown>): Term[] {
  const terms = new Set<Term>();
  for (const change of changes) {
    if (typeof change === 'number') terms.add('change');
    else if (change === 'not_comparable') terms.add('notComparable');
    else if (change === 'new' || change === 'returned') terms.add('newcomer');
  }
  return [...terms];
}

function namedTerms(words: Iterable<string>, names: Readonly<Record<string, Term>>): Term[] {
  const terms = new Set<Term>();
  for (const word of words) {
    const term = names[word];
    if (term !== undefined) terms.add(term);
  }
  return [...terms];
}

function leaderboardTerms({ tables }: LeaderboardView): Term[] {
  const rows = tables.flatMap((table) => table.rows);
  const unranked = tables.flatMap((table) => table.unranked);
  return [
    'place',
    ...(rows.some((row) => row.tied) ? (['tie'] as const) : []),
    ...(rows.some((row) => row.gap !== null) ? (['gap'] as const) : []),
    ...changeTerms(rows.map((row) => row.change)),
    ...namedTerms(
      [...rows, ...unranked].map((row) => row.status),
      STATUS_TERMS,
    ),
    ...(unranked.some((row) => row.reason === 'veto') ? (['veto'] as const) : []),
  ];
}

function unitTerms({ history, programmes, awards, tasks }: UnitView): Term[] {
  return [
    ...(history.length > 0 ? (['place'] as const) : []),
    ...changeTerms(history.map((row) => row.change)),
    ...(programmes.some((programme) => programme.series.length > 0) ? (['median'] as const) : []),
    ...namedTerms(
      history.map((row) => row.status),
      STATUS_TERMS,
    ),
    ...namedTerms(
      awards.map((award) => award.state),
      STATE_TERMS,
    ),
    ...(tasks.some((task) => task.overdue) ? (['overdue'] as const) : []),
  ];
}

function tasksTerms({ overdue, behind, extended, terms }: TasksView, ctx: SheetContext): Term[] {
  const { posted, closed } = taskWords(stageTexts(terms.stages, ctx), ctx);
  const usual = taskWords({}, ctx);
  return [
    ...(posted === usual.posted && closed === usual.closed ? (['outcome'] as const) : []),
    ...(overdue > 0 ? (['overdue'] as const) : []),
    ...(extended > 0 ? (['slipped'] as const) : []),
    ...(behind > 0 ? (['behind'] as const) : []),
  ];
}

function taskTerms({ slipped_days, behind, outcome, overdue, due_on, as_of, workdays_to_due }: TaskView): Term[] {
  const counted = outcome === 'open' && !overdue && due_on !== as_of && workdays_to_due !== null && workdays_to_due >= 0;
  return [...(slipped_days > 0 ? (['slipped'] as const) : []), ...(behind ? (['behind'] as const) : []), ...(counted ? (['workdays'] as const) : [])];
}

function awardsTerms({ awards }: AwardsView): Term[] {
  return [
    'holders',
    ...namedTerms(
      awards.map((award) => award.state),
      STATE_TERMS,
    ),
  ];
}

const TERMS_OF: { readonly [Kind in PageKind]?: (view: never, ctx: SheetContext) => Term[] } = {
  leaderboard: leaderboardTerms,
  unit: unitTerms,
  tasks: tasksTerms,
  task: taskTerms,
  awards: awardsTerms,
  sessions: (_view: SessionsView) => ['session', 'holders'],
};

/** The explanations that a page needs; nothing where it needs none. */
export function terms(kind: PageKind, view: unknown, ctx: SheetContext): Html {
  const { t, config } = ctx;
  const named = (TERMS_OF[kind] as ((view: unknown, ctx: SheetContext) => Term[]) | undefined)?.(view, ctx) ?? [];
  const needed = config.workCalendar === null ? named : named.map((id) => (id === 'workdays' ? 'workdaysListed' : id));
  if (needed.length === 0) return NOTHING;
  const entries = needed.map((id) => html`<div><dt>${t(`term.${id}`)}</dt><dd>${t(`term.${id}.is`)}</dd></div>`);
  return html`<details class="terms"><summary>${t('term.heading')}</summary><dl>${entries}</dl></details>`;
}
