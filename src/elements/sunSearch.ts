/**
 * `<sun-search>`: search as a reader types. In the header it suggests (a combobox: arrows choose, Enter goes to the best hit, Escape
 * closes); with `data-results` it lists everything that `?q=` finds. The form works without it.
 */
import { element } from './dom.ts';
import { type Answer, askIndex, findOtherName, type Hit, loadIndex } from './searchIndex.ts';
import { readWords, type Say, type Word } from './words.ts';

const SUGGESTED = 7;
const LISTED = 20;
const PAUSE = 120;

class SunSearch extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input || this.dataset.ready) return;
    this.dataset.ready = 'true';
    if ('results' in this.dataset) listResults(this, input);
    else suggest(this, input);
  }
}

const KINDS: Readonly<Record<string, Word>> = {
  unit: 'element.kindUnit',
  programme: 'element.kindProgramme',
  leaderboard: 'element.kindBoard',
  indicator: 'element.kindIndicator',
  task: 'element.kindTask',
  tasks: 'element.kindTasks',
  award: 'element.kindAward',
  awards: 'element.kindAward',
  sessions: 'element.kindSession',
  method: 'element.kindMethod',
};

/** Kind of page, and the other name that led there. */
function noteOf(hit: Hit, text: string, say: Say): string {
  const other = findOtherName(hit, text);
  return [say(KINDS[hit.kind] ?? 'element.kindPage'), other].filter(Boolean).join(' · ');
}

function countText({ count, text: found }: Answer, text: string, say: Say): string {
  if (count === 0) return say('element.searchNone', { text });
  return found === text ? say('element.searchCount', { n: count }) : say('element.searchFewer', { text: found, n: count });
}

/** Calls `run` when the reader has paused, and never while an input method is composing. */
function onTyping(input: HTMLInputElement, run: () => void): void {
  let timer = 0;
  const start = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(run, PAUSE);
  };
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) start();
  });
  input.addEventListener('compositionend', start);
}

let lists = 0;

