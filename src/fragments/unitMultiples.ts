/** Small multiples (小图组): a unit's place on each dimension over the last periods, all on one scale of places, so that they compare at a glance. */
import { sparkline } from '../charts/sparkline.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { UnitView } from '../views/unit.ts';
import { pastText, rankOf } from './boardWords.ts';
import { sayNamed } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';

type UnitProgramme = UnitView['programmes'][number];

const FEWEST = 3;
const MOST = 20;

/** Whether there is a line to draw. */
export function hasPast({ history }: UnitProgramme['dimensions'][number]): boolean {
  return history.filter((place) => place !== null).length > 1;
}

/** Whether a programme's dimensions are drawn as small multiples: neither so few that the table does, nor so many that nobody looks. */
export function hasMultiples({ dimensions }: UnitProgramme): boolean {
  return dimensions.length <= MOST && dimensions.filter(hasPast).length >= FEWEST;
}

export function unitMultiples(programme: UnitProgramme, ctx: SheetContext): Html {
  if (!hasMultiples(programme)) return NOTHING;
  const drawn = programme.dimensions.filter(hasPast);
  const worst = Math.max(...drawn.map(({ of }) => of));
  // Of a unit that is newer than its rankings only its own periods are drawn.
  const longest = Math.max(...drawn.map(({ history }) => history.length - history.findIndex((place) => place !== null)));
  const items = drawn.map((dimension) => {
    const name =
      dimension.path === null ? sayNamed(dimension.title, ctx) : html`<a href="${ctx.href(dimension.path)}">${sayNamed(dimension.title, ctx)}</a>`;
    const place = dimension.rank === null ? html`–` : rankOf(dimension.rank, dimension.tied, dimension.of, ctx);
    const before = Math.max(0, dimension.history.length - longest);
    const breaks = dimension.history_breaks.map((at) => at - before);
    const places = dimension.history.slice(before);
    const line = sparkline(places, { reversed: true, domain: [1, worst], breaks, label: pastText(places, ctx) });
    return html`<li>${name} <small>${place}</small>${line}</li>`;
  });
  return html`<p class="hint">${ctx.t('unit.multiples', { n: longest, of: worst })}</p><ul class="multiples">${items}</ul>`;
}
