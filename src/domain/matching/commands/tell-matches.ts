import { writeInvitation } from '#domain/projects/commands/invite-freelancer.ts';
import type { LockedProject } from '#domain/projects/commands/lock-project.ts';
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

/** Invites each, with the reasons, and tells them; gives those who had no invitation before. */
export async function tellMatches(
  ctx: Context,
  project: LockedProject,
  { matches, vocabulary }: { matches: readonly ToTell[]; vocabulary: Vocabulary },
): Promise<string[]> {
  const told: string[] = [];
  const member = ctx.actor.kind === 'member' ? ctx.actor.memberId : null;
  for (const { freelancerId, name, reasons, addedBy } of matches) {
    const source = addedBy === null ? 'match' : 'client';
    const invitation = { freelancerId, invitedBy: member, note: '', source, reasons } as const;
    if (!(await writeInvitation(ctx, project.id, invitation))) continue;
    told.push(freelancerId);
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
        source,
        byMarket: member === null,
        ...reasonData(reasons, vocabulary),
      },
    });
  }
  return told;
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
