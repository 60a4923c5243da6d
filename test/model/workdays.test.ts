import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dateOf, weekdaysBetween } from '../../src/model/days.ts';
import { parseDays, toCalendar, WEEKDAYS, workdaysBetween } from '../../src/model/workdays.ts';

/** Mid-Autumn and National Day of 2023: off from 29 September to 6 October, worked on 7 and 8 October. */
const AUTUMN = toCalendar(parseDays('2023-09-29..2023-10-06') ?? [], [...(parseDays('2023-10-07') ?? []), ...(parseDays('2023-10-08') ?? [])]);
const day = fc.integer({ min: 19_000, max: 20_500 }).map(dateOf);

describe('working days', () => {
  test('leave out holidays and count the weekend days that are worked for them', () => {
    expect(workdaysBetween('2023-09-28', '2023-10-06', AUTUMN)).toBe(0);
    expect(workdaysBetween('2023-09-28', '2023-10-08', AUTUMN)).toBe(2);
    expect(workdaysBetween('2023-09-28', '2023-10-09', AUTUMN)).toBe(3);
    expect(workdaysBetween('2023-09-28', '2023-10-09', WEEKDAYS)).toBe(7);
  });

  test('are Mondays to Fridays where no holidays are listed', () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        expect(workdaysBetween(from, to, WEEKDAYS) + 0).toBe(weekdaysBetween(from, to));
      }),
    );
  });

  test('add up over any day between', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        expect(workdaysBetween(a, b, AUTUMN) + workdaysBetween(b, c, AUTUMN)).toBe(workdaysBetween(a, c, AUTUMN));
      }),
    );
  });

  test('a day counts one or none', () => {
    fc.assert(
      fc.property(day, (from) => {
        expect([0, 1]).toContain(workdaysBetween(from, addDays(from, 1), AUTUMN));
      }),
    );
  });
});

test('days off are a day or a range that is no slip of the pen', () => {
  expect(parseDays('2023-01-01')).toHaveLength(1);
  expect(parseDays('2023-09-29..2023-10-06')).toHaveLength(8);
  expect(parseDays('2023-01-01..2023-01-31')).toHaveLength(31);
  expect(parseDays('2023-01-01..2023-02-01')).toBeNull();
  expect(parseDays('2023年9月29日..2023年10月6日')).toHaveLength(8);
  for (const wrong of ['', 'October', '2023-02-30', '2023-10-06..2023-09-29', '2023-01-01..2023-12-31', '2023-01-01..2023-01-02..2023-01-03']) {
    expect(parseDays(wrong), wrong).toBeNull();
  }
});
