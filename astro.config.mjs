import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

// Everything that depends on a portal (base, site, output, prose) is added by src/layouts/makeFrames.ts.
export default defineConfig({
  // For `astro check`: a new folder right below `node_modules` slows every `npx` down (scripts/sunboard.mjs).
  cacheDir: 'node_modules/.cache/astro',
  integrations: [mdx()],
  trailingSlash: 'always',
  compressHTML: true,
  build: { inlineStylesheets: 'never', format: 'directory' },
  devToolbar: { enabled: false },
  vite: { cacheDir: 'node_modules/.cache/vite', build: { assetsInlineLimit: 0 }, logLevel: 'warn' },
});
