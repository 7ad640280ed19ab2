/** Contracts of the cast, from the award on, and the check that no cent went astray. */
import { depositDirectly } from '#domain/billing/commands/deposit-directly.ts';
import { awardProposal } from '#domain/contracts/commands/award-proposal.ts';
import { signContract } from '#domain/contracts/commands/sign-contract.ts';
import { type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { type LedgerReport, verifyLedger } from '#domain/ledger/queries/verify-ledger.ts';
import { CLAIMS } from '#domain/market/queries/check-ledger.ts';
import type { ReadDb } from '#platform/database.ts';
import type { Run } from '#platform/run.ts';
import { openProject, propose } from './projects.ts';

export const DAY_MS = 86_400_000;

/** Pays money into the party's wallet, in minor units. */
export async function payIn(
  run: Run,
  party: MemberActor,
  deposit: { amountMinor: bigint; currency?: string },
): Promise<void> {
  const { amountMinor, currency = 'USD' } = deposit;
  const input = { partyId: party.partyId, currency, amountMinor };
  await run(depositDirectly, input, { actor: systemActor('cast'), root: party.partyId });
}

export type Pair = { client: MemberActor; freelancer: MemberActor };

/** An offer that the freelancer has not answered. */
export async function offeredContract(run: Run, { client, freelancer }: Pair): Promise<string> {
  const projectId = await openProject(run, client);
  const proposalId = await propose(run, freelancer, projectId);
  const award = { proposalId, version: 1 };
  const { contractId } = await run(awardProposal, award, { actor: client, root: proposalId });
  return contractId;
}

/** A signed contract of two milestones: USD 600.00 and USD 1,000.00. */
export async function signedContract(
  run: Run,
  readDb: ReadDb,
  pair: Pair,
): Promise<{ contractId: string; milestones: [string, string] }> {
  const contractId = await offeredContract(run, pair);
  await run(signContract, { contractId }, { actor: pair.freelancer, root: contractId });
  const rows = await readDb
    .selectFrom('milestone')
    .select('id')
    .where('contractId', '=', contractId)
    .orderBy('position')
    .execute();
  const [first, second] = rows.map((row) => row.id);
  if (first === undefined || second === undefined) throw new Error('Two milestones were agreed');
  return { contractId, milestones: [first, second] };
}

export function checkLedger(readDb: ReadDb): Promise<LedgerReport> {
  return verifyLedger(readDb, CLAIMS);
}
