/** Section `unit` of the dictionary. */
import type { unit as zh } from '../zh-CN/unit.ts';

export const unit: Readonly<Record<keyof typeof zh, string>> = {};
