/**
 * The mark of an instrument (牌 令 旗 榜 灯): never colour alone. The class of its tone gives the shape that stands before it, the small
 * picture says what kind of thing it is, in its own colour, and its name stands beside both.
 *
 * Classes made here and on the pages of programmes, beside the house's: `.mark` with `.tone-*`, `.color-<name>`, `.is-revoked`,
 * `.is-superseded`, `.is-annotated`; in it `svg.mark-shape`. Elsewhere: `table.matrix`, `.progress` (svg, with `.progress-done`,
 * `.progress-plan`), `.late` (days late), `.slip` (days slipped), `.was` (a replaced date, `<s>`), `.clause` (a rule), `ul.rules`,
 * `.filters` (links to sections of a list), `.claim-holds`, `.claim-fails`, `tr.section-head`.
 */
import { type Html, html, NOTHING, raw } from '../html.ts';
import { COLOURS, findColour } from '../model/colours.ts';
import type { Tone } from '../model/config.ts';
import type { Text } from '../model/text.ts';
import type { SheetContext } from './sheet.ts';

export interface MarkFace {
  readonly name: Text;
  readonly kind: string;
  readonly tone: Tone;
  readonly color: string | null;
}

/** Outlines in a square of 16. */
const SHAPES: Readonly<Record<string, string>> = {
  flag: 'M3 1v14h1.5V9.5H14L11.5 5.5 14 1.5H4.5V1z',
  card: 'M4 1h8a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V2a1 1 0 0 1 1-1z',
  plate: 'M1.5 4h13v8h-13z',
  order: 'M3 1h7l3 3v11H3z',
  list: 'M5.5 1.5H15V4H5.5zM5.5 6.75H15v2.5H5.5zM5.5 12H15v2.5H5.5z',
  light: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z',
  notice: 'M1.5 2.5h13v8.5H8l-3.5 3v-3h-3z',
  grade: 'M8 1l2.1 4.6 5 .6-3.7 3.4 1 4.9L8 12l-4.4 2.5 1-4.9L.9 6.2l5-.6z',
};
/** Bars so thin that an edge round them would be all that is seen: dots before them, in the ink's colour, keep a pale list visible. */
const DOTS = 'M1 1.5h2.5V4H1zM1 6.75h2.5v2.5H1zM1 12h2.5v2.5H1z';
const OTHER = 'M8 1.5l6.5 6.5L8 14.5 1.5 8z';

function fillOf(color: string | null): string {
  return (color !== null && findColour(color)) || 'currentColor';
}

const pictures = new Map<string, Html>();

/** The small picture of a kind of instrument. */
function markShape({ kind, color }: Pick<MarkFace, 'kind' | 'color'>): Html {
  const key = `${kind}|${color}`;
  let picture = pictures.get(key);
  if (!picture) {
    const named = color !== null && COLOURS[color] !== undefined ? ` color-${color}` : '';
    const [edge, dots] = kind === 'list' ? ['', `<path d="${DOTS}" fill="currentColor"/>`] : [' stroke="currentColor" stroke-width="1"', ''];
    picture = raw(
      `<svg class="mark-shape${named}" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">` +
        `<path d="${SHAPES[kind] ?? OTHER}" fill="${fillOf(color)}"${edge}/>${dots}</svg>`,
    );
    pictures.set(key, picture);
  }
  return picture;
}

type MarkState = 'active' | 'superseded' | 'revoked' | 'annotated';

/** What of an award decides how its mark looks. */
export interface MarkedAward {
  readonly state: MarkState;
  readonly current: boolean;
  /** Its last day; null of what has none. */
  readonly until: string | null;
  readonly exempted_on: string | null;
}

/** How an award's mark looks: whatever it was taken from the holder by comes before what merely ran out; what only happened has no end. */
export function markState({ state, current, until, exempted_on: exempted }: MarkedAward): MarkState {
  if (state === 'revoked') return 'revoked';
  if (exempted !== null) return 'annotated';
  return state === 'active' && !current && until !== null ? 'superseded' : state;
}

export function isOutlined(award: MarkedAward): boolean {
  return markState(award) === 'superseded';
}

/** `state` strikes a revoked one through, leaves of one that has ended the outline, and frames an annotated one; `count` of more than one stands in it. */
export function toneMark(instrument: MarkFace, ctx: SheetContext, state: MarkState = 'active', count = 1): Html {
  const struck = state === 'active' ? NOTHING : raw(` is-${state}`);
  return html`<span class="mark tone-${instrument.tone}${struck}">${markShape(instrument)} ${ctx.say(instrument.name)}${count > 1 && html` <small>×${count}</small>`}</span>`;
}

export function toneWord(tone: Tone, ctx: SheetContext): string {
  return ctx.t(`award.tone.${tone}`);
}
