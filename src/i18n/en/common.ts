/** Section `common` of the dictionary. */
import type { common as zh } from '../zh-CN/common.ts';

export const common: Readonly<Record<keyof typeof zh, string>> = {};
