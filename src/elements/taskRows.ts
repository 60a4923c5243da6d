/** The rows of a task list as its filter sees them: what stands in their data attributes. */
export const FACETS = ['status', 'lead', 'category', 'batch', 'origin'] as const;
export type Facet = (typeof FACETS)[number];

/** What `make` gives of each facet. */
export function ofFacets<Value>(make: (facet: Facet) => Value): Record<Facet, Value> {
  return Object.fromEntries(FACETS.map((facet) => [facet, make(facet)])) as Record<Facet, Value>;
}

/** What is chosen; '' = all. */
export interface Choices extends Readonly<Record<Facet, string>> {
  readonly late: boolean;
  /** Part of a task's title, as typed. */
  readonly q: string;
  readonly view: 'list' | 'board';
}

export interface TaskEntry {
  readonly row: HTMLTableRowElement;
  readonly facets: Readonly<Record<Facet, readonly string[]>>;
  readonly late: boolean;
  /** In lower case. */
  readonly title: string;
}

/** What a row of the list says of its task. */
export function readEntry(row: HTMLTableRowElement): TaskEntry {
  return {
    row,
    facets: ofFacets((facet) => (row.dataset[facet] ?? '').split(' ').filter((id) => id !== '')),
    late: row.dataset.late === '1',
    // Below its link a narrow screen has who leads it.
    title: ((row.querySelector('th a') ?? row.querySelector('th'))?.textContent ?? '').toLowerCase(),
  };
}

/** Whether anything is chosen that leaves tasks out. */
export function isFiltered(choices: Choices): boolean {
  return choices.late || choices.q.trim() !== '' || FACETS.some((facet) => choices[facet] !== '');
}

/** Whether a task is one of those chosen. */
export function isMatch(entry: TaskEntry, choices: Choices): boolean {
  if (choices.late && !entry.late) return false;
  if (!entry.title.includes(choices.q.trim().toLowerCase())) return false;
  return FACETS.every((facet) => choices[facet] === '' || entry.facets[facet].includes(choices[facet]));
}

/** What the query of an address chooses. */
export function readChoices(search: string): Choices {
  const query = new URLSearchParams(search);
  const of = (name: string): string => query.get(name) ?? '';
  return { ...ofFacets(of), late: of('late') === '1', q: of('q'), view: of('view') === 'board' ? 'board' : 'list' };
}

/** The choices without what the list does not have (any more), such as the status of an address that was shared long ago. */
export function knownChoices(choices: Choices, known: Readonly<Record<Facet, readonly string[]>>): Choices {
  return { ...choices, ...ofFacets((facet) => (known[facet].includes(choices[facet]) ? choices[facet] : '')) };
}

/** `?status=in_progress&late=1`; '' when nothing is chosen. */
export function formatChoices(choices: Choices): string {
  const query = new URLSearchParams();
  for (const facet of FACETS) if (choices[facet] !== '') query.set(facet, choices[facet]);
  if (choices.late) query.set('late', '1');
  if (choices.q.trim() !== '') query.set('q', choices.q.trim());
  if (choices.view === 'board') query.set('view', 'board');
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
