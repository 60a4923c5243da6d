/** Section `cli` of the dictionary. */
import type { cli as zh } from '../zh-CN/cli.ts';

export const cli: Readonly<Record<keyof typeof zh, string>> = {};
