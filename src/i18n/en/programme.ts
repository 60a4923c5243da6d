/** Section `programme` of the dictionary. */
import type { programme as zh } from '../zh-CN/programme.ts';

export const programme: Readonly<Record<keyof typeof zh, string>> = {};
