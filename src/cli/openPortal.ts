/** From a folder to an assessment: the road that every command takes. */
import { assess } from '../assess/assess.ts';
import { reportPeriodsApart } from '../assess/periodsApart.ts';
import type { Assessment } from '../assess/results.ts';
import { conceal } from '../ledger/conceal.ts';
import { withImpacts } from '../ledger/impact.ts';
import { publicInputs } from '../ledger/publicInputs.ts';
import { release } from '../ledger/release.ts';
import { parsePortal } from '../model/parsePortal.ts';
import type { Portal } from '../model/portal.ts';
import { listOwnFiles, reportEmblem, reportPersonal, reportTwins } from '../press/ownFiles.ts';
import type { Prose } from '../press/prose.ts';
import { readProse } from '../press/readProse.ts';
import { Problems } from '../problems.ts';
import { readFolder } from '../read/folder.ts';
import type { Folder } from '../read/rows.ts';
import { reportUntranslated } from './untranslated.ts';

export interface Opened {
  readonly problems: Problems;
  readonly folder: Folder;
  /** The whole portal, and what is worked out from the part of it that may be said; null when there are errors. */
  readonly portal: Portal | null;
  readonly assessment: Assessment | null;
  readonly prose: readonly Prose[];
  /** Paths of the portal's own files below its `public/`. */
  readonly own: readonly string[];
}

export interface OpenOptions {
  /** `YYYY-MM-DD`; overrides `as_of` of portal.yaml. */
  readonly asOf: string | null;
  readonly today: string;
}

/** Reads, checks and assesses. Never throws for wrong data: `problems` has it all. */
export async function openPortal(root: string, options: OpenOptions): Promise<Opened> {
  const problems = new Problems();
  const folder = await readFolder(root, problems);
  const portal = await parsePortal(folder, problems, options);
  let prose: readonly Prose[] = await readProse(folder, portal?.config.languages ?? [], problems);
  const own = listOwnFiles(root, problems);
  reportEmblem(folder.portal, own, problems);
  reportPersonal(root, own, problems);
  reportTwins(own, problems);
  if (portal === null || problems.failed) return { problems, folder, portal: null, assessment: null, prose: [], own };
  reportPeriodsApart(portal, problems);
  const told = withImpacts(conceal(assess(release(portal), problems)), portal);
  const assessment = { ...told, portal: { ...told.portal, inputs: publicInputs(portal, told.portal) } };
  reportUntranslated(assessment, prose, problems);
  // What knows every address of a site is loaded only where there is something to compare.
  if (own.length + prose.length > 0) {
    const { findElsewhere, reportTaken, reportTakenProse, surveySite } = await import('../press/takenFiles.ts');
    const survey = surveySite({ assessment }, prose);
    reportTaken(own, survey, problems);
    reportTakenProse(survey, problems);
    prose = findElsewhere(own, survey, problems);
  }
  return { problems, folder, portal, assessment: problems.failed ? null : assessment, prose, own };
}

/** The language to speak before a portal is understood: the one that its file tells, else the terminal's. */
export function languageOf(folder: Folder | null, fallback: string): string {
  return folder?.language ?? fallback;
}
