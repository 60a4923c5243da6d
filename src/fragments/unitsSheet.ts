/** The index of units (单位). */
import { type Html, html, join, NOTHING } from '../html.ts';
import { toId } from '../model/id.ts';
import { UNITS } from '../views/address.ts';
import type { UnitEntry, UnitsView } from '../views/units.ts';
import { nameText } from './boardWords.ts';
import { dateText, sayNamed } from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';
import { tableScroll } from './tableScroll.ts';
import { isKnownKind, sayAlias } from './unitWords.ts';

export function unitsSheet(view: UnitsView, ctx: SheetContext): Sheet {
  const { t } = ctx;
  const current = view.units.filter((unit) => unit.valid_to === null || unit.valid_to > view.as_of);
  const former = view.units.filter((unit) => !current.includes(unit));
  const lead = t(former.length > 0 ? 'unit.unitsLeadFormer' : 'unit.unitsLead', { n: current.length, former: former.length });
  const kinds = [...Map.groupBy(current, ({ kind }) => kind ?? '')];
  return {
    title: t('unit.units'),
    description: lead,
    crumbs: [{ name: t('unit.units'), path: null }],
    main: html`<h1>${t('unit.units')}</h1><p class="lead">${lead}</p>${kinds.length > 1 && kindSwitch(kinds, ctx)}${kinds.map(([kind, units]) =>
      unitTable(kindAnchor(kind), kindName(kind, kinds.length, ctx), units, ctx),
    )}${former.length > 0 && unitTable('former', t('unit.former'), former, ctx)}`,
    nav: UNITS,
    publishedOn: null,
    search: { words: [] },
    jsonLd: [],
  };
}

/** An office's own word for a kind may be several. */
function kindAnchor(kind: string): string {
  return `k-${kind === '' ? 'none' : toId(kind)}`;
}

function kindName(kind: string, kinds: number, ctx: SheetContext): string {
  if (kind === '') return ctx.t(kinds > 1 ? 'unit.kind.other' : 'unit.units');
  return isKnownKind(kind) ? ctx.t(`unit.kind.${kind}`) : kind;
}

function kindSwitch(kinds: readonly (readonly [string, readonly UnitEntry[]])[], ctx: SheetContext): Html {
  const links = kinds.map(
    ([kind, units]) => html`<li><a href="#${kindAnchor(kind)}">${kindName(kind, kinds.length, ctx)} <small>${units.length}</small></a></li>`,
  );
  return html`<nav class="switch" aria-label="${ctx.t('unit.kinds')}"><ul>${links}</ul></nav>`;
}

function unitTable(id: string, name: string, units: readonly UnitEntry[], ctx: SheetContext): Html {
  const { t } = ctx;
  const shows = { code: units.some(({ code }) => code !== null), parent: units.some(({ parent }) => parent !== null) };
  const head = html`<thead><tr><th scope="col">${t('board.unit')}</th>${shows.code && html`<th scope="col">${t('unit.fact.code')}</th>`}${shows.parent && html`<th scope="col" class="wide">${t('unit.fact.parent')}</th>`}</tr></thead>`;
  const rows = units.map(
    (unit) =>
      html`<tr><th scope="row"><a href="${ctx.href(unit.path)}">${nameText(unit, ctx)}</a>${otherNames(unit, ctx)}</th>${shows.code && html`<td>${unit.code}</td>`}${
        shows.parent &&
        html`<td class="words wide">${unit.parent && html`<a href="${ctx.href(unit.parent.path)}">${sayNamed(unit.parent, ctx)}</a>`}</td>`
      }</tr>`,
  );
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${name}</h2>${tableScroll(id, html`<table class="board is-short" aria-labelledby="${id}">${head}<tbody>${rows}</tbody></table>`)}</section>`;
}

function otherNames({ former_names: former, aliases, valid_to: until }: UnitEntry, ctx: SheetContext): Html {
  const { t } = ctx;
  const before = new Map(former.map((name) => [ctx.plain(name), ctx.say(name)]));
  const known = new Set(former.flatMap((name) => (typeof name === 'string' ? name : Object.values(name))));
  const beside = new Map(aliases.filter((name) => !known.has(name)).map((name) => [name, sayAlias(name, ctx)]));
  const parts = [
    before.size > 0 && fillNames('unit.formerly', before, ctx),
    beside.size > 0 && fillNames('unit.alsoKnown', beside, ctx),
    until !== null && t('unit.until', { to: dateText(until, ctx) }),
  ].filter((part) => part !== false);
  return parts.length > 0 ? html` <small>${join(parts, t('programme.dot'))}</small>` : NOTHING;
}

const NAMES = '\0';

/** A phrase about names, each in its own language. */
function fillNames(key: 'unit.formerly' | 'unit.alsoKnown', names: ReadonlyMap<string, Html>, { t }: SheetContext): Html {
  const [before, after] = t(key, { names: NAMES }).split(NAMES);
  return html`${before}${join([...names.values()], t('board.listComma'))}${after}`;
}
