/** A portal folder in, its files out: the whole road without Astro, in memory. */
import { languageOf, type Opened, openPortal } from '../src/cli/openPortal.ts';
import { printProblems } from '../src/cli/problemText.ts';
import { type Frame, joinPieces, parseFrame } from '../src/press/frame.ts';
import { createPrinter } from '../src/press/print.ts';
import { allPages } from '../src/press/printSite.ts';

/** A frame with nothing but the slots. */
const PLAIN: Frame = parseFrame(
  '<html><head><title>@@title@@</title><meta name="description" content="@@description@@"><!--@@head@@--></head><body><!--@@languages@@--><!--@@crumbs@@--><main><!--@@main@@--></main><!--@@pageinfo@@--></body></html>',
);

export interface TestSite {
  readonly opened: Opened;
  /** As `sunboard check` prints them; '' when there are none. */
  readonly problems: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Today, in every test. */
export const TODAY = '2024-06-30';

/** Builds the portal at `root` with a fixed clock. No files when it has errors. */
export async function buildSite(root: string, asOf: string | null = null, base = '/'): Promise<TestSite> {
  const opened = await openPortal(root, { asOf, today: TODAY });
  const lang = languageOf(opened.folder, 'en');
  const problems = opened.problems.list.length === 0 ? '' : printProblems(opened.problems, 'text', { lang, root, version: '0' });
  const files = new Map<string, string>();
  if (opened.assessment) {
    const site = { assessment: opened.assessment };
    const printer = createPrinter({
      setting: { config: site.assessment.portal.config, asOf: site.assessment.portal.asOf, base },
      frames: { frame: () => PLAIN, prose: (entry) => `<p>${entry.name}</p>` },
      prose: opened.prose,
      picture: () => null,
    });
    for (const page of allPages(site, opened.prose)) for (const file of printer.print(page, page.view())) files.set(file.path, joinPieces(file.body));
  }
  return { opened, problems, files };
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** What a reader reads: the text of `<main>`, one space between words. */
export function textOf(page: string): string {
  const main = /<main>([\s\S]*)<\/main>/.exec(page)?.[1] ?? page;
  // What only a narrow screen shows stands in a column of its own as well.
  const wide = main.replace(/<(small|tr) class="narrow-only">[\s\S]*?<\/\1>/g, ' ');
  const words = wide.replace(/<script[\s\S]*?<\/script>/g, ' ').replace(/<[^>]+>/g, ' ');
  return words.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity).replace(/\s+/g, ' ');
}
