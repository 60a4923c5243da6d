/** The style page (样式): every token and component as it looks, for whoever changes one. */
import { sparkline } from '../charts/sparkline.ts';
import type { LineSpec, StripSpec } from '../charts/spec.ts';
import { type Html, html } from '../html.ts';
import { INSTRUMENT_KINDS, TONES } from '../model/config.ts';
import { STYLE } from '../views/address.ts';
import { bar, changeMark } from './boardWords.ts';
import { figure } from './figure.ts';
import { section } from './programmeWords.ts';
import type { Sheet, SheetContext } from './sheet.ts';
import { tableScroll } from './tableScroll.ts';
import { toneMark, toneWord } from './toneMark.ts';

export function styleSheet(_view: unknown, ctx: SheetContext): Sheet {
  const { t } = ctx;
  return {
    title: t('board.style'),
    description: t('board.style.lead'),
    crumbs: [{ name: t('board.style'), path: null }],
    main: html`<h1>${t('board.style')}</h1><p class="lead">${t('board.style.lead')}</p>
${section('text', t('board.style.text'), textPart(ctx))}
${section('colour', t('board.style.colour'), tokenPart())}
${section('marks', t('board.style.marks'), markPart(ctx))}
${section('table', t('board.style.table'), tablePart(ctx))}
${section('parts', t('board.style.parts'), partsPart(ctx))}
${section('charts', t('board.style.charts'), chartPart(ctx))}`,
    nav: null,
    publishedOn: null,
    search: null,
    jsonLd: [],
  };
}

function textPart({ t }: SheetContext): Html {
  const sample = t('board.style.sample');
  return html`<p class="kicker">${sample}</p><p class="lead">${sample}</p><h3>${sample}</h3><p>${sample} <small>${sample}</small> <a href="#text">${sample}</a></p>`;
}

const TOKENS = ['paper', 'surface', 'ink', 'ink-soft', 'line', 'link', 'fill', 'positive', 'neutral', 'warning', 'negative'] as const;

function tokenPart(): Html {
  return html`<ul class="swatches">${TOKENS.map((token) => html`<li><span class="swatch swatch-${token}"></span> <code>--${token}</code></li>`)}</ul>`;
}

function markPart(ctx: SheetContext): Html {
  const tones = TONES.map((tone) => html`<li>${toneMark({ name: { [ctx.lang]: toneWord(tone, ctx) }, kind: 'card', tone, color: null }, ctx)}</li>`);
  const shapes = INSTRUMENT_KINDS.map(
    (kind) => html`<li>${toneMark({ name: { [ctx.lang]: ctx.t(`award.kind.${kind}`) }, kind, tone: 'neutral', color: null }, ctx)}</li>`,
  );
  return html`<ul class="marks">${tones}${shapes}</ul><p><span class="tag">${ctx.t('board.style.tag')}</span> <span class="status">${ctx.t('board.style.status')}</span></p>`;
}

function tablePart(ctx: SheetContext): Html {
  const { t } = ctx;
  const changes = [3, -2, 0, 'new'] as const;
  const rows = changes.map(
    (change, at) =>
      html`<tr><td class="rank">${at + 1}</td><th scope="row">${t('board.style.sample')}</th><td class="num">${90 - at * 15}</td><td class="wide">${bar(90 - at * 15, { min: 0, max: 100 })}</td><td class="change">${changeMark(change, ctx)}</td><td class="wide">${sparkline([4, 3, null, at + 2, at + 1], { reversed: true })}</td></tr>`,
  );
  return tableScroll(
    'table',
    html`<table class="board" aria-labelledby="table"><thead><tr><th scope="col" class="rank">${t('board.rank')}</th><th scope="col">${t('board.unit')}</th><th scope="col" class="num">${t('board.score')}</th><th scope="col" class="wide"><span class="visually-hidden">${t('board.bar')}</span></th><th scope="col" class="change">${t('board.changeHead')}</th><th scope="col" class="wide">${t('board.history')}</th></tr></thead><tbody>${rows}</tbody></table>`,
  );
}

function partsPart(ctx: SheetContext): Html {
  const sample = ctx.t('board.style.sample');
  return html`<p class="note">${sample}</p><p class="note note-warning">${sample}</p><ul class="cards"><li><article class="card"><h3><a href="${ctx.href(STYLE)}">${sample}</a></h3><p>${sample}</p></article></li></ul><dl class="facts"><div><dt>${ctx.t('board.rank')}</dt><dd>3 <small>${sample}</small></dd></div></dl><ol class="timeline"><li><p>${sample}</p></li></ol>`;
}

function chartPart(ctx: SheetContext): Html {
  const name = ctx.t('board.style.sample');
  const points = [3, 2, null, 1].map((y, at) => ({ at, y, text: y === null ? '–' : String(y) }));
  const line: LineSpec = {
    kind: 'line',
    title: name,
    yName: ctx.t('board.rank'),
    x: ['1', '2', '3', '4'],
    series: [{ id: 'a', name, role: 'main', points, breaks: [] }],
    marks: [{ at: 3, y: 1, text: name, tone: 'positive' }],
    scale: 'rank',
    yMin: 1,
    yMax: 4,
    decimals: 0,
    source: name,
    breakText: null,
  };
  const row = { name, min: 10, max: 90, median: 50, values: [10, 30, 50, 70, 90], value: 70, text: '70', reversed: false };
  const strip: StripSpec = { kind: 'strip', title: name, source: name, rows: [row, { ...row, value: 30, text: '30' }] };
  return html`${figure(line, 'style-line', ctx)}${figure(strip, 'style-strip', ctx, { live: false })}`;
}
