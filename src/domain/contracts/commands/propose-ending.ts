import { requireMember } from '#domain/accounts/permission.ts';
import { newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { partyOf, requireSide } from '../contract.ts';
import { assertEveryCentAnswered, type EndingLine, storedLines } from '../ending.ts';
import { isEscrowed } from '../milestone.ts';
import { lockContract, milestonesOf, requireActive } from './lock-contract.ts';

export type ProposeEnding = { contractId: string; lines: readonly EndingLine[]; note?: string };

/** One side proposes to end with a split of everything in escrow; one such proposal at a time. */
export async function proposeEnding(
  ctx: Context,
  input: ProposeEnding,
): Promise<{ endingId: string; contractId: string; seq: number }> {
  requireMember(ctx.actor, 'refund');
  const contract = await lockContract(ctx, input.contractId);
  const side = requireSide(ctx.actor, contract);
  requireActive(contract);
  const escrowed = (await milestonesOf(ctx, contract.id)).filter((one) => isEscrowed(one.state));
  if (escrowed.length === 0)
    refuse('wrong_state', { thing: 'escrow', state: 'empty', act: 'split' });
  assertEveryCentAnswered(escrowed, input.lines);
  const open = await ctx.tx
    .selectFrom('contractEnding')
    .select('id')
    .where('contractId', '=', contract.id)
    .where('state', '=', 'proposed')
    .executeTakeFirst();
  if (open !== undefined) refuse('ending_pending', { endingId: open.id });
  const id = newId(ctx.home, ctx.now);
  await ctx.tx
    .insertInto('contractEnding')
    .values({
      id,
      contractId: contract.id,
      proposedBy: partyOf(contract, side),
      note: input.note?.trim() ?? '',
      lines: storedLines(input.lines),
      state: 'proposed',
      proposedAt: ctx.now,
    })
    .execute();
  const toFreelancerMinor = input.lines.reduce((sum, line) => sum + line.toFreelancerMinor, 0n);
  const toClientMinor = input.lines.reduce((sum, line) => sum + line.toClientMinor, 0n);
  const event = await appendEvent(ctx, {
    kind: 'contract.ending_proposed',
    rootKind: 'contract',
    rootId: contract.id,
    subjectId: id,
    parties: [contract.clientId, contract.freelancerId],
    data: {
      title: contract.title,
      currency: contract.currency,
      toFreelancerMinor: toFreelancerMinor.toString(),
      toClientMinor: toClientMinor.toString(),
    },
  });
  return { endingId: id, contractId: contract.id, seq: event.seq };
}
