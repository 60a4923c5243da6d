import { describe, expect, test } from 'vitest';
import { findColumn, formatColumn, TABLE_NAMES, TABLES } from '../../src/read/headers.ts';

describe('a header', () => {
  test('is known in English and in Chinese for every column of every table, and never means two columns', () => {
    for (const table of TABLE_NAMES) {
      const { columns, aliases } = TABLES[table];
      const names = columns.flatMap((column) => [column, ...(aliases.get(column) ?? [])]);
      expect(new Set(names).size, table).toBe(names.length);
      for (const column of columns) {
        expect(aliases.get(column)?.length, `${table}.${column}`).toBeGreaterThan(0);
        for (const name of [column, ...(aliases.get(column) ?? [])]) expect(findColumn(table, name)).toBe(column);
      }
    }
  });

  test('may name a language', () => {
    expect(findColumn('units', 'name_en')).toBe('name_en');
    expect(findColumn('units', '名称（英文）')).toBe('name_en');
    expect(findColumn('units', '名称(en)')).toBe('name_en');
    expect(findColumn('units', '英文名称')).toBe('name_en');
    expect(findColumn('tasks', 'title_zh-CN')).toBe('title_zh-CN');
    expect(findColumn('progress', '备注_en')).toBe('note_en');
    expect(findColumn('units', '名称（zh_CN）')).toBe('name_zh-CN');
  });

  test('may not name a language where there are no words', () => {
    expect(findColumn('scores', 'score_en')).toBeUndefined();
    expect(findColumn('units', 'colour')).toBeUndefined();
    expect(findColumn('units', '名称（constructor）')).toBeUndefined();
  });

  test('is forgiven its case and its spaces', () => {
    expect(findColumn('awards', 'Awarded on')).toBe('awarded_on');
    expect(findColumn('units', '单位 编号')).toBe('unit');
  });

  test('is called in messages as the portal speaks', () => {
    expect(formatColumn('scores', 'score', 'zh-CN')).toBe('得分（score）');
    expect(formatColumn('scores', 'score', 'en')).toBe('score');
  });
});
