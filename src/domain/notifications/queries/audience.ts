import { memberIdByEmail, operatorIds } from '#domain/accounts/queries/members-of-parties.ts';
import { contractParties } from '#domain/contracts/queries/contract-parties.ts';
import type { RootKind } from '#domain/kernel/event.ts';
import { clientOfProject, freelancerOfProposal } from '#domain/projects/queries/project-parties.ts';
import type { ReadDb } from '#platform/database.ts';
import type { Audience, NoticeEvent, Side } from '../notice.ts';

export type ToldEvent = NoticeEvent & { rootKind: RootKind; actorPartyId: string | null };

/** A party that an event concerns, and as what it is told. */
export type Told = { partyId: string; side: Side };

/** The parties that this audience of the event is. */
export async function audienceOf(
  db: ReadDb,
  event: ToldEvent,
  audience: Audience,
): Promise<Told[]> {
  switch (audience) {
    case 'owner':
      return [{ partyId: event.rootId, side: 'owner' }];
    case 'subject':
      return event.subjectId === null ? [] : [{ partyId: event.subjectId, side: 'subject' }];
    case 'invitee': {
      const memberId = await memberIdByEmail(db, String(event.data.email));
      return memberId === undefined ? [] : [{ partyId: memberId, side: 'subject' }];
    }
    case 'operators': {
      const ids = await operatorIds(db);
      return ids.map((partyId) => ({ partyId, side: 'operator' as const }));
    }
    case 'client':
    case 'freelancer':
    case 'worker':
      return (await sidesOf(db, event)).filter(({ side }) => side === audience);
    case 'sides':
      return sidesOf(db, event);
    case 'other':
      return (await sidesOf(db, event)).filter(({ partyId }) => partyId !== event.actorPartyId);
  }
}

async function sidesOf(db: ReadDb, event: ToldEvent): Promise<Told[]> {
  if (event.rootKind === 'batch' || event.rootKind === 'work') return taskSides(event);
  const { clientId, freelancerId } = await partiesOf(db, event);
  return [
    ...(clientId === undefined ? [] : [{ partyId: clientId, side: 'client' as const }]),
    ...(freelancerId === undefined ? [] : [{ partyId: freelancerId, side: 'freelancer' as const }]),
  ];
}

/** Events of tasks name both sides themselves: they are many, and their tables are not asked. */
function taskSides({ data }: ToldEvent): Told[] {
  const { clientId, workerId } = data;
  return [
    ...(typeof clientId === 'string' ? [{ partyId: clientId, side: 'client' as const }] : []),
    ...(typeof workerId === 'string' ? [{ partyId: workerId, side: 'worker' as const }] : []),
  ];
}

async function partiesOf(
  db: ReadDb,
  event: ToldEvent,
): Promise<{ clientId?: string | undefined; freelancerId?: string | undefined }> {
  if (event.rootKind === 'contract') return (await contractParties(db, event.rootId)) ?? {};
  if (event.rootKind !== 'project') return {};
  const clientId = await clientOfProject(db, event.rootId);
  const { subjectId } = event;
  if (subjectId === null) return { clientId };
  if (event.kind.startsWith('proposal.')) {
    return { clientId, freelancerId: await freelancerOfProposal(db, subjectId) };
  }
  const invited = [
    'project.freelancer_invited',
    'project.invitation_declined',
    'project.invitation_withdrawn',
  ];
  return invited.includes(event.kind) ? { clientId, freelancerId: subjectId } : { clientId };
}
