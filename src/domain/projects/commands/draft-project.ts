import { requireMember } from '#domain/accounts/permission.ts';
import { attachFiles } from '#domain/files/commands/attach-files.ts';
import { newId } from '#domain/kernel/ids.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { PROJECT_STATES } from '../project.ts';
import type { ProjectTerms } from '../project-terms.ts';
import { acceptTerms, eventTerms, projectColumns } from './accept-terms.ts';

export type DraftProject = { terms: ProjectTerms; fileIds?: readonly string[] };

/** Writes down a new requirement that only its client sees yet. */
export async function draftProject(
  ctx: Context,
  input: DraftProject,
): Promise<{ projectId: string; seq: number }> {
  const actor = requireMember(ctx.actor, 'post');
  const terms = await acceptTerms(ctx, input.terms);
  const projectId = newId(ctx.home, ctx.now);
  await ctx.tx
    .insertInto('project')
    .values({
      ...projectColumns(terms),
      id: projectId,
      clientId: actor.partyId,
      postedBy: actor.memberId,
      state: nextState(PROJECT_STATES, null, { act: 'draft', who: 'client' }),
      createdAt: ctx.now,
    })
    .execute();
  const files = await attachFiles(ctx, {
    subjectKind: 'project',
    subjectId: projectId,
    fileIds: input.fileIds ?? [],
  });
  const event = await appendEvent(ctx, {
    kind: 'project.drafted',
    rootKind: 'project',
    rootId: projectId,
    subjectId: projectId,
    parties: [actor.partyId],
    data: { ...eventTerms(terms), files },
  });
  return { projectId, seq: event.seq };
}
