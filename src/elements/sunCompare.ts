/** `<sun-compare>`: units of one group side by side, as charts and tables. The choice stands in the address; it prints as it is seen. */
import { inlineDrawing } from '../charts/drawing.ts';
import { lineDrawing } from '../charts/line.ts';
import { packSpec } from '../charts/sentSpec.ts';
import type { LineSpec } from '../charts/spec.ts';
import { formatList } from '../i18n/format.ts';
import type { Text } from '../model/text.ts';
import {
  absenceText,
  type Choice,
  type ComparedUnit,
  type CompareIndex,
  type Comparison,
  compareSpec,
  figureText,
  findResult,
  formatChoice,
  type MatchedChoice,
  type Measure,
  MOST_UNITS,
  madeTexts,
  matchChoice,
  type Named,
  nameIn,
  periodsShown,
  placeText,
  type Result,
  readChoice,
  shortNameIn,
  statusTag,
  type Words,
} from './compareData.ts';
import { button, element, field, readJson } from './dom.ts';
import './sunChart.ts';
import { readPunctuation, readWords, type Say } from './words.ts';

type Group = CompareIndex['groups'][number];
type Programme = CompareIndex['programmes'][number];

/** What is read of a unit's `index.json`. */
type UnitFile = Named & { readonly short_name: Text | null; readonly history: readonly Result[] };

/** What is compared: units of a group, by one of its programme's measures. */
interface Shown {
  readonly group: Group;
  readonly programme: Programme;
  readonly measure: Measure;
}

class SunCompare extends HTMLElement {
  #index: CompareIndex | undefined;
  #words: Words | undefined;
  #controls = element('form', { class: 'controls no-print' });
  #result = element('div', { class: 'comparison' });
  #status = element('p', { role: 'status' });
  #read = new Map<string, Promise<ComparedUnit>>();
  #asked = 0;

