/** A grid as a table (表): its columns by their headers or by a mapping, or what is wrong with its header. */
import { Problems } from '../problems.ts';
import { isTold, type Opening, reportHeaders, reportMissing, reportNear, reportNoHeader, reportTwoRows, reportWide } from './headerFaults.ts';
import { findColumn, TABLES } from './headers.ts';
import { planMapping } from './mappedPlan.ts';
import type { Mapping } from './mapping.ts';
import { FIGURES, type Plan, planConvention } from './plan.ts';

/** Several headers are wanted and none is there: the line that was read is no header. */
function hasNoHeader({ columns }: Plan, { columns: own, unpivot }: Mapping, faults: Problems): boolean {
  if (columns.some(({ from }) => from === 'field')) return false;
  const wanted = own.length + (Array.isArray(unpivot?.columns) ? unpivot.columns.length : unpivot ? 1 : 0);
  if (wanted === 0) return columns.length === 0;
  const lost = faults.list.filter(({ code }) => code === 'mapping-header-missing' || code === 'mapping-unpivot-empty').length;
  return lost > 1 && lost >= wanted;
}

/** The columns of a table in a grid, or null when they cannot be had; then `problems` says why. */
export function findPlan(opening: Opening): Plan | null {
  const { table, grid, mapping, lang, dimensions, problems } = opening;
  const faults = new Problems();
  const plan = mapping
    ? planMapping({ table, grid, mapping, lang, problems: faults })
    : { columns: planConvention(table, grid), fieldTests: [], columnTests: [], fillDown: [], unpivot: [], split: [], made: [] };
  if (mapping && grid.headers.length > 0 && hasNoHeader(plan, mapping, faults)) {
    reportNoHeader(table, grid, mapping, lang, problems);
    return null;
  }
  for (const { code, place, params } of faults.list) if (!isTold(problems, code, place, params)) problems.error(code, place, params);
  if (faults.failed) return null;
  if (grid.headers.length === 0) return plan;
  if (!mapping && plan.columns.length === 0) {
    reportNoHeader(table, grid, null, lang, problems);
    return null;
  }
  if (reportTwoRows(opening, plan.columns)) return null;
  if (!mapping && reportWide(table, grid, plan.columns, dimensions, problems)) return null;
  if (mapping && mapping.columns.length === 0) reportNear(table, grid, mapping, plan, problems);
  const missing = TABLES[table].required.filter((column) => !plan.columns.some((other) => other.column === column));
  // A table without its figures is the model's to tell.
  const lacking = [...missing, ...[FIGURES[table] ?? []].flat().filter((figure) => !plan.columns.some(({ column }) => column === figure))];
  const untold = mapping ? missing : reportHeaders(table, grid, plan.columns, lacking, lang, problems).filter((column) => missing.includes(column));
  reportMissing(untold, table, grid, mapping, lang, problems);
  // Half a period is none, and what stands in its rows says nothing.
  const isHalved = !mapping && new Set(grid.headers.filter((header) => findColumn(table, header) === 'period')).size > 1;
  return missing.length > 0 || isHalved ? null : plan;
}
