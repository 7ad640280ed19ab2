import { refuse } from '#domain/kernel/refusal.ts';
import { type LockedProject, lockProject } from '#domain/projects/commands/lock-project.ts';
import { takesProposals } from '#domain/projects/project.ts';
import type { Context } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import { appendEvent } from '#platform/event-log.ts';
import { chooseMatches, type Match } from '../choose-matches.ts';
import { scoreCandidates } from '../queries/find-matches.ts';
import { matchLimits } from '../queries/match-limits.ts';
import { readVocabulary } from '../queries/vocabulary.ts';
import { claimMatches } from './claim-matches.ts';
import { tellMatches } from './tell-matches.ts';
import { writeMatches } from './write-matches.ts';

/**
 * Finds the best freelancers for a published project and tells them, or lays the list before the
 * client where it asked for that. Once for a project: done again, it does nothing.
 */
export async function matchProject(
  ctx: Context,
  input: { projectId: string },
): Promise<{ matched: number }> {
  if (ctx.actor.kind !== 'system') return refuse('not_allowed');
  const project = await lockProject(ctx, input.projectId);
  const hidden = project.hiddenAudience !== null;
  const due = project.matchedAt === null && project.matching !== 'off' && !hidden;
  if (!due || !takesProposals(project, ctx.now)) return { matched: 0 };
  const db = ctx.tx as unknown as ReadDb;
  const limits = { ...(await matchLimits(db)), projectId: project.id };
  const terms = { ...project, projectId: project.id };
  const vocabulary = await readVocabulary(db);
  const candidates = await scoreCandidates(db, terms, { vocabulary, now: ctx.now });
  const review = project.matching === 'review';
  const matches = review
    ? chooseMatches(candidates, limits)
    : await claimMatches(ctx, candidates, limits);
  await ctx.tx
    .updateTable('project')
    .set({ matchedAt: ctx.now })
    .where('id', '=', project.id)
    .execute();
  const list = { matches, state: review ? 'suggested' : 'sent', addedBy: null } as const;
  await writeMatches(ctx, project.id, list);
  await noteMatched(ctx, project, { matches, review });
  if (!review) {
    const told = matches.map((one) => ({ ...one, addedBy: null }));
    await tellMatches(ctx, project, { matches: told, vocabulary });
  }
  return { matched: matches.length };
}

async function noteMatched(
  ctx: Context,
  project: LockedProject,
  { matches, review }: { matches: readonly Match[]; review: boolean },
): Promise<void> {
  await appendEvent(ctx, {
    kind: 'project.matched',
    rootKind: 'project',
    rootId: project.id,
    parties: [project.clientId],
    data: {
      title: project.title,
      count: matches.length,
      newcomers: matches.filter((one) => one.newcomer).length,
      review,
    },
  });
}
