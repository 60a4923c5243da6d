import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findCache } from '../../src/cli/program.ts';

const scripts = join(import.meta.dirname, '../../scripts');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sunboard-program-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

describe('the starter', () => {
  /** Starts a program in a folder that says where its code is from. */
  function start(root: string, rooms: readonly string[]) {
    write(`${root}/package.json`, '{"type":"module"}');
    for (const room of rooms) {
      const ending = room === 'lib' ? 'js' : 'ts';
      write(`${root}/${room}/cli/main.${ending}`, `export const main = async () => { console.log('${room}'); return 0; };\n`);
      write(`${root}/${room}/cli/terminal.${ending}`, 'export const processTerminal = () => null;\n');
    }
    mkdirSync(join(folder, root, 'scripts'), { recursive: true });
    for (const name of ['sunboard.mjs', 'cacheFolder.mjs']) copyFileSync(join(scripts, name), join(folder, root, 'scripts', name));
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, root, 'scripts/sunboard.mjs')], { encoding: 'utf8' });
    return { status, out: stdout.trim(), err: stderr };
  }

  test('runs a checkout from its sources, whatever packing left behind', () => {
    expect(start('checkout', ['src', 'lib'])).toMatchObject({ status: 0, out: 'src' });
  });

  test('runs a package from what was compiled', () => {
    expect(start('node_modules/sunboard', ['src', 'lib'])).toMatchObject({ status: 0, out: 'lib' });
  });

  test('tells of a package that was never packed', () => {
    const { status, err } = start('node_modules/sunboard', ['src']);
    expect([status, err]).toEqual([2, expect.stringContaining('Run "npm pack" in a checkout')]);
  });

  test('gets as far as its sentence on an older Node: it links with names only that are in every Node', () => {
    const text = readFileSync(join(scripts, 'sunboard.mjs'), 'utf8');
    const named = [...text.matchAll(/^import \{([^}]*)\} from '([^']+)'/gm)].map(([, names, from]) => `${from}: ${names?.trim()}`);
    expect(named).toEqual(['node:fs: existsSync', 'node:url: fileURLToPath']);
    expect(text.indexOf('process.exit(2)')).toBeLessThan(text.indexOf('nodeModule.enableCompileCache'));
  });
});

describe('the cache folder', () => {
  /** A folder of packages as `npm ci` leaves it; gives its time before and after. */
  function prepare(): [number, number] {
    const packages = join(folder, 'node_modules');
    mkdirSync(packages, { recursive: true });
    utimesSync(packages, 1_000_000, 1_000_000);
    mkdirSync(join(folder, 'scripts'), { recursive: true });
    copyFileSync(join(scripts, 'cacheFolder.mjs'), join(folder, 'scripts/cacheFolder.mjs'));
    spawnSync(process.execPath, [join(folder, 'scripts/cacheFolder.mjs')], { stdio: 'inherit' });
    return [1_000_000, statSync(packages).mtimeMs / 1000];
  }

  test('is made without npm taking its list of the packages for outdated', () => {
    const [before, after] = prepare();
    expect(existsSync(join(folder, 'node_modules/.cache'))).toBe(true);
    expect(after).toBe(before);
  });

  test('is made by npm ci itself, before a tool makes it', () => {
    const { scripts: commands } = JSON.parse(readFileSync(join(scripts, '../package.json'), 'utf8'));
    expect(commands.prepare).toBe('node scripts/cacheFolder.mjs');
  });
});

describe('the cache', () => {
  test('is the program’s own where that can be written, else the first of the user’s', () => {
    write('a-file', '');
    const [taken, own, user] = [join(folder, 'a-file/cache'), join(folder, 'own/cache'), join(folder, 'user/cache')];
    expect(findCache(own, [user])).toBe(own);
    expect(existsSync(user)).toBe(false);
    expect(findCache(taken, [join(folder, 'a-file/other'), user])).toBe(user);
    expect(existsSync(user)).toBe(true);
    expect(findCache(taken, [])).toBe(taken);
  });

  test('is found for a user whom the system knows by a number alone', () => {
    const unknown = `import os, { homedir } from 'node:os';
      import { syncBuiltinESMExports } from 'node:module';
      os.homedir = os.userInfo = () => { throw new Error('no such user'); };
      syncBuiltinESMExports();
      const { cacheFolder } = await import('./src/cli/program.ts');
      console.log(homedir === os.homedir, cacheFolder());`;
    const options = { encoding: 'utf8', cwd: join(scripts, '..'), env: { ...process.env, XDG_CACHE_HOME: '' } } as const;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', unknown], options);
    expect([stdout, stderr]).toEqual([`true ${join(scripts, '../node_modules/.cache/sunboard')}\n`, '']);
  });
});
