#!/usr/bin/env node
// Starts the program: from its sources in a checkout, from `lib` where it is installed as a package (Node strips no types there).
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `sunboard needs Node 22.18 or newer; this is ${process.versions.node}. Run it with npx, which finds the Node that "npm ci" installed.`,
  );
  process.exit(2);
}
const built = new URL('../lib/cli/main.js', import.meta.url);
const compiled = existsSync(fileURLToPath(built));
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/sunboard/compile', import.meta.url)));
const folder = compiled ? '../lib/cli' : '../src/cli';
const extension = compiled ? 'js' : 'ts';
const { main } = await import(`${folder}/main.${extension}`);
const { processTerminal } = await import(`${folder}/terminal.${extension}`);
process.exitCode = await main(process.argv.slice(2), processTerminal());
