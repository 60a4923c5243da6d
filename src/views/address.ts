/**
 * Addresses (地址): where every page stands, below the language prefix, without a leading slash and with a closing one.
 * They are plain text; whoever writes one into a link encodes it.
 */
import type { Period } from '../model/period.ts';

export const HOME = '';
export const UNITS = 'units/';
export const INDICATORS = 'indicators/';
export const COMPARE = 'compare/';
export const SEARCH = 'search/';
export const CORRECTIONS = 'corrections/';
export const DOWNLOADS = 'downloads/';
export const ABOUT = 'about/';
export const STYLE = 'style/';

/** Where one correction stands in the list. */
export function correctionPath(correction: string): string {
  return `${CORRECTIONS}#c-${correction}`;
}

/** Where one appeal stands in the list. */
export function appealPath(appeal: string): string {
  return `${CORRECTIONS}#appeal-${appeal}`;
}

export function unitPath(unit: string): string {
  return `units/${unit}/`;
}

export function indicatorPath(programme: string, indicator: string): string {
  return `indicators/${programme}/${indicator}/`;
}

export function programmePath(programme: string): string {
  return `${programme}/`;
}

/** What a comparison begins with: ids, and null for the total, all units, the newest period. */
interface ComparedFrom {
  readonly programme: string;
  readonly group: string | null;
  readonly measure?: string | null;
  readonly period?: string | null;
  readonly units?: readonly string[];
}

/** The query that chooses it, as the comparison reads and writes it. */
export function compareQuery({ programme, group, measure = null, period = null, units = [] }: ComparedFrom): string {
  const chosen = Object.entries({ programme, group, measure, period }).flatMap(([name, id]) =>
    id === null ? [] : `${name}=${encodeURIComponent(id)}`,
  );
  return `?${[...chosen, ...(units.length > 0 ? [`units=${units.map(encodeURIComponent).join(',')}`] : [])].join('&')}`;
}

/** A leaderboard: the overall one, or a dimension's. */
export function boardPath(programme: string, period: Period, dimension: string | null): string {
  return dimension === null ? `${programme}/${period.slug}/` : `${programme}/${period.slug}/${dimension}/`;
}

/** The page that leads to the newest leaderboard. */
export function latestPath(programme: string): string {
  return `${programme}/latest/`;
}

export function awardsPath(programme: string): string {
  return `${programme}/awards/`;
}

/** A page of the list of awards; the first is the list's own address. */
export function awardsPagePath(programme: string, page: number): string {
  return page === 1 ? awardsPath(programme) : `${awardsPath(programme)}page-${page}/`;
}

export function awardPath(programme: string, award: string): string {
  return `${programme}/awards/${award}/`;
}

export function sessionsPath(programme: string): string {
  return `${programme}/sessions/`;
}

/** The row of a session in the table of all. */
export function sessionAnchor(session: string): string {
  return `session-${session}`;
}

export function tasksPath(programme: string): string {
  return `${programme}/tasks/`;
}

/** A page of the list of tasks; the first is the list's own address. */
export function tasksPagePath(programme: string, page: number): string {
  return page === 1 ? tasksPath(programme) : `${tasksPath(programme)}page-${page}/`;
}

export function taskPath(programme: string, task: string): string {
  return `${programme}/tasks/${task}/`;
}

export function methodPath(programme: string): string {
  return `${programme}/method/`;
}

/** The row of a unit on a leaderboard or a list. */
export function rowAnchor(unit: string): string {
  return `u-${unit}`;
}
