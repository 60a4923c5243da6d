import { expect, test } from 'vitest';
import { manifestJson, sitemaps } from '../../src/press/siteFiles.ts';
import { siteOf } from '../views/portal.ts';

const config = { ...siteOf().assessment.portal.config, site: 'https://example.org' };
const addresses = (count: number): string[] => Array.from({ length: count }, (_, i) => `/gov/${i}/`);

test('addresses stand in one sitemap, and from the protocol’s limit on in several under an index', () => {
  expect(sitemaps(addresses(50_000), config, '/gov/').map(({ path }) => path)).toEqual(['sitemap.xml']);
  const [index, ...parts] = sitemaps(addresses(50_001), config, '/gov/');
  expect(index?.path).toBe('sitemap.xml');
  expect([...(index?.body ?? '').matchAll(/<loc>([^<]*)/g)].map(([, address]) => address)).toEqual([
    'https://example.org/gov/sitemap-1.xml',
    'https://example.org/gov/sitemap-2.xml',
  ]);
  expect(parts.map(({ path, body }) => [path, body.match(/<url>/g)?.length])).toEqual([
    ['sitemap-1.xml', 50_000],
    ['sitemap-2.xml', 1],
  ]);
  expect(parts[1]?.body).toContain('<loc>https://example.org/gov/50000/</loc>');
});

test('a site that does not know its address has none', () => {
  expect(sitemaps(addresses(1), { ...config, site: null }, '/')).toEqual([]);
});

test('the manifest lists the inputs that the portal may name, and says that others are not listed', () => {
  const inputs = ['units.csv', 'portal.yaml'].map((file) => ({ file, bytes: 3, sha256: 'a', tables: [] }));
  const manifest = JSON.parse(manifestJson({ ...siteOf().assessment.portal, inputs }, '1', new Map()));
  expect(manifest.inputs.map(({ path }: { path: string }) => path)).toEqual(['portal.yaml', 'units.csv']);
  expect(manifest.inputs_listed).toBe('all but tables of which no row is public');
});
