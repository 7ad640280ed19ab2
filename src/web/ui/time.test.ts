import { expect, it } from 'vitest';
import { formatTime, relativeTime } from './time.tsx';

const NOW = new Date('2026-11-21T12:00:00Z');

it.each([
  ['2026-11-21T11:59:40Z', 'just now'],
  ['2026-11-21T11:58:00Z', '2 minutes ago'],
  ['2026-11-21T09:10:00Z', '2 hours ago'],
  ['2026-11-19T12:00:00Z', '2 days ago'],
  ['2026-12-03T16:42:00Z', 'in 12 days'],
  ['2026-11-28T11:59:00Z', 'in 7 days'],
  ['2026-11-27T23:00:00Z', 'in 6 days'],
  ['2026-11-22T11:59:00Z', 'in 23 hours'],
  ['2026-11-21T12:00:20Z', 'in less than a minute'],
  ['2024-11-01T12:00:00Z', '2 years ago'],
])('%s is %s', (at, words) => {
  expect(relativeTime(new Date(at), NOW)).toBe(words);
});

it('always writes the zone', () => {
  const at = new Date('2026-11-19T16:42:00Z');
  expect(formatTime(at, 'UTC')).toBe('19 Nov 2026, 16:42 UTC');
  expect(formatTime(at, 'Europe/Bucharest')).toMatch(/^19 Nov 2026, 18:42 \S+$/);
});
