/** `<sun-table>`: a table that its reader sorts by buttons in its head, and puts back into the published order. */
import { type CellKey, cellKey, compareKeys } from './cellKey.ts';
import { button, element } from './dom.ts';
import { readWords, type Say } from './words.ts';

/** Columns that are read from the highest figure down. */
function isNumeric(head: HTMLTableCellElement): boolean {
  return ['num', 'rank', 'change'].some((name) => head.classList.contains(name));
}

class SunTable extends HTMLElement {
  #rows: readonly HTMLTableRowElement[] = [];
  #heads: readonly HTMLTableCellElement[] = [];
  #status: HTMLElement = element('p', { role: 'status' });
  #back: HTMLButtonElement | undefined;

  async connectedCallback(): Promise<void> {
    const table = this.querySelector('table');
    const body = table?.tBodies[0];
    const head = table?.tHead?.rows[0];
    if (!table || !body || !head || table.tBodies.length > 1 || body.rows.length < 2 || this.#back) return;
    this.#rows = [...body.rows];
    this.#heads = [...head.cells];
    const say = await readWords();
    this.#back = button(say(head.querySelector('.rank') ? 'element.backToRank' : 'element.backToOrder'), () => this.#restore(say), { hidden: true });
    (this.closest('.table-scroll') ?? this).before(element('div', { class: 'table-tools no-print' }, this.#back, this.#status));
    this.#heads.forEach((cell, at) => {
      if (this.#isSortable(cell, at)) this.#addButton(cell, at, say);
    });
  }

  /** A column that says something in words or numbers, and not the same in every row. */
  #isSortable(head: HTMLTableCellElement, at: number): boolean {
    if (head.colSpan > 1 || head.querySelector('button') || nameOf(head) === '') return false;
    const keys = new Set(this.#keys(at, isNumeric(head)).filter((key) => key !== null));
    return keys.size > 1;
  }

  #keys(at: number, numeric: boolean): CellKey[] {
    return this.#rows.map((row) => cellKey(row.cells[at], numeric));
  }

  #addButton(head: HTMLTableCellElement, at: number, say: Say): void {
    const name = nameOf(head);
    const sort = (): void => this.#sort(at, name, say);
    if (head.querySelector('a')) head.append(' ', button('', sort, { 'aria-label': say('element.sortBy', { name }) }));
    else {
      const inside = button('', sort);
      inside.append(...head.childNodes);
      head.append(inside);
    }
  }

  #sort(at: number, name: string, say: Say): void {
    const head = this.#heads[at] as HTMLTableCellElement;
    const numeric = isNumeric(head);
    const first = numeric && !head.classList.contains('rank') ? 'descending' : 'ascending';
    const other = first === 'ascending' ? 'descending' : 'ascending';
    const order = head.ariaSort === first ? other : first;
    const compare = compareKeys(new Intl.Collator(document.documentElement.lang), order === 'ascending' ? 1 : -1);
    const keys = this.#keys(at, numeric);
    const sorted = this.#rows.map((row, i) => ({ row, key: keys[i] as CellKey })).sort((a, b) => compare(a.key, b.key));
    this.#show(sorted.map(({ row }) => row));
    head.ariaSort = order;
    if (this.#back) this.#back.hidden = false;
    this.#status.textContent = say(order === 'ascending' ? 'element.sortedUp' : 'element.sortedDown', { name });
  }

  #restore(say: Say): void {
    this.#show(this.#rows);
    // The button goes away under the reader's finger: the focus goes on to where its work is seen.
    const target = this.closest<HTMLElement>('.table-scroll') ?? this;
    target.tabIndex = target.tabIndex < 0 ? -1 : target.tabIndex;
    target.focus({ preventScroll: true });
    if (this.#back) this.#back.hidden = true;
    this.#status.textContent = say('element.backInOrder');
  }

  #show(rows: readonly HTMLTableRowElement[]): void {
    for (const head of this.#heads) head.removeAttribute('aria-sort');
    this.#rows[0]?.parentElement?.append(...rows);
  }
}

/** The visible name of a column; '' for one that only a reader's software names. */
function nameOf(head: HTMLTableCellElement): string {
  return [...head.childNodes]
    .filter((node) => !(node instanceof Element && node.classList.contains('visually-hidden')))
    .map((node) => node.textContent ?? '')
    .join('')
    .trim();
}

customElements.define('sun-table', SunTable);
