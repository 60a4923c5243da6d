import { defineConfig } from 'vitest/config';

const common = { env: { TZ: 'UTC' } };

// A new folder right below `node_modules` slows every `npx` down (scripts/sunboard.mjs).
const CACHE = 'node_modules/.cache';

// A test that hangs must end some day; how fast anything is, no test says: machines of others are busy, and slow.
const limits = { testTimeout: 120_000, hookTimeout: 180_000 };

export default defineConfig({
  cacheDir: `${CACHE}/vite`,
  test: {
    fsModuleCachePath: `${CACHE}/vitest`,
    reporters: ['default', './test/closingLine.ts'],
    projects: [
      { test: { ...common, ...limits, name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/browser/**'] } },
      {
        // Real pages in a real browser: built once, before all.
        test: {
          ...common,
          ...limits,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/buildSites.ts',
          fileParallelism: false,
        },
      },
    ],
  },
});
