/** Awards that are about nothing but internal tasks (内部事项): whoever sees one knows that there is such a task, and when it was late. */
import { taskOf } from '../model/award.ts';
import { type InstrumentConfig, isInternal } from '../model/config.ts';
import type { Award, Programme } from '../model/portal.ts';

interface About {
  readonly award: Pick<Award, 'holder' | 'holderType' | 'task'>;
  readonly instrument: Pick<InstrumentConfig, 'holder' | 'scope'>;
  readonly batch?: string | undefined;
}

/** Gives whether an award is held by an internal task, or given for one, or for a batch in which its holder has only such. */
export function makeIsOfInternal({ tasks }: Pick<Programme, 'tasks'>): (given: About) => boolean {
  const internal = new Set(tasks.filter(({ visibility }) => visibility === 'internal').map(({ id }) => id));
  if (internal.size === 0) return () => false;
  return ({ award, instrument, batch }) => {
    if (instrument.holder === 'unit' && instrument.scope === 'batch' && award.task === null) {
      const own = tasks.filter((task) => task.batch === (batch ?? null) && task.units.some(({ unit }) => unit === award.holder));
      return own.length > 0 && own.every(({ id }) => internal.has(id));
    }
    const isAboutTask = award.holderType === 'task' || instrument.scope === 'task' || instrument.scope === 'batch';
    return isAboutTask && internal.has(taskOf(award) ?? '');
  };
}

/** Gives whether an award is of an internal instrument, or about nothing but internal tasks: nothing may tell that it is there. */
export function makeIsHidden(
  programme: Pick<Programme, 'tasks'>,
): (given: About & { readonly instrument: Pick<InstrumentConfig, 'visibility'> }) => boolean {
  const isOfInternal = makeIsOfInternal(programme);
  return (given) => isInternal(given.instrument) || isOfInternal(given);
}
