/** A page of prose that Astro could not set, told like any other problem. */
import { relative } from 'node:path';
import type { FrameFault } from '../layouts/frameFault.ts';
import { Problems } from '../problems.ts';
import { withSlashes } from '../read/paths.ts';

/** `root`: the portal folder. */
export function frameProblems({ file, line, detail }: FrameFault, root: string): Problems {
  const problems = new Problems();
  problems.error('prose-broken', { file: withSlashes(relative(root, file)), line, column: null }, { detail });
  return problems;
}
