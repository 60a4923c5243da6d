/** Section `award` of the dictionary. */
import type { award as zh } from '../zh-CN/award.ts';

export const award: Readonly<Record<keyof typeof zh, string>> = {};
