import type { Selectable } from 'kysely';
import { assertHome, isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import type { Project, Proposal } from '#platform/schema.ts';

export type LockedOffer = { project: Selectable<Project>; proposal: Selectable<Proposal> };

/** Locks a proposal's project, then the proposal: the order of every act between the two. */
export async function lockProposal(ctx: Context, proposalId: string): Promise<LockedOffer> {
  if (!isId(proposalId)) return refuse('not_found', { thing: 'proposal' });
  const found = await ctx.tx
    .selectFrom('proposal')
    .select('projectId')
    .where('id', '=', proposalId)
    .executeTakeFirst();
  if (found === undefined) return refuse('not_found', { thing: 'proposal' });
  const project = await ctx.tx
    .selectFrom('project')
    .selectAll()
    .where('id', '=', found.projectId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  assertHome(ctx.home, project.id);
  const proposal = await ctx.tx
    .selectFrom('proposal')
    .selectAll()
    .where('id', '=', proposalId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { project, proposal };
}
