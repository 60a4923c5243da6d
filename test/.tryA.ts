import { readFolder } from '../src/read/folder.ts';
import { Problems } from '../src/problems.ts';
import { getTranslate } from '../src/i18n/index.ts';
const p = new Problems();
const t0 = performance.now();
const f = await readFolder(process.argv[2]!, p);
console.log('open', performance.now() - t0);
for (const s of f.tables) {
  let n = 0; let first: unknown; let last = ''; const t = performance.now();
  await s.each((cells, row) => { n++; if (n === 1) first = [...cells].map((c) => c.slice(0, 40)); last = row.line + ' ' + JSON.stringify(row.at(1)) + cells[0]; });
  console.log(s.table, s.file, n, s.columns.join(), s.fields.join(), JSON.stringify(first), last, (performance.now() - t).toFixed(0));
}
const t = getTranslate(process.argv[3] ?? 'zh-CN');
for (const x of p.list.slice(0, 40)) console.log(x.place.file, x.place.line, x.place.column, x.code, t(`problem.${x.code}` as never, x.params), t(`hint.${x.code}` as never, x.params));
console.log(f.unread, f.inputs().length);
