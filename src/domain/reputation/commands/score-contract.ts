import { homeOf } from '#domain/kernel/ids.ts';
import type { Context } from '#platform/context.ts';
import { noteOutcome } from './note-outcome.ts';
import { scoreParty } from './score-party.ts';

/**
 * Notes what both sides of an ended contract did and scores both. In one transaction: for whoever
 * needs the scores at once; the jobs do the same in steps.
 */
export async function scoreContract(
  ctx: Context,
  input: { contractId: string },
): Promise<{ contractId: string; changed: ('client' | 'freelancer')[] }> {
  const { changed, parties } = await noteOutcome(ctx, input);
  // In one order, so that two contracts of the same two parties cannot wait for each other.
  const sides = parties.toSorted((a, b) => (a.partyId < b.partyId ? -1 : 1));
  for (const party of sides) {
    await scoreParty({ ...ctx, home: homeOf(party.partyId) }, party);
  }
  return { contractId: input.contractId, changed };
}
