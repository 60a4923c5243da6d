/** The method page (办法): the rules, written from the configuration in sentences that a citizen understands. */
import { scoreDecimals } from '../assess/decimals.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { formatNumber, formatShort } from '../i18n/format.ts';
import type { Key } from '../i18n/index.ts';
import { isInternal, isJoined, type MissingRule, type ProgrammeConfig } from '../model/config.ts';
import { isInForce } from '../model/days.ts';
import { formatPeriod } from '../model/periodLabel.ts';
import { programmePath } from '../views/address.ts';
import type { MethodView } from '../views/method.ts';
import { dayCount, versionText } from './boardWords.ts';
import { legend } from './legend.ts';
import { instrumentsText } from './methodInstruments.ts';
import { measureName } from './methodRule.ts';
import { dimensionTable, scoringList, totalText, weightSets } from './methodScoring.ts';
import { tasksMethod } from './methodTasks.ts';
import {
  cadenceWord,
  dateText,
  documentLink,
  filingsIntro,
  kindsText,
  listText,
  plainNamed,
  sayNamed,
  section,
  sentences,
} from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';
import { tableScroll } from './tableScroll.ts';

type Config = ProgrammeConfig;

function isRanked(view: MethodView): boolean {
  return view.sizes.length > 0;
}

function leadKey({ has_total: hasTotal, totals_given: given }: MethodView): Key {
  if (!hasTotal) return 'method.leadSeparate';
  return given === 'all' ? 'method.leadGiven' : 'method.leadWeighted';
}

function methodLead(view: MethodView, ctx: SheetContext): string {
  const { t } = ctx;
  const name = plainNamed(view.name, ctx);
  const { dimensions, instruments } = view.config;
  const day = view.latest?.end ?? view.as_of;
  const now = dimensions.filter((dimension) => isInForce(dimension, day));
  const open = instruments.filter((instrument) => !isInternal(instrument));
  return sentences(
    [
      t('method.lead', { name }),
      isRanked(view) && now.length > 1 && t(leadKey(view), { n: now.length }),
      open.length > 0 && t('method.leadInstruments', { n: open.length, kinds: kindsText(open, 'kind', ctx) }),
    ],
    ctx,
  );
}

function sizeText({ of, fewest, most }: MethodView['sizes'][number], group: string, { t }: SheetContext): string {
  if (fewest < most) return t('method.groupRange', { group, of, fewest, most });
  return t(of === most ? 'method.groupAllRanked' : 'method.groupSize', { group, of, ranked: most });
}

function subject(view: MethodView, ctx: SheetContext): Html {
  const { t } = ctx;
  const { groups, cadence, decidedBy } = view.config;
  const named = (id: string | null): string => {
    const group = groups.find((one) => one.id === id);
    return group ? ctx.plain(group.name) : t('method.allUnits');
  };
  const sizes = view.sizes.map((size) => sizeText(size, named(size.group), ctx));
  const notes = groups
    .filter((group) => group.note !== null)
    .map((group) => html`<li>${ctx.say(group.name)}${t('programme.colon')}${ctx.say(group.note ?? '')}</li>`);
  const intro = sentences(
    [
      cadence !== null && t('method.cadence', { cadence: cadenceWord(cadence, ctx) }),
      decidedBy !== null && t('method.decidedBy', { who: ctx.plain(decidedBy).replace(/[。.]$/, '') }),
      view.parent !== null && t('method.parent', { name: plainNamed(view.parent, ctx) }),
    ],
    ctx,
  );
  return html`${intro !== '' && html`<p>${intro}</p>`}${view.authority && html`<p>${t('programme.authority')}${t('programme.colon')}${documentLink(view.authority, ctx)}</p>`}${
    view.sizes_period &&
    html`<p>${t('method.groupsIntro', { period: formatPeriod(view.sizes_period, ctx.lang), day: dayCount(view.sizes_period.id) })}${sizes.join(t('method.rule.semicolon'))}${t('programme.stop')}${groups.length > 1 && !view.config.ranking.across && t('method.groupsApart')}</p>${!view.has_members && html`<p>${t('method.membersByFigures')}</p>`}`
  }${notes.length > 0 && html`<ul>${notes}</ul>`}`;
}

/** Rules whose words are true of a dimension that is made of several indicators as well. */
const IN_DIMENSIONS: ReadonlySet<MissingRule> = new Set<MissingRule>(['zero', 'carry_forward', 'block']);

/** Who has no total, since too much is missing. */
const WITHOUT: Readonly<Record<MissingRule, { readonly all: Key; readonly partly: Key }>> = {
  exclude_unit: { all: 'method.missing.exclude_unit', partly: 'method.missing.excludePartly' },
  zero: { all: 'method.missing.rest', partly: 'method.missing.restZero' },
  reweight_not_applicable: { all: 'method.missing.rest', partly: 'method.missing.restPartly' },
  carry_forward: { all: 'method.missing.rest', partly: 'method.missing.restPartly' },
  block: { all: 'method.missing.rest', partly: 'method.missing.restPartly' },
};

