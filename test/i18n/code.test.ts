import { expect, test } from 'vitest';
import { joinCode } from '../../src/i18n/code.ts';

test('a code is one word, however it is cut', () => {
  expect(joinCode(' O-acc-02 ')).toBe('oacc02');
  expect(joinCode('honour-2023-Q4-eco')).toBe('honour2023q4eco');
  expect(joinCode('0101')).toBe('0101');
});

test('a name is no code, nor is a date in words', () => {
  for (const text of ['cross-city', 'bridge 2', '2023年', '-1', '']) expect(joinCode(text)).toBeNull();
});
