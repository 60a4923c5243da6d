/** What became of a unit (沿革): what it was called, what it was made of, and what came of it, as its page tells it. */
import type { Unit, UnitEvent } from '../model/portal.ts';
import type { Text } from '../model/text.ts';
import { unitPath } from './address.ts';
import { type Named, nameOf } from './name.ts';
import { type DocumentView, findDocument } from './programmeSource.ts';
import type { SiteIndex } from './siteIndex.ts';

export interface UnitLink extends Named {
  readonly unit: string;
  readonly path: string;
}

export interface UnitLife {
  readonly date: string;
  readonly type: UnitEvent['type'];
  readonly from_name: Text | null;
  readonly to_name: Text | null;
  readonly successors: readonly UnitLink[];
  readonly predecessors: readonly UnitLink[];
  readonly comparable: boolean;
  readonly document: DocumentView | null;
  readonly note: Text | null;
  /** The unit was there before, and went on: others joined it, or were split off it. */
  readonly goes_on?: true;
}

/** A unit’s name and the address of its page. */
export function unitLink(index: SiteIndex, unit: Unit): UnitLink {
  return { unit: unit.id, ...nameOf(unit.name, index.site.assessment.portal.config), path: unitPath(unit.id) };
}

function unitLinks(index: SiteIndex, ids: readonly string[]): UnitLink[] {
  return ids.flatMap((id) => {
    const unit = index.site.assessment.portal.unitById.get(id);
    return unit ? unitLink(index, unit) : [];
  });
}

/** An event in a unit's life, or in another's that it came from or went into. */
export function lifeOf(index: SiteIndex, unit: Unit, event: UnitEvent): UnitLife {
  const { date, type, fromName, toName, comparable, note } = event;
  const own = event.unit === unit.id;
  const others = (ids: readonly string[]): UnitLink[] =>
    unitLinks(
      index,
      ids.filter((id) => id !== unit.id),
    );
  return {
    date,
    type,
    from_name: own ? fromName : null,
    to_name: own ? toName : null,
    successors: own || event.predecessors.includes(unit.id) ? others(own ? event.successors : [event.unit]) : [],
    predecessors: own || event.successors.includes(unit.id) ? others(own ? event.predecessors : [event.unit]) : [],
    comparable,
    document: findDocument(index.site.assessment.portal, event.document),
    note,
    ...(goesOn(unit, event) && { goes_on: true }),
  };
}

/** A unit that goes on is its own successor or predecessor; one that another went into was there if it does not begin on that day. */
function goesOn({ id, validFrom }: Unit, { unit, date, successors, predecessors }: UnitEvent): boolean {
  if (unit === id) return successors.includes(id) || predecessors.includes(id);
  return successors.includes(id) && (validFrom === null || validFrom < date);
}
