import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextState } from '#domain/kernel/state-table.ts';
import { HOURS, TWO_SLICES } from '#test/cast/projects.ts';
import { isLive, PROPOSAL_STATES, readMilestones, storedMilestones } from './proposal.ts';
import { type FixedTerms, type HourlyTerms, priceOf, proposalProblems } from './proposal-terms.ts';

test('a proposal is sent, changed, offered and signed', () => {
  const by = <Who>(who: Who) => who;
  const freelancer = by('freelancer' as const);
  expect(nextState(PROPOSAL_STATES, null, { act: 'send', who: freelancer })).toBe('sent');
  expect(nextState(PROPOSAL_STATES, 'sent', { act: 'change', who: freelancer })).toBe('sent');
  expect(nextState(PROPOSAL_STATES, 'sent', { act: 'offer', who: 'client' })).toBe('offered');
  expect(nextState(PROPOSAL_STATES, 'offered', { act: 'sign', who: freelancer })).toBe('accepted');
});

test('an offered proposal can neither be changed nor withdrawn', () => {
  for (const act of ['change', 'withdraw'] as const) {
    const step = { act, who: 'freelancer' as const };
    expect(() => nextState(PROPOSAL_STATES, 'offered', step)).toThrow('wrong_state');
  }
});

test('exactly the states that hold a place are live', () => {
  const states = ['sent', 'offered', 'accepted', 'withdrawn', 'declined', 'lapsed', 'not_chosen'];
  expect(states.map((state) => isLive(state as 'sent'))).toEqual([
    ...[true, true, true],
    ...[false, false, false, false],
  ]);
});

test.each<[string, Partial<FixedTerms>, string, string]>([
  ['no milestones', { milestones: [], priceMinor: 0n }, 'price', 'input_invalid'],
  ['a sum that is not the price', { priceMinor: 160_001n }, 'milestones', 'milestones_must_sum'],
  ['no cover', { cover: ' ' }, 'cover', 'input_invalid'],
  ['a cover of 5,001 characters', { cover: 'x'.repeat(5_001) }, 'cover', 'input_invalid'],
  ['delivery in no days', { deliveryDays: 0 }, 'deliveryDays', 'input_invalid'],
])('%s is refused at its field', (_name, change, field, code) => {
  const problem = proposalProblems({ ...TWO_SLICES, ...change }, 'USD')[0];
  expect([problem?.field, problem?.code]).toEqual([field, code]);
});

test('21 milestones are too many, and each wrong one is named', () => {
  const slice = { title: 'Part', details: '', amountMinor: 10n, dueDays: 1 };
  const many = { ...TWO_SLICES, priceMinor: 210n, milestones: Array(21).fill(slice) };
  expect(proposalProblems(many, 'USD').map((one) => one.data)).toEqual([
    { rule: 'too_many', limit: 20 },
  ]);
  const broken = { title: '', details: 'x'.repeat(2_001), amountMinor: 0n, dueDays: 0 };
  const fields = proposalProblems({ ...TWO_SLICES, milestones: [broken] }, 'USD').map(
    (one) => one.field,
  );
  expect(fields).toEqual([
    ...['title', 'details', 'amount', 'dueDays'].map((name) => `milestones.0.${name}`),
    'milestones',
  ]);
});

test.each<[string, Partial<HourlyTerms>, string]>([
  ['no rate', { hourlyRateMinor: 0n }, 'hourlyRate'],
  ['no hours', { estimatedHours: 0 }, 'estimatedHours'],
  ['a sum beyond all bounds', { hourlyRateMinor: 10n ** 15n }, 'estimatedHours'],
  ['169 hours a week', { weeklyLimitHours: 169 }, 'weeklyLimitHours'],
])('hourly: %s is refused at its field', (_name, change, field) => {
  expect(proposalProblems({ ...HOURS, ...change }, 'USD').map((one) => one.field)).toEqual([field]);
});

test('an hourly price is rate × hours', () => {
  expect(priceOf(HOURS)).toBe(2_550n * 120n);
  expect(priceOf(TWO_SLICES)).toBe(160_000n);
});

test('milestones come back from their column as they went in', () => {
  const milestone = fc.record({
    title: fc.string(),
    details: fc.string(),
    amountMinor: fc.bigInt({ min: 1n, max: 10n ** 15n }),
    dueDays: fc.integer({ min: 1, max: 1_825 }),
  });
  fc.assert(
    fc.property(fc.array(milestone, { maxLength: 20 }), (milestones) => {
      expect(readMilestones(JSON.parse(storedMilestones(milestones)))).toEqual(milestones);
    }),
  );
});
