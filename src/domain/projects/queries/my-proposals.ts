import { requireMember } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { decodeCursor, toPage } from '#domain/kernel/cursor.ts';
import type { ReadDb } from '#platform/database.ts';
import type { ProposalState } from '../proposal.ts';

export type MyProposal = Awaited<ReturnType<typeof myProposals>>['rows'][number];

/** The proposals of the party the actor acts for, newest first. */
export async function myProposals(
  db: ReadDb,
  actor: Actor,
  question: { states?: readonly ProposalState[]; cursor?: string; limit: number },
) {
  const { partyId } = requireMember(actor, 'see_work');
  const { states, cursor, limit } = question;
  let query = db
    .selectFrom('proposal')
    .innerJoin('project', 'project.id', 'proposal.projectId')
    .innerJoin('party', 'party.id', 'project.clientId')
    .select([
      'proposal.id',
      'proposal.projectId',
      'project.title',
      'project.state as projectState',
      'project.currency',
      'project.clientId',
      'party.name as clientName',
      'proposal.state',
      'proposal.pricing',
      'proposal.priceMinor',
      'proposal.hourlyRateMinor',
      'proposal.deliveryDays',
      'proposal.sentAt',
      'proposal.changedAt',
      'proposal.version',
    ])
    .where('proposal.freelancerId', '=', partyId)
    .orderBy('proposal.sentAt', 'desc')
    .orderBy('proposal.id', 'desc')
    .limit(limit + 1);
  if (states !== undefined) query = query.where('proposal.state', 'in', [...states]);
  if (cursor !== undefined) {
    const { at, id } = decodeCursor(cursor);
    query = query.where((on) =>
      on(on.refTuple('proposal.sentAt', 'proposal.id'), '<', on.tuple(at, id)),
    );
  }
  return toPage(await query.execute(), limit, (row) => ({ at: row.sentAt, id: row.id }));
}
