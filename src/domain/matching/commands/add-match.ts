import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { lockOwnProject, ownsProject } from '#domain/projects/commands/lock-project.ts';
import { takesProposals } from '#domain/projects/project.ts';
import type { Context } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import { appendEvent } from '#platform/event-log.ts';
import { MOST_MATCHES } from '../match-limits.ts';
import { candidatesById } from '../queries/candidates.ts';
import { judgeOf } from '../queries/find-matches.ts';
import { readVocabulary } from '../queries/vocabulary.ts';
import { writeMatches } from './write-matches.ts';

/**
 * Puts a listed freelancer on the list of an open project, with its score and reasons; nobody is
 * told before the list is sent. Who stands there already stays, and `seq` is null.
 */
export async function addMatch(
  ctx: Context,
  input: { projectId: string; freelancerId: string },
): Promise<{ projectId: string; freelancerId: string; seq: number | null }> {
  const { project, actor } = await lockOwnProject(ctx, input.projectId, 'invite');
  if (!takesProposals(project, ctx.now)) {
    refuse('wrong_state', { thing: 'project', state: project.state, act: 'invite' });
  }
  const db = ctx.tx as unknown as ReadDb;
  const [candidate] = isId(input.freelancerId)
    ? await candidatesById(db, [input.freelancerId])
    : [];
  if (candidate === undefined) return refuse('not_found', { thing: 'freelancer' });
  const { id: freelancerId, name } = candidate;
  if (await ownsProject(ctx, project.clientId, freelancerId)) refuse('own_project');
  const done = { projectId: project.id, freelancerId };
  if (await stands(ctx, done)) return { ...done, seq: null };
  await assertRoom(ctx, project.id);
  const vocabulary = await readVocabulary(db);
  const judge = await judgeOf(db, project, { vocabulary, now: ctx.now });
  const matches = [judge(candidate).match];
  const list = { matches, state: 'suggested', addedBy: actor.memberId } as const;
  await writeMatches(ctx, project.id, list);
  const { seq } = await appendEvent(ctx, {
    kind: 'project.match_added',
    rootKind: 'project',
    rootId: project.id,
    subjectId: freelancerId,
    parties: [project.clientId],
    data: { title: project.title, freelancerId, name },
  });
  return { ...done, seq };
}

/** Whether it waits on the list, or has an invitation that was not withdrawn. */
async function stands(
  ctx: Context,
  { projectId, freelancerId }: { projectId: string; freelancerId: string },
): Promise<boolean> {
  const listed = await ctx.tx
    .selectFrom('projectMatch')
    .select('state')
    .where('projectId', '=', projectId)
    .where('freelancerId', '=', freelancerId)
    .where('state', '=', 'suggested')
    .executeTakeFirst();
  const invited = await ctx.tx
    .selectFrom('projectInvitation')
    .select('invitedAt')
    .where('projectId', '=', projectId)
    .where('freelancerId', '=', freelancerId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return listed !== undefined || invited !== undefined;
}

async function assertRoom(ctx: Context, projectId: string): Promise<void> {
  const rows = await ctx.tx
    .selectFrom('projectMatch')
    .select('freelancerId')
    .where('projectId', '=', projectId)
    .where('state', '!=', 'removed')
    .limit(MOST_MATCHES)
    .execute();
  if (rows.length >= MOST_MATCHES) {
    refuse('input_invalid', { rule: 'too_many', limit: MOST_MATCHES }, 'freelancerId');
  }
}
