/** Links to a page's data, and the same as JSON-LD. */
import { type Html, html } from '../html.ts';
import { csvFiles } from '../views/dataFiles.ts';
import type { PageKind } from '../views/page.ts';
import type { SheetContext } from './sheet.ts';

export function dataLinks(kind: PageKind, path: string, ctx: SheetContext): Html {
  const csv = csvFiles(kind).map((name) => html`<li><a href="${ctx.file(path + name)}" type="text/csv" download>CSV</a></li>`);
  return html`<nav class="downloads" aria-label="${ctx.t('board.downloads')}"><span>${ctx.t('board.downloads')}</span><ul>${csv}<li><a href="${ctx.file(`${path}index.json`)}" type="application/json">JSON</a></li></ul></nav>`;
}

export interface DatasetFacts {
  readonly name: string;
  readonly description: string;
  readonly kind: PageKind;
  readonly path: string;
  readonly temporal: string | null;
  readonly publishedOn: string | null;
  readonly changedOn: string | null;
}

/** The page as a schema.org Dataset. */
export function dataset(facts: DatasetFacts, ctx: SheetContext): object {
  const absolute = (address: string) => `${ctx.config.site ?? ''}${address}`;
  const distribution = [...csvFiles(facts.kind), 'index.json'].map((name) => ({
    '@type': 'DataDownload',
    encodingFormat: name.endsWith('.csv') ? 'text/csv' : 'application/json',
    contentUrl: absolute(ctx.file(facts.path + name)),
  }));
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: facts.name,
    description: facts.description,
    url: absolute(ctx.href(facts.path)),
    inLanguage: ctx.lang,
    ...(facts.temporal && { temporalCoverage: facts.temporal }),
    ...(facts.publishedOn && { datePublished: facts.publishedOn }),
    ...(facts.changedOn && { dateModified: facts.changedOn }),
    ...(ctx.config.licence && { license: ctx.config.licence }),
    creator: { '@type': 'GovernmentOrganization', name: ctx.plain(ctx.config.publisher.name) },
    distribution,
  };
}
