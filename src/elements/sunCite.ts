/** `<sun-cite>`: ready citations get the day on which they are read, the address that the browser knows, and a button that copies each. */
import { button, element } from './dom.ts';
import { readWords, type Say } from './words.ts';

/** `YYYY-MM-DD` where the reader is. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

class SunCite extends HTMLElement {
  async connectedCallback(): Promise<void> {
    if (this.querySelector('button')) return;
    for (const slot of this.querySelectorAll('[data-cited-on]')) slot.textContent = today();
    for (const slot of this.querySelectorAll('[data-address]')) {
      if (slot.textContent?.startsWith('/')) slot.textContent = location.origin + slot.textContent;
    }
    const say = await readWords();
    // A page that came over http may not write to the clipboard.
    if (navigator.clipboard) for (const entry of this.querySelectorAll('dd')) this.#addCopyButton(entry, say);
  }

  #addCopyButton(entry: HTMLElement, say: Say): void {
    const name = entry.previousElementSibling as HTMLElement;
    const done = element('span', { role: 'status' });
    const copy = async (): Promise<void> => {
      // The clipboard holds one: what is said of another, or of an earlier try, holds no more.
      for (const status of this.querySelectorAll('[role="status"]')) status.textContent = '';
      try {
        await navigator.clipboard.writeText(entry.textContent);
        done.textContent = say('element.copied');
      } catch {
        // Not allowed here: what was to be copied is at least marked.
        getSelection()?.selectAllChildren(entry);
        done.textContent = say('element.copyFailed');
      }
    };
    const label = say('element.copyOf', { name: name.textContent });
    name.append(button(say('element.copy'), copy, { 'aria-label': label }), done);
  }
}

customElements.define('sun-cite', SunCite);
