import { readFolder } from '../src/read/folder.ts';
import { Problems } from '../src/problems.ts';
for (let i = 0; i < 3; i++) {
const p = new Problems();
const t0 = performance.now();
const f = await readFolder(process.argv[2]!, p);
console.log('open', (performance.now() - t0).toFixed(0));
for (const s of f.tables) {
  let n = 0; let sum = 0; const t = performance.now();
  await s.each((cells, row) => { n++; sum += cells[4]!.length + row.line; });
  const ms = performance.now() - t;
  console.log(s.table, n, sum, ms.toFixed(0), 'ms', (n / ms / 1000).toFixed(2), 'M rows/s');
}
}
console.log(process.resourceUsage().maxRSS / 1024 | 0, 'MiB');
