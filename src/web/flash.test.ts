import { describe, expect, it } from 'vitest';
import type { Flash } from './context.ts';
import { readCookies } from './cookies.ts';
import { flashCookie, readFlash } from './flash.ts';

const NOW = new Date('2026-11-21T12:00:00Z');
const FLASH: Flash = {
  tone: 'go',
  title: 'Released.',
  text: 'USD 1,440.00 is on its way.',
  evidence: { href: '/events/1', label: 'event 42' },
};

function sent(secret = 'right'): Map<string, string> {
  return readCookies(flashCookie(FLASH, secret, NOW).split(';')[0] ?? null);
}

describe('the band after an act', () => {
  it('comes back as it was given', () => {
    expect(readFlash(sent(), 'right', NOW)).toEqual(FLASH);
  });

  it('lives one minute', () => {
    expect(readFlash(sent(), 'right', new Date(NOW.getTime() + 61_000))).toBeNull();
  });

  it.each(['', 'x', 'x.y', 'x.y.z', 'e30.e30', `${'a'.repeat(9_000)}.b`])(
    'is not believed as %s',
    (value) => {
      expect(readFlash(new Map([['anyshore_flash', value]]), 'right', NOW)).toBeNull();
    },
  );

  it('is not believed with another signature', () => {
    expect(readFlash(sent('wrong'), 'right', NOW)).toBeNull();
  });
});
