/**
 * Any sequence of acts, sensible or not: money is conserved per currency, no balance falls below
 * zero, and escrow equals what open contracts say. Refusals are expected; failures are not.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideMoneyRequest } from '#domain/billing/commands/decide-money-request.ts';
import { requestWithdrawal } from '#domain/billing/commands/request-withdrawal.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { dueEarnings, sweepEarning } from '#domain/ledger/commands/sweep-earning.ts';
import type { Command, JsonResult } from '#platform/context.ts';
import { checkLedger, DAY_MS, type Pair, payIn, signedContract } from '#test/cast/contracts.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { acceptBySilence, acceptMilestone } from './commands/accept-milestone.ts';
import { answerEnding } from './commands/answer-ending.ts';
import { deliverMilestone } from './commands/deliver-milestone.ts';
import { endContract } from './commands/end-contract.ts';
import { fundMilestone } from './commands/fund-milestone.ts';
import { proposeEnding } from './commands/propose-ending.ts';
import { refundMilestone } from './commands/refund-milestone.ts';
import { requestChanges } from './commands/request-changes.ts';
import { ESCROWED_STATES } from './milestone.ts';

const { run, readDb, db } = await testDatabase();
const rule = systemActor('rule');

const ACTS = [
  'fund',
  'deliver',
  'requestChanges',
  'accept',
  'silence',
  'refund',
  'proposeSplit',
  'agreeSplit',
  'end',
  'withdraw',
  'decide',
  'sweep',
] as const;

type Step = {
  act: (typeof ACTS)[number];
  milestone: 0 | 1;
  by: 'client' | 'freelancer';
  share: number;
  days: number;
};

const CLIENTS_ACTS: readonly string[] = ['fund', 'requestChanges', 'accept', 'proposeSplit'];

/** Mostly the side whose act it is, so that the walk gets somewhere; now and then the other. */
const step: fc.Arbitrary<Step> = fc
  .record({
    act: fc.constantFrom(...ACTS),
    milestone: fc.constantFrom(0 as const, 1 as const),
    stray: fc.integer({ min: 0, max: 6 }),
    share: fc.integer({ min: 0, max: 100 }),
    days: fc.constantFrom(0, 0, 0, 1, 6, 15),
  })
  .map(({ stray, ...one }) => {
    const clients = CLIENTS_ACTS.includes(one.act) !== (stray === 0);
    return { ...one, by: clients ? 'client' : 'freelancer' };
  });

const plain = { milestone: 0 as const, share: 90, days: 0 };

/** Walks that are known to get through, so that every act takes effect in each run of this test. */
const SURE: Step[][] = [
  [
    { ...plain, act: 'fund', by: 'client' },
    { ...plain, act: 'deliver', by: 'freelancer' },
    { ...plain, act: 'requestChanges', by: 'client' },
    { ...plain, act: 'deliver', by: 'freelancer' },
    { ...plain, act: 'accept', by: 'client' },
    { ...plain, act: 'fund', by: 'client', milestone: 1 },
    { ...plain, act: 'deliver', by: 'freelancer', milestone: 1 },
    { ...plain, act: 'silence', by: 'client', milestone: 1, days: 15 },
    { ...plain, act: 'sweep', by: 'client', days: 6 },
    { ...plain, act: 'withdraw', by: 'freelancer', share: 30 },
    { ...plain, act: 'decide', by: 'freelancer' },
    { ...plain, act: 'end', by: 'freelancer' },
  ],
  [
    { ...plain, act: 'fund', by: 'client' },
    { ...plain, act: 'refund', by: 'freelancer' },
    { ...plain, act: 'fund', by: 'client', milestone: 1 },
    { ...plain, act: 'proposeSplit', by: 'client', share: 33 },
    { ...plain, act: 'agreeSplit', by: 'freelancer' },
  ],
];

type World = {
  people: Pair;
  contractId: string;
  milestones: [string, string];
  operator: Actor;
  now: Date;
};

async function newWorld(): Promise<World> {
  const client = await castMember(run, `Client ${Math.random()}`);
  const freelancer = await castMember(run, `Freelancer ${Math.random()}`);
  const operator: Actor = { ...client, operator: true };
  await payIn(run, client, { amountMinor: 170_001n });
  const people = { client, freelancer };
  const { contractId, milestones } = await signedContract(run, readDb, people);
  return { people, contractId, milestones, operator, now: new Date() };
}

