/** Section `modelProblems` of the dictionary. */
import type { modelProblems as zh } from '../zh-CN/modelProblems.ts';

export const modelProblems: Readonly<Record<keyof typeof zh, string>> = {};
