/** Section `board` of the dictionary. */
import type { board as zh } from '../zh-CN/board.ts';

export const board: Readonly<Record<keyof typeof zh, string>> = {};
