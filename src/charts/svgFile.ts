/** A drawing as an SVG file: made at build time from a spec, and in the browser from the drawing that stands in the page. */
import { escapeHtml } from '../html.ts';
import { type Drawing, FONT, round } from './drawing.ts';

const MARGIN = 24;
const HEAD = 44;
const FOOT = 40;

/** A drawing as a file that stands alone: title above, source and date below, and its style inside. */
export function drawingFile({ kind, width, height, title, description, body }: Drawing, source: string): string {
  const [w, h] = [round(width + 2 * MARGIN), round(height + 2 * MARGIN + HEAD + FOOT)];
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" class="chart-svg chart-${kind}" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}"` +
    ` role="img" aria-labelledby="t d" font-family="${FONTS}" font-size="${FONT}" fill="#1d2430" color="#1d2430">` +
    `<title id="t">${escapeHtml(title)}</title><desc id="d">${escapeHtml(description)}</desc><style>${PLAIN_STYLE}</style>` +
    `<rect class="paper" width="${w}" height="${h}"/><text class="chart-title" x="${MARGIN}" y="${MARGIN + 18}">${escapeHtml(title)}</text>` +
    `<g transform="translate(${MARGIN} ${MARGIN + HEAD})">${body}</g>` +
    `<text class="source" x="${MARGIN}" y="${h - MARGIN}">${escapeHtml(source)}</text></svg>\n`
  );
}

const FONTS = "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/** Colours for white paper. It holds nothing that XML would have escaped. */
const PLAIN_STYLE = `
.paper{fill:#fff}
.chart-title{font-size:18px;font-weight:600}
.source{font-size:12px;fill:#5a6372}
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
