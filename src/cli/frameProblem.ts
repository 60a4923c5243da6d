/** A page of prose that Astro could not set, told like any other problem. */
import { relative, sep } from 'node:path';
import type { FrameFault } from '../layouts/frameFault.ts';
import { Problems } from '../problems.ts';

/** `root`: the portal folder. */
export function frameProblems({ file, line, detail }: FrameFault, root: string): Problems {
  const problems = new Problems();
  problems.error('prose-broken', { file: relative(root, file).replaceAll(sep, '/'), line, column: null }, { detail });
  return problems;
}
