/** The pages of one programme that are not leaderboards: itself, its awards, sessions, tasks and method. A programme with instruments has a page of awards before it hands out the first. */
import type { ProgrammeResult } from '../assess/results.ts';
import { awardPath, awardsPagePath, awardsPath, methodPath, programmePath, sessionsPath, taskPath, tasksPagePath, tasksPath } from './address.ts';
import { type AwardView, awardView } from './award.ts';
import { type AwardsView, awardPageCount, awardsView } from './awards.ts';
import { programmeTables } from './dataFiles.ts';
import { type MethodView, methodView } from './method.ts';
import type { Page, Site } from './page.ts';
import { hasHistory, type ProgrammeView, programmeView } from './programme.ts';
import { type ProgrammeSource, programmeSource } from './programmeSource.ts';
import { type SessionsView, sessionsView } from './sessions.ts';
import { type TaskFamily, type TaskView, taskFamily, taskView } from './task.ts';
import { countsFractions, pageCount, type TasksHead, type TasksView, tasksHead, tasksView } from './tasks.ts';

function awardPages(source: ProgrammeSource): Page<AwardsView | AwardView>[] {
  const awards = source.awards();
  if (source.instruments.length === 0) return [];
  const programme = source.config.id;
  return [
    { kind: 'awards', path: awardsPath(programme), view: () => awardsView(source), data: true },
    ...Array.from({ length: awardPageCount(source) - 1 }, (_, i): Page<AwardsView> => {
      return { kind: 'awards', path: awardsPagePath(programme, i + 2), view: () => awardsView(source, i + 2), data: false };
    }),
    ...awards.map((award): Page<AwardView> => {
      return { kind: 'award', path: awardPath(programme, award.award.id), view: () => awardView(award, source), data: true };
    }),
  ];
}

const FIGURES = ['scores', 'observations', 'adjustments'];
const NONE: readonly never[] = [];

/** Where no rule gives awards, figures decide nothing about a task that has none. */
function tablesApart(source: ProgrammeSource, task: string): readonly string[] {
  const isRecorded = source.result.programme.config.instruments.every((instrument) => instrument.rule === null);
  return isRecorded && source.awardsOfTask(task).length === 0 ? FIGURES : NONE;
}

function taskPages(source: ProgrammeSource): Page<TasksView | TaskView>[] {
  if (source.countedTasks().length === 0) return [];
  const programme = source.config.id;
  const listed = source.listedTasks();
  let head: TasksHead | null = null;
  let family: TaskFamily | null = null;
  const list = (page: number) => () => {
    head ??= tasksHead(source);
    return tasksView(source, head, page);
  };
  const pages: Page<TasksView | TaskView>[] = [
    { kind: 'tasks', path: tasksPath(programme), view: list(1), data: true, shape: { fractions: countsFractions(source.config) } },
  ];
  for (let page = 2; page <= pageCount(listed.length); page++) {
    pages.push({ kind: 'tasks', path: tasksPagePath(programme, page), view: list(page), data: false });
  }
  listed.forEach(({ task }, at) => {
    const view = () => {
      family ??= taskFamily(source);
      return taskView(at, source, family);
    };
    pages.push({ kind: 'task', path: taskPath(programme, task.id), view, data: false, untouchedBy: tablesApart(source, task.id) });
  });
  return pages;
}

function sessionPages(source: ProgrammeSource): Page<SessionsView>[] {
  if (source.result.sessions.length === 0) return [];
  return [{ kind: 'sessions', path: sessionsPath(source.config.id), view: () => sessionsView(source), data: true }];
}

export function programmePages(site: Site, result: ProgrammeResult): Page[] {
  const source = programmeSource(site, result);
  const programme: Page<ProgrammeView> = {
    kind: 'programme',
    path: programmePath(source.config.id),
    view: () => programmeView(source),
    data: true,
    tables: programmeTables({ ...result, history: hasHistory(source) }),
  };
  const method: Page<MethodView> = { kind: 'method', path: methodPath(source.config.id), view: () => methodView(source), data: false };
  return [programme, ...awardPages(source), ...sessionPages(source), ...taskPages(source), method];
}
