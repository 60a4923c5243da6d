/** How scores come about (评分办法), in sentences, with worked examples from published figures. */
import { type Html, html, NOTHING } from '../html.ts';
import { formatNumber, formatShort } from '../i18n/format.ts';
import type { Key, PhraseParams } from '../i18n/index.ts';
import { type DimensionConfig, type Direction, isJoined, type Scoring } from '../model/config.ts';
import { formatPeriod } from '../model/periodLabel.ts';
import type { Indicator } from '../model/portal.ts';
import { indicatorPath } from '../views/address.ts';
import type { MethodView } from '../views/method.ts';
import type { Named } from '../views/name.ts';
import { dayCount, inSentence, weightNumber, weightText } from './boardWords.ts';
import { dateText, listText, plainNamed, sentences } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';
import { cellLabel, tableScroll } from './tableScroll.ts';

const METHODS: Readonly<Record<Scoring, Key>> = {
  given: 'method.scoring.given',
  ratio: 'method.scoring.ratio.higher',
  bands: 'method.scoring.bands',
  rank_points: 'method.scoring.rank_points',
  minmax: 'method.scoring.minmax',
  deduct: 'method.scoring.deduct',
  points: 'method.scoring.points',
  completion: 'method.scoring.completion',
  yoy: 'method.scoring.yoy',
};

function bandsText({ scoring }: DimensionConfig, ctx: SheetContext): string {
  const { t } = ctx;
  const items = scoring.bands.map(({ gte, lt, score }) => {
    const range =
      gte !== null && lt !== null
        ? t('method.band.between', { gte: formatShort(gte, 4), lt: formatShort(lt, 4) })
        : gte !== null
          ? t('method.rule.gte', { n: formatShort(gte, 4) })
          : lt !== null
            ? t('method.rule.lt', { n: formatShort(lt, 4) })
            : t('method.band.any');
    return t('method.band.score', { range, score: formatShort(score, 4) });
  });
  return items.join(t('method.rule.semicolon'));
}

/** In the order in which they are said. */
const RATIOS: Readonly<Record<Direction, Key>> = {
  higher: 'method.scoring.ratio.higher',
  lower: 'method.scoring.ratio.lower',
  target: 'method.scoring.ratio.target',
};

/** The ratio to the target is another one by the direction of an indicator: each that the dimension's indicators have. */
function ratioText(directions: ReadonlySet<Direction>, ctx: SheetContext): string {
  const keys = (Object.keys(RATIOS) as Direction[]).filter((direction) => directions.has(direction));
  const [only] = keys;
  const ways =
    keys.length === 1 && only
      ? [ctx.t(RATIOS[only])]
      : keys.map((direction) =>
          ctx.t('method.scoring.ratioOf', { direction: directionWord(direction, ctx), text: inSentence(ctx.t(RATIOS[direction])) }),
        );
  return sentences([...ways, ctx.t('method.scoring.ratioTarget')], ctx);
}

function methodText({ scoring }: DimensionConfig, directions: ReadonlySet<Direction>, params: PhraseParams, ctx: SheetContext): string {
  if (scoring.method === 'ratio') return ratioText(directions, ctx);
  return ctx.t(scoring.method === 'points' && scoring.start !== 0 ? 'method.scoring.pointsFrom' : METHODS[scoring.method], params);
}

function limitsText({ scoring: { cap, floor } }: DimensionConfig, ctx: SheetContext): string | null {
  const n = (value: number): string => formatShort(value, 4);
  if (cap !== null && floor !== null) return ctx.t('method.scoring.capFloor', { cap: n(cap), floor: n(floor) });
  if (cap !== null) return ctx.t('method.scoring.cap', { n: n(cap) });
  return floor === null ? null : ctx.t('method.scoring.floor', { n: n(floor) });
}

/** The scoring of one dimension in words, without its example; `directions` are those of its indicators. */
export function scoringSentence(
  dimension: DimensionConfig,
  ctx: SheetContext,
  directions: ReadonlySet<Direction> = new Set([dimension.direction]),
): string {
  const { scoring } = dimension;
  const n = (value: number | null): string => (value === null ? '' : formatShort(value, 4));
  const params = {
    start: n(scoring.start),
    per: n(scoring.per),
    from: n(scoring.from),
    to: n(scoring.to),
    bands: bandsText(dimension, ctx),
    points: listText(
      scoring.points.map((point) => formatShort(point, 4)),
      ctx,
    ),
  };
  const text = sentences([methodText(dimension, directions, params, ctx), limitsText(dimension, ctx)], ctx);
  return isJoined(dimension) ? ctx.t('method.scoring.each', { text: inSentence(text) }) : text;
}

function directionWord(direction: DimensionConfig['direction'], ctx: SheetContext): string {
  return ctx.t(`method.direction.${direction}`);
}

