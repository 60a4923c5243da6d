/**
 * `<sun-find>`: finds a unit on this page while its name is typed, says its place, marks its row and leads to it. Rows are what has an
 * id `u-…`: those of every group's table, and the list of those without a place.
 */
import { element } from './dom.ts';
import { readWords, type Say } from './words.ts';

const SHOWN = 6;

interface Entry {
  readonly row: HTMLElement;
  readonly name: string;
  /** In lower case. */
  readonly key: string;
}

class SunFind extends HTMLElement {
  async connectedCallback(): Promise<void> {
    if (this.firstElementChild) return;
    const say = await readWords();
    const entries = readEntries();
    const input = element('input', { type: 'search', placeholder: say('element.findWhat'), autocomplete: 'off', enterkeyhint: 'search' });
    const found = element('div', { class: 'found', role: 'status' });
    let matches: readonly Entry[] = [];
    input.addEventListener('input', () => {
      matches = find(entries, input.value);
      for (const { row } of entries) row.classList.toggle('is-found', false);
      for (const { row } of matches) row.classList.add('is-found');
      found.replaceChildren(...report(matches, input.value, say));
    });
    const form = element('form', {}, element('label', {}, say('element.find'), input));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const [best] = matches;
      if (best) location.replace(`#${encodeURIComponent(best.row.id)}`);
    });
    this.append(form, found);
  }
}

function readEntries(): Entry[] {
  return [...document.querySelectorAll<HTMLElement>('main [id^="u-"]')].map((row) => {
    const name = (row.querySelector('th[scope="row"] a, a')?.textContent ?? '').trim();
    return { row, name, key: (row.querySelector('th[scope="row"]') ?? row).textContent.toLowerCase() };
  });
}

function find(entries: readonly Entry[], text: string): Entry[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const at = ({ name }: Entry): number => (name.toLowerCase().startsWith(wanted) ? 0 : 1);
  return entries.filter(({ key }) => key.includes(wanted)).sort((a, b) => at(a) - at(b));
}

function report(matches: readonly Entry[], text: string, say: Say): Node[] {
  if (text.trim() === '') return [];
  if (matches.length === 0) return [element('p', {}, say('element.foundNone', { text: text.trim() }))];
  const links = matches.slice(0, SHOWN).map(({ row, name }) => {
    const place = placeOf(row);
    return element('li', {}, element('a', { href: `#${encodeURIComponent(row.id)}` }, name), place && ` ${place}`);
  });
  return [element('p', {}, say('element.found', { n: matches.length })), element('ul', {}, ...links)];
}

/** `位次 3 · 城区组`: the row's place and its table's heading. */
function placeOf(row: HTMLElement): string {
  const section = row.closest('section');
  const heading = section?.querySelector('h2');
  const group = heading && !heading.classList.contains('visually-hidden') ? (heading.textContent ?? '').trim() : '';
  const rank = row.querySelector('.rank')?.textContent?.trim();
  const head = row.closest('table')?.querySelector('thead .rank')?.textContent?.trim();
  return [rank && `${head ?? ''} ${rank}`.trim(), group].filter(Boolean).join(' · ');
}

customElements.define('sun-find', SunFind);
