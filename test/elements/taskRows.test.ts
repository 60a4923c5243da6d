import { describe, expect, test } from 'vitest';
import { type Choices, formatChoices, isFiltered, isMatch, knownChoices, readChoices, type TaskEntry } from '../../src/elements/taskRows.ts';

const all = readChoices('');

function entry(facets: Partial<TaskEntry['facets']>, late = false, title = ''): TaskEntry {
  const empty = { status: [], lead: [], category: [], batch: [], origin: [] };
  return { row: {} as HTMLTableRowElement, facets: { ...empty, ...facets }, late, title };
}

describe('what is chosen', () => {
  test('goes into the address and comes back out of it', () => {
    const choices: Choices = { ...all, status: 'in_progress', lead: '市教育局', late: true, q: '大桥', view: 'board' };
    expect(readChoices(formatChoices(choices))).toEqual(choices);
  });

  test('leaves no trace in the address when nothing is chosen', () => {
    expect(formatChoices(all)).toBe('');
    expect(isFiltered(all)).toBe(false);
    expect(isFiltered({ ...all, view: 'board' })).toBe(false);
  });

  test('is kept as far as the list has it', () => {
    const known = { status: ['closed'], lead: [], category: [], batch: [], origin: [] };
    expect(knownChoices({ ...all, status: 'closed', lead: 'gone', q: 'x' }, known)).toEqual({ ...all, status: 'closed', q: 'x' });
  });

  test('is read from any address without a fault', () => {
    expect(readChoices('?view=%00&late=yes&status=')).toEqual(all);
  });
});

describe('a task', () => {
  test('is shown when every choice fits', () => {
    const task = entry({ status: ['in_progress'], lead: ['edu', 'health'] }, true, 'build a bridge');
    expect(isMatch(task, all)).toBe(true);
    expect(isMatch(task, { ...all, lead: 'health', late: true, q: ' Bridge ' })).toBe(true);
    expect(isMatch(task, { ...all, lead: 'hea' })).toBe(false);
    expect(isMatch(task, { ...all, status: 'closed' })).toBe(false);
    expect(isMatch(entry({}), { ...all, late: true })).toBe(false);
  });
});
