import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoSeconds, midnightSeconds } from '../../../src/iam/text/time.ts';

test('a day that the calendar does not have has no midnight', () => {
  expect(midnightSeconds(2024, 2, 29)).toBe(1_709_164_800);
  expect(midnightSeconds(0, 3, 1)).toBe(-62_162_035_200);
  const none: readonly (readonly [number, number, number])[] = [
    ...([
      [2023, 2, 29],
      [1900, 2, 29],
      [2026, 4, 31],
      [2026, 13, 1],
      [2026, 0, 1],
    ] as const),
    ...([
      [2026, 1, 0],
      [2026, 1, 32],
      [NaN, 1, 1],
      [2026, NaN, 1],
      [2026, 12, 99],
    ] as const),
  ];
  expect(none.map((day) => midnightSeconds(...day))).toEqual(none.map(() => NaN));
});

test('the seconds of a moment are those of the day it is written with, and of its time', () => {
  const moments = fc.integer({ min: -62_167_219_200, max: 253_402_300_799 });
  fc.assert(
    fc.property(moments, (seconds) => {
      const [year, month, day, ...clock] = isoSeconds(seconds)
        .split(/[-T:Z]/)
        .map(Number);
      const [hour = NaN, minute = NaN, second = NaN] = clock;
      const midnight = midnightSeconds(year ?? NaN, month ?? NaN, day ?? NaN);
      expect(midnight + hour * 3_600 + minute * 60 + second).toBe(seconds);
    }),
  );
});

test('a moment that no calendar date holds is written as its seconds', () => {
  expect(isoSeconds(1e14)).toBe('100000000000000');
});
