/** Which frames there are to make, and what each is told. */
import { PAGE_KINDS, type PageKind } from '../views/page.ts';
import type { FrameProps } from './frameProps.ts';

/** A page of the office's own prose. */
export interface ProseFile {
  /** Absolute path of the MDX file. */
  readonly file: string;
  readonly lang: string;
  /** The address that it stands at, or is added to: `about/`. */
  readonly path: string;
}

/** All that frames are made of. It is plain JSON, and its hash is the key of the cache: no figure may get in here. */
export interface FrameInput {
  /** Everything but the language and the page kind. */
  readonly common: Readonly<Record<string, Omit<FrameProps, 'kind'>>>;
  readonly prose: readonly ProseFile[];
}

interface FrameRoute {
  readonly record: string;
  readonly kind: PageKind;
  readonly lang: string;
  readonly file: string | null;
}

/** Where Astro makes the frame of a kind of page. */
export function framePath(lang: string, kind: string): string {
  return `_frames/${lang}/${kind}`;
}

/** Stands behind a prose file's body: where it is missing, the page broke off. */
export const PROSE_END = '<!--@@end@@-->';

/** Whether an address is one of `prosePath`. */
export function isProsePath(path: string): boolean {
  return path.startsWith('_frames/prose/');
}

/** Where Astro makes the body of a prose file, by its place in `FrameInput.prose`. */
export function prosePath(index: number): string {
  return `_frames/prose/${index}`;
}

/** Every page that Astro makes: the frames, then the bodies of prose. */
export function frameRoutes(input: FrameInput): FrameRoute[] {
  const shells = Object.keys(input.common).flatMap((lang) => PAGE_KINDS.map((kind) => ({ record: framePath(lang, kind), kind, lang, file: null })));
  const prose = input.prose.map(({ file, lang }, i) => ({ record: prosePath(i), kind: 'prose' as const, lang, file }));
  return [...shells, ...prose];
}

/** What a frame is told. Throws for a language that the portal has not. */
export function framePropsOf(input: FrameInput, lang: string, kind: PageKind): FrameProps {
  const common = input.common[lang];
  if (!common) throw new Error(`no frame for the language ${lang}`);
  return { ...common, kind };
}