/** Does one step; true when it had an effect, false when it was refused. */
async function take(world: World, one: Step): Promise<boolean> {
  world.now = new Date(world.now.getTime() + one.days * DAY_MS);
  const { contractId, people, now } = world;
  const milestoneId = world.milestones[one.milestone];
  const by = people[one.by];
  const act = <I, R extends JsonResult>(command: Command<I, R>, input: I, actor: Actor = by) =>
    run(command, input, { actor, root: contractId, now });
  try {
    if (one.act === 'fund') await act(fundMilestone, { milestoneId });
    if (one.act === 'deliver') await act(deliverMilestone, { milestoneId, note: 'Here' });
    if (one.act === 'requestChanges') await act(requestChanges, { milestoneId, note: 'More' });
    if (one.act === 'accept') await act(acceptMilestone, { milestoneId });
    if (one.act === 'silence') await act(acceptBySilence, { milestoneId }, rule);
    if (one.act === 'refund') await act(refundMilestone, { milestoneId });
    if (one.act === 'end') await act(endContract, { contractId });
    if (one.act === 'proposeSplit') {
      await act(proposeEnding, { contractId, lines: await split(contractId, one.share) });
    }
    if (one.act === 'agreeSplit') {
      await act(answerEnding, { endingId: await openEnding(contractId), answer: 'agree' });
    }
    if (one.act === 'withdraw' || one.act === 'decide') await moveOutside(world, one);
    if (one.act === 'sweep') await sweep(world);
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

async function split(contractId: string, share: number) {
  const escrowed = await readDb
    .selectFrom('milestone')
    .select(['id', 'amountMinor'])
    .where('contractId', '=', contractId)
    .where('state', 'in', [...ESCROWED_STATES])
    .execute();
  return escrowed.map(({ id, amountMinor }) => {
    const toFreelancerMinor = (amountMinor * BigInt(share)) / 100n;
    const toClientMinor = amountMinor - toFreelancerMinor;
    return { milestoneId: id, toFreelancerMinor, toClientMinor };
  });
}

async function openEnding(contractId: string): Promise<string> {
  const row = await readDb
    .selectFrom('contractEnding')
    .select('id')
    .where('contractId', '=', contractId)
    .where('state', '=', 'proposed')
    .executeTakeFirst();
  return row?.id ?? contractId;
}

async function moveOutside(world: World, one: Step): Promise<void> {
  const { partyId } = world.people[one.by];
  const options = { root: partyId, now: world.now };
  if (one.act === 'withdraw') {
    const input = { currency: 'USD', amountMinor: BigInt(one.share * 1_000), payee: 'IBAN 1' };
    await run(requestWithdrawal, input, { ...options, actor: world.people[one.by] });
    return;
  }
  const open = await readDb
    .selectFrom('moneyRequest')
    .select('id')
    .where('partyId', '=', partyId)
    .where('state', '=', 'requested')
    .executeTakeFirst();
  const decision = one.share > 50 ? 'confirm' : 'reject';
  const input = { requestId: open?.id ?? partyId, decision, note: 'Because' } as const;
  await run(decideMoneyRequest, input, { ...options, actor: world.operator });
}

async function sweep(world: World): Promise<void> {
  for (const { id, contractId } of await dueEarnings(readDb, world.now, 10)) {
    const options = { actor: rule, root: contractId, now: world.now };
    await run(sweepEarning, { earningId: id }, options);
  }
}

test('money is conserved in any sequence of acts', { timeout: 120_000 }, async () => {
  const effects = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      const world = await newWorld();
      for (const one of steps) {
        if (await take(world, one)) effects.set(one.act, (effects.get(one.act) ?? 0) + 1);
      }
      const { differences } = await checkLedger(readDb);
      expect(differences).toEqual([]);
    }),
    { numRuns: 40, examples: SURE.map((walk): [Step[]] => [walk]) },
  );
  // A run in which an act never took effect would prove nothing about it.
  const untried = ACTS.filter((act) => !effects.has(act));
  expect(untried).toEqual([]);
  const total = await db
    .selectFrom('ledgerAccount')
    .select(({ fn }) => fn.sum<string>('balanceMinor').as('sum'))
    .executeTakeFirstOrThrow();
  expect(total.sum).toBe('0');
});
