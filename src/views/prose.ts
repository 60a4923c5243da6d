/** Pages of the office's own prose (正文), and the page about the portal, which the program writes and prose may add to. */
import { FIGURE_STATUSES, type Portal, type Programme } from '../model/portal.ts';
import type { Lang, Text } from '../model/text.ts';
import { isCurrent } from '../model/unitLife.ts';
import { type Named, nameOf } from './name.ts';

/** One prose page in all its languages. */
export interface ProseView {
  readonly path: string;
  readonly titles: Readonly<Record<Lang, string>>;
  readonly descriptions: Readonly<Record<Lang, string>>;
  /** `YYYY-MM-DD`, as its front matter says. */
  readonly updated: string | null;
}

export interface AboutView {
  readonly as_of: string;
  readonly title: Named;
  readonly description: Text | null;
  readonly publisher: Named;
  readonly url: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly licence: string | null;
  readonly fictional: boolean;
  /** Those that there are today. */
  readonly units: number;
  /** Whether figures are estimated, or the missing ones filled in: by zero, or by earlier ones. */
  readonly fills_missing: boolean;
  readonly programmes: readonly ({ readonly programme: string } & Named)[];
}

export function aboutView(portal: Portal): AboutView {
  const { config } = portal;
  const { publisher } = config;
  return {
    as_of: portal.asOf,
    title: nameOf(config.title, config),
    description: config.description,
    publisher: nameOf(publisher.name, config),
    url: publisher.url,
    phone: publisher.phone,
    email: publisher.email,
    licence: config.licence,
    fictional: config.fictional,
    units: portal.units.filter((unit) => isCurrent(unit, portal.asOf)).length,
    fills_missing: portal.programmes.some(fillsMissing),
    programmes: portal.programmes.map(({ config: own }) => ({ programme: own.id, ...nameOf(own.name, config) })),
  };
}

const ESTIMATED = FIGURE_STATUSES.indexOf('estimated');

function fillsMissing({ config, scores, observations }: Programme): boolean {
  const { missing } = config.ranking;
  if (missing === 'zero' || missing === 'carry_forward') return true;
  return scores.status.includes(ESTIMATED) || observations.status.includes(ESTIMATED);
}
