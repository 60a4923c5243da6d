import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createUtf8Writer } from '../src/utf8.ts';

test('pieces in one are the same as all of them at once, again and again', () => {
  const writer = createUtf8Writer();
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array());
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(Buffer.from(writer.join(pieces))).toEqual(Buffer.concat(pieces.map((one) => Buffer.from(one))));
    }),
  );
});

test('it grows to what it must hold, whatever that is made of', () => {
  const writer = createUtf8Writer();
  const text = '阳光榜'.repeat(400_000);
  expect(Buffer.from(writer.join(['a', text, Buffer.from(text)])).toString()).toBe(`a${text}${text}`);
  expect(Buffer.from(writer.join(['b'])).toString()).toBe('b');
});

test('what broke off leaves nothing for the next', () => {
  const writer = createUtf8Writer();
  const broken = function* (): Generator<string> {
    yield 'half';
    throw new Error('no more');
  };
  expect(() => writer.join(broken())).toThrow('no more');
  expect(Buffer.from(writer.join(['whole'])).toString()).toBe('whole');
});