  async connectedCallback(): Promise<void> {
    if (this.#words) return;
    const say = await readWords();
    const words = readJson<Pick<Words, 'statuses' | 'made'>>(this);
    if (!words) return;
    this.#words = { say, ...words };
    this.#controls.addEventListener('submit', (event) => event.preventDefault());
    this.prepend(this.#controls, this.#status, this.#result);
    try {
      this.#index = (await readFile(this.dataset.src ?? '')) as CompareIndex;
    } catch {
      this.#status.textContent = say('element.compareFailed');
      return;
    }
    addEventListener('popstate', () => void this.#show());
    await this.#show();
  }

  #choose(choice: Choice, note?: string): void {
    history.pushState(null, '', formatChoice(choice));
    void this.#show(note);
  }

  /** `note` says what its reader has just changed. */
  async #show(note = ''): Promise<void> {
    const [index, words] = [this.#index, this.#words];
    const asked = ++this.#asked;
    const matched = index && matchChoice(index, readChoice(location.search));
    const programme = index?.programmes.find((one) => one.programme === matched?.group.programme);
    if (!words || !matched || !programme) return;
    const { group, choice: valid } = matched;
    const measure = programme.measures.find(({ dimension }) => dimension === valid.measure) ?? programme.measures[0];
    if (!measure) return;
    const names = new Map(index.units.map((unit) => [unit.unit, nameIn(unit)]));
    this.#showControls(index, { group, programme, measure }, valid, names, words);
    const none = valid.units.length === 0 && words.say('element.compareNone');
    this.#status.textContent = [note, ...leftOut(matched, programme, measure, names, words), none].filter(Boolean).join(' ');
    try {
      const units = await Promise.all(valid.units.map((unit) => this.#readUnit(unit, names.get(unit) ?? unit)));
      if (asked !== this.#asked) return;
      const shown =
        units.length === 0 ? [] : resultParts(comparisonOf(programme, measure, valid, units, this.dataset.source ?? '', words), programme, words);
      this.#showResult(shown);
    } catch {
      if (asked !== this.#asked) return;
      // The figures of an earlier choice are none of this one's.
      this.#showResult([]);
      this.#status.textContent = words.say('element.compareFailed');
    }
  }

  /** The list of those who can be compared stands where no comparison does. */
  #showResult(shown: readonly HTMLElement[]): void {
    this.#result.replaceChildren(...shown);
    for (const list of this.querySelectorAll<HTMLElement>(':scope > :is(section, .soft)')) list.hidden = shown.length > 0;
  }

  #readUnit(unit: string, name: string): Promise<ComparedUnit> {
    let reading = this.#read.get(unit);
    if (!reading) {
      const file = `${this.dataset.units}${encodeURIComponent(unit)}/index.json`;
      reading = readFile(file).then((read) => {
        const view = read as UnitFile;
        return { unit, name, short: shortNameIn(view), results: view.history };
      });
      this.#read.set(unit, reading);
      // A read that was broken off is tried again when it is asked for again.
      reading.catch(() => this.#read.delete(unit));
    }
    return reading;
  }

  #showControls(index: CompareIndex, shown: Shown, choice: Choice, names: ReadonlyMap<string, string>, { say }: Words): void {
    const { programme } = shown;
    const hasMeasures = programme.measures.length > 1;
    const isFull = choice.units.length >= MOST_UNITS;
    const chips = choice.units.map((unit, at) => this.#chip(names.get(unit) ?? unit, at, choice, say));
    const focused = document.activeElement?.closest('label')?.firstChild?.textContent;
    this.#controls.replaceChildren(
      this.#groupField(index, shown, say),
      isFull ? element('p', {}, say('element.compareFull', { n: MOST_UNITS })) : this.#addField(index, shown, choice, names, say),
      hasMeasures ? this.#measureField(shown, choice, say) : '',
      hasMeasures ? this.#periodField(shown, choice, say) : '',
      chips.length > 0 ? element('ul', { class: 'chips', 'aria-label': say('element.compareUnits') }, ...chips) : '',
    );
    // The controls are made anew: the reader stays where he was.
    for (const label of this.#controls.querySelectorAll('label')) if (focused && label.firstChild?.textContent === focused) label.control?.focus();
  }

  #groupField({ groups }: CompareIndex, { group }: Shown, say: Say): HTMLElement {
    const { label, select } = field(say('element.compareGroup'), groups.map(groupChoice), (value) => {
      const next = groups[Number(value)];
      if (next) this.#choose({ programme: next.programme, group: next.group ?? '', units: [], measure: '', period: '' });
    });
    select.value = String(groups.indexOf(group));
    return label;
  }

  #measureField({ programme, measure }: Shown, choice: Choice, say: Say): HTMLElement {
    const choices = programme.measures.map((one) => ({ value: one.dimension ?? '', text: measureName(one, say('element.compareTotal')) }));
    const { label, select } = field(say('element.compareMeasure'), choices, (value) => this.#choose({ ...choice, measure: value }));
    select.value = measure.dimension ?? '';
    return label;
  }

  /** By a button: arrow keys go through the names of a closed list, and each would be added. */
  #addField({ units }: CompareIndex, { group }: Shown, choice: Choice, names: ReadonlyMap<string, string>, say: Say): HTMLElement {
    const ended = new Set(units.filter(({ valid_to: end }) => end !== undefined).map(({ unit }) => unit));
    const rest = group.units.filter((unit) => !choice.units.includes(unit));
    const choices = rest.map((unit) => {
      const name = names.get(unit) ?? unit;
      return { value: unit, text: ended.has(unit) ? say('element.compareEnded', { name }) : name };
    });
    const { label, select } = field(say('element.compareAdd'), [{ value: '', text: say('element.compareChoose') }, ...choices], () => undefined);
    const addChosen = (): void => {
      const unit = select.value;
      if (unit === '') this.#status.textContent = say('element.compareNone');
      else {
        const name = names.get(unit) ?? unit;
        this.#choose({ ...choice, units: [...choice.units, unit] }, say('element.compareAdded', { name, n: choice.units.length + 1 }));
      }
      this.#focus('add');
    };
    return element('div', { class: 'adding' }, label, button(say('element.compareAddButton'), addChosen));
  }

  /** The newest period first. */
  #periodField({ programme }: Shown, choice: Choice, say: Say): HTMLElement {
    const choices = programme.periods.flatMap((one) => (one.empty ? [] : { value: one.period, text: nameIn(one) })).reverse();
    const { label, select } = field(say('element.comparePeriod'), choices, (value) => this.#choose({ ...choice, period: value }));
    if (choice.period !== '') select.value = choice.period;
    return label;
  }

  /** A unit of the choice (by its place in it), to be taken out again. */
  #chip(name: string, at: number, choice: Choice, say: Say): HTMLElement {
    const remove = (): void => {
      const units = choice.units.filter((_, other) => other !== at);
      this.#choose({ ...choice, units }, say('element.compareRemoved', { name, n: units.length }));
      this.#focus(at);
    };
    return element('li', {}, button(`${name} ×`, remove, { 'aria-label': say('element.compareRemove', { name }) }));
  }

  /** The controls are made anew under the reader's finger: on to what is added next, or to the chip in the place of the one that went. */
  #focus(to: 'add' | number): void {
    const chips = [...this.#controls.querySelectorAll<HTMLElement>('.chips button')];
    const add = this.#controls.querySelector<HTMLElement>('.adding select');
    const target = to === 'add' ? (add ?? chips.at(-1)) : (chips[to] ?? chips.at(-1) ?? add);
    target?.focus();
  }
}

/** What of a shared address could not be shown, and why. */
function leftOut(
  { group, noProgramme, noGroup, noMeasure, noPeriod, unknown, elsewhere, tooMany }: MatchedChoice,
  programme: Programme,
  measure: Measure,
  names: ReadonlyMap<string, string>,
  { say }: Words,
): (string | false)[] {
  const list = (units: readonly string[]): string =>
    formatList(
      units.map((unit) => names.get(unit) ?? unit),
      document.documentElement.lang,
    );
  return [
    noProgramme !== '' && say('element.compareNoProgramme', { id: noProgramme, name: nameIn(programme) }),
    noGroup !== '' && say('element.compareNoGroup', { id: noGroup, name: group.group_name ? nameIn(group.group_name) : nameIn(programme) }),
    noMeasure !== '' && say('element.compareNoMeasure', { id: noMeasure, name: measureName(measure, say('element.compareTotal')) }),
    noPeriod !== '' && say('element.compareNoPeriod', { id: noPeriod }),
    unknown.length > 0 && say('element.compareUnknown', { names: list(unknown) }),
    elsewhere.length > 0 && say('element.compareElsewhere', { names: list(elsewhere) }),
    tooMany && say('element.compareFull', { n: MOST_UNITS }),
  ];
}

function groupChoice({ programme_name: programme, group_name: group }: Group, at: number) {
  return { value: String(at), text: group ? `${nameIn(programme)} · ${nameIn(group)}` : nameIn(programme) };
}

function measureName({ title }: Measure, total: string): string {
  return title ? nameIn(title) : total;
}

async function readFile(address: string): Promise<unknown> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function comparisonOf(
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

function resultParts(comparison: Comparison, programme: Programme, words: Words): HTMLElement[] {
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

customElements.define('sun-compare', SunCompare);
