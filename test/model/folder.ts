/** A portal folder out of texts, read and parsed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { getTranslate } from '../../src/i18n/index.ts';
import { parsePortal } from '../../src/model/parsePortal.ts';
import type { Portal } from '../../src/model/portal.ts';
import { type Problem, Problems } from '../../src/problems.ts';
import { readFolder } from '../../src/read/folder.ts';

export type Files = Readonly<Record<string, string>>;

export interface Parsed {
  readonly portal: Portal | null;
  readonly problems: readonly Problem[];
  readonly codes: readonly string[];
}

export async function parseFiles(files: Files, asOf: string | null = null): Promise<Parsed> {
  const root = mkdtempSync(join(tmpdir(), 'portal-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const problems = new Problems();
  const folder = await readFolder(root, problems);
  const portal = await parsePortal(folder, problems, { today: '2024-06-30', asOf });
  rmSync(root, { recursive: true });
  return { portal, problems: problems.list, codes: problems.list.map(({ code }) => code) };
}

/** A problem as a person reads it. */
export function printProblem({ code, place, params }: Problem, lang: string): string {
  const t = getTranslate(lang) as (key: string, params: Problem['params']) => string;
  const at = [place.file, place.line, place.column].filter((part) => part !== null).join(':');
  return `${at} ${t(`problem.${code}`, params)} ${t(`hint.${code}`, params)}`;
}

export async function printProblems(files: Files, lang = 'en'): Promise<readonly string[]> {
  return (await parseFiles(files)).problems.map((problem) => printProblem(problem, lang));
}

/** A small portal without a fault. */
export const BASE: Files = {
  'portal.yaml': 'title: 示范\npublisher: 示范办\nlanguages: [zh-CN, en]\n',
  'programmes/board.yaml':
    'id: board\nname: 考核\ncadence: quarter\ndimensions:\n  - { id: work, name: 工作, weight: 60 }\n  - { id: life, name: 民生, weight: 40 }\n',
  'units.csv': 'unit,name,name_en\nfutian,福田区,Futian\nluohu,罗湖区,Luohu\n',
  'scores.csv': 'programme,unit,dimension,period,score,status\nboard,futian,work,2023-Q3,90,\nboard,luohu,work,2023-Q3,,not_submitted\n',
};