/** The list of suggestions below a field, as a combobox has one: filled, gone through by arrows, closed. */
function createListbox(input: HTMLInputElement) {
  const id = `suggestions-${++lists}`;
  const list = element('ul', { class: 'suggestions', role: 'listbox', id, hidden: true });
  const combobox = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': id, 'aria-expanded': 'false' };
  for (const [name, value] of Object.entries(combobox)) input.setAttribute(name, value);
  let active = -1;
  const point = (at: number): void => {
    active = at;
    const option = list.children[at];
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const choose = (at: number): void => {
    [...list.children].forEach((option, i) => {
      option.ariaSelected = String(i === at);
    });
    point(at);
    list.children[at]?.scrollIntoView({ block: 'nearest' });
  };
  return {
    list,
    /** Index of the option that arrows chose; −1 for none. */
    active: (): number => active,
    fill(hits: readonly Hit[], text: string, say: Say): void {
      list.ariaLabel = say('element.suggestions');
      list.replaceChildren(...hits.map((hit, i) => optionOf(hit, `${id}-${i}`, text, say)));
      list.hidden = hits.length === 0;
      input.ariaExpanded = String(hits.length > 0);
      point(-1);
    },
    close(): void {
      list.hidden = true;
      input.ariaExpanded = 'false';
      point(-1);
    },
    /** On to the next option or back to the one before, round the ends; false where no list is open. */
    move(by: 1 | -1): boolean {
      if (list.hidden) return false;
      const last = list.childElementCount - 1;
      if (by > 0) choose(active >= last ? 0 : active + 1);
      else choose(active <= 0 ? last : active - 1);
      return true;
    },
    /** Index of the option that an element is in; −1 for none. */
    indexOf: (target: EventTarget | null): number => [...list.children].findIndex((option) => option.contains(target as Node)),
  };
}

function suggest(host: HTMLElement, input: HTMLInputElement): void {
  const box = createListbox(input);
  const status = element('p', { class: 'visually-hidden', role: 'status' });
  host.append(box.list, status);
  let asked = '';
  let pending: Promise<void> = Promise.resolve();
  let hits: readonly Hit[] = [];
  let isPartial = false;

  const show = async (): Promise<void> => {
    const text = input.value.trim();
    asked = text;
    if (text === '') {
      hits = [];
      return box.close();
    }
    const [say, answer] = await Promise.all([readWords(), askIndex(text)]);
    const found = await answer.read(0, SUGGESTED);
    if (asked !== text) return;
    hits = found;
    isPartial = answer.text !== text;
    box.fill(hits, answer.text, say);
    // Nothing would close it again for a reader who has gone on meanwhile.
    if (document.activeElement !== input) return box.close();
    status.textContent = countText(answer, text, say);
  };
  const ask = (): void => {
    pending = show().catch(() => {
      // What was found before is no answer to what is asked now.
      hits = [];
      box.close();
    });
  };
  const go = async (): Promise<void> => {
    if (box.active() < 0 && asked !== input.value.trim()) ask();
    await pending;
    // What was found by some of the words only is for the reader to choose.
    const hit = hits[box.active() < 0 && isPartial ? -1 : Math.max(box.active(), 0)];
    if (hit) location.assign(hit.url);
    else input.form?.submit();
  };
  /** Whether a key was for the list: the field is not to see it. */
  const takeKey = (key: string): boolean => {
    if (key === 'ArrowDown') return box.move(1);
    if (key === 'ArrowUp') return box.move(-1);
    if (key === 'Enter' && input.value.trim() !== '') void go();
    else if (key === 'Escape' && !box.list.hidden) box.close();
    else return false;
    return true;
  };

  input.addEventListener('focus', () => void loadIndex().catch(() => undefined), { once: true });
  onTyping(input, ask);
  input.addEventListener('keydown', (event) => {
    if (!event.isComposing && takeKey(event.key)) event.preventDefault();
  });
  input.addEventListener('blur', box.close);
  // A press must not take the focus from the field, or the list would close before the click.
  box.list.addEventListener('pointerdown', (event) => event.preventDefault());
  box.list.addEventListener('click', ({ target }) => {
    const hit = hits[box.indexOf(target)];
    if (hit) location.assign(hit.url);
  });
}

function optionOf(hit: Hit, id: string, text: string, say: Say): HTMLElement {
  return element('li', { role: 'option', id, 'aria-selected': 'false' }, hit.title, ' ', element('small', {}, noteOf(hit, text, say)));
}

function listResults(host: HTMLElement, input: HTMLInputElement): void {
  const status = element('p', { role: 'status', class: 'search-status' });
  const list = element('ol', { class: 'results', hidden: true });
  const more = element('button', { type: 'button', hidden: true });
  host.append(status, list, more);
  let asked: string | undefined;
  let answer: Answer | undefined;

  const append = async (say: Say, text: string): Promise<void> => {
    const from = list.childElementCount;
    const hits = (await answer?.read(from, from + LISTED)) ?? [];
    // Another press of the button may have brought them already.
    if (asked !== text || list.childElementCount !== from) return;
    list.append(...hits.map((hit) => resultOf(hit, answer?.text ?? text, say)));
    list.hidden = list.childElementCount === 0;
    more.hidden = list.childElementCount >= (answer?.count ?? 0);
  };
  const show = async (text: string): Promise<void> => {
    if (text === asked) return;
    asked = text;
    const say = await readWords();
    more.textContent = say('element.searchMore');
    list.replaceChildren();
    list.hidden = true;
    more.hidden = true;
    status.textContent = text === '' ? '' : say('element.searching');
    if (text === '') return;
    try {
      const found = await askIndex(text);
      if (asked !== text) return;
      answer = found;
      status.textContent = countText(answer, text, say);
      await append(say, text);
    } catch {
      if (asked !== text) return;
      // Whoever asks for it again is answered again.
      asked = undefined;
      status.textContent = say('element.searchFailed');
    }
  };
  const ask = (): void => {
    const text = input.value.trim();
    history.replaceState(null, '', text === '' ? location.pathname : `?q=${encodeURIComponent(text)}`);
    void show(text);
  };

  const appendMore = async (): Promise<void> => {
    const say = await readWords();
    const text = asked ?? '';
    await append(say, text).catch(() => {
      if (asked === text) status.textContent = say('element.searchFailed');
    });
  };
  more.addEventListener('click', () => void appendMore());
  onTyping(input, ask);
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    ask();
  });
  const linked = new URLSearchParams(location.search).get('q') ?? '';
  // What a reader types before this script is there stays, and is what is asked.
  if (input.value !== '') ask();
  else {
    if (document.activeElement !== input) input.value = linked;
    void show(linked.trim());
  }
}

function resultOf(hit: Hit, text: string, say: Say): HTMLElement {
  return element('li', {}, element('a', { href: hit.url }, hit.title), ' ', element('small', {}, noteOf(hit, text, say)));
}

customElements.define('sun-search', SunSearch);
