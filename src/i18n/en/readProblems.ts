/** Section `readProblems` of the dictionary. */
import type { readProblems as zh } from '../zh-CN/readProblems.ts';

export const readProblems: Readonly<Record<keyof typeof zh, string>> = {};
