/** A chart with its title, its drawing and its table. `<sun-chart>` lets a reader save it, and explore one whose spec is sent along. */
import { chart } from '../charts/chart.ts';
import { markItems, shapesUsed } from '../charts/key.ts';
import { packSpec } from '../charts/sentSpec.ts';
import type { ChartSpec, LineSpec, PointShape, TimelineSpec } from '../charts/spec.ts';
import { chartTable } from '../charts/table.ts';
import { type Html, html, jsonForScript, NOTHING, raw } from '../html.ts';
import type { Key } from '../i18n/index.ts';
import { punctuationOf } from '../i18n/languages.ts';
import { dayHtml } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';

interface FigureOptions {
  /** Sends the spec of lines along, so that `<sun-chart>` can draw them anew; the default. */
  readonly live?: boolean;
  /** The id of a table's caption on the page that holds the chart's figures; without one, the chart's own table is folded in. */
  readonly table?: string;
}

/** `id` is unique on the page. */
export function figure(spec: ChartSpec, id: string, ctx: SheetContext, { live = true, table }: FigureOptions = {}): Html {
  const drawing = html`${chart(spec, id, punctuationOf(ctx.lang))}${key(spec, ctx)}`;
  const shown =
    live && spec.kind === 'line'
      ? html`<sun-chart>${drawing}<script type="application/json">${raw(jsonForScript(packSpec(spec)))}</script></sun-chart>`
      : html`<sun-chart data-source="${spec.source}">${drawing}</sun-chart>`;
  const described = table !== undefined && html` aria-describedby="${table}"`;
  return html`<figure class="chart"${described}><figcaption>${spec.title}</figcaption>${shown}${table === undefined && ownTable(spec, ctx)}</figure>`;
}

/** What a drawing's signs mean, in a line below it, where the drawing does not say so itself. */
function key(spec: ChartSpec, ctx: SheetContext): Html {
  const { t } = ctx;
  if (spec.kind === 'strip') return html`<p class="hint">${t('unit.stripKey')}</p>`;
  if (spec.kind === 'timeline')
    return keyList(
      shapesUsed(spec).map((shape) => html`<li class="is-${shape}">${pointWord(shape, spec, t)}</li>`),
      ctx,
    );
  if (spec.kind !== 'line') return NOTHING;
  // On a narrow screen the words beside the rule have no room.
  const broken = spec.breakText !== null && html`<p class="hint break-key">${t('board.breakKey', { text: spec.breakText })}</p>`;
  return html`${marksKey(spec, ctx)}${broken}`;
}

/** What the marks on a line stand for, in their own shape and colour. */
function marksKey(spec: LineSpec, ctx: SheetContext): Html {
  return keyList(
    markItems(spec).map(({ tone, text }) => html`<li class="tone-${tone}">${text}</li>`),
    ctx,
  );
}

function keyList(items: readonly Html[], { t }: SheetContext): Html {
  return items.length === 0 ? NOTHING : html`<ul class="hint marks-key" aria-label="${t('award.legend')}">${items}</ul>`;
}

const POINTS: Readonly<Record<Exclude<PointShape, 'start'>, Key>> = {
  event: 'task.point.firstDue',
  due: 'task.point.due',
  late: 'task.point.late',
  done: 'task.point.done',
};

/** A list of tasks has its own word for the start, which stands at the point. */
function pointWord(shape: PointShape, { rows }: TimelineSpec, t: SheetContext['t']): string {
  if (shape !== 'start') return t(POINTS[shape]);
  return rows.flatMap(({ points }) => points).find((point) => point.shape === shape)?.text ?? '';
}

function ownTable(spec: ChartSpec, ctx: SheetContext): Html {
  const heads = TABLE_HEADS[spec.kind].map((head) => ctx.t(head));
  const { columns, rows } = chartTable(spec, heads);
  const head = columns.map((column) => html`<th scope="col">${column}</th>`);
  const body = rows.map(
    ([name = '', ...cells]) =>
      html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${DATE.test(cell) ? dayHtml(cell) : cell}</td>`)}</tr>`,
  );
  return html`<details><summary>${ctx.t('board.chartTable')}</summary><div class="table-scroll" tabindex="0" role="group" aria-label="${spec.title}"><table class="board" aria-label="${spec.title}"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div></details>`;
}

/** As it stands in the table of a time line. */
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Heads of the columns of a chart's table that its spec has no words for. */
const TABLE_HEADS: Readonly<Record<ChartSpec['kind'], readonly Key[]>> = {
  line: ['board.period'],
  strip: ['board.dimension', 'unit.figure', 'unit.spread.min', 'unit.spread.median', 'unit.spread.max'],
  timeline: ['board.name', 'unit.awardedOn', 'board.what'],
  matrix: ['board.name'],
};
