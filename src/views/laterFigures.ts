/** Figures that came late (迟报补入): after others of the same measure and period were out, so that places may be other than they were. */
import { sessionPeriod } from '../assess/sessions.ts';
import { rowStart } from '../model/figures.ts';
import { measuresTouched } from '../model/measures.ts';
import type { Period } from '../model/period.ts';
import type { Figures } from '../model/portal.ts';
import type { ProgrammeIndex } from './siteIndex.ts';

export interface LaterFigures {
  /** Of how many units. */
  readonly units: number;
  /** The newest day, `YYYY-MM-DD`. */
  readonly on: string;
}

/** Those that a board (`dimension`: null = the total) rests on; null where all came out at once, or no row says when. A revision is none. */
export function findLaterFigures({ result }: ProgrammeIndex, period: Period, dimension: string | null): LaterFigures | null {
  const { programme, sessions, periods } = result;
  // What a session reviews is out with its results, whatever earlier day a row gives.
  const held = sessions.find((session) => sessionPeriod(session, periods)?.id === period.id)?.publishedOn ?? '';
  const units = new Set<string>();
  let on = '';
  for (const figures of [programme.scores, programme.observations]) {
    const p = figures.periodAt.get(period.id);
    if (p === undefined) continue;
    for (const [m, measure] of figures.measures.entries()) {
      if (dimension !== null && !measuresTouched(measure, programme.config.dimensions).includes(dimension)) continue;
      const days = daysOut(figures, rowStart(figures, m, p)).map((day) => day && (day > held ? day : held));
      const first = days.reduce<string | null>((least, day) => (day !== null && (least === null || day < least) ? day : least), null);
      for (const [at, day] of days.entries()) {
        if (day === null || first === null || day <= first) continue;
        units.add((figures.units[at] as Figures['units'][number]).id);
        if (day > on) on = day;
      }
    }
  }
  return units.size > 0 ? { units: units.size, on } : null;
}

/** On which day each unit's first value of a row of cells came out; null where there is none, or its row does not say. */
function daysOut({ units, value, notes }: Figures, from: number): (string | null)[] {
  return units.map((_, at) => {
    const note = notes.get(from + at);
    const chain = note ? [...note.earlier, { ...note, value: value[from + at] as number }] : [];
    return chain.find((one) => one.value !== null && !Number.isNaN(one.value))?.publishedOn ?? null;
  });
}
