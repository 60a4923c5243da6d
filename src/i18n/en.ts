/** The dictionary in English. */
import { assessProblems } from './en/assessProblems.ts';
import { award } from './en/award.ts';
import { board } from './en/board.ts';
import { cli } from './en/cli.ts';
import { element } from './en/element.ts';
import { frame } from './en/frame.ts';
import { method } from './en/method.ts';
import { modelProblems } from './en/modelProblems.ts';
import { period } from './en/period.ts';
import { programme } from './en/programme.ts';
import { readProblems } from './en/readProblems.ts';
import { site } from './en/site.ts';
import { task } from './en/task.ts';
import { term } from './en/term.ts';
import { unit } from './en/unit.ts';
import type { Dictionary } from './zh-CN.ts';

export const en: Dictionary = {
  ...frame,
  ...element,
  ...board,
  ...unit,
  ...task,
  ...award,
  ...period,
  ...programme,
  ...method,
  ...readProblems,
  ...modelProblems,
  ...assessProblems,
  ...cli,
  ...site,
  ...term,
};
