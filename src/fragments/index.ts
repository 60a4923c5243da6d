/**
 * Sheets by kind of page. A new kind is a file, and here its view's type and its sheet.
 *
 * Classes that the sheets use, beside those of the elements themselves: `lead` `kicker` `facts` `is-list` `table-scroll` `board` `rank`
 * `num` `change` `wide` `up` `down` `same` `bar` `spark` `marks` `mark` `tone-*` `is-revoked` `is-superseded` `is-annotated` `status`
 * `tag` `note` `note-warning` `cards` `card` `switch` `pager` `is-pages` `downloads` `legend` `timeline` `stack` `columns` (a list in columns)
 * `late` (days late) `swatches` `swatch` `swatch-<token>` (style page) `visually-hidden`, `figure.chart`; see also
 * `toneMark.ts`. Elements: `sun-table` around a board, `sun-chart` around a drawing and its spec (`script[type="application/json"]`),
 * `sun-search` around a search form (`data-results` on the search page), `sun-compare` around the lists of the compare page (`data-src`:
 * its index.json, `data-units`: where those of units stand, `data-source`: the source in words).
 */
import { html, NOTHING } from '../html.ts';
import type { AwardView } from '../views/award.ts';
import type { AwardsView } from '../views/awards.ts';
import type { CorrectionsView } from '../views/correction.ts';
import type { DownloadsView, LatestView, SearchView, StyleView } from '../views/downloads.ts';
import type { HomeView } from '../views/home.ts';
import type { IndicatorsView, IndicatorView } from '../views/indicator.ts';
import type { LeaderboardView } from '../views/leaderboard.ts';
import type { MethodView } from '../views/method.ts';
import type { PageKind } from '../views/page.ts';
import type { ProgrammeView } from '../views/programme.ts';
import type { AboutView, ProseView } from '../views/prose.ts';
import type { SessionsView } from '../views/sessions.ts';
import type { TaskView } from '../views/task.ts';
import type { TasksView } from '../views/tasks.ts';
import type { UnitView } from '../views/unit.ts';
import type { CompareView, UnitsView } from '../views/units.ts';
import { awardSheet } from './awardSheet.ts';
import { awardsSheet } from './awardsSheet.ts';
import { compareSheet } from './compareSheet.ts';
import { correctionsSheet } from './correctionsSheet.ts';
import { downloadsSheet } from './downloadsSheet.ts';
import { homeSheet } from './homeSheet.ts';
import { indicatorSheet } from './indicatorSheet.ts';
import { indicatorsSheet } from './indicatorsSheet.ts';
import { latestSheet } from './latestSheet.ts';
import { leaderboardSheet } from './leaderboardSheet.ts';
import { methodSheet } from './methodSheet.ts';
import { programmeSheet } from './programmeSheet.ts';
import { aboutSheet, proseSheet } from './proseSheet.ts';
import { searchSheet } from './searchSheet.ts';
import { sessionsSheet } from './sessionsSheet.ts';
import type { Sheet, SheetContext } from './sheet.ts';
import { styleSheet } from './styleSheet.ts';
import { taskSheet } from './taskSheet.ts';
import { tasksSheet } from './tasksSheet.ts';
import { terms } from './terms.ts';
import { unitSheet } from './unitSheet.ts';
import { unitsSheet } from './unitsSheet.ts';

/** The view of each kind. */
interface Views {
  readonly home: HomeView;
  readonly programme: ProgrammeView;
  readonly leaderboard: LeaderboardView;
  readonly awards: AwardsView;
  readonly award: AwardView;
  readonly sessions: SessionsView;
  readonly tasks: TasksView;
  readonly task: TaskView;
  readonly method: MethodView;
  readonly units: UnitsView;
  readonly unit: UnitView;
  readonly indicators: IndicatorsView;
  readonly indicator: IndicatorView;
  readonly compare: CompareView;
  readonly search: SearchView;
  readonly corrections: CorrectionsView;
  readonly downloads: DownloadsView;
  readonly style: StyleView;
  readonly latest: LatestView;
  readonly about: AboutView;
  readonly prose: ProseView;
}

export const SHEETS: { readonly [Kind in PageKind]: (view: Views[Kind], ctx: SheetContext) => Sheet } = {
  home: homeSheet,
  programme: programmeSheet,
  leaderboard: leaderboardSheet,
  awards: awardsSheet,
  award: awardSheet,
  sessions: sessionsSheet,
  tasks: tasksSheet,
  task: taskSheet,
  method: methodSheet,
  units: unitsSheet,
  unit: unitSheet,
  indicators: indicatorsSheet,
  indicator: indicatorSheet,
  compare: compareSheet,
  search: searchSheet,
  corrections: correctionsSheet,
  downloads: downloadsSheet,
  style: styleSheet,
  latest: latestSheet,
  about: aboutSheet,
  prose: proseSheet,
};

/** The sheet of a page, from its kind and its view. */
export function sheetOf(kind: PageKind, view: unknown, ctx: SheetContext): Sheet {
  const make = SHEETS[kind] as (view: unknown, ctx: SheetContext) => Sheet;
  const sheet = make(view, ctx);
  const explained = terms(kind, view, ctx);
  return explained === NOTHING ? sheet : { ...sheet, main: html`${sheet.main}${explained}` };
}