function indicatorItem(indicator: Indicator, dimension: DimensionConfig, view: MethodView, ctx: SheetContext): Html {
  const { t } = ctx;
  const details = [
    indicator.unitLabel !== null && ctx.plain(indicator.unitLabel),
    inSentence(directionWord(indicator.direction, ctx)),
    indicator.target !== null && t('method.target', { n: formatShort(indicator.target, 4) }),
    isJoined(dimension) && indicator.weight !== null && t('method.indicatorWeight', { n: weightText(indicator.weight, view.config.ranking.weights) }),
  ].filter((part): part is string => typeof part === 'string');
  return html`<li><a href="${ctx.href(indicatorPath(view.programme, indicator.id))}">${ctx.say(indicator.name)}</a>${t('programme.inBrackets', { text: details.join(t('programme.comma')) })}</li>`;
}

function indicatorsOf(dimension: DimensionConfig, view: MethodView, ctx: SheetContext): Html {
  const own = view.indicators.filter((indicator) => dimension.indicators.includes(indicator.id));
  if (own.length === 0) return NOTHING;
  return html`<ul>${own.map((indicator) => indicatorItem(indicator, dimension, view, ctx))}</ul>`;
}

/** When a dimension is or was in use, where that is not always. */
function useText({ from, to }: DimensionConfig, ctx: SheetContext): Html | null {
  if (from === null && to === null) return null;
  const words = [from && ctx.t('unit.since', { from: dateText(from, ctx) }), to && ctx.t('unit.until', { to: dateText(to, ctx) })];
  return html`<br><small>${words.filter((word) => word !== null).join(ctx.t('programme.comma'))}</small>`;
}

/** Dimensions, weights and indicators. */
export function dimensionTable(view: MethodView, ctx: SheetContext): Html {
  const { t } = ctx;
  const { dimensions } = view.config;
  if (dimensions.length === 0) return NOTHING;
  const weighed = view.has_total && dimensions.some((dimension) => dimension.weight !== null);
  const detailed = dimensions.some((dimension) => dimension.indicators.some((id) => id !== dimension.id));
  const rows = dimensions.map(
    (dimension) =>
      html`<tr><th scope="row">${ctx.say(dimension.name)}${dimension.description !== null && html`<br><small>${ctx.say(dimension.description)}</small>`}${useText(dimension, ctx)}</th>${
        weighed &&
        (dimension.weight === null
          ? html`<td class="num"></td>`
          : html`<td class="num"${cellLabel(t('task.weight'), ctx)}>${weightText(dimension.weight, view.config.ranking.weights)}</td>`)
      }<td class="term"${cellLabel(t('method.head.scoring'), ctx)}>${t(view.by_value.includes(dimension.id) ? 'method.short.value' : `method.short.${dimension.scoring.method}`)}</td><td class="term"${cellLabel(t('method.head.direction'), ctx)}>${directionWord(dimension.direction, ctx)}</td>${detailed && html`<td${cellLabel(t('method.head.indicators'), ctx)}>${indicatorsOf(dimension, view, ctx)}</td>`}</tr>`,
  );
  return tableScroll(
    'table-dimensions',
    html`<table class="board is-stacked"><caption id="table-dimensions" class="visually-hidden">${t('method.dimensions')}</caption><thead><tr><th scope="col">${t('award.head.dimension')}</th>${
      weighed && html`<th scope="col" class="num">${t('task.weight')}</th>`
    }<th scope="col" class="term">${t('method.head.scoring')}</th><th scope="col" class="term">${t('method.head.direction')}</th>${detailed && html`<th scope="col">${t('method.head.indicators')}</th>`}</tr></thead><tbody>${rows}</tbody></table>`,
  );
}

/** More units than these are only counted. */
const MOST_NAMED = 12;

/** The units that a set of weights holds for. */
function whoseWeights(units: readonly Named[], ctx: SheetContext): string {
  if (units.length === 0) return ctx.t('method.weightSetOfNone');
  const list = listText(
    units.slice(0, MOST_NAMED).map((unit) => plainNamed(unit, ctx)),
    ctx,
  );
  return units.length > MOST_NAMED
    ? ctx.t('method.weightSetOfMany', { list, n: units.length, more: units.length - MOST_NAMED })
    : ctx.t('method.weightSetOf', { list });
}

