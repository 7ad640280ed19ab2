import { requireMember } from '#domain/accounts/permission.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { lockProject } from './lock-project.ts';

/**
 * Locks the project, then the proposal of the actor's own party. Refuses `not_found` for the
 * proposals of others.
 */
export async function lockOwnProposal(ctx: Context, proposalId: string) {
  const actor = requireMember(ctx.actor, 'propose');
  const found = isId(proposalId)
    ? await ctx.tx
        .selectFrom('proposal')
        .select(['projectId', 'freelancerId'])
        .where('id', '=', proposalId)
        .executeTakeFirst()
    : undefined;
  if (found?.freelancerId !== actor.partyId) return refuse('not_found', { thing: 'proposal' });
  const project = await lockProject(ctx, found.projectId);
  const proposal = await ctx.tx
    .selectFrom('proposal')
    .selectAll()
    .where('id', '=', proposalId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { project, proposal };
}
