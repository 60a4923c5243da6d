/** The calendar of a unit's awards (授牌日历): what it was given, period by period or session by session, a row a dimension. */
import type { MatrixSpec } from '../charts/spec.ts';
import { type Html, NOTHING } from '../html.ts';
import type { UnitAward, UnitProgramme, UnitView } from '../views/unit.ts';
import { periodText } from './boardWords.ts';
import { figure } from './figure.ts';
import { plainNamed, textOf } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';
import { sourceText } from './unitCharts.ts';

/** From so many on, a calendar says more than the list below it. */
const FEWEST_AWARDS = 4;
const FEWEST_COLUMNS = 3;
const MOST_COLUMNS = 24;

/** One calendar for each programme that gave the unit enough. */
export function awardCalendars(view: UnitView, ctx: SheetContext): readonly Html[] {
  return view.programmes.map((programme) => {
    const spec = calendarOf(view, programme, ctx);
    return spec === null ? NOTHING : figure(spec, `calendar-${programme.programme}`, ctx, { live: false, table: 'ever' });
  });
}

function calendarOf(view: UnitView, programme: UnitProgramme, ctx: SheetContext): MatrixSpec | null {
  const own = view.awards.filter((award) => award.programme === programme.programme && columnOf(award) !== null);
  const columns = columnsOf(own, programme);
  if (own.length < FEWEST_AWARDS || columns.length < FEWEST_COLUMNS) return null;
  const rows = new Map<string, { name: string; awards: UnitAward[] }>();
  for (const award of own) {
    const name = rowName(award, programme, ctx);
    const row = rows.get(name) ?? { name, awards: [] };
    row.awards.push(award);
    rows.set(name, row);
  }
  return {
    kind: 'matrix',
    title: ctx.t('unit.calendar', { programme: plainNamed(programme.programme_name, ctx) }),
    source: sourceText(view.as_of, ctx),
    columns: columns.map((column) => periodText(column, programme, ctx)),
    rows: [...rows.values()].map(({ name, awards }) => ({
      name,
      cells: columns.map((column) =>
        awards.filter((award) => columnOf(award) === column).map((award) => ({ text: instrumentName(award, programme, ctx), tone: award.tone })),
      ),
    })),
  };
}

function columnOf(award: UnitAward): string | null {
  return award.period ?? award.session;
}

/** Every period of the programme from the first award's to the last's, so that what was not given shows too; else those of the awards. */
function columnsOf(awards: readonly UnitAward[], { periods }: UnitProgramme): readonly string[] {
  const given = new Map<string, string>();
  for (const award of awards.toReversed()) given.set(columnOf(award) ?? '', award.awarded_on);
  const regular = periods.map(({ period }) => period);
  const places = [...given.keys()].map((column) => regular.indexOf(column));
  const columns = places.includes(-1) ? [...given.keys()] : regular.slice(Math.min(...places), Math.max(...places) + 1);
  return columns.slice(-MOST_COLUMNS);
}

function rowName(award: UnitAward, programme: UnitProgramme, ctx: SheetContext): string {
  const dimension = programme.dimensions.find((one) => one.dimension === award.dimension);
  return dimension ? plainNamed(dimension.title, ctx) : instrumentName(award, programme, ctx);
}

function instrumentName(award: UnitAward, programme: UnitProgramme, ctx: SheetContext): string {
  const face = programme.instruments.find(({ instrument }) => instrument === award.instrument);
  return face ? ctx.plain(textOf(face, ctx)) : award.instrument;
}
