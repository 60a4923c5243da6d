/** A chart with its title, its drawing and its table. `<sun-chart>` takes over in a browser that can. */
import { chartSvg, chartTable } from '../charts/index.ts';
import type { ChartSpec } from '../charts/spec.ts';
import { type Html, html, raw } from '../html.ts';
import type { SheetContext } from './sheet.ts';

export interface FigureOptions {
  /** Sends the spec along, so that `<sun-chart>` can draw it anew. */
  readonly live?: boolean;
  /** The id of a table on the page that holds the chart's figures; without one, the chart's own table is folded in. */
  readonly table?: string;
}

/** `id` is unique on the page. */
export function figure(spec: ChartSpec, id: string, ctx: SheetContext, { live = true, table }: FigureOptions = {}): Html {
  const drawing = chartSvg(spec, id);
  const shown = live ? html`<sun-chart>${drawing}<script type="application/json">${raw(jsonForScript(spec))}</script></sun-chart>` : drawing;
  const own = table === undefined && html`<details><summary>${ctx.t('board.chartTable')}</summary>${chartTable(spec)}</details>`;
  const described = table !== undefined && html` aria-describedby="${table}"`;
  return html`<figure class="chart"${described}><figcaption>${spec.title}</figcaption>${shown}${own}</figure>`;
}

/** JSON that cannot end the script it stands in. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
