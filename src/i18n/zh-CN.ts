/** The dictionary in Chinese: the type of every other. */
import { assessProblems } from './zh-CN/assessProblems.ts';
import { award } from './zh-CN/award.ts';
import { board } from './zh-CN/board.ts';
import { cli } from './zh-CN/cli.ts';
import { element } from './zh-CN/element.ts';
import { frame } from './zh-CN/frame.ts';
import { method } from './zh-CN/method.ts';
import { modelProblems } from './zh-CN/modelProblems.ts';
import { period } from './zh-CN/period.ts';
import { programme } from './zh-CN/programme.ts';
import { readProblems } from './zh-CN/readProblems.ts';
import { site } from './zh-CN/site.ts';
import { task } from './zh-CN/task.ts';
import { term } from './zh-CN/term.ts';
import { unit } from './zh-CN/unit.ts';

export const zhCN = {
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
} as const;

export type Key = keyof typeof zhCN;
export type Dictionary = Readonly<Record<Key, string>>;
