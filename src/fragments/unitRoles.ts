/** The roles that a unit has in tasks: those it leads, and every other part by its name. */
import { LEADING_ROLES } from '../model/config.ts';
import { FORMER_LEAD } from '../views/siteIndex.ts';
import type { UnitTask, UnitView } from '../views/unit.ts';
import type { SheetContext } from './sheet.ts';

/** Posted ones; a task led in several roles counts once. */
export function ledTasks({ tasks }: UnitView): UnitView['tasks'] {
  const seen = new Set<string>();
  return tasks.filter(({ programme, task, role, outcome }) => {
    const key = `${programme}/${task}`;
    if (!LEADING_ROLES.includes(role) || outcome === 'draft' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

interface OtherRole {
  readonly role: string;
  /** What the programmes of its tasks call it. */
  readonly name: string;
  readonly tasks: readonly UnitTask[];
}

/** Posted tasks that it does not lead, by role; a role that two programmes name differently stands twice. */
export function otherRoles(view: UnitView, ctx: SheetContext): OtherRole[] {
  // Most units lead all their tasks.
  if (view.tasks.every(({ role }) => LEADING_ROLES.includes(role))) return [];
  const led = new Set(ledTasks(view).map(keyOf));
  const others = view.tasks.filter((task) => task.outcome !== 'draft' && !led.has(keyOf(task)));
  const byName = Map.groupBy(others, (task) => `${task.role}|${roleWord(task, ctx)}`);
  const used = new Set<string>();
  return [...byName.values()]
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .map((tasks) => {
      const [{ role }, name] = [tasks[0] as UnitTask, roleWord(tasks[0] as UnitTask, ctx)];
      const id = used.has(role) ? `${role}-${used.size}` : role;
      used.add(id);
      return { role: id, name, tasks };
    });
}

function keyOf({ programme, task }: UnitTask): string {
  return `${programme}/${task}`;
}

const ROLES = ['first_responsible', 'lead', 'co_lead', 'supervisor', 'sponsor', 'taskforce', 'assist'] as const;

/** Roles of an office's own stand before those of who led once. */
function placeOf(task: UnitTask | undefined): number {
  if (task?.role === FORMER_LEAD) return ROLES.length + 1;
  const at = (ROLES as readonly string[]).indexOf(task?.role ?? '');
  return at < 0 ? ROLES.length : at;
}

function roleWord(task: UnitTask, ctx: SheetContext): string {
  return task.role_name === null ? roleText(task, ctx) : ctx.plain(task.role_name);
}

/** A role that its programme has no name of its own for. */
export function roleText({ role }: UnitTask, ctx: SheetContext): string {
  if (role === FORMER_LEAD) return ctx.t('unit.formerLead');
  const known = ROLES.find((one) => one === role);
  return known ? ctx.t(`task.role.${known}`) : role;
}
