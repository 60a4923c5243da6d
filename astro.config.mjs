import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

// Everything that depends on a portal (base, site, output, prose) is added by src/press/frames.ts.
export default defineConfig({
  integrations: [mdx()],
  trailingSlash: 'always',
  compressHTML: true,
  build: { inlineStylesheets: 'never', format: 'directory' },
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0 }, logLevel: 'warn' },
});
