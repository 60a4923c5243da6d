/** Revisions whose rows do not say when they were published: the corrections that speak of them do. */
import { placeOf } from './figures.ts';
import { type Correction, type EarlierFigure, type Figures, type Programme, REVISING, type Unit } from './portal.ts';

/** The programme with the dates of its revisions, as far as its corrections know them; the very same where all rows say theirs. */
export function dateRevisions(programme: Programme, corrections: readonly Correction[]): Programme {
  const own = corrections.filter((one) => one.programme === programme.config.id && one.period !== null && REVISING.has(one.kind));
  if (own.length === 0) return programme;
  const scores = dateFigures(programme.scores, own);
  const observations = dateFigures(programme.observations, own);
  return scores === programme.scores && observations === programme.observations ? programme : { ...programme, scores, observations };
}

function dateFigures(figures: Figures, corrections: readonly Correction[]): Figures {
  const undated = [...figures.notes].filter(([, note]) => [...note.earlier.slice(1), note].some((one) => note.earlier.length > 0 && isUndated(one)));
  const dated = undated.map(([cell, note]) => {
    let days = daysOf(figures, cell, corrections);
    const chain = [...note.earlier, { ...note, value: 0, status: 'final' as const }];
    // The newest correction is of the newest revision that says no date, and so on back; the first publication is no revision.
    for (let i = chain.length - 1; i > 0; i--) {
      const one = chain[i] as EarlierFigure;
      const own = one.publishedOn ?? one.receivedOn;
      // What stood there before one that says its date is older.
      if (own !== null) days = days.filter((day) => day < own);
      else chain[i] = { ...one, publishedOn: days.pop() ?? null };
    }
    return [cell, { ...note, publishedOn: chain.at(-1)?.publishedOn ?? null, earlier: chain.slice(0, -1) }] as const;
  });
  return dated.length === 0 ? figures : { ...figures, notes: new Map([...figures.notes, ...dated]) };
}

function isUndated({ publishedOn, receivedOn }: Pick<EarlierFigure, 'publishedOn' | 'receivedOn'>): boolean {
  return publishedOn === null && receivedOn === null;
}

/** Days of the corrections of a figure, oldest first: of those that name its measure, or where none does, of all of its unit and period. */
function daysOf(figures: Figures, cell: number, corrections: readonly Correction[]): string[] {
  const { measure, period, unit } = placeOf(figures, cell);
  const { id } = figures.units[unit] as Unit;
  const about = corrections.filter((one) => one.period?.id === figures.periods[period]?.id && (one.unit === null || one.unit === id));
  const named = about.filter(({ field }) => field === figures.measures[measure]);
  return (named.length > 0 ? named : about).map(({ publishedOn }) => publishedOn).sort();
}