function withoutTotal({ missing: rule, minCoverage }: Config['ranking'], { t }: SheetContext): string {
  if (minCoverage >= 1) return t(WITHOUT[rule].all);
  return minCoverage === 0 ? t('method.missing.partlyAny') : t(WITHOUT[rule].partly, { share: formatShort(minCoverage * 100, 2) });
}

/** What becomes of gaps. A total that the office gives is there, or it is not, or it is carried forward. */
function missing({ config: { ranking, dimensions, publication }, has_total: hasTotal, totals_given: given }: MethodView, ctx: SheetContext): Html {
  const { t } = ctx;
  const { missing: rule } = ranking;
  const joined = dimensions.some(isJoined);
  const isMade = hasTotal && dimensions.length > 0 && given !== 'all';
  // It also rules what a dimension is made of; the other words are about a total.
  const isRuled = rule !== 'exclude_unit' && (isMade || (hasTotal && rule === 'carry_forward') || (joined && IN_DIMENSIONS.has(rule)));
  const parts = [
    isRuled && t(`method.missing.${rule}`),
    hasTotal && (isMade ? withoutTotal(ranking, ctx) : t('method.missing.noTotal')),
    hasTotal && publication.disclosure === 'full' && t('method.missing.listed'),
    isMade && joined && t('method.missing.joined'),
    t(isRuled && rule === 'zero' ? 'method.missingNamed' : 'method.missingReason'),
  ];
  return html`<p>${sentences(parts, ctx)}</p>`;
}

/** Whether there are no scores at all, only places by the values of indicators. */
function isByValue({ config, by_value: ranked, has_total: hasTotal }: MethodView): boolean {
  return !hasTotal && config.dimensions.every(({ id }) => ranked.includes(id));
}

/** To how many decimals the scores are rounded that are ranked: the totals, and those of each dimension. */
function decimalsOf({ config, has_total: hasTotal, by_value: ranked }: MethodView): readonly number[] {
  const scored = config.dimensions.filter(({ id }) => !ranked.includes(id)).map((dimension) => scoreDecimals(config, dimension));
  return [...new Set(hasTotal || scored.length === 0 ? [config.ranking.decimals, ...scored] : scored)];
}

function roundingText(view: MethodView, { t }: SheetContext): string {
  if (isByValue(view)) return t('method.roundingValues');
  const [n, ...others] = decimalsOf(view);
  return n !== undefined && others.length === 0 ? t('method.rounding', { n }) : t('method.roundingOwn');
}

function ties(view: MethodView, ctx: SheetContext): Html {
  const { t } = ctx;
  const { ranking } = view.config;
  const by = listText(
    ranking.tiebreak.map((id) => measureName(id, { ctx, names: view.rule_names })),
    ctx,
  );
  return html`<ul><li>${roundingText(view, ctx)}</li><li>${t('method.ties')}</li><li>${by === '' ? t('method.tiebreakNone') : t('method.tiebreak', { by, n: ranking.tiebreak.length })}</li><li>${t('method.change')}${ranking.changeSince === 'last_ranked' && t('method.changeSinceLast')}</li></ul>`;
}

function adjustments(ctx: SheetContext): Html {
  const keys: readonly Key[] = ['method.adjust.bonus', 'method.adjust.pre', 'method.adjust.cap', 'method.adjust.veto', 'method.adjust.status'];
  return html`<ul>${keys.map((key) => html`<li>${ctx.t(key)}</li>`)}</ul>`;
}

function recorded(view: MethodView, ctx: SheetContext): Html {
  const { t } = ctx;
  if (view.recorded_ranks.length === 0) return NOTHING;
  const rows = view.recorded_ranks.map((rank) => {
    const on = rank.dimension === null ? t('method.rule.total') : measureName(rank.dimension, { ctx, names: view.rule_names });
    return html`<tr><th scope="row">${ctx.say(rank.name)}</th><td>${formatPeriod(rank.period, ctx.lang)}</td><td>${on}</td><td class="num">${rank.recorded}</td><td class="num">${rank.computed}</td></tr>`;
  });
  return html`<p>${t('method.recordedIntro', { n: view.recorded_ranks.length })}</p>${tableScroll('table-recorded', html`<table class="board"><caption id="table-recorded" class="visually-hidden">${t('method.recorded')}</caption><thead><tr><th scope="col">${t('task.head.unit')}</th><th scope="col">${t('programme.period')}</th><th scope="col">${t('award.head.dimension')}</th><th scope="col" class="num">${t('method.recordedRank')}</th><th scope="col" class="num">${t('method.computedRank')}</th></tr></thead><tbody>${rows}</tbody></table>`)}`;
}

