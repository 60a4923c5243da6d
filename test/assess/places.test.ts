import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakTies, orderOf, rankKeys } from '../../src/assess/places.ts';

const keys = fc.array(fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -40, max: 40 }) }, fc.constant(Number.NaN)), { maxLength: 60 });

test('whole numbers that are counted and others that are sorted get the same places', () => {
  fc.assert(
    fc.property(keys, (list) => {
      const counted = rankKeys(Float64Array.from(list));
      const sorted = rankKeys(Float64Array.from(list, (key) => key / 64 + 0.001));
      const wide = rankKeys(Float64Array.from(list, (key) => key * 1e6));
      expect([sorted, wide]).toEqual([counted, counted]);
    }),
  );
});

test('zero and minus zero share a place', () => {
  expect(Array.from(rankKeys(Float64Array.of(0, -0, 0.5)))).toEqual([1, 1, 3]);
});

test('nothing, and nothing but missing keys, give no places', () => {
  expect(Array.from(rankKeys(new Float64Array()))).toEqual([]);
  expect(Array.from(rankKeys(Float64Array.of(Number.NaN, Number.NaN)))).toEqual([0, 0]);
});

test('breaking ties never moves a unit past one that was strictly better', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), fc.option(fc.nat(5), { nil: Number.NaN })), { maxLength: 40 }), (pairs) => {
      const first = rankKeys(Float64Array.from(pairs, ([key]) => key));
      const broken = breakTies(
        first,
        Float64Array.from(pairs, ([, key]) => key),
      );
      for (let i = 0; i < pairs.length; i++) {
        for (let j = 0; j < pairs.length; j++) if ((first[i] as number) < (first[j] as number)) expect(broken[i]).toBeLessThan(broken[j] as number);
      }
    }),
  );
});

test('the order lists every position once, places first and rising', () => {
  fc.assert(
    fc.property(keys, (list) => {
      const places = rankKeys(Float64Array.from(list));
      const order = Array.from(orderOf(places), (at) => places[at] as number);
      const ranked = order.filter((place) => place > 0);
      expect(order.slice(0, ranked.length)).toEqual([...ranked].sort((a, b) => a - b));
      expect(new Set(orderOf(places)).size).toBe(list.length);
    }),
  );
});
