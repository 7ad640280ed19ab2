/** Everything the page of one project shows to this reader. Server only. */
import { may } from '#domain/accounts/permission.ts';
import { listedAmong } from '#domain/directory/queries/listed-among.ts';
import { eventsOfRoot } from '#domain/evidence/queries/events.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { projectMatches } from '#domain/matching/queries/project-matches.ts';
import { gainsByExtending, mayBeEdited, takesProposals } from '#domain/projects/project.ts';
import { projectDefaults } from '#domain/projects/queries/project-defaults.ts';
import { projectInvitations } from '#domain/projects/queries/project-invitations.ts';
import { type ProjectPage, projectPage } from '#domain/projects/queries/project-page.ts';
import {
  type ProjectProposal,
  type ProposalOrder,
  projectProposals,
} from '#domain/projects/queries/project-proposals.ts';
import type { Web } from '#web/context.ts';
import { bestSentence, reasonNames, reasonSights } from '#web/matching/reason-words.ts';
import { renderMarkdown } from '#web/ui/markdown.ts';

export type ProjectSight = Awaited<ReturnType<typeof projectSight>>;

const EVENTS = 12;

export async function projectSight(
  { readDb, viewer, now }: Pick<Web, 'readDb' | 'viewer' | 'now'>,
  projectId: string,
  sorting: { order: ProposalOrder; descending: boolean; from: number; earlierFrom: number },
) {
  const actor = viewer?.actor ?? null;
  const page = await projectPage(readDb, actor, projectId);
  const { project } = page;
  const isClient = actor !== null && project.relation.isClient;
  const takes = takesProposals(project, now);
  const [received, invitations, unsent, events, { projectDays }, why] = await Promise.all([
    isClient ? projectProposals(readDb, actor, { projectId, ...sorting }) : NO_PROPOSALS,
    isClient ? projectInvitations(readDb, actor, projectId) : [],
    isClient && takes ? countUnsent(readDb, actor, projectId) : 0,
    actor === null ? [] : eventsOfRoot(readDb, actor, { rootId: projectId, limit: EVENTS }),
    projectDefaults(readDb),
    whyInvited(readDb, page),
  ]);
  return {
    ...page,
    requirements: renderMarkdown(project.requirements),
    proposals: received.filter((one) => one.stands),
    earlier: received.filter((one) => !one.stands),
    invitations,
    unsent,
    events: events.slice(0, EVENTS),
    projectDays,
    why,
    isClient,
    signedIn: actor !== null,
    partyId: actor?.partyId ?? '',
    takes,
    editable: isClient && mayBeEdited(project),
    mayPost: actor !== null && may(actor, 'post'),
    gains: gainsByExtending(project, { now, projectDays }),
    mayInvite: actor !== null && may(actor, 'invite') && (project.state === 'draft' || takes),
    mayPropose: actor !== null && may(actor, 'propose'),
    listed: await listedAmong(
      readDb,
      received.map(({ freelancerId }) => freelancerId),
    ),
    sorting,
  };
}

/** How many are on the client's list and are not told yet. */
async function countUnsent(db: Web['readDb'], actor: Actor, projectId: string): Promise<number> {
  const { rows } = await projectMatches(db, actor, projectId);
  return rows.filter(({ state }) => state === 'suggested').length;
}

/** Why this reader was asked, where the marketplace or the client asked. */
async function whyInvited(db: Web['readDb'], { project, invitation }: ProjectPage) {
  if (invitation === null || invitation.reasons.length === 0) return null;
  const names = (await reasonNames(db))(project.categoryName);
  const reasons = reasonSights(invitation.reasons, names);
  const score = reasons.reduce((sum, one) => sum + one.points, 0);
  return { best: bestSentence(invitation.reasons, names), reasons, score };
}

const NO_PROPOSALS: ProjectProposal[] = [];
