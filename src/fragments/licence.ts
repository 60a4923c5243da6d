/** Licences (许可) as pages name them and as JSON-LD has them. */
import { type Html, html } from '../html.ts';

/** The other licences that offices give data under, by their names in SPDX's list, in small letters. */
const ADDRESSES: Readonly<Record<string, string>> = {
  'cc0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'odbl-1.0': 'https://opendatacommons.org/licenses/odbl/1-0/',
  'odc-by-1.0': 'https://opendatacommons.org/licenses/by/1-0/',
  'pddl-1.0': 'https://opendatacommons.org/licenses/pddl/1-0/',
};

const CREATIVE_COMMONS = /^cc-(by(?:-nc)?(?:-(?:sa|nd))?)-(\d\.\d)$/;
const OPEN_GOVERNMENT = /^ogl-uk-(\d)\.0$/;

/** The address of a licence: of one that is known by its name (`CC-BY-4.0`), or that is given by its address; null for others. */
function licenceAddress(licence: string): string | null {
  if (/^https?:\/\/\S+$/.test(licence)) return licence;
  const name = licence.trim().toLowerCase().replaceAll(' ', '-');
  const [, kind, version] = CREATIVE_COMMONS.exec(name) ?? [];
  if (kind !== undefined) return `https://creativecommons.org/licenses/${kind}/${version}/`;
  const government = OPEN_GOVERNMENT.exec(name)?.[1];
  if (government !== undefined) return `https://www.nationalarchives.gov.uk/doc/open-government-licence/version/${government}/`;
  return ADDRESSES[name] ?? null;
}

/** A licence by its name, leading to its text; as the office wrote it where it is none of the known ones. */
export function licenceLink(licence: string): Html {
  const address = licenceAddress(licence);
  return address === null ? html`${licence}` : html`<a href="${address}" rel="license">${licenceName(licence)}</a>`;
}

/** `Creative Commons BY 4.0`: names that are the same in every language. */
function licenceName(licence: string): string {
  const name = licence.trim().toLowerCase().replaceAll(' ', '-');
  const [, kind, version] = CREATIVE_COMMONS.exec(name) ?? [];
  if (kind !== undefined) return `Creative Commons ${kind.toUpperCase()} ${version}`;
  const government = OPEN_GOVERNMENT.exec(name)?.[1];
  return government === undefined ? licence : `Open Government Licence v${government}.0`;
}

/** What schema.org takes as `license`: an address, or a work with a name, and no bare text. */
export function licenceLd(licence: string): string | object {
  return licenceAddress(licence) ?? { '@type': 'CreativeWork', name: licence };
}
