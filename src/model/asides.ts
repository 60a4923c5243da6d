/** Rows that are none: lines that sum up the others, and notes below the table. Each is told of once, and nothing else of it. */
import type { Place } from '../problems.ts';
import { findGoingOn, findNote, isSummary } from '../read/aside.ts';
import { findKnown, isPassedOver, type Names } from './names.ts';
import { hidePersonalData } from './personal.ts';

/** The notes of a source: where the first stands, in which column, and how many lines they are. */
interface Notes {
  readonly place: Place;
  readonly column: string;
  readonly text: string;
  /** Patterns of how they begin. */
  readonly beginnings: Set<string>;
  lines: number;
  last: number;
}

interface NoteMessage {
  readonly place: Place;
  readonly column: string;
  readonly text: string;
  readonly lines: number;
  /** A regular expression that all rows fit but these. */
  readonly pattern: string;
}

/** What a row that is none is read from. */
interface SuspectRow {
  readonly line: number;
  text(column: string): string;
  at(column: string): Place;
}

/** Longer notes are cut. */
const MOST_SHOWN = 24;

/** Finds the notes of a source. `columns`: those that every row must fill. */
export function createNotes(columns: readonly string[]) {
  let notes: Notes | null = null;
  return {
    /** Whether a row is a note; it is kept then. Where no `name` is given, a row that lacks nothing is none. */
    take({ line, text, at }: SuspectRow, name?: string): boolean {
      if (name === undefined && columns.every((column) => text(column) !== '')) return false;
      for (const column of name === undefined ? columns : [name]) {
        const cell = text(column);
        const beginning = findNote(cell) ?? (notes?.column === column ? findGoingOn(cell) : null);
        if (beginning === null) continue;
        notes ??= { place: at(column), column, text: cell, beginnings: new Set(), lines: 0, last: -1 };
        notes.beginnings.add(beginning);
        if (notes.last !== line) notes.lines++;
        notes.last = line;
        return true;
      }
      return false;
    },
    /** What is to be said of them all. */
    message(): NoteMessage | null {
      if (!notes) return null;
      const { place, column, text, lines, beginnings } = notes;
      const characters = Array.from(hidePersonalData(text));
      const shown = characters.length > MOST_SHOWN ? `${characters.slice(0, MOST_SHOWN).join('')}…` : characters.join('');
      return { place, column, text: shown, lines, pattern: `^(?!${[...beginnings].join('|')})` };
    },
  };
}

/** Whether a row's unit is a word for all the others, and no unit is called so. */
export function isSummaryRow(unit: string, names: Names): boolean {
  return isSummary(unit) && findKnown(names, unit) === undefined && !isPassedOver(names, unit);
}
