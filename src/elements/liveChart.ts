/** The chart that a reader explores: Chart.js in the place of the still drawing, with what chooses series and periods. Loaded on demand. */
import { CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js';
import { type SentSpec, unpackSpec } from '../charts/sentSpec.ts';
import type { LineSpec } from '../charts/spec.ts';
import { lineSample } from '../charts/stroke.ts';
import { chartConfig, findText, marksAt } from './chartConfig.ts';
import { onTheme, readPaint } from './chartPaint.ts';
import { element, field } from './dom.ts';
import { allShown, type Shown, shownSpec } from './shownSpec.ts';
import { readPunctuation, type Say } from './words.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale, Tooltip);

export interface LiveChart {
  /** What is shown now. */
  spec(): LineSpec;
  focus(): void;
  close(): void;
}

/** Above this many series the grey ones are not chosen by default, and stand in a list that opens. */
const FEW = 6;

/** Opens a chart at the top of `host`. */
export function openLiveChart(sent: SentSpec, host: HTMLElement, say: Say): LiveChart {
  const spec = unpackSpec(sent);
  let shown: Shown = firstShown(spec);
  let now = shownSpec(spec, shown);
  const canvas = element('canvas', { 'aria-hidden': 'true' });
  const plot = element(
    'div',
    { class: 'live-plot', tabindex: 0, role: 'application', 'aria-label': spec.title + readPunctuation().stop + say('element.chartKeys') },
    canvas,
  );
  const reading = element('p', { class: 'live-reading', role: 'status' });
  const controls = element('div', { class: 'controls' });
  const box = element('div', { class: 'live' }, controls, plot, reading, element('p', { class: 'hint' }, say('element.chartKeys')));
  host.prepend(box);
  const samples = new Map(spec.series.map(({ id }) => [id, element('span')]));
  const drawSamples = (): void => {
    for (const [id, sample] of samples) {
      const index = now.series.findIndex((one) => one.id === id);
      sample.innerHTML = index < 0 ? '' : lineSample(now.series[index] as LineSpec['series'][number], index).text;
    }
  };
  drawSamples();
  let chart = new Chart(canvas, chartConfig(now, readPaint(box)));
  const redraw = (): void => {
    now = shownSpec(spec, shown);
    drawSamples();
    chart.destroy();
    chart = new Chart(canvas, chartConfig(now, readPaint(box)));
  };
  const change = (next: Partial<Shown>): void => {
    shown = { ...shown, ...next };
    reading.textContent = '';
    redraw();
  };
  controls.append(...seriesControls(spec, samples, () => shown, change, say), ...periodControls(spec, () => shown, change, say));
  readByKeys(plot, () => ({ chart, spec: now }), reading, say);
  const endTheme = onTheme(redraw);
  return {
    spec: () => now,
    focus: () => plot.focus(),
    close: () => {
      endTheme();
      chart.destroy();
      box.remove();
    },
  };
}

function firstShown(spec: LineSpec): Shown {
  const all = allShown(spec);
  const context = spec.series.filter(({ role }) => role === 'context').map(({ id }) => id);
  return context.length > FEW ? all : { ...all, series: new Set([...all.series, ...context]) };
}

type Change = (next: Partial<Shown>) => void;

/** `samples`: what each line looks like, by its series. */
function seriesControls(spec: LineSpec, samples: ReadonlyMap<string, HTMLElement>, shown: () => Shown, change: Change, say: Say): HTMLElement[] {
  if (spec.series.length < 2) return [];
  const boxes = spec.series.map(({ id, name }) => {
    const box = checkbox(name, shown().series.has(id), (checked) => {
      const series = new Set(shown().series);
      if (checked) series.add(id);
      else series.delete(id);
      change({ series });
    });
    box.append(samples.get(id) as HTMLElement);
    return box;
  });
  const many = spec.series.length > FEW + 2;
  const own = spec.series.flatMap(({ role }, i) => (many && role === 'context' ? [] : [boxes[i] as HTMLElement]));
  const others = boxes.filter((box) => !own.includes(box));
  const rest = checkbox(say('element.seriesContext'), true, (context) => change({ context }));
  const set = element('fieldset', { class: 'checks' }, element('legend', {}, say('element.series')), ...own, many && rest);
  if (!many) return [set];
  return [set, element('details', {}, element('summary', {}, say('element.seriesCompare')), element('div', { class: 'checks' }, ...others))];
}

function checkbox(text: string, checked: boolean, onChange: (checked: boolean) => void): HTMLLabelElement {
  const input = element('input', { type: 'checkbox', checked });
  input.addEventListener('change', () => onChange(input.checked));
  return element('label', { class: 'check' }, input, text);
}

/** Two selects that zoom into some of the periods. */
function periodControls(spec: LineSpec, shown: () => Shown, change: Change, say: Say): HTMLElement[] {
  if (spec.x.length < 4) return [];
  const choices = spec.x.map((text, i) => ({ value: String(i), text }));
  const from = field(say('element.from'), choices, (value) => set(Number(value), shown().to));
  const to = field(say('element.to'), choices, (value) => set(shown().from, Number(value)));
  const set = (first: number, last: number): void => {
    const [low, high] = first <= last ? [first, last] : [last, first];
    from.select.value = String(low);
    to.select.value = String(high);
    change({ from: low, to: high });
  };
  to.select.value = String(spec.x.length - 1);
  return [from.label, to.label];
}

interface Drawn {
  readonly chart: Chart<'line', (number | null)[], string | number>;
  readonly spec: LineSpec;
}

/** Arrow keys go along the points; each is shown as under the pointer, and said. */
function readByKeys(plot: HTMLElement, drawn: () => Drawn, reading: HTMLElement, say: Say): void {
  let at = -1;
  let series = 0;
  plot.addEventListener('keydown', (event) => {
    const { chart, spec } = drawn();
    const last = spec.x.length - 1;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowRight: () => (at = Math.min(at + 1, last)),
      ArrowLeft: () => (at = at < 0 ? last : Math.max(at - 1, 0)),
      Home: () => (at = 0),
      End: () => (at = last),
      ArrowDown: () => (series = (series + 1) % Math.max(spec.series.length, 1)),
      ArrowUp: () => (series = (series + spec.series.length - 1) % Math.max(spec.series.length, 1)),
    };
    const move = moves[event.key];
    if (!move || spec.series.length === 0) return;
    event.preventDefault();
    move();
    at = Math.min(Math.max(at, 0), last);
    series = Math.min(series, spec.series.length - 1);
    point(chart, series, at);
    reading.textContent = readingOf(spec, series, at, say);
  });
  plot.addEventListener('blur', () => {
    const { chart } = drawn();
    chart.setActiveElements([]);
    chart.tooltip?.setActiveElements([], { x: 0, y: 0 });
    chart.update();
  });
}

function point(chart: Drawn['chart'], datasetIndex: number, index: number): void {
  const all = chart.data.datasets.flatMap(({ data }, i) => (data[index] == null ? [] : [{ datasetIndex: i, index }]));
  const { x, y } = chart.getDatasetMeta(datasetIndex).data[index] ?? { x: 0, y: 0 };
  chart.setActiveElements([{ datasetIndex, index }]);
  chart.tooltip?.setActiveElements(all, { x, y: Number.isNaN(y) ? 0 : y });
  chart.update();
}

function readingOf(spec: LineSpec, series: number, at: number, say: Say): string {
  const name = spec.series[series]?.name ?? '';
  const text = findText(spec, series, at) || say('element.noValue');
  const said = say('element.chartPoint', { series: name, period: spec.x[at] ?? '', text });
  const marks = spec.series[series]?.role === 'main' ? marksAt(spec, at) : [];
  return [said, ...marks].join(say('element.comma'));
}
