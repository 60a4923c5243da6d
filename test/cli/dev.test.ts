/** `sunboard dev` as an office uses it: a page, a slip in a table, the problem in the page, the mend. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
let folder = '';
let server: ChildProcess | null = null;
let url = '';
/** What it said so far. */
let said = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sunboard-dev-'));
  cpSync(join(root, 'data/demo'), folder, { recursive: true });
  // Without the test runner's own variables: Astro serves nothing when it believes that it is inside a test.
  server = spawn(process.execPath, ['scripts/sunboard.mjs', 'dev', folder, '--port', '0'], {
    cwd: root,
    env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8' },
  });
  url = await new Promise<string>((done, fail) => {
    const hear = (data: Buffer): void => {
      said += String(data);
      const match = /Live at (http:\S+)\//.exec(said);
      if (match) done(match[1] as string);
    };
    server?.stdout?.on('data', hear);
    server?.stderr?.on('data', hear);
    server?.on('exit', (code) => fail(new Error(`dev ended with ${code}: ${said}`)));
  });
});

afterAll(() => {
  server?.removeAllListeners('exit');
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

async function get(path: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(url + path);
  return { status: answer.status, text: await answer.text() };
}

/** Asks again until the answer is as wanted, for at most forty seconds. */
async function waitFor(path: string, wanted: (text: string) => boolean): Promise<string> {
  const end = performance.now() + 40_000;
  let text = '';
  while (performance.now() < end) {
    // The server is away for a moment when there is more prose than before.
    text = await get(path).then(
      (answer) => answer.text,
      (error: Error) => error.message,
    );
    if (wanted(text)) return text;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`never came: ${text.slice(0, 2000)}\n${said.slice(-2000)}`);
}

test('pages, data and the page for unknown addresses are served as they would be published', async () => {
  const home = await get('/en/');
  expect(home.status).toBe(200);
  expect(home.text).toContain('<html lang="en"');
  expect(JSON.parse((await get('/units/index.json')).text)).toHaveProperty('units');
  expect((await get('/units/units.csv')).text.split('\r\n')[0]).toContain('unit,name,name_en');
  expect((await get('/en/about/')).text).toContain('Yunlan is an invented city');
  for (const path of ['/no/such/page/', '/no/such.txt', '/zh-CN/']) {
    const unknown = await get(path);
    expect([unknown.status, unknown.text]).toEqual([404, expect.stringContaining('页面不存在')]);
  }
  const notFound = (await get('/404.html')).text;
  expect(notFound).toContain('页面不存在');
  expect(notFound).toMatch(/<section lang="en"><h2>Page not found<\/h2>.*<a href="\/en\/">Go to the home page/s);
  expect((await get('/robots.txt')).text).toContain('User-agent');
  expect(JSON.parse((await get('/datapackage.json')).text)).toHaveProperty('resources');
  expect((await get('/units?q=1')).status).toBe(200);
});

test('a programme may be called like a folder that Vite has addresses under', async () => {
  const file = join(folder, 'programmes/src.yaml');
  writeFileSync(file, 'id: src\nname: { zh-CN: 来源, en: Source }\ncadence: year\n');
  await waitFor('/src/', (text) => text.includes('来源'));
  for (const path of ['/src', '/src/method', '/en/src/']) expect((await get(path)).status, path).toBe(200);
  expect((await get('/src/index.json')).text).toMatch(/^\{"programme":"src"/);
  expect((await get('/src/layouts/frameRoutes.ts')).text).toContain('framePath');
  rmSync(file);
  await waitFor('/', (text) => !text.includes('来源'));
});

test('nothing but the program and the portal is served, and an address that is none is not found', async () => {
  for (const path of ['/@fs/etc/passwd?raw', '/@fs/proc/version?import&raw']) expect((await get(path)).text).not.toMatch(/root:|Linux version/);
  expect((await get('/%E0%A4%A')).status).toBe(404);
  expect((await get('/..%2f..%2fetc/passwd')).status).toBe(404);
  for (const method of ['POST', 'PUT', 'DELETE']) expect((await fetch(url, { method })).status, method).toBe(405);
  expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
});

test('a port that was asked for and is taken is told', async () => {
  const args = ['scripts/sunboard.mjs', 'dev', folder, '--port', new URL(url).port];
  const second = spawn(process.execPath, args, { cwd: root, env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8' } });
  let err = '';
  second.stderr.on('data', (data) => {
    err += data;
  });
  expect(await new Promise((done) => second.on('close', done))).toBe(2);
  expect(err).toContain(`Port ${new URL(url).port} is taken.`);
});

test('a change of the portal’s own words shows at once, and one that follows on its heels as well', async () => {
  const file = join(folder, 'portal.yaml');
  const good = readFileSync(file, 'utf8');
  for (const name of ['First', 'Second', 'Third']) {
    const before = said.length;
    writeFileSync(file, good.replace(/^(title:.*en: )[^},]*/m, '$1Interim'));
    await new Promise((done) => setTimeout(done, 45));
    writeFileSync(file, good.replace(/^(title:.*en: )[^},]*/m, `$1${name}`));
    writeFileSync(join(folder, `pages/en/${name.toLowerCase()}.mdx`), `---\ntitle: ${name} page\n---\n\nOf the ${name}.\n`);
    await waitFor('/en/', (text) => text.includes(`${name}</title>`) && text.includes(`${name} page`));
    await waitFor(`/en/${name.toLowerCase()}/`, (text) => text.includes(`Of the ${name}.`));
    expect(said.slice(before)).toMatch(/ changed, ready in \d+ ms/);
  }
  writeFileSync(file, good);
  await waitFor('/en/', (text) => !text.includes('Third</title>'));
});

test('a slip shows in the page with its line, and goes when it is mended', async () => {
  const file = join(folder, 'units.csv');
  const good = readFileSync(file, 'utf8');
  const lines = good.split('\n');
  lines[1] = (lines[1] as string).replace(/^[^,]+/, '../evil');
  writeFileSync(file, lines.join('\n'));
  const problem = await waitFor('/', (text) => text.includes('units.csv:2'));
  expect(problem).toContain('../evil');
  expect((await get('/theme.css')).status).toBe(200);
  expect(said).toContain('units.csv changed; the data have problems');
  writeFileSync(file, good);
  await waitFor('/', (text) => text.includes('<main') && !text.includes('units.csv:2'));
});

test('it answers under whatever name it is asked for, and serves new prose and the office’s own files', async () => {
  const port = Number(new URL(url).port);
  const status = await new Promise((done, fail) => {
    request({ port, host: new URL(url).hostname, path: '/en/', headers: { host: 'portal.example:9998' } }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    })
      .on('error', fail)
      .end();
  });
  expect(status).not.toBe(500);
  mkdirSync(join(folder, 'public'), { recursive: true });
  writeFileSync(join(folder, 'public/notice.txt'), 'A notice');
  writeFileSync(join(folder, 'public/notice.js'), 'notice();');
  expect(await waitFor('/notice.txt', (text) => text === 'A notice')).toBe('A notice');
  await waitFor('/notice.js', (text) => text === 'notice();');
  expect((await fetch(`${url}/notice.js`)).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  writeFileSync(join(folder, 'pages/later.mdx'), '---\ntitle: Later\n---\n\nWritten later.\n');
  await waitFor('/later/', (text) => text.includes('Written later.'));
});

test('prose at fault is shown as a problem, whoever finds it, until it is mended', async () => {
  const file = join(folder, 'pages/en/about.mdx');
  const good = readFileSync(file, 'utf8');
  writeFileSync(file, `${good}\n\n<!-- a comment -->\n`);
  await waitFor('/en/', (text) => text.includes('pages/en/about.mdx:') && text.includes('{/*'));
  writeFileSync(file, `${good}\n\n{null.x}\n`);
  await waitFor('/en/about/', (text) => text.includes('pages/en/about.mdx') && text.includes('Cannot read properties of null'));
  writeFileSync(file, good);
  expect(await waitFor('/en/about/', (text) => text.includes('Yunlan is an invented city'))).not.toContain('@@end');
});

test('a folder that is moved away and back is read again', async () => {
  renameSync(folder, `${folder}.away`);
  await waitFor('/en/', () => said.includes(`${folder} changed; the data have problems`));
  renameSync(`${folder}.away`, folder);
  await waitFor('/en/', (text) => text.includes('<main'));
});
