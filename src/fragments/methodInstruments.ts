/** Instruments in words: what each is, by which rule it is given, how long it holds and what follows. */
import { type Html, html, NOTHING } from '../html.ts';
import { formatShort } from '../i18n/format.ts';
import type { Key } from '../i18n/index.ts';
import { type FamilyConfig, type InstrumentConfig, isInternal } from '../model/config.ts';
import type { Cadence } from '../model/period.ts';
import type { MethodView } from '../views/method.ts';
import { holdingText } from './awardSheet.ts';
import { inSentence } from './boardWords.ts';
import { ruleNotes, ruleSentence } from './methodRule.ts';
import { cadenceWord, quotedList, sentences } from './programmeWords.ts';
import type { SheetContext } from './sheet.ts';
import { toneMark, toneWord } from './toneMark.ts';

function givenText(instrument: InstrumentConfig, view: MethodView, ctx: SheetContext): Html {
  const { rule } = instrument;
  if (rule === null) return html`<p>${ctx.t('method.noRule')}</p>`;
  const clause = ctx.t('method.clause', { clause: ruleSentence(rule.when, { ctx, names: view.rule_names, holder: instrument.holder }) });
  return html`<p class="clause">${clause}</p>${ruleNotes(rule, ctx).length > 0 && html`<p class="soft">${sentences(ruleNotes(rule, ctx), ctx)}</p>`}`;
}

function sourceText(instrument: InstrumentConfig, ctx: SheetContext): string {
  const stands = instrument.source === 'both' && ctx.t(instrument.recorded === 'record_stands' ? 'method.recordStands' : 'method.recordError');
  return sentences([ctx.t(`method.source.${instrument.source}`), stands], ctx);
}

/** A session or a batch is no stretch of time. */
function everyKey(cadence: Cadence): Key {
  return cadence === 'session' || cadence === 'batch' ? 'method.givenAt' : 'method.givenEvery';
}

/** To whom it is given, by which rule, on whose word and for how long. */
function rulesOf(instrument: InstrumentConfig, view: MethodView, ctx: SheetContext): Html {
  const { t } = ctx;
  const holder = t(`method.holder.${instrument.holder}`);
  const how = instrument.cadence === null ? '' : t(everyKey(instrument.cadence), { cadence: cadenceWord(instrument.cadence, ctx) });
  const toItself = instrument.holder === 'task' && instrument.scope === 'task';
  const what = toItself ? t('method.givenTo', { holder, how }) : t('method.given', { holder, scope: t(`method.scope.${instrument.scope}`), how });
  return html`<p>${what}</p>${givenText(instrument, view, ctx)}<p>${sourceText(instrument, ctx)}</p><p>${t('method.holds', { holding: inSentence(holdingText(instrument.holding, ctx)) })}</p>`;
}

/** `rules`: nothing where they are said once for all instruments. */
function instrumentItem(instrument: InstrumentConfig, rules: Html, ctx: SheetContext): Html {
  const { t } = ctx;
  const counts = instrument.visibility === 'counts' && html`<p>${t('method.countsOnly')}</p>`;
  const obligations =
    instrument.obligations.length > 0 &&
    html`<p>${t('method.obligations')}</p><ul>${instrument.obligations.map((text) => html`<li>${ctx.say(text)}</li>`)}</ul>`;
  return html`<li class="card"><h3>${toneMark(instrument, ctx)} <small>${toneWord(instrument.tone, ctx)}</small></h3>${instrument.description !== null && html`<p>${ctx.say(instrument.description)}</p>`}${rules}${counts}${obligations}</li>`;
}

function familyText(family: FamilyConfig, view: MethodView, ctx: SheetContext): Html {
  const { t } = ctx;
  const members = view.config.instruments.filter((instrument) => instrument.family === family.id && !isInternal(instrument));
  if (members.length === 0) return NOTHING;
  const list = quotedList(
    members.map((instrument) => ctx.plain(instrument.name)),
    ctx,
  );
  const ruled = members.some(({ rule }) => rule !== null);
  const ofTasks = members.every(({ holder }) => holder === 'task');
  const holes = view.holes.filter((hole) => hole.family === family.id);
  const parts = [
    members.length > 1 && t(ruled ? (ofTasks ? 'method.familyTasks' : 'method.family') : 'method.familyRecorded', { list }),
    family.otherwise !== null &&
      t(ruled ? (ofTasks ? 'method.otherwiseTasks' : 'method.otherwise') : 'method.otherwiseRecorded', { name: ctx.plain(family.otherwise) }),
    ruled && family.otherwise === null && holes.length === 0 && members.length > 1 && t('method.otherwiseNone'),
    ...holes.map((hole) => t('method.hole', { from: formatShort(hole.from, 4), to: formatShort(hole.to, 4) })),
  ];
  const text = sentences(parts, ctx);
  return text === '' ? NOTHING : html`<p>${text}</p>`;
}

/** So many instruments or more with the same rules have them said once. */
const ALIKE = 3;

/** Every instrument that may be spoken of, with its rule in words, and what its families leave open; rules that all share stand once. */
export function instrumentsText(view: MethodView, ctx: SheetContext): Html {
  const shown = view.config.instruments.filter((instrument) => !isInternal(instrument));
  if (shown.length === 0) return NOTHING;
  const families = view.config.families.map((family) => familyText(family, view, ctx));
  const rules = shown.map((instrument) => rulesOf(instrument, view, ctx));
  const [shared] = rules;
  const isShared = shown.length >= ALIKE && rules.every(({ text }) => text === shared?.text);
  const items = shown.map((instrument, at) => instrumentItem(instrument, isShared ? NOTHING : (rules[at] as Html), ctx));
  return html`<p>${ctx.t('method.toneNote')}</p>${isShared && html`<p>${ctx.t('method.alikeForAll')}</p>${shared}`}<ul class="cards rules">${items}</ul>${families}`;
}
