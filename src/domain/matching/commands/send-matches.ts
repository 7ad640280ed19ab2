import { refuse } from '#domain/kernel/refusal.ts';
import { assertRoom } from '#domain/projects/commands/invite-freelancer.ts';
import { lockOwnProject } from '#domain/projects/commands/lock-project.ts';
import { takesProposals } from '#domain/projects/project.ts';
import type { Context } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import type { Reason } from '../match-score.ts';
import { matchLimits } from '../queries/match-limits.ts';
import { readVocabulary } from '../queries/vocabulary.ts';
import { claimFreelancers } from './claim-matches.ts';
import { type ToTell, tellMatches } from './tell-matches.ts';

/**
 * Tells everybody who waits on the list. Whom the marketplace suggested and who meanwhile wants no
 * notices, or was told often enough this week, waits on (`held`); whom the client added is told as
 * by any invitation of a client. Refuses `not_found` where nobody waits.
 */
export async function sendMatches(
  ctx: Context,
  input: { projectId: string },
): Promise<{ projectId: string; told: string[]; held: string[] }> {
  const { project } = await lockOwnProject(ctx, input.projectId, 'invite');
  if (!takesProposals(project, ctx.now)) {
    refuse('wrong_state', { thing: 'project', state: project.state, act: 'invite' });
  }
  const waiting = await waitingMatches(ctx, project.id);
  if (waiting.length === 0) refuse('not_found', { thing: 'match' });
  await assertRoom(ctx, project, waiting.length);
  const db = ctx.tx as unknown as ReadDb;
  const suggested = waiting.filter((one) => one.addedBy === null).map((one) => one.freelancerId);
  const limits = await matchLimits(db);
  const free = await claimFreelancers(ctx, suggested, { limits, wait: true });
  const toTell = waiting.filter((one) => one.addedBy !== null || free.has(one.freelancerId));
  const vocabulary = await readVocabulary(db);
  const told = await tellMatches(ctx, project, { matches: toTell, vocabulary });
  await noteSent(ctx, project.id, toTell);
  const held = suggested.filter((id) => !free.has(id));
  return { projectId: project.id, told, held };
}

async function noteSent(ctx: Context, projectId: string, sent: readonly ToTell[]): Promise<void> {
  if (sent.length === 0) return;
  await ctx.tx
    .updateTable('projectMatch')
    .set({ state: 'sent', sentAt: ctx.now })
    .where('projectId', '=', projectId)
    .where(
      'freelancerId',
      'in',
      sent.map((one) => one.freelancerId),
    )
    .execute();
}

async function waitingMatches(ctx: Context, projectId: string): Promise<ToTell[]> {
  return ctx.tx
    .selectFrom('projectMatch')
    .innerJoin('party', 'party.id', 'projectMatch.freelancerId')
    .innerJoin('listing', 'listing.id', 'projectMatch.freelancerId')
    .select(['freelancerId', 'party.name', 'addedBy'])
    .select((on) => on.ref('reasons').$castTo<Reason[]>().as('reasons'))
    .where('projectId', '=', projectId)
    .where('state', '=', 'suggested')
    .orderBy('score', 'desc')
    .orderBy('freelancerId')
    .execute();
}
