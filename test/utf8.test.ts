import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Utf8Writer } from '../src/utf8.ts';

test('what is put together is the same as all of it at once, again and again', () => {
  const writer = new Utf8Writer();
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array());
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      for (const one of pieces) writer.add(one);
      expect(Buffer.from(writer.take())).toEqual(Buffer.concat(pieces.map((one) => Buffer.from(one))));
    }),
  );
});

test('it grows to what it must hold, whatever that is made of', () => {
  const writer = new Utf8Writer();
  const text = '阳光榜'.repeat(400_000);
  writer.add('a');
  writer.add(text);
  writer.add(Buffer.from(text));
  expect(Buffer.from(writer.take()).toString()).toBe(`a${text}${text}`);
  writer.add('b');
  expect(Buffer.from(writer.take()).toString()).toBe('b');
});
