/** A drawing as an SVG file that a reader saves: of what stands in the page, or of what is explored. */
import { escapeHtml } from '../html.ts';
import { type Drawing, drawText, FONT, round, wrapText } from './drawing.ts';
import type { KeyItem } from './key.ts';
import { drawPoint, markShape } from './marks.ts';

const MARGIN = 24;
const TITLE = { size: 18, line: 24 };
const SUBTITLE_SIZE = 16;
const SMALL = { size: 12, line: 18 };
/** Between the title, the drawing, its key and its source. */
const GAP = 16;
/** A mark of the key, before its words. */
const MARK = { radius: 5, width: 16 };

/** What a file says beside its drawing. */
export interface FileText {
  /** What the page is about, where the drawing's own title does not say so. */
  readonly heading: string | null;
  /** Between the heading and the drawing's title. */
  readonly colon: string;
  readonly key: readonly KeyItem[];
  readonly source: string;
  /** Of the page, in full; null where the site has none. */
  readonly address: string | null;
}

/**
 * A drawing as a file that stands alone, with its style inside: heading and title above; below it what its signs stand for, then source,
 * date and address. Long texts go on in further lines.
 */
export function drawingFile({ kind, width, height, title, description, body }: Drawing, { heading, colon, key, source, address }: FileText): string {
  const titles = [
    ...wrapText(heading ?? title, width, TITLE.size).map((line) => ({ line, style: 'chart-title' })),
    ...(heading === null ? [] : wrapText(title, width, SUBTITLE_SIZE).map((line) => ({ line, style: 'chart-subtitle' }))),
  ];
  const name = heading === null ? title : heading + colon + title;
  const top = MARGIN + titles.length * TITLE.line + GAP;
  const keyTop = top + height + GAP;
  const keys = key.flatMap(({ tone, shape, text }) => {
    const indent = tone === null && shape === undefined ? 0 : MARK.width;
    return wrapText(text, width - indent, SMALL.size).map((line, i) => ({ item: i === 0 ? { tone, shape } : null, indent, line }));
  });
  const sourceTop = keyTop + (keys.length > 0 ? keys.length * SMALL.line + GAP : 0);
  const sources = [...wrapText(source, width, SMALL.size), ...(address === null ? [] : [address])];
  const [w, h] = [round(width + 2 * MARGIN), round(sourceTop + sources.length * SMALL.line + MARGIN)];
  const small = (style: string, at: number, i: number, indent: number, text: string): string =>
    drawText(MARGIN + indent, at + i * SMALL.line + SMALL.size, text, 'start', style);
  const mark = (item: Pick<KeyItem, 'tone'> & { readonly shape: KeyItem['shape'] }, i: number): string => {
    const y = keyTop + i * SMALL.line + SMALL.size - MARK.radius + 1;
    if (item.shape !== undefined) return drawPoint(item.shape, MARGIN + MARK.radius, y);
    return item.tone === null ? '' : `<path class="tone-${item.tone}" d="${markShape(MARGIN + MARK.radius, y, MARK.radius, item.tone)}"/>`;
  };
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" class="chart-svg chart-${kind}" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}"` +
    ` role="img" aria-labelledby="t" aria-describedby="d" font-family="${FONTS}" font-size="${FONT}" fill="#1d2430" color="#1d2430">` +
    `<title id="t">${escapeHtml(name)}</title><desc id="d">${escapeHtml(description)}</desc><style>${STYLE}</style>` +
    `<rect class="paper" width="${w}" height="${h}"/>` +
    titles.map(({ line, style }, i) => drawText(MARGIN, MARGIN + i * TITLE.line + TITLE.size, line, 'start', style)).join('') +
    `<g transform="translate(${MARGIN} ${round(top)})">${body}</g>` +
    keys.map(({ item, indent, line }, i) => (item === null ? '' : mark(item, i)) + small('key', keyTop, i, indent, line)).join('') +
    sources.map((line, i) => small('source', sourceTop, i, 0, line)).join('') +
    '</svg>\n'
  );
}

const FONTS = "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/** Colours for white paper. It holds nothing that XML would have escaped. */
const STYLE = `
.paper{fill:#fff}
.chart-title{font-size:${TITLE.size}px;font-weight:600}
.chart-subtitle{font-size:${SUBTITLE_SIZE}px}
.key,.source{font-size:${SMALL.size}px}
.source{fill:#5a6372}
.series,.dots,.labels text{color:#7b8794;fill:currentColor}
.series{fill:none}
.series.is-main,.dots.is-main,.labels .is-main,.own,.row-value{color:#17609f;fill:currentColor}
.series.is-main{fill:none}
.series-1.is-compare{color:#17609f}
.series-2.is-compare{color:#bd4b00}
.series-3.is-compare{color:#00785f}
.series-4.is-compare{color:#84489b}
.series-5.is-compare{color:#7d6100}
.series-6.is-compare{color:#a92c62}
.series-7.is-compare{color:#4a5a6a}
.series-8.is-compare{color:#3d6b12}
.dots circle,.own,.chart-marks path{stroke:#fff;stroke-width:1.5}
.gaps circle{fill:#fff}
.tone-positive{fill:#1b7f5c}
.tone-neutral,.is-done{fill:#5a6372}
.tone-warning{fill:#a15c00}
.tone-negative,.is-late{fill:#a61b3f}
.is-start,.is-due{fill:#fff}
.row-name,.ticks,.labels,.as-of-text,.break-text{paint-order:stroke;stroke:#fff;stroke-width:5px;stroke-linejoin:round}
`;
