import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { lockOwnProject } from '#domain/projects/commands/lock-project.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';

/**
 * Takes a freelancer off the list before it is sent; removed again, `seq` is null. Who was told
 * already can only have the invitation withdrawn: `wrong_state`.
 */
export async function removeMatch(
  ctx: Context,
  input: { projectId: string; freelancerId: string },
): Promise<{ projectId: string; freelancerId: string; seq: number | null }> {
  const { project } = await lockOwnProject(ctx, input.projectId, 'invite');
  const { freelancerId } = input;
  const match = isId(freelancerId)
    ? await ctx.tx
        .selectFrom('projectMatch')
        .innerJoin('party', 'party.id', 'projectMatch.freelancerId')
        .select(['projectMatch.state', 'party.name'])
        .where('projectId', '=', project.id)
        .where('freelancerId', '=', freelancerId)
        .executeTakeFirst()
    : undefined;
  if (match === undefined) return refuse('not_found', { thing: 'match' });
  const { state, name } = match;
  const done = { projectId: project.id, freelancerId };
  if (state === 'removed') return { ...done, seq: null };
  if (state === 'sent') refuse('wrong_state', { thing: 'match', state, act: 'remove' });
  await ctx.tx
    .updateTable('projectMatch')
    .set({ state: 'removed' })
    .where('projectId', '=', project.id)
    .where('freelancerId', '=', freelancerId)
    .execute();
  const { seq } = await appendEvent(ctx, {
    kind: 'project.match_removed',
    rootKind: 'project',
    rootId: project.id,
    subjectId: freelancerId,
    parties: [project.clientId],
    data: { title: project.title, freelancerId, name },
  });
  return { ...done, seq };
}
