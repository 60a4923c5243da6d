/** A page's data as JSON-LD. */
import { csvFilesOf } from '../views/dataFiles.ts';
import type { PageKind } from '../views/page.ts';
import { licenceLd } from './licence.ts';
import type { SheetContext } from './sheet.ts';

interface DatasetFacts {
  readonly name: string;
  readonly description: string;
  readonly kind: PageKind;
  readonly path: string;
  /** CSV files beside those of every page of the kind. */
  readonly tables?: readonly string[];
  readonly temporal: string | null;
  readonly publishedOn: string | null;
  readonly changedOn: string | null;
}

/** The page as a schema.org Dataset. */
export function dataset(facts: DatasetFacts, ctx: SheetContext): object {
  const absolute = (address: string) => `${ctx.config.site ?? ''}${address}`;
  const distribution = [...csvFilesOf(facts), 'index.json'].map((name) => ({
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
    ...(ctx.config.licence && { license: licenceLd(ctx.config.licence) }),
    creator: { '@type': 'GovernmentOrganization', name: ctx.plain(ctx.config.publisher.name) },
    distribution,
  };
}
