import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPortal } from '../../src/cli/openPortal.ts';
import { problemWords } from '../../src/cli/problemWords.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sunboard-own-'));
  write('portal.yaml', 'title: Board\npublisher: { name: Office }\nlanguages: [en, zh-CN]\nlicence: CC0-1.0\n');
  write('programmes/p.yaml', 'id: p\nname: Board\ncadence: year\n');
  write('units.csv', 'unit,name\na,A\nb,B\n');
  write('scores.csv', 'programme,unit,dimension,period,score\np,a,total,2023,90\np,b,total,2023,80\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text = ''): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

async function open() {
  const { own, problems } = await openPortal(folder, { asOf: null, today: '2024-01-01' });
  return { own, errors: problems.list.filter(({ severity }) => severity === 'error') };
}

test('own files may be anything that the site has not, and favicon.svg, robots.txt, 404.html; what systems and programs leave behind is none', async () => {
  const paths = ['.well-known/security.txt', '404.html', 'CNAME', 'favicon.svg', 'p/notes.pdf', 'robots.txt', 'sitemap.xml', 'units/a/photo.jpg'];
  for (const path of paths) write(`public/${path}`);
  write('public/.DS_Store');
  write('public/.git/HEAD');
  write('public/p/~$notes.docx', 'Zhang San');
  write('public/p/.~lock.notes.ods#', 'Zhang San');
  expect(await open()).toEqual({ own: paths, errors: [] });
});

test.each([
  ...['index.html', 'about/index.html', 'zh-CN/p/index.html', 'units/units.csv', 'p/2023/index.json'],
  ...['manifest.json', 'datapackage.json', 'theme.css', 'theme.js', '_astro/mine.js', 'pagefind/mine.js'],
  ...['units', 'theme.css/x', '_astro', 'zh-CN'],
  ...['Theme.css', 'Units/INDEX.html', 'UNITS', '_Astro/mine.js'],
])('%s is the site’s', async (path) => {
  write(`public/${path}`);
  const { errors } = await open();
  expect(errors).toMatchObject([{ code: 'public-taken', place: { file: `public/${path}`, line: null } }]);
  expect(errors.map((problem) => problemWords(problem, 'en').message)).toEqual([`The site has a file or folder of its own at “${path}”.`]);
});

test('names that differ in case alone, or in how an accent is encoded, are told with both', async () => {
  for (const path of ['Logo.png', 'logo.png', 'caf\u00e9.pdf', 'cafe\u0301.pdf', 'Docs', 'docs/a.pdf', 'docs/b.pdf', 'Units', 'logo2.png'])
    write(`public/${path}`);
  const { errors } = await open();
  expect(errors.map((problem) => [problem.place.file, problemWords(problem, 'en').message.normalize('NFC')])).toEqual([
    ['public/caf\u00e9.pdf', 'On Windows and macOS “caf\u00e9.pdf” is the same name as “caf\u00e9.pdf”: one would take the place of the other.'],
    ['public/logo.png', 'On Windows and macOS “logo.png” is the same name as “Logo.png”: one would take the place of the other.'],
    ['public/Docs', 'On Windows and macOS “Docs” is the same name as “docs”: one would take the place of the other.'],
  ]);
  for (const path of ['logo.png', 'caf\u00e9.pdf', 'Docs']) rmSync(join(folder, 'public', path));
  expect((await open()).errors.map(({ code, params }) => `${code} ${params.path}`)).toEqual(['public-taken Units']);
});

test('pages of prose whose names differ in case alone are told', async () => {
  write('pages/Notes.md', 'A');
  write('pages/notes.md', 'B');
  const { errors } = await open();
  expect(errors.map((problem) => problemWords(problem, 'en').message)).toEqual([
    'This page stands at the same address but for case and in the same language as pages/Notes.md.',
  ]);
});

test('a site that knows its address has a sitemap and pictures too', async () => {
  write('public/sitemap.xml');
  write('public/units/a/card.png');
  write('public/elsewhere/card.png');
  expect((await open()).errors).toEqual([]);
  write('portal.yaml', 'title: Board\npublisher: { name: Office }\nlanguages: [en]\nlicence: CC0-1.0\nsite: https://example.org\n');
  expect((await open()).errors.map(({ place }) => place.file)).toEqual(['public/sitemap.xml', 'public/units/a/card.png']);
});

test('links are followed, and told where they lead nowhere or in a circle', async () => {
  write('shared/logo.svg');
  mkdirSync(join(folder, 'public'));
  symlinkSync('../shared', join(folder, 'public/media'));
  symlinkSync('../shared/logo.svg', join(folder, 'public/logo.svg'));
  expect(await open()).toEqual({ own: ['logo.svg', 'media/logo.svg'], errors: [] });
  symlinkSync('nowhere', join(folder, 'public/gone.txt'));
  symlinkSync('.', join(folder, 'public/round'));
  const { errors } = await open();
  expect(errors.map(({ code, place }) => [code, place.file]).sort()).toEqual([
    ['file-unreadable', 'public/gone.txt'],
    ['file-unreadable', 'public/round'],
  ]);
});

test('a file that is too large to be read is told', async () => {
  for (const [name, size] of [
    ['film.mp4', 2 ** 31],
    ['list.csv', 2 ** 28 + 1],
  ] as const) {
    write(`public/${name}`);
    truncateSync(join(folder, 'public', name), size);
  }
  expect((await open()).errors.map(({ code, place }) => `${code} ${place.file}`)).toEqual([
    'file-too-large public/film.mp4',
    'file-too-large public/list.csv',
  ]);
});

test('the emblem is one of them, or told with the nearest', async () => {
  const emblem = (name: string): void =>
    write('portal.yaml', `title: Board\npublisher: { name: Office }\nlanguages: [en]\nlicence: CC0-1.0\nbrand: { emblem: ${name} }\n`);
  write('public/signs/logo.png');
  emblem('signs/logo.png');
  expect((await open()).errors).toEqual([]);
  emblem('logo.png');
  const { errors } = await open();
  expect(errors).toMatchObject([{ code: 'emblem-missing', place: { file: 'portal.yaml', line: 5, column: 18 } }]);
  expect(errors.map((problem) => problemWords(problem, 'en'))).toMatchObject([
    {
      message: 'There is no picture “logo.png” in public/: every page would lack its emblem.',
      hint: 'Did you mean “signs/logo.png”? Put the picture into public/, or correct brand.emblem in portal.yaml.',
    },
  ]);
  emblem('favicon.svg');
  expect((await open()).errors).toEqual([]);
});

test('personal numbers are found in the names of own files, and in those of text', async () => {
  write('public/138 1234 5678/a.pdf');
  write('public/list.csv', 'name,phone\n甲,0755-82918333\n乙,13812345678\n');
  write('public/page.html', '<script>\nvar n = 17179869184;\n</script>\n<p>138<b>1234</b>5678</p>\n');
  write('public/drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M138 1234 5678"/>\n<text>身份证11010519491231002X</text></svg>\n');
  write('public/program.js', 'var n = 17179869184;\n');
  write('public/amounts.csv', 'a\n13812345678.00\n13812345678元\n');
  write('public/service.yml', 'contact: 138 1234 5678\n');
  expect((await open()).errors.map(({ code, place: { file, line }, params }) => `${code} ${file}:${line} ${params.value}`)).toEqual([
    'personal-file-name public/138 1234 5678/a.pdf:null 138******78',
    'personal-identity public/drawing.svg:2 110*************2X',
    'personal-mobile public/list.csv:3 138******78',
    'personal-mobile public/page.html:4 138******78',
    'personal-mobile public/service.yml:1 138******78',
  ]);
});

test('figures that stand beside one another, and decimals, are no personal numbers', async () => {
  write('public/list.csv', 'year,n,from,to\n教育局,156,2023,2024\n教育局;156;2023;2024\n教育局\t156\t2023\t2024\n');
  write('public/map.geojson', '{"bbox":[156,2023,2024],"coordinates":[118.110101900307123,32.1]}\n');
  write('public/page.html', '<tr><td>156</td><td>2023</td><td>2024</td></tr>\n');
  write('public/chart.svg', '<svg xmlns="http://www.w3.org/2000/svg"><text x="1">156</text><text x="2">2023</text><text\n x="3">2024</text></svg>\n');
  write('pages/table.md', '<table><tr><td>156</td><td>2023</td><td>2024</td></tr></table>\n');
  expect((await open()).errors).toEqual([]);
  write('public/list.xml', '<n>138&nbsp;1234&#32;5678</n>\n');
  write(
    'public/chart.svg',
    '<svg xmlns="http://www.w3.org/2000/svg">\n<text><tspan>138</tspan><tspan>1234</tspan><tspan>5678</tspan></text></svg>\n',
  );
  expect((await open()).errors.map(({ code, place }) => `${code} ${place.file}:${place.line}`)).toEqual([
    'personal-mobile public/chart.svg:2',
    'personal-mobile public/list.xml:1',
  ]);
});
