import { expect, test } from 'vitest';
import { review } from './review.ts';

test('what was left as it was is one answer or several', () => {
  expect(review.skipped(1)).toBe('1 answer was decided meanwhile and left as it was.');
  expect(review.skipped(2)).toBe('2 answers were decided meanwhile and left as they were.');
});
