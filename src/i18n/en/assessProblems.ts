/** Section `assessProblems` of the dictionary. */
import type { assessProblems as zh } from '../zh-CN/assessProblems.ts';

export const assessProblems: Readonly<Record<keyof typeof zh, string>> = {};
