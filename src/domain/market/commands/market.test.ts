import { expect, test } from 'vitest';
import { feeRulesAt } from '#domain/ledger/queries/fee-rules.ts';
import { DAY_MS, payIn } from '#test/cast/contracts.ts';
import { clockwork } from '#test/cast/jobs.ts';
import { castMember } from '#test/cast/members.ts';
import { castOperator } from '#test/cast/operators.ts';
import { testDatabase } from '#test/database.ts';
import type { NewFeeRule } from '../fee-rule.ts';
import { MARKET_ROOT } from '../market.ts';
import { feeRuleList } from '../queries/fee-rule-list.ts';
import { lastLedgerCheck } from '../queries/last-ledger-check.ts';
import { termsNow } from '../queries/terms.ts';
import { addFeeRule } from './add-fee-rule.ts';
import { askForLedgerCheck } from './ask-for-ledger-check.ts';
import { changeTerms } from './change-terms.ts';
import { endFeeRule } from './end-fee-rule.ts';

const { run, db, readDb, url } = await testDatabase();
const { react } = clockwork({ run, readDb });
const operator = await castOperator(run, 'Noor Haddad');
const member = await castMember(run, 'Ioana Petrescu');
const asOperator = { actor: operator, root: MARKET_ROOT };

function rule(changes: Partial<NewFeeRule> = {}): NewFeeRule {
  return {
    contractKind: 'fixed',
    payer: 'freelancer',
    currency: 'USD',
    tiers: [
      { upToMinor: '100000', basisPoints: 1_500 },
      { upToMinor: null, basisPoints: 500 },
    ],
    minimumMinor: null,
    maximumMinor: null,
    startsAt: new Date().toISOString(),
    ...changes,
  };
}

async function usdTiers(at: Date): Promise<number[]> {
  const rules = await feeRulesAt(readDb, { contractKind: 'fixed', currency: 'USD', at });
  return rules.freelancer.tiers.map((tier) => tier.basisPoints);
}

test('a rule holds from its start, a later one replaces it, its end brings the earlier back', async () => {
  const now = new Date();
  const later = new Date(now.getTime() + 10 * DAY_MS);
  await run(addFeeRule, rule({ startsAt: now.toISOString() }), { ...asOperator, now });
  const coming = rule({
    startsAt: later.toISOString(),
    tiers: [{ upToMinor: null, basisPoints: 100 }],
  });
  const { ruleId } = await run(addFeeRule, coming, { ...asOperator, now });
  expect(await usdTiers(new Date(now.getTime() - 1))).toEqual([1_000]);
  expect(await usdTiers(now)).toEqual([1_500, 500]);
  expect(await usdTiers(later)).toEqual([100]);
  const states = async (at: Date) =>
    (await feeRuleList(readDb, at))
      .filter((one) => one.contractKind === 'fixed' && one.payer === 'freelancer')
      .map((one) => `${one.currency} ${one.state}`);
  expect(await states(now)).toEqual(['USD coming', 'USD in_force', 'null in_force']);
  expect(await states(later)).toEqual(['USD in_force', 'USD replaced', 'null in_force']);

  const ending = new Date(later.getTime() + DAY_MS);
  await run(endFeeRule, { ruleId }, { ...asOperator, now: ending });
  expect(await usdTiers(new Date(ending.getTime() - 1))).toEqual([100]);
  expect(await usdTiers(ending)).toEqual([1_500, 500]);
  await expect(run(endFeeRule, { ruleId }, { ...asOperator, now: ending })).rejects.toMatchObject({
    code: 'already_done',
  });
});

test('a rule that has not begun is taken back whole', async () => {
  const startsAt = new Date(Date.now() + 5 * DAY_MS).toISOString();
  const { ruleId } = await run(addFeeRule, rule({ payer: 'client', startsAt }), asOperator);
  const ended = await run(endFeeRule, { ruleId }, asOperator);
  expect(ended.withdrawn).toBe(true);
  expect((await feeRuleList(readDb, new Date())).some((one) => one.id === ruleId)).toBe(false);
});

