/** From a portal to what its frames are made of: its own words, and nothing that depends on figures. */
import type { FooterSlots } from '../model/config.ts';
import type { Portal } from '../model/portal.ts';
import { say, type Text } from '../model/text.ts';
import type { FrameProps } from './frameProps.ts';
import type { FrameInput, ProseFile } from './frameRoutes.ts';

/** The office's own pages that stand in the navigation: those that no other page stands at, and that are not programmes' prose. */
interface ProsePage {
  readonly path: string;
  readonly lang: string;
  readonly title: string;
}

/** What the frames of a portal are made of. */
export function frameInputOf(portal: Portal, base: string, prose: readonly ProseFile[], ownPages: readonly ProsePage[]): FrameInput {
  const common = portal.config.languages.map((lang) => [lang, commonProps(portal, lang, base, ownPages)] as const);
  return { common: Object.fromEntries(common), prose };
}

function commonProps(portal: Portal, lang: string, base: string, ownPages: readonly ProsePage[]): Omit<FrameProps, 'kind'> {
  const { config } = portal;
  const text = (value: Text): string => say(value, lang, config.languages);
  const optional = (value: Text | null): string | null => (value === null ? null : text(value));
  return {
    lang,
    languages: config.languages,
    base,
    title: text(config.title),
    shortTitle: optional(config.brand.shortTitle),
    publisher: { ...config.publisher, name: text(config.publisher.name) },
    fictional: config.fictional,
    programmes: portal.programmes.map(({ config: programme, tasks }) => ({ id: programme.id, name: text(programme.name), tasks: tasks.length > 0 })),
    hasIndicators: portal.programmes.some((programme) => programme.indicators.length > 0),
    hasCorrections: portal.corrections.length + portal.appeals.length > 0,
    pages: ownPages.filter((page) => page.lang === lang).map(({ path, title }) => ({ path, name: title })),
    emblem: config.brand.emblem === null ? null : base + encodeURI(config.brand.emblem),
    footer: footerOf(config.footer, text),
  };
}

function footerOf(footer: FooterSlots, text: (value: Text) => string): FrameProps['footer'] {
  return {
    organiser: footer.organiser === null ? null : text(footer.organiser),
    icp: footer.icp,
    police: footer.police,
    siteCode: footer.siteCode,
    links: footer.links.map(({ name, url }) => ({ name: text(name), url })),
  };
}
