/** Section `site` of the dictionary. */
import type { site as zh } from '../zh-CN/site.ts';

export const site: Readonly<Record<keyof typeof zh, string>> = {};
