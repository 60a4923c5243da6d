/** Section `task` of the dictionary. */
import type { task as zh } from '../zh-CN/task.ts';

export const task: Readonly<Record<keyof typeof zh, string>> = {};
