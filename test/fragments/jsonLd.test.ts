import { expect, test } from 'vitest';
import { sheetOf } from '../../src/fragments/index.ts';
import { licenceLd, licenceLink } from '../../src/fragments/licence.ts';
import { unitOf } from '../assess/sample.ts';
import { CITY, contextOf, pageAt, siteOf } from '../views/portal.ts';

const units = [
  unitOf('a', 0, { kind: 'region', code: '0101', shortName: 'A. town' }),
  unitOf('b', 1, { kind: 'enterprise', parent: 'a' }),
  unitOf('c', 2, { kind: 'school', parent: 'b' }),
  unitOf('d', 3),
];
const site = siteOf({ ...CITY, units });

function jsonLdOf(path: string): unknown {
  const page = pageAt(site, path);
  const ctx = contextOf(site, 'en');
  return sheetOf(page.kind as 'unit', page.view() as never, { ...ctx, config: { ...ctx.config, licence: 'CC-BY-4.0' } }).jsonLd[0];
}

function organizationOf(unit: string): unknown {
  return jsonLdOf(`units/${unit}/`);
}

test('a unit is a part of government only where its kind is', () => {
  expect(organizationOf('a')).toMatchObject({ '@type': 'GovernmentOrganization' });
  expect(organizationOf('b')).toMatchObject({ '@type': 'Organization', parentOrganization: { '@type': 'GovernmentOrganization' } });
  expect(organizationOf('c')).toMatchObject({ '@type': 'Organization', parentOrganization: { '@type': 'Organization' } });
  expect(organizationOf('d')).toMatchObject({ '@type': 'GovernmentOrganization' });
});

test('a code identifies, and is no other name', () => {
  expect(organizationOf('a')).toMatchObject({ identifier: '0101', alternateName: ['A. town'] });
  expect(organizationOf('d')).not.toHaveProperty('alternateName');
});

test('a licence has its name and leads to its text on pages, and stands as it is written where it is none of the known ones', () => {
  const said = ['CC-BY-4.0', 'OGL-UK-3.0', '政府信息公开'].map((licence) => licenceLink(licence).text);
  expect(said[0]).toBe('<a href="https://creativecommons.org/licenses/by/4.0/" rel="license">Creative Commons BY 4.0</a>');
  expect(said[1]).toContain('>Open Government Licence v3.0</a>');
  expect(said[2]).toBe('政府信息公开');
});

test('a licence that is known by its name is given by its address, any other as a work of that name', () => {
  expect(['CC-BY-4.0', 'CC BY-SA 4.0', 'cc0-1.0', 'OGL-UK-3.0', 'ODbL-1.0', 'https://example.org/terms'].map(licenceLd)).toEqual([
    'https://creativecommons.org/licenses/by/4.0/',
    'https://creativecommons.org/licenses/by-sa/4.0/',
    'https://creativecommons.org/publicdomain/zero/1.0/',
    'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    'https://opendatacommons.org/licenses/odbl/1-0/',
    'https://example.org/terms',
  ]);
  expect(jsonLdOf('p/2024-Q4/')).toMatchObject({ '@type': 'Dataset', license: 'https://creativecommons.org/licenses/by/4.0/' });
  expect(licenceLd('政府信息公开')).toEqual({ '@type': 'CreativeWork', name: '政府信息公开' });
});
