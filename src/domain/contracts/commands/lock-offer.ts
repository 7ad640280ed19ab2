import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { type LockedContract, lockContract } from './lock-contract.ts';
import { type LockedOffer, lockProposal } from './lock-proposal.ts';

/** Locks all that an offer's answer changes: project, proposal, contract, in this order. */
export async function lockOffer(
  ctx: Context,
  contractId: string,
): Promise<LockedOffer & { contract: LockedContract }> {
  if (!isId(contractId)) return refuse('not_found', { thing: 'contract' });
  const found = await ctx.tx
    .selectFrom('contract')
    .select('proposalId')
    .where('id', '=', contractId)
    .executeTakeFirst();
  if (found === undefined) return refuse('not_found', { thing: 'contract' });
  const offer = await lockProposal(ctx, found.proposalId);
  return { ...offer, contract: await lockContract(ctx, contractId) };
}
