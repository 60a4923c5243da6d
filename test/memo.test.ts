import { expect, test } from 'vitest';
import { oncePer } from '../src/memo.ts';

test('what is made of an object is made once, null among it, and shared', () => {
  const asked: string[] = [];
  const initial = oncePer(({ name }: { readonly name: string }): { readonly letter: string } | null => {
    asked.push(name);
    return name === '' ? null : { letter: name.charAt(0) };
  });
  const north = { name: 'North' };
  const nobody = { name: '' };
  expect(initial(north)).toBe(initial(north));
  expect([initial(nobody), initial(nobody)]).toEqual([null, null]);
  expect(initial({ name: 'North' })).not.toBe(initial(north));
  expect(asked).toEqual(['North', '', 'North']);
});

test('what could not be made is tried again', () => {
  let tries = 0;
  const made = oncePer((_: object) => {
    tries++;
    if (tries === 1) throw new Error('not yet');
    return { tries };
  });
  const key = {};
  expect(() => made(key)).toThrow('not yet');
  expect(made(key)).toEqual({ tries: 2 });
});
