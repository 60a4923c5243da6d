/** What the frame of a page needs to know: the same for every page of one kind in one language. All text is in that language. */
import type { Lang } from '../model/text.ts';
import type { PageKind } from '../views/page.ts';

interface FrameLink {
  readonly name: string;
  readonly url: string;
}

export interface FrameProps {
  readonly lang: Lang;
  readonly kind: PageKind;
  /** All languages of the portal; the first is at `base`, the others below `base`/<lang>/. */
  readonly languages: readonly Lang[];
  /** `/` or `/x/`. */
  readonly base: string;
  /** Name of the portal. */
  readonly title: string;
  /** A shorter name for the header of a phone. */
  readonly shortTitle: string | null;
  readonly publisher: { readonly name: string; readonly url: string | null; readonly phone: string | null; readonly email: string | null };
  readonly fictional: boolean;
  /** In the order of the navigation. `tasks`: it has a task list. */
  readonly programmes: readonly { readonly id: string; readonly name: string; readonly tasks: boolean }[];
  readonly hasIndicators: boolean;
  readonly hasCorrections: boolean;
  /** Addresses below the language's home, with names, that stand in the navigation after the fixed ones: the office's own pages. */
  readonly pages: readonly { readonly path: string; readonly name: string }[];
  /** Address of the emblem's file with base, or null for the portal's own sun. */
  readonly emblem: string | null;
  readonly footer: {
    readonly organiser: string | null;
    readonly icp: string | null;
    readonly police: string | null;
    readonly siteCode: string | null;
    readonly links: readonly FrameLink[];
  };
}

/** Address of the home page of a language. */
export function formatRoot(frame: Pick<FrameProps, 'base' | 'lang' | 'languages'>): string {
  return frame.lang === frame.languages[0] ? frame.base : `${frame.base}${frame.lang}/`;
}