function publication({ publication: { minCell, disclosure }, filings }: Config, ctx: SheetContext): Html {
  const { t } = ctx;
  const shown = disclosure === 'top' ? t('method.disclosure.top') : disclosure === 'counts' ? t('method.disclosure.counts') : null;
  const kinds = filings.map(({ name, stages, note }) => {
    const steps = stages.map((stage) => ctx.plain(stage.name)).join(' → ');
    return html`<li>${ctx.say(name)}${steps !== '' && html`${t('programme.colon')}${steps}`}${note !== null && html` <small>${ctx.say(note)}</small>`}</li>`;
  });
  const digests = filings.some(({ visibility }) => visibility === 'digests');
  return html`<p>${sentences([t('method.persons'), shown, filings.length > 0 && filingsIntro(minCell, digests, ctx)], ctx)}</p>${kinds.length > 0 && html`<ul>${kinds}</ul>`}`;
}

/** What nobody should read out of the ranking. */
function limits(view: MethodView, ctx: SheetContext): Html {
  const { t } = ctx;
  const smallest = Math.min(...view.sizes.map(({ fewest }) => fewest));
  const decimals = Math.max(...decimalsOf(view));
  const items = [
    ...(isByValue(view) ? [] : [t('method.limit.small', { step: formatNumber(10 ** -decimals, decimals) })]),
    t('method.limit.regression'),
    ...(view.config.groups.length > 1 ? [t('method.limit.groups')] : []),
    ...(smallest > 1 && smallest < 10 ? [t('method.limit.few', { n: smallest })] : []),
    t('method.limit.cause'),
  ];
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function changes(view: MethodView, ctx: SheetContext): Html {
  const { t } = ctx;
  const versions = view.config.ranking.methodVersions.map((version) => html`<li>${versionText(version, ctx)}</li>`);
  const corrections = view.method_corrections.map(
    (one) => html`<li><time datetime="${one.publishedOn}">${dateText(one.publishedOn, ctx)}</time> ${ctx.say(one.reason)}</li>`,
  );
  if (versions.length + corrections.length === 0) return NOTHING;
  return html`<p>${t('method.versionsIntro')}</p><ul>${versions}${corrections}</ul>`;
}

function claimsText({ claims }: Config, ctx: SheetContext): Html {
  return claims.length > 0 ? html`<p>${ctx.t('method.claims', { n: claims.length })}</p>` : NOTHING;
}

export function methodSheet(view: MethodView, ctx: SheetContext): Sheet {
  const { t } = ctx;
  const programme = plainNamed(view.name, ctx);
  const title = t('method.title', { programme });
  const lead = methodLead(view, ctx);
  const ranked = isRanked(view);
  const shown = view.config.instruments.filter((instrument) => !isInternal(instrument));
  return {
    title,
    description: lead,
    crumbs: [
      { name: programme, path: programmePath(view.programme) },
      { name: t('method.name'), path: null },
    ],
    main: html`<p class="kicker"><a href="${ctx.href(programmePath(view.programme))}">${sayNamed(view.name, ctx)}</a></p><h1>${title}</h1><p class="lead">${lead}</p>${section('subject', t('method.subject'), subject(view, ctx))}${
      ranked &&
      html`${section('dimensions', t('method.dimensions'), html`${dimensionTable(view, ctx)}${weightSets(view, ctx)}`)}${section('scoring', t('method.scoring'), html`${scoringList(view, ctx)}${totalText(view, ctx)}`)}${section(
        'missing',
        t('method.missing'),
        missing(view, ctx),
      )}${section('ties', t('method.tiesTitle'), ties(view, ctx))}${section('adjustments', t('method.adjustments'), !isByValue(view) && adjustments(ctx))}`
    }${section('instruments', t('method.instruments', { kinds: kindsText(shown, 'kind', ctx) }), shown.length > 0 && html`${legend(shown, ctx)}${instrumentsText(view, ctx)}`)}${section('tasks', t('method.tasks'), tasksMethod(view, ctx))}${section(
      'publication',
      t('method.publication'),
      html`${publication(view.config, ctx)}${claimsText(view.config, ctx)}`,
    )}${ranked && section('limits', t('method.limits'), limits(view, ctx))}${section('recorded', t('method.recorded'), recorded(view, ctx))}${section('changes', t('method.changes'), changes(view, ctx))}`,
    nav: programmePath(view.programme),
    // Its settings have no date of their own: that of the document is printed beside its title.
    publishedOn: null,
    search: { words: [] },
    jsonLd: [],
  };
}
