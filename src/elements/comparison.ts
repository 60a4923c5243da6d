/** What `<sun-compare>` shows of units side by side: charts of places and figures, and the tables below them. */
import { inlineDrawing } from '../charts/drawing.ts';
import { lineDrawing } from '../charts/line.ts';
import { packSpec } from '../charts/sentSpec.ts';
import type { LineSpec } from '../charts/spec.ts';
import {
  absenceText,
  type Choice,
  type ComparedUnit,
  type CompareIndex,
  type Comparison,
  compareSpec,
  figureText,
  findResult,
  type Measure,
  madeTexts,
  measureName,
  periodsShown,
  placeText,
  type Result,
  statusTag,
  type Words,
} from './compareData.ts';
import { element } from './dom.ts';
import './sunChart.ts';
import { readPunctuation } from './words.ts';

type Programme = CompareIndex['programmes'][number];

export function comparisonOf(
  programme: Programme,
  measure: Measure,
  choice: Choice,
  units: readonly ComparedUnit[],
  source: string,
  { say }: Words,
): Comparison {
  return {
    choice,
    units,
    measure,
    measureName: measureName(measure, say('element.compareTotal')),
    periods: periodsShown(programme, choice, units),
    source,
  };
}

/** The comparison as it stands in the page: charts, the table of periods, and that of dimensions, each with what is said of its figures. */
export function resultParts(comparison: Comparison, programme: Programme, words: Words): HTMLElement[] {
  const { say } = words;
  const { measure, periods, choice } = comparison;
  const by = say(measure.by === 'value' ? 'element.compareValue' : 'element.compareScore').toLowerCase();
  const charts =
    periods.length > 1 ? (['rank', 'value'] as const).map((scale) => figureOf(compareSpec(comparison, scale, words), `compare-${scale}`)) : [];
  const notes: string[] = [];
  const rows = periods
    .filter(({ isEmpty }) => !isEmpty)
    .map(({ period, name }) => rowOf(name, comparison, { programme, measure, period, notes }, words));
  const byPeriod = tableOf(say('element.compareByPeriod', { measure: comparison.measureName, by }), say('element.comparePeriod'), rows, comparison);
  const ofPeriods = [byPeriod, ...noteList(notes, words)];
  const key = byPeriod.querySelector('.best') ? [element('p', { class: 'hint' }, say('element.compareBestKey'))] : [];
  const newest = periods.find(({ period }) => period === choice.period) ?? periods.at(-1);
  if (!newest || programme.measures.length < 2) return [...charts, ...key, ...ofPeriods];
  const further: string[] = [];
  const dimensions = programme.measures.map((one) =>
    rowOf(measureName(one, say('element.compareTotal')), comparison, { programme, measure: one, period: newest.period, notes: further }, words),
  );
  return [
    ...charts,
    ...key,
    ...ofPeriods,
    tableOf(say('element.compareByDimension', { period: newest.name }), say('element.compareDimension'), dimensions, comparison),
    ...noteList(further, words),
  ];
}

/** The chart as it would stand in a page: a still drawing that can be explored. Its figures are in the table below. */
function figureOf(spec: LineSpec, id: string): HTMLElement {
  const chart = element('sun-chart' as 'div');
  chart.innerHTML = inlineDrawing(lineDrawing(spec, readPunctuation()), id).text;
  const json = element('script', { type: 'application/json' });
  json.textContent = JSON.stringify(packSpec(spec));
  chart.append(json);
  return element('figure', { class: 'chart' }, element('figcaption', {}, spec.title), chart);
}

interface Row {
  readonly programme: Programme;
  readonly measure: Measure;
  readonly period: string;
  /** What is said below the table, of all its rows. */
  readonly notes: string[];
}

function rowOf(name: string, { units, choice }: Comparison, { programme, measure, period, notes }: Row, words: Words): HTMLTableRowElement {
  const results = units.map((unit) => findResult(unit, choice, measure.dimension, period));
  const best = Math.min(...results.flatMap((result) => result?.rank ?? []));
  const tags = results.map((result) => (result ? statusTag(result, words) : ''));
  const shared = sharedTag(results, tags);
  const cells = results.map((result, at) => {
    const isBest = units.length > 1 && result?.rank === best;
    const figure = figureText(result, measure);
    const tag = shared === '' && tags[at];
    const texts = result && figure ? madeTexts(result, programme.periods, words) : [];
    return element(
      'td',
      { class: isBest ? 'best' : null },
      result ? placeText(result, words) : absenceText(units[at] as ComparedUnit, choice, period, words),
      figure && element('small', {}, figure, texts.length > 0 && noteMark(texts, notes, words)),
      tag && element('span', { class: 'status' }, tag),
      isBest && element('span', { class: 'visually-hidden' }, ` ${words.say('element.compareBest')}`),
    );
  });
  return element('tr', {}, element('th', { scope: 'row' }, name, shared && ' ', shared && element('span', { class: 'status' }, shared)), ...cells);
}

/** The tag that all figures of a row have, which its head has once; '' where they differ, or there is one figure only. */
function sharedTag(results: readonly (Result | undefined)[], tags: readonly string[]): string {
  const placed = tags.filter((_, at) => typeof results[at]?.rank === 'number');
  return placed.length > 1 && new Set(placed).size === 1 ? (placed[0] ?? '') : '';
}

/** The numbers of what is said of a figure; what was not said before is the next. */
function noteMark(texts: readonly string[], notes: string[], { say }: Words): HTMLElement {
  for (const text of texts) if (!notes.includes(text)) notes.push(text);
  const numbers = texts.map((text) => notes.indexOf(text) + 1).join(' ');
  return element('sup', {}, element('span', { class: 'visually-hidden' }, ` ${say('element.compareNote')} `), numbers);
}

function noteList(notes: readonly string[], { say }: Words): HTMLElement[] {
  if (notes.length === 0) return [];
  return [element('ol', { class: 'notes', 'aria-label': say('element.compareNotes') }, ...notes.map((text) => element('li', {}, text)))];
}

/** The name in full, and on a narrow screen the short one. */
function nameParts({ name, short }: ComparedUnit): (string | HTMLElement)[] {
  if (short === name) return [name];
  return [element('span', { class: 'wide-only' }, name), element('span', { class: 'narrow-only' }, short)];
}

function tableOf(caption: string, head: string, rows: readonly HTMLElement[], { units }: Comparison): HTMLElement {
  const heads = [element('th', { scope: 'col' }, head), ...units.map((unit) => element('th', { scope: 'col' }, ...nameParts(unit)))];
  const table = element('table', { class: 'board compare' }, element('caption', {}, caption), element('thead', {}, element('tr', {}, ...heads)));
  table.append(element('tbody', {}, ...rows));
  return element('div', { class: 'table-scroll', tabindex: 0, role: 'group', 'aria-label': caption }, table);
}
