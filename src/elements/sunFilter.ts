/**
 * `<sun-filter>`: a task list that its reader filters, and sees as a list or as a board by status. What is chosen stands in the address.
 * A list of several pages is read whole at the first choice: its other pages are fetched and give their rows.
 */
import { button, element, field, readJson } from './dom.ts';
import {
  type Choices,
  FACETS,
  type Facet,
  formatChoices,
  isFiltered,
  isMatch,
  knownChoices,
  ofFacets,
  readChoices,
  readEntry,
  type TaskEntry,
} from './taskRows.ts';
import { readWords, type Say, type Word } from './words.ts';

type FacetWords = Readonly<Record<Facet, readonly (readonly [id: string, name: string])[]>>;

const LABELS: Readonly<Record<Facet, Word>> = {
  status: 'element.filterStatus',
  lead: 'element.filterLead',
  category: 'element.filterCategory',
  batch: 'element.filterBatch',
  origin: 'element.filterOrigin',
};

/** What `#only-…` asks for; undefined for any other anchor, and for one that is no text. */
function readAnchor(hash: string): string | undefined {
  try {
    return /^#only-(.+)$/.exec(decodeURIComponent(hash))?.[1];
  } catch {
    return undefined;
  }
}

class SunFilter extends HTMLElement {
  #entries: TaskEntry[] = [];
  #words: FacetWords | undefined;
  #choices: Choices = readChoices('');
  #controls: Partial<Record<Facet, HTMLSelectElement>> = {};
  #late = element('input', { type: 'checkbox' });
  #word = element('input', { type: 'search', autocomplete: 'off' });
  #status = element('p', { role: 'status', tabindex: -1 });
  #board = element('div', { class: 'task-board', hidden: true });
  #views: HTMLButtonElement[] = [];
  #clear: HTMLButtonElement | undefined;
  /** The list's other pages, while they have not been read. */
  #unread: string[] = [];
  #reading: Promise<void> | undefined;
  /** Whether the address chose something that the list does not have. */
  #hasUnknown = false;

