#!/usr/bin/env node
// Starts the program: from its sources in a checkout, from `lib` where it is installed as a package (Node strips no types there).
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `sunboard needs Node 22.18 or newer; this is ${process.versions.node}. Run it with npx, which finds the Node that "npm ci" installed.`,
  );
  process.exit(2);
}
// A checkout runs from its sources, even where packing has left a `lib` behind.
const compiled = /[\\/]node_modules[\\/]/.test(fileURLToPath(import.meta.url));
if (compiled && !existsSync(new URL('../lib/cli/main.js', import.meta.url))) {
  console.error('This copy of sunboard was installed unpacked, as from git. Run "npm pack" in a checkout, and install the file that it makes.');
  process.exit(2);
}
await import('./cacheFolder.mjs');
// Named through the whole module: an older Node that lacks it must get as far as the sentence above.
nodeModule.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/sunboard/compile', import.meta.url)));
const folder = compiled ? '../lib/cli' : '../src/cli';
const extension = compiled ? 'js' : 'ts';
const { main } = await import(`${folder}/main.${extension}`);
const { processTerminal } = await import(`${folder}/terminal.${extension}`);
process.exitCode = await main(process.argv.slice(2), processTerminal());
