import { writeInvitations } from '#domain/projects/commands/invite-freelancer.ts';
import type { LockedProject } from '#domain/projects/commands/lock-project.ts';
import { LIVE_PROPOSAL_STATES } from '#domain/projects/proposal.ts';
import type { Context, JsonResult } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { bestReason, type Reason } from '../match-score.ts';
import type { Vocabulary } from '../vocabulary.ts';

export type ToTell = {
  freelancerId: string;
  name: string;
  reasons: readonly Reason[];
  /** Who put it on the list; null where the marketplace did. */
  addedBy: string | null;
};

/** Invites each who has not proposed, with the reasons; gives those who had no invitation before. */
export async function tellMatches(
  ctx: Context,
  project: LockedProject,
  { matches, vocabulary }: { matches: readonly ToTell[]; vocabulary: Vocabulary },
): Promise<string[]> {
  const member = ctx.actor.kind === 'member' ? ctx.actor.memberId : null;
  const proposed = await liveProposers(ctx, project.id);
  const open = matches.filter((one) => !proposed.has(one.freelancerId));
  const invitations = open.map(({ freelancerId, reasons, addedBy }) => ({
    freelancerId,
    invitedBy: member,
    note: '',
    source: sourceOf(addedBy),
    reasons,
  }));
  const invited = await writeInvitations(ctx, project.id, invitations);
  const told = matches.filter((one) => invited.has(one.freelancerId));
  for (const { freelancerId, name, reasons, addedBy } of told) {
    await appendEvent(ctx, {
      kind: 'project.freelancer_invited',
      rootKind: 'project',
      rootId: project.id,
      subjectId: freelancerId,
      parties: [project.clientId, freelancerId],
      data: {
        title: project.title,
        freelancerId,
        name,
        told: true,
        source: sourceOf(addedBy),
        byMarket: member === null,
        ...reasonData(reasons, vocabulary),
      },
    });
  }
  return told.map((one) => one.freelancerId);
}

async function liveProposers(ctx: Context, projectId: string): Promise<Set<string>> {
  const rows = await ctx.tx
    .selectFrom('proposal')
    .select('freelancerId')
    .where('projectId', '=', projectId)
    .where('state', 'in', [...LIVE_PROPOSAL_STATES])
    .execute();
  return new Set(rows.map((row) => row.freelancerId));
}

function sourceOf(addedBy: string | null): 'client' | 'match' {
  return addedBy === null ? 'match' : 'client';
}

/** The best reason as plain values, with names where people read them. */
function reasonData(
  reasons: readonly Reason[],
  { skillNames }: Vocabulary,
): { [key: string]: JsonResult } {
  const best = bestReason(reasons);
  if (best === undefined) return {};
  const { key, skills, hours } = best.says;
  const names = Array.isArray(skills) ? skills.map((slug) => skillNames.get(slug) ?? slug) : [];
  return {
    reason: key,
    ...(names.length > 0 && { reasonSkills: names.slice(0, 3).join(', ') }),
    ...(typeof hours === 'number' && { reasonHours: hours }),
  };
}
