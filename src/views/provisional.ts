/** What may still change (初步数据): rankings that hold provisional figures, and awards that rules gave on them. */
import type { AwardResult, Fact, Ranking } from '../assess/results.ts';
import { FIGURE_STATUSES } from '../model/portal.ts';
import { rankingsBehind, TELLING } from './disclosure.ts';
import type { ProgrammeSource } from './programmeSource.ts';

const PROVISIONAL = FIGURE_STATUSES.indexOf('provisional');

/** Whether a ranking holds a provisional figure. */
export function isProvisional({ status }: Ranking): boolean {
  return status.includes(PROVISIONAL);
}

/** Predicates that only the unit's own figure decides. */
const OWN: ReadonlySet<string> = new Set(['band', 'metric']);

/**
 * Whether facts about a unit rest on a provisional figure: its own, or where its place decides, anyone's in its ranking. A count of awards
 * includes the one of this period, so it rests on the figures of that.
 */
export function restsOnProvisional(
  { result }: ProgrammeSource,
  { holderType, holder, dimension }: Pick<AwardResult['award'], 'holderType' | 'holder' | 'dimension'>,
  facts: readonly Fact[],
): boolean {
  const unit = holderType === 'unit' ? result.unitAt.get(holder ?? '') : undefined;
  if (unit === undefined) return false;
  return facts.some(({ type, of, period }) => {
    const counted = type === 'instrument';
    if (period === null || !(counted || TELLING.has(type))) return false;
    return rankingsBehind({ result }, counted ? dimension : of, period).some((ranking) => {
      const at = ranking.position[unit] ?? -1;
      return at >= 0 && (OWN.has(type) ? ranking.status[at] === PROVISIONAL : isProvisional(ranking));
    });
  });
}
