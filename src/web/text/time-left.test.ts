import { expect, test } from 'vitest';
import { duration, timeLeft } from './time-left.ts';

test.each([
  [90_000, '25 hours'],
  [301, '5 min'],
  [300, '5 min 0 s'],
  [249, '4 min 9 s'],
  [60, '1 min 0 s'],
  [59.2, '1 min 0 s'],
  [59, '59 s'],
  [0.3, '1 s'],
  [0, 'time is over'],
  [-4, 'time is over'],
])('%d seconds are left: %s', (seconds, says) => {
  expect(timeLeft(seconds)).toBe(says);
});

test.each([
  [15, '15 s'],
  [720, '12 min'],
  [3_600, '1 hour'],
  [172_800, '2 days'],
])('%d seconds last %s', (seconds, says) => {
  expect(duration(seconds)).toBe(says);
});