  async connectedCallback(): Promise<void> {
    const words = readJson<FacetWords>(this);
    if (!words || this.#words) return;
    this.#words = words;
    this.#entries = [...this.querySelectorAll<HTMLTableRowElement>('tr[data-status]')].map(readEntry);
    const links = document.querySelectorAll<HTMLAnchorElement>('.pager a');
    this.#unread = [...new Set([...links].map(({ href }) => href))];
    const say = await readWords();
    this.prepend(this.#makeForm(words, say), this.#status, this.#board);
    addEventListener('popstate', () => {
      const choices = this.#readAddress();
      this.#word.value = choices.q;
      void this.#apply(choices, say);
    });
    document.addEventListener('click', (event) => this.#onLink(event, say));
    const start = this.#choicesOf(location.hash) ?? this.#readAddress();
    if (formatChoices(start) !== '' || this.#hasUnknown) await this.#apply(start, say);
  }

  /** What the address chooses, as far as the list has it. */
  #readAddress(): Choices {
    const words = this.#words;
    const given = readChoices(location.search);
    if (!words) return given;
    const known = ofFacets((facet) => words[facet].map(([id]) => id));
    const choices = knownChoices(given, known);
    this.#hasUnknown = FACETS.some((facet) => given[facet] !== choices[facet]);
    return choices;
  }

  #makeForm(words: FacetWords, say: Say): HTMLElement {
    const form = element('form', { class: 'controls no-print', 'aria-label': say('element.filterTitle') });
    form.addEventListener('submit', (event) => event.preventDefault());
    form.append(element('label', {}, say('element.filterWord'), this.#word));
    this.#word.addEventListener('input', () => this.#choose({ q: this.#word.value }, say, 'replace'));
    for (const facet of FACETS) {
      if (words[facet].length < 2) continue;
      const choices = [{ value: '', text: say('element.filterAll') }, ...words[facet].map(([value, text]) => ({ value, text }))];
      const { label, select } = field(say(LABELS[facet]), choices, (value) => this.#choose({ [facet]: value }, say));
      this.#controls[facet] = select;
      form.append(label);
    }
    this.#late.addEventListener('change', () => this.#choose({ late: this.#late.checked }, say));
    form.append(element('label', { class: 'check' }, this.#late, say('element.filterLate')));
    this.#clear = button(say('element.filterClear'), () => this.#clearAll(say), { hidden: true });
    this.#views = (['list', 'board'] as const).map((view) =>
      button(say(view === 'list' ? 'element.viewList' : 'element.viewBoard'), () => this.#choose({ view }, say), {
        'aria-pressed': String(view === 'list'),
      }),
    );
    form.append(this.#clear, element('div', { class: 'views', role: 'group' }, ...this.#views));
    return form;
  }

  #clearAll(say: Say): void {
    // The button goes away under the reader's finger: the focus goes on to what says how many are shown now.
    this.#status.focus({ preventScroll: true });
    this.#choose({ ...readChoices(''), view: this.#choices.view }, say);
  }

  #choose(change: Partial<Choices>, say: Say, step: 'push' | 'replace' = 'push'): void {
    const choices = { ...this.#choices, ...change };
    this.#hasUnknown = false;
    const address = `${location.pathname}${formatChoices(choices)}`;
    if (step === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    void this.#apply(choices, say);
  }

  /** The links above the list, which without a script show one kind of rows alone by their anchors. */
  #onLink(event: MouseEvent, say: Say): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#only-"]');
    const choices = link && this.#choicesOf(link.hash);
    // With a key held down the link is meant for another tab.
    if (!choices || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#choose(choices, say);
    this.scrollIntoView();
  }

  #choicesOf(hash: string): Choices | undefined {
    const id = readAnchor(hash);
    if (id === undefined || !this.#words) return undefined;
    const all = readChoices('');
    if (id === 'late') return { ...all, late: true };
    const place = /^([co])(\d+)$/.exec(id);
    if (!place) return { ...all, status: id };
    const facet = place[1] === 'c' ? 'category' : 'origin';
    return { ...all, [facet]: this.#words[facet][Number(place[2]) - 1]?.[0] ?? '' };
  }

  async #apply(choices: Choices, say: Say): Promise<void> {
    this.#choices = choices;
    this.#showChoices();
    if (isFiltered(choices) && this.#unread.length > 0) {
      this.#status.textContent = say('element.filterLoading');
      this.#reading ??= this.#readPages();
      try {
        await this.#reading;
      } catch {
        // The next choice tries again.
        this.#reading = undefined;
      }
    }
    if (this.#choices === choices) this.#show(say);
  }

  #showChoices(): void {
    const choices = this.#choices;
    for (const facet of FACETS) {
      const select = this.#controls[facet];
      if (select) select.value = choices[facet];
    }
    this.#late.checked = choices.late;
    if (this.#word.value !== choices.q && document.activeElement !== this.#word) this.#word.value = choices.q;
    if (this.#clear) this.#clear.hidden = !isFiltered(choices);
    this.#views.forEach((view, i) => {
      view.ariaPressed = String((i === 1) === (choices.view === 'board'));
    });
  }

  async #readPages(): Promise<void> {
    const body = this.querySelector('tbody');
    const own = this.#entries;
    const pages = await Promise.all(this.#unread.map(readPage));
    // By their numbers, whichever page the reader is on.
    const rows = [...own.map(({ row }) => row), ...pages.flat()].sort((a, b) => Number(a.cells[0]?.textContent) - Number(b.cells[0]?.textContent));
    body?.append(...rows);
    this.#entries = rows.map(readEntry);
    this.#unread = [];
    for (const pager of document.querySelectorAll<HTMLElement>('main .pager')) pager.hidden = true;
  }

  #show(say: Say): void {
    const board = this.#choices.view === 'board';
    const matches = this.#entries.filter((entry) => isMatch(entry, this.#choices));
    for (const { row } of this.#entries) row.hidden = true;
    for (const { row } of matches) row.hidden = false;
    for (const head of this.querySelectorAll<HTMLTableRowElement>('tr.section-head')) showSection(head, say);
    // From here on the status says how many are shown.
    const span = document.querySelector<HTMLElement>('.list-span');
    if (span) span.hidden = true;
    const scroller = this.querySelector<HTMLElement>('.table-scroll');
    if (scroller) scroller.hidden = board || matches.length === 0;
    this.#board.hidden = !board;
    this.#board.replaceChildren(...(board ? this.#columns(matches, say) : []));
    const all = this.#entries.length;
    const shown = matches.length === 0 ? say('element.filterNone', { all }) : say('element.filterShown', { shown: matches.length, all });
    // What could not be read is said first: the count is of this page alone.
    const isPart = isFiltered(this.#choices) && this.#unread.length > 0;
    const notes = [isPart && say('element.filterFailed'), this.#hasUnknown && say('element.filterUnknown'), shown];
    this.#status.textContent = notes.filter((note) => note !== false).join(' ');
  }

  #columns(matches: readonly TaskEntry[], say: Say): HTMLElement[] {
    const byStatus = Map.groupBy(matches, ({ facets }) => facets.status[0] ?? '');
    return (this.#words?.status ?? []).flatMap(([id, name]) => {
      const own = byStatus.get(id);
      if (!own) return [];
      const heading = element('h3', {}, name, ' ', element('small', {}, String(own.length)));
      return [element('section', {}, heading, element('ul', {}, ...own.map((entry) => cardOf(entry, say))))];
    });
  }
}

/** The head of a section of which some rows may be hidden: how many of how many it has. */
function showSection(head: HTMLTableRowElement, say: Say): void {
  const rows = [...(head.parentElement?.children ?? [])].filter((row) => row !== head);
  const shown = rows.filter((row) => !(row as HTMLElement).hidden).length;
  head.hidden = shown === 0;
  const count = head.querySelector('th > .soft');
  if (!count) return;
  head.dataset.all ??= count.textContent;
  count.textContent = shown === rows.length ? head.dataset.all : say('element.filterSection', { shown, all: head.dataset.all });
}

/** The task's own cells, without their table. */
function cardOf({ row }: TaskEntry, say: Say): HTMLElement {
  const link = row.querySelector('th a')?.cloneNode(true);
  const due = row.querySelector('time')?.cloneNode(true);
  const late = row.querySelector('.late')?.cloneNode(true);
  const lead = row.cells[2]?.textContent ?? '';
  const [before, after] = due ? say('element.due', { date: '\n' }).split('\n') : [];
  const note = element('small', {}, lead, lead && ' · ', before, due, after, ' ', late);
  return element('li', {}, link as Node, note);
}

async function readPage(address: string): Promise<HTMLTableRowElement[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return [...page.querySelectorAll<HTMLTableRowElement>('sun-filter tr[data-status]')];
}

customElements.define('sun-filter', SunFilter);
