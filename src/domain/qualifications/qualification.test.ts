import { expect, test } from 'vitest';
import { type RequestFacts, requestVerdict, stands, testIsOver } from './qualification.ts';

const DAY = 86_400_000;
const begun = new Date('2026-11-20T12:00:00Z');

function days(count: number): Date {
  return new Date(begun.getTime() + count * DAY);
}

const TYPE = { state: 'active', requestable: true, retrySeconds: null } as const;

function facts(parts: Partial<RequestFacts> = {}): RequestFacts {
  return { type: TYPE, latest: null, grant: null, ...parts };
}

function latest(
  state: 'open' | 'submitted' | 'granted' | 'rejected',
  deadline: Date | null = null,
) {
  return { state, requestedAt: begun, deadline };
}

test('a first request may be made while the type is active and can be asked for', () => {
  expect(requestVerdict(facts(), begun)).toEqual({ may: true });
  const closed = { may: false, why: 'closed' };
  expect(requestVerdict(facts({ type: { ...TYPE, state: 'inactive' } }), begun)).toEqual(closed);
  expect(requestVerdict(facts({ type: { ...TYPE, requestable: false } }), begun)).toEqual(closed);
});

test('one request runs at a time; a test whose time ran out does not run', () => {
  const retry = { type: { ...TYPE, retrySeconds: 0n } };
  const waits = facts({ ...retry, latest: latest('submitted') });
  expect(requestVerdict(waits, days(9))).toEqual({ may: false, why: 'waits' });
  const running = facts({ ...retry, latest: latest('open', days(1)) });
  expect(requestVerdict(running, begun)).toEqual({ may: false, why: 'begun' });
  expect(requestVerdict(running, days(2))).toEqual({ may: true });
});

test('without a retry delay there is one request ever, but what expired can be earned again', () => {
  const once = facts({ latest: latest('rejected') });
  expect(requestVerdict(once, days(900))).toEqual({ may: false, why: 'once' });
  const grant = { state: 'granted', expiresAt: days(30) } as const;
  const held = facts({ latest: latest('granted'), grant });
  expect(requestVerdict(held, days(29))).toEqual({ may: false, why: 'once' });
  expect(requestVerdict(held, days(31))).toEqual({ may: true });
  const revoked = facts({ latest: latest('granted'), grant: { ...grant, state: 'revoked' } });
  expect(requestVerdict(revoked, days(31))).toEqual({ may: false, why: 'once' });
});

test('the retry delay runs from the request', () => {
  const again = facts({ type: { ...TYPE, retrySeconds: 604_800n }, latest: latest('rejected') });
  expect(requestVerdict(again, days(6))).toEqual({ may: false, why: 'later', at: days(7) });
  expect(requestVerdict(again, days(7))).toEqual({ may: true });
});

test('a grant stands until it expires or is taken back', () => {
  expect(stands({ state: 'granted', expiresAt: null }, days(9))).toBe(true);
  expect(stands({ state: 'granted', expiresAt: days(9) }, days(9))).toBe(false);
  expect(stands({ state: 'revoked', expiresAt: null }, begun)).toBe(false);
});

test('a test may come half a minute late', () => {
  expect(testIsOver(begun, new Date(begun.getTime() + 30_000))).toBe(false);
  expect(testIsOver(begun, new Date(begun.getTime() + 30_001))).toBe(true);
});
