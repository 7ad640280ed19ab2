import { expect, test } from 'vitest';
import { requestDeposit } from '#domain/billing/commands/request-deposit.ts';
import { acceptMilestone } from '#domain/contracts/commands/accept-milestone.ts';
import { deliverMilestone } from '#domain/contracts/commands/deliver-milestone.ts';
import { fundMilestone } from '#domain/contracts/commands/fund-milestone.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { addFeeRule } from '#domain/market/commands/add-fee-rule.ts';
import { payIn, signedContract } from '#test/cast/contracts.ts';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { castOperator } from '#test/cast/operators.ts';
import { testDatabase } from '#test/database.ts';
import { contractSums } from './contract-sums.ts';
import { eventCounts } from './event-counts.ts';
import { eventOfNumber, eventPage } from './event-page.ts';
import { eventsOfRoot, eventWithTransfers } from './events.ts';

const { run, readDb } = await testDatabase();

test('the events of a purse are for those who may see money', async () => {
  const owner = await castOrganization(run, await castMember(run, 'Mara Oduya'), {
    name: 'Harrow & Lane',
    kind: 'client',
  });
  const rootId = owner.partyId;
  const deposit = { currency: 'USD', amountMinor: 100_000n };
  const { seq } = await run(requestDeposit, deposit, { actor: owner, root: rootId });
  const kindsFor = async (actor: MemberActor) =>
    (await eventsOfRoot(readDb, actor, { rootId, limit: 10 })).map(({ kind }) => kind);
  expect(await kindsFor(owner)).toEqual(['deposit.requested', 'organization.founded']);
  const eventId = await eventOfNumber(readDb, owner, { rootId, seq });

  for (const blind of [
    { ...owner, role: 'member' },
    { ...owner, scopes: ['work'] },
  ] satisfies MemberActor[]) {
    expect(await kindsFor(blind)).toEqual(['organization.founded']);
    expect([...(await eventCounts(readDb, blind, rootId)).keys()]).toEqual([
      'organization.founded',
    ]);
    await expect(eventOfNumber(readDb, blind, { rootId, seq })).rejects.toThrow('not_found');
    await expect(eventWithTransfers(readDb, blind, eventId)).rejects.toThrow('not_found');
    await expect(eventPage(readDb, blind, eventId)).rejects.toThrow('not_found');
  }
});

test('transfers of one moment stand in the order they were booked', async () => {
  const operator = await castOperator(run, 'Olena Koval');
  const fee = { contractKind: 'fixed', payer: 'client', currency: null } as const;
  const tiers = [{ upToMinor: null, basisPoints: 300 }];
  const startsAt = new Date().toISOString();
  const rule = { ...fee, tiers, minimumMinor: null, maximumMinor: null, startsAt };
  await run(addFeeRule, rule, { actor: operator, root: 'new' });
  for (let round = 0; round < 5; round += 1) {
    const client = await castMember(run, `Mara ${round}`);
    const freelancer = await castMember(run, `Ioana ${round}`);
    await payIn(run, client, { amountMinor: 500_000n });
    const { contractId, milestones } = await signedContract(run, readDb, { client, freelancer });
    const [milestoneId] = milestones;
    const act = { root: contractId, now: new Date() };
    const { seq } = await run(fundMilestone, { milestoneId }, { actor: client, ...act });
    await run(deliverMilestone, { milestoneId, note: 'Done' }, { actor: freelancer, ...act });
    await run(acceptMilestone, { milestoneId }, { actor: client, ...act });

    const eventId = await eventOfNumber(readDb, client, { rootId: contractId, seq });
    const { transfers } = await eventWithTransfers(readDb, client, eventId);
    expect(transfers[0]?.debitKind).toBe('wallet');
    expect(transfers.at(-1)?.creditKind).toBe('escrow');
    const { transfers: parts } = await contractSums(readDb, client, contractId);
    expect(parts.map(({ part }) => part)).toEqual([
      'funded',
      'earned',
      'freelancer_fee',
      'client_fee',
    ]);
  }
});
