/** `<sun-theme>`: light, dark or as the system has it. The choice stays in this browser; `public/theme.js` applies it early. */
import { element } from './dom.ts';
import { readWords, type Word } from './words.ts';

const KEY = 'sunboard-theme';
const THEMES: readonly (readonly [value: string, word: Word])[] = [
  ['', 'element.themeAuto'],
  ['light', 'element.themeLight'],
  ['dark', 'element.themeDark'],
];

function setTheme(theme: string): void {
  const root = document.documentElement;
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  try {
    if (theme) localStorage.setItem(KEY, theme);
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is closed: the choice holds for this page.
  }
}

class SunTheme extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const say = await readWords();
    const select = element('select', { 'aria-label': say('element.theme') });
    for (const [value, word] of THEMES) select.add(new Option(say(word), value));
    select.value = document.documentElement.dataset.theme ?? '';
    select.addEventListener('change', () => setTheme(select.value));
    this.replaceChildren(select);
  }
}

customElements.define('sun-theme', SunTheme);
