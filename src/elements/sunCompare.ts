/** `<sun-compare>`: units of one group side by side, as charts and tables. The choice stands in the address; it prints as it is seen. */
import { formatList } from '../i18n/format.ts';
import type { Text } from '../model/text.ts';
import {
  type Choice,
  type ComparedUnit,
  type CompareIndex,
  formatChoice,
  type MatchedChoice,
  type Measure,
  MOST_UNITS,
  matchChoice,
  measureName,
  type Named,
  nameIn,
  type Result,
  readChoice,
  shortNameIn,
  type Words,
} from './compareData.ts';
import { comparisonOf, resultParts } from './comparison.ts';
import { button, element, field, readJson } from './dom.ts';
import { readWords, type Say } from './words.ts';

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

async function readFile(address: string): Promise<unknown> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

customElements.define('sun-compare', SunCompare);
