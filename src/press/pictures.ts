/**
 * Pictures for sharing (Open Graph): 1200 × 630 PNG with the portal, what the page is, its period and group, and whether the figures are
 * provisional. Text is drawn as outlines with a font that ships with the program, so a machine without Chinese fonts gives the same bytes.
 */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cutText } from '../charts/drawing.ts';
import { dropEntries, findEntry, writeEntry } from './cacheEntries.ts';

/** What a picture says, in one language. */
export interface PictureText {
  readonly portal: string;
  readonly title: string;
  /** Period, group, kind: the line above the title. */
  readonly kicker: string;
  /** The leading sentence, at most two lines. */
  readonly line: string;
  /** `provisional` in words, or null. */
  readonly mark: string | null;
  readonly accent: string;
}

/** A picture that a page of the site links to, still to be drawn. */
export interface PictureOrder {
  readonly path: string;
  readonly text: PictureText;
}

const WIDTH = 1200;
const HEIGHT = 630;

/** Raise it when pictures are drawn in another way, so that none of the old ones is taken for the new. */
const DRAWING = 1;

/** Makes pictures, each once: a PNG is kept under the hash of what it says. */
interface PictureMaker {
  make(text: PictureText): Promise<Uint8Array>;
}

/** `now`, in milliseconds, tells what in the cache is old. */
export async function createPictureMaker(cache: string, now: number): Promise<PictureMaker> {
  mkdirSync(cache, { recursive: true });
  let draw: ((text: PictureText) => Promise<Uint8Array>) | null = null;
  return {
    async make(text) {
      const file = join(cache, `${hash('sha256', JSON.stringify([DRAWING, text])).slice(0, 24)}.png`);
      if (findEntry(file, now)) return readFileSync(file);
      if (draw === null) dropEntries(cache, now);
      draw ??= await loadDrawing();
      const png = await draw(text);
      writeEntry(file, png);
      return png;
    },
  };
}

async function loadDrawing(): Promise<(text: PictureText) => Promise<Uint8Array>> {
  const [{ default: satori }, { Resvg }] = await Promise.all([import('satori'), import('@resvg/resvg-js')]);
  const { resolve } = createRequire(import.meta.url);
  const font = (script: string, weight: 400 | 700) => ({
    name: script,
    weight,
    style: 'normal' as const,
    data: readFileSync(resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-${script}-${weight}-normal.woff`)),
  });
  const fonts = (['latin', 'chinese-simplified'] as const).flatMap((script) => [font(script, 400), font(script, 700)]);
  return async (text) => {
    const svg = await satori(layout(text) as never, { width: WIDTH, height: HEIGHT, fonts });
    return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
  };
}

type Style = Readonly<Record<string, string | number>>;
interface Box {
  readonly type: 'div';
  readonly props: { readonly style: Style; readonly children: string | readonly Box[] };
}

function box(style: Style, children: string | readonly Box[]): Box {
  return { type: 'div', props: { style: typeof children === 'string' ? style : { display: 'flex', ...style }, children } };
}

/** At most `most` characters, counting a wide one as two. */
function shorten(text: string, most: number): string {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    width += text.charCodeAt(i) > 0x2e7f ? 2 : 1;
    if (width > most) return `${cutText(text, i)}…`;
  }
  return text;
}

function layout({ portal, title, kicker, line, mark, accent }: PictureText): Box {
  const small = shorten(title, 26) !== title;
  return box(
    { width: WIDTH, height: HEIGHT, flexDirection: 'column', backgroundColor: '#ffffff', color: '#16202c', fontFamily: 'latin, chinese-simplified' },
    [
      box({ width: WIDTH, height: 24, backgroundColor: accent }, []),
      box({ flexDirection: 'column', flexGrow: 1, padding: '56px 72px 48px', justifyContent: 'space-between' }, [
        box({ flexDirection: 'column' }, [
          box({ fontSize: 32, color: '#4a5664', marginBottom: 20 }, shorten(kicker, 64)),
          box({ fontSize: small ? 60 : 76, fontWeight: 700, lineHeight: 1.25 }, shorten(title, 60)),
          box({ fontSize: 34, lineHeight: 1.5, marginTop: 28, color: '#2b3744' }, shorten(line, 110)),
        ]),
        box({ justifyContent: 'space-between', alignItems: 'center', fontSize: 30, color: '#4a5664' }, [
          box({}, shorten(portal, 50)),
          ...(mark === null ? [] : [box({ border: '3px solid #16202c', color: '#16202c', padding: '6px 20px', fontWeight: 700 }, mark)]),
        ]),
      ]),
    ],
  );
}
