/** Builds the sites that the browser looks at, once before all tests, with the program as a user runs it. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the demo portal's site, below `DEMO_BASE`. */
    demoSite: string;
  }
}

const root = join(import.meta.dirname, '../..');

export default function setup(project: TestProject): void {
  const out = join(root, 'node_modules/.cache/sunboard/test/demo');
  const args = ['build', 'data/demo', '--out', out, '--base', '/board/', '--site', 'https://example.org'];
  execFileSync(process.execPath, ['scripts/sunboard.mjs', ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  project.provide('demoSite', out);
}
