import { describe, expect, it } from 'vitest';
import { REFUSALS } from '#domain/kernel/refusal.ts';
import { refusalNeedsPage, refusalStatus, refusalText } from './refusals.ts';

const ALL = [...REFUSALS, 'cross_site', 'body_too_large', 'no_such_act'] as const;

describe('the table of refusals', () => {
  it.each(ALL)('%s has a status of its own kind and words even without data', (code) => {
    const status = refusalStatus(code);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status === 503 || status < 500).toBe(true);
    const { says } = refusalText(code, {});
    expect(says).toMatch(/^[A-Z].+[a-z\d.]$/s);
    expect(says).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it.each(ALL.filter((code) => refusalNeedsPage(code)))('%s, as a page, has a head', (code) => {
    expect(refusalText(code, {}).title).toMatch(/^[A-Z]/);
  });

  it('asks for a whole number unless a fraction will do', () => {
    const range = { rule: 'out_of_range', from: 1, to: 100_000 };
    expect(refusalText('input_invalid', range).says).toBe('Write a whole number from 1 to 100000');
    const days = refusalText('input_invalid', { ...range, fraction: true });
    expect(days.says).toBe('Write a number from 1 to 100000');
  });

  it('writes sums with their code and its decimals', () => {
    const { says } = refusalText('insufficient_funds', {
      currency: 'JPY',
      availableMinor: '412',
      neededMinor: '1600',
    });
    expect(says).toContain('JPY\u00a01,600');
  });
});
