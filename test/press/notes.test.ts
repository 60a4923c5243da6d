import { expect, test } from 'vitest';
import { parseNotes } from '../../src/press/notes.ts';

test('a note that was cut short is none', () => {
  const notes = parseNotes('k\na/\t{"key":"1","files":[],"records":[],"pictures":[]}\nb/\t{"key":"2","fil', 'k');
  expect(notes.find('a/')?.key).toBe('1');
  expect(notes.find('b/')).toBeNull();
});
