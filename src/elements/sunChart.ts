/**
 * `<sun-chart>`: a still drawing that can be saved; with its spec beside it, one that can be explored. Chart.js is loaded when asked for.
 * `data-source` says publisher and date where there is no spec.
 */
import type { SentSpec } from '../charts/sentSpec.ts';
import type { FileType } from './chartFile.ts';
import { button, element, readJson } from './dom.ts';
import type { LiveChart } from './liveChart.ts';
import { readWords, type Say } from './words.ts';

class SunChart extends HTMLElement {
  #live: LiveChart | undefined;
  #status: HTMLElement = element('p', { role: 'status' });
  #explore: HTMLButtonElement | undefined;
  #full: HTMLButtonElement | undefined;

  async connectedCallback(): Promise<void> {
    if (this.querySelector('.chart-tools')) return;
    const tools = element('div', { class: 'chart-tools' });
    this.append(tools);
    const say = await readWords();
    const spec = readJson<SentSpec>(this);
    if (spec) {
      this.#explore = this.#button(say('element.explore'), () => void this.#toggle(spec, say), say, { 'aria-expanded': 'false' });
      this.#full = this.#button(say('element.fullScreen'), () => this.#toggleFull(), say, { hidden: true });
      tools.append(this.#explore, document.fullscreenEnabled ? this.#full : '');
    }
    for (const type of ['svg', 'png'] as const)
      tools.append(this.#button(say(type === 'svg' ? 'element.saveSvg' : 'element.savePng'), () => void this.#save(type, say), say));
    tools.append(this.#status);
  }

  disconnectedCallback(): void {
    this.#live?.close();
    this.#live = undefined;
  }

  get #drawing(): SVGSVGElement | null {
    return this.querySelector<SVGSVGElement>(':scope > svg');
  }

  /** A page has many charts: those who hear a list of buttons hear of which one each is. */
  #nameOf(tool: string, say: Say): string {
    const chart = this.closest('figure')?.querySelector('figcaption')?.textContent;
    return chart ? say('element.toolOf', { tool, chart }) : tool;
  }

  #button(text: string, onClick: () => void, say: Say, attributes: Readonly<Record<string, string | boolean>> = {}): HTMLButtonElement {
    return button(text, onClick, { ...attributes, 'aria-label': this.#nameOf(text, say) });
  }

  async #toggle(spec: SentSpec, say: Say): Promise<void> {
    this.#status.textContent = '';
    if (this.#live) this.#close();
    else {
      const loaded = await import('./liveChart.ts').catch(() => undefined);
      if (!loaded) {
        this.#status.textContent = say('element.chartFailed');
        return;
      }
      // Who has left the page meanwhile would never be told to close.
      if (!this.isConnected) return;
      this.#live ??= loaded.openLiveChart(spec, this, say);
      this.#live.focus();
    }
    const open = this.#live !== undefined;
    this.#drawing?.classList.toggle('is-replaced', open);
    if (this.#full) this.#full.hidden = !open;
    if (!this.#explore) return;
    const text = say(open ? 'element.exploreClose' : 'element.explore');
    this.#explore.textContent = text;
    this.#explore.ariaLabel = this.#nameOf(text, say);
    this.#explore.ariaExpanded = String(open);
  }

  #close(): void {
    if (document.fullscreenElement === this) void document.exitFullscreen();
    this.#live?.close();
    this.#live = undefined;
  }

  #toggleFull(): void {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void this.requestFullscreen();
  }

  async #save(type: FileType, say: Say): Promise<void> {
    this.#status.textContent = '';
    try {
      const { saveFile, specFile, svgFile } = await import('./chartFile.ts');
      const source = readJson<SentSpec>(this)?.source ?? this.dataset.source ?? '';
      const drawing = this.#drawing;
      const file = this.#live ? specFile(this.#live.spec()) : drawing && svgFile(drawing, source);
      if (file) await saveFile(file, drawing?.querySelector('title')?.textContent ?? document.title, type);
    } catch {
      this.#status.textContent = say('element.saveFailed');
    }
  }
}

customElements.define('sun-chart', SunChart);
