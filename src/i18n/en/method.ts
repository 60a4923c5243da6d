/** Section `method` of the dictionary. */
import type { method as zh } from '../zh-CN/method.ts';

export const method: Readonly<Record<keyof typeof zh, string>> = {};
