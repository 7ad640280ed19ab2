/** Whom a project asks: the list of the marketplace, and whom the client asked by name. Server only. */
import { may, requireMember } from '#domain/accounts/permission.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { MOST_MATCHES } from '#domain/matching/match-limits.ts';
import { projectMatches } from '#domain/matching/queries/project-matches.ts';
import { suggestedMatches } from '#domain/matching/queries/suggested-matches.ts';
import { takesProposals } from '#domain/projects/project.ts';
import { findOwnProject } from '#domain/projects/queries/find-project.ts';
import { freelancersToInvite } from '#domain/projects/queries/freelancers-to-invite.ts';
import { projectInvitations } from '#domain/projects/queries/project-invitations.ts';
import type { ReadDb } from '#platform/database.ts';
import { askedState } from './asked-state.ts';
import { bestSentence, reasonNames, reasonSights } from './reason-words.ts';

export type MatchSight = Awaited<ReturnType<typeof matchSight>>;
export type AskedRow = MatchSight['asked'][number];
export type SuggestedRow = MatchSight['suggested'][number];

const NEXT_SHOWN = 6;

type Question = { projectId: string; text: string; freelancerId: string | null };

export async function matchSight(
  { readDb, actor, now }: { readDb: ReadDb; actor: MemberActor; now: Date },
  question: Question,
) {
  requireMember(actor, 'invite');
  const { projectId } = question;
  const project = await findOwnProject(readDb, actor, projectId);
  const [matches, invitations, namesOf, found] = await Promise.all([
    projectMatches(readDb, actor, projectId),
    projectInvitations(readDb, actor, projectId),
    reasonNames(readDb),
    findByName(readDb, actor, question),
  ]);
  const names = namesOf(project.categoryName);
  const invited = new Map(invitations.map((one) => [one.freelancerId, one]));
  const listed = new Set(matches.rows.map((one) => one.freelancerId));
  const open = takesProposals(project, now);
  const draft = project.state === 'draft';
  const asked = [
    ...matches.rows.map(({ reasons, name, country, ...one }) => {
      const note = invited.get(one.freelancerId)?.note ?? '';
      return {
        ...one,
        id: one.freelancerId,
        ...who(name, country),
        ...why(reasons),
        note,
        byMarket: one.addedBy === null,
      };
    }),
    ...invitations
      .filter((one) => one.freelancerId === null || !listed.has(one.freelancerId))
      .map(({ freelancerName, freelancerCountry, reasons: _none, source, ...one }) => ({
        ...one,
        ...who(freelancerName, freelancerCountry),
        ...why([]),
        state: 'sent' as const,
        score: null,
        newcomer: false,
        byMarket: source === 'match',
      })),
  ].map((one) => ({ ...one, look: askedState(one, draft) }));
  const next = open || draft ? await nextBest() : [];
  return {
    project,
    mode: matches.mode,
    matchedAt: matches.matchedAt,
    asked,
    suggested: next,
    full: matches.rows.length >= MOST_MATCHES,
    open,
    draft,
    /** Whether somebody may still be told. */
    mayAsk: may(actor, 'invite') && (open || draft),
    ...found,
  };

  async function nextBest() {
    const rows = await suggestedMatches(readDb, actor, { projectId, limit: NEXT_SHOWN, now });
    return rows.map(({ reasons, name, country, ...one }) => ({
      ...one,
      ...who(name, country),
      ...why(reasons),
    }));
  }

  function why(reasons: (typeof matches.rows)[number]['reasons']) {
    return { best: bestSentence(reasons, names), reasons: reasonSights(reasons, names) };
  }
}

function who(name: string, country: string | null) {
  return { name, country };
}

/** Search by name: `text` finds, `freelancerId` is the one chosen, ready for a note. */
async function findByName(
  db: ReadDb,
  actor: MemberActor,
  { projectId, text, freelancerId }: Question,
) {
  const found =
    freelancerId === null
      ? await freelancersToInvite(db, actor, { projectId, text })
      : await freelancersToInvite(db, actor, { projectId, freelancerId });
  const chosen = freelancerId === null ? undefined : found.find((one) => one.invitedAt === null);
  return { found, chosen, text };
}