/** Sets of weights that some memberships name instead of the dimensions' own. */
export function weightSets(view: MethodView, ctx: SheetContext): Html {
  const sets = Object.entries(view.config.weightSets);
  if (sets.length === 0 || !view.has_total) return NOTHING;
  const names = new Map(view.config.dimensions.map(({ id, name }) => [id, ctx.plain(name)]));
  const items = sets.map(([set, weights]) => {
    const parts = Object.entries(weights).map(([id, weight]) => `${names.get(id) ?? id} ${weightNumber(weight)}`);
    return html`<li>${set}${ctx.t('programme.colon')}${listText(parts, ctx)}${whoseWeights(view.weight_set_units[set] ?? [], ctx)}</li>`;
  });
  return html`<p>${ctx.t('method.weightSets')}</p><ul>${items}</ul>`;
}

function exampleOf(dimension: DimensionConfig, view: MethodView, ctx: SheetContext): Html {
  const example = view.score_examples.find((one) => one.dimension === dimension.id);
  if (!example) return NOTHING;
  const params = {
    period: formatPeriod(example.period, ctx.lang),
    day: dayCount(example.period.id),
    unit: ctx.plain(example.unit),
    value: formatShort(example.value, 4),
    score: formatShort(example.score, 4),
  };
  const { planned, target } = example;
  const text =
    planned !== null
      ? ctx.t('method.examplePlanned', { ...params, planned: formatShort(planned, 4) })
      : target !== null
        ? ctx.t('method.exampleTarget', { ...params, target: formatShort(target, 4) })
        : ctx.t('method.example', params);
  return html` <small>${text}</small>`;
}

/** Those of the indicators that a dimension is made of; its own where they are not listed. */
function directionsOf(dimension: DimensionConfig, { indicators }: MethodView): ReadonlySet<Direction> {
  const own = indicators.filter(({ id }) => dimension.indicators.includes(id)).map(({ direction }) => direction);
  return new Set(own.length > 0 ? own : [dimension.direction]);
}

/** Dimensions that are scored alike are said together. */
export function scoringList(view: MethodView, ctx: SheetContext): Html {
  const byRule = Map.groupBy(view.config.dimensions, (dimension) => {
    if (view.by_value.includes(dimension.id)) return ctx.t('method.scoring.value');
    const worked = scoringSentence(dimension, ctx, directionsOf(dimension, view));
    return view.given_instead.includes(dimension.id) ? sentences([worked, ctx.t('method.scoring.givenInstead')], ctx) : worked;
  });
  const items = [...byRule].map(([sentence, dimensions]) => {
    const names = listText(
      dimensions.map((dimension) => ctx.plain(dimension.name)),
      ctx,
    );
    const every = byRule.size === 1 && dimensions.length > 1 ? ctx.t('method.everyDimension') : names;
    const [shown] = dimensions.filter((dimension) => view.score_examples.some((one) => one.dimension === dimension.id));
    return html`<li><strong>${every}</strong>${ctx.t('programme.colon')}${sentence}${shown && exampleOf(shown, view, ctx)}</li>`;
  });
  const several = view.config.dimensions.some(isJoined);
  return items.length > 0 ? html`<ul>${items}</ul>${several && html`<p>${ctx.t('method.indicatorsWeighted')}</p>`}` : NOTHING;
}

function howTotalled({ config: { ranking, dimensions, weightSets }, totals_given: given }: MethodView): Key {
  if (dimensions.length === 0 || given === 'all') return 'method.totalGiven';
  if (dimensions.every(({ weight }) => weight === null) && Object.keys(weightSets).length === 0) return 'method.totalAlike';
  return ranking.weights === 'percent' ? 'method.totalPercent' : 'method.totalRelative';
}

/** A score in a sum, with all the decimals that it may be printed with. */
function factor(score: number): string {
  const text = formatShort(score, 8);
  return score < 0 ? `(${text})` : text;
}

/** The total: how it is made, and one made before the reader's eyes. */
export function totalText(view: MethodView, ctx: SheetContext): Html {
  const { t } = ctx;
  const { ranking, dimensions } = view.config;
  if (!view.has_total) return dimensions.length > 1 ? html`<p>${t('method.noTotal')}</p>` : NOTHING;
  const how = sentences([t(howTotalled(view)), view.totals_given === 'some' && t('method.totalSometimesGiven')], ctx);
  const example = view.total_example;
  if (!example) return html`<p>${how}</p>`;
  const parts = example.parts.map(({ score, weight }) => `${factor(score)} × ${weightNumber(weight)}`).join(' + ');
  const adjusted = example.adjustment === 0 ? '' : ` ${example.adjustment > 0 ? '+' : '−'} ${factor(Math.abs(example.adjustment))}`;
  const sum = `(${parts}) ÷ ${weightNumber(example.weights)}${adjusted} = ${formatNumber(example.total, ranking.decimals)}`;
  const period = formatPeriod(example.period, ctx.lang);
  const intro = t('method.totalExample', { period, day: dayCount(example.period.id), unit: ctx.plain(example.unit) });
  return html`<p>${how}</p><p class="note">${intro} <span class="num">${sum}</span></p>`;
}
