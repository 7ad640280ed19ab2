import { expect, test } from 'vitest';
import { freeSlots, taskCounters, taskStatus } from './task.ts';

const now = new Date('2026-12-01T12:00:00Z');
const later = new Date('2026-12-02T12:00:00Z');
const before = new Date('2026-11-30T12:00:00Z');
const none = { live: 0, waiting: 0, approved: 0, rejected: 0 };
const fresh = { slots: 2, released: 0, expiresAt: later, reviewingAt: null, disposedAt: null };

test.each([
  ['a slot is free', fresh, none, 'assignable'],
  ['a slot is free beside others that are held', fresh, { ...none, live: 1 }, 'assignable'],
  ['all are held', { ...fresh, slots: 0 }, { ...none, live: 2 }, 'unassignable'],
  ['all are handed in', { ...fresh, slots: 0 }, { ...none, waiting: 2 }, 'reviewable'],
  ['all are decided', { ...fresh, slots: 0 }, { ...none, approved: 2 }, 'reviewable'],
  ['it expired and is held by nobody', { ...fresh, expiresAt: before }, none, 'reviewable'],
  [
    'it expired while somebody holds one',
    { ...fresh, expiresAt: before },
    { ...none, live: 1 },
    'unassignable',
  ],
  [
    'it is being looked at',
    { ...fresh, slots: 0, reviewingAt: now },
    { ...none, waiting: 2 },
    'reviewing',
  ],
  [
    'it was put away',
    { ...fresh, slots: 0, disposedAt: now },
    { ...none, approved: 2 },
    'disposed',
  ],
  ['the money of what was free went back', { ...fresh, released: 2 }, none, 'reviewable'],
  ['that of some did', { ...fresh, released: 1 }, none, 'assignable'],
  ['it never ends', { ...fresh, expiresAt: null }, none, 'assignable'],
] as const)('when %s', (_when, task, counts, status) => {
  expect(taskStatus(task, counts, now)).toBe(status);
});

test('nobody can take a slot of a task that expired, was put away, or was paid back', () => {
  expect(freeSlots(fresh, now)).toBe(2);
  expect(freeSlots({ ...fresh, expiresAt: null }, now)).toBe(2);
  expect(freeSlots({ ...fresh, expiresAt: before }, now)).toBe(0);
  expect(freeSlots({ ...fresh, disposedAt: now }, now)).toBe(0);
  expect(freeSlots({ ...fresh, released: 1 }, now)).toBe(1);
});

test('an expired task still counts its free slots as available; completed means decided', () => {
  const counts = { live: 1, waiting: 2, approved: 3, rejected: 4 };
  expect(taskCounters({ slots: 5 }, counts)).toEqual({ available: 5, pending: 1, completed: 7 });
});