test.each<[string, Partial<NewFeeRule>, string]>([
  ['no tier', { tiers: [] }, 'input_invalid'],
  ['no open end', { tiers: [{ upToMinor: '5', basisPoints: 1 }] }, 'input_invalid'],
  [
    'tiers that fall',
    {
      tiers: [
        { upToMinor: '50', basisPoints: 1 },
        { upToMinor: '50', basisPoints: 1 },
        { upToMinor: null, basisPoints: 1 },
      ],
    },
    'input_invalid',
  ],
  ['more than all', { tiers: [{ upToMinor: null, basisPoints: 10_001 }] }, 'input_invalid'],
  ['part of a hundredth', { tiers: [{ upToMinor: null, basisPoints: 0.5 }] }, 'input_invalid'],
  ['sums in no currency', { currency: null }, 'input_invalid'],
  ['a maximum below the minimum', { minimumMinor: '9', maximumMinor: '8' }, 'input_invalid'],
  ['an unknown currency', { currency: 'XYZ' }, 'currency_unknown'],
  ['a start in the past', { startsAt: '2026-01-01T00:00:00Z' }, 'date_in_past'],
  ['no date', { startsAt: 'soon' }, 'date_in_past'],
])('a rule with %s is refused', async (_what, changes, code) => {
  await expect(run(addFeeRule, rule(changes), asOperator)).rejects.toMatchObject({ code });
});

test('terms change within their limits, and the event says from what to what', async () => {
  const changes = { offerDays: 3, name: '  Northshore   Cooperative ' };
  const { changed } = await run(changeTerms, changes, asOperator);
  expect(changed.sort()).toEqual(['name', 'offerDays']);
  expect(await termsNow(readDb)).toMatchObject({ offerDays: 3, name: 'Northshore Cooperative' });
  const again = await run(changeTerms, { offerDays: 3 }, asOperator);
  expect(again).toEqual({ changed: [], seq: null });
  const event = await db
    .selectFrom('event')
    .select('data')
    .where('kind', '=', 'terms.changed')
    .executeTakeFirstOrThrow();
  expect(event.data).toMatchObject({ offerDays: { from: 7, to: 3 } });
  for (const wrong of [
    { offerDays: 0 },
    { securityDays: 91 },
    { acceptanceDays: 1.5 },
    { name: ' ' },
  ]) {
    await expect(run(changeTerms, wrong, asOperator)).rejects.toMatchObject({
      code: 'input_invalid',
    });
  }
});

test('only operators change the market', async () => {
  const asMember = { actor: member, root: MARKET_ROOT };
  const no = { code: 'not_allowed' };
  await expect(run(addFeeRule, rule(), asMember)).rejects.toMatchObject(no);
  await expect(run(endFeeRule, { ruleId: MARKET_ROOT }, asMember)).rejects.toMatchObject(no);
  await expect(run(changeTerms, { offerDays: 2 }, asMember)).rejects.toMatchObject(no);
  await expect(run(askForLedgerCheck, null, asMember)).rejects.toMatchObject(no);
});

test('a check that is asked for is done, kept, and told to operators when the ledger differs', async () => {
  await payIn(run, member, { amountMinor: 500n });
  await run(askForLedgerCheck, null, asOperator);
  expect((await lastLedgerCheck(readDb)).askedAt).not.toBeNull();
  await react();
  const clean = await lastLedgerCheck(readDb);
  expect(clean.askedAt).toBeNull();
  expect(clean.last?.check).toMatchObject({ differenceCount: 0, accounts: 2, transfers: 1 });
  expect(clean.last?.check.totals).toEqual([
    { kind: 'outside', currency: 'USD', totalMinor: '-500', accounts: 1 },
    { kind: 'wallet', currency: 'USD', totalMinor: '500', accounts: 1 },
  ]);

  const { default: pg } = await import('pg');
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query("update ledger_account set balance_minor = 501 where kind = 'wallet'");
  await owner.end();
  await run(askForLedgerCheck, null, asOperator);
  await react();
  await react();
  const { last } = await lastLedgerCheck(readDb);
  expect(last?.check.differenceCount).toBeGreaterThan(0);
  expect(last?.check.differences[0]).toMatchObject({ expectedMinor: '500', foundMinor: '501' });
  const told = await db
    .selectFrom('notification')
    .select('kind')
    .where('memberId', '=', operator.memberId)
    .where('kind', '=', 'ledger.checked')
    .execute();
  expect(told.length).toBeGreaterThan(0);
});
