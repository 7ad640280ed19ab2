import { homeOf } from '#domain/kernel/ids.ts';
import type { ReadDb } from '#platform/database.ts';
import type { ContractFacts } from '../outcome.ts';

export type EndedContract = {
  facts: ContractFacts;
  category: string;
  currency: string;
};

/** All that the outcomes of a contract are read from; undefined while it has not ended. */
export async function contractFacts(
  db: ReadDb,
  contractId: string,
): Promise<EndedContract | undefined> {
  const row = await db
    .selectFrom('contract')
    .innerJoin('project', 'project.id', 'contract.projectId')
    .select(['contract.clientId', 'contract.freelancerId', 'signedAt', 'endedBy'])
    .select(['project.category', 'contract.currency', 'contract.endedAt'])
    .where('contract.id', '=', contractId)
    .executeTakeFirst();
  if (row === undefined || row.endedAt === null) return undefined;
  const milestones = await db
    .selectFrom('milestone')
    .select(['id', 'amountMinor', 'dueOn', 'fundedAt', 'settledAt', 'acceptedByRule', 'grossMinor'])
    .where('contractId', '=', contractId)
    .orderBy('position')
    .execute();
  const deliveries = await db
    .selectFrom('delivery')
    .innerJoin('milestone', 'milestone.id', 'delivery.milestoneId')
    .select(['milestoneId', 'number', 'delivery.deliveredAt', 'answer'])
    .where('milestone.contractId', '=', contractId)
    .orderBy('delivery.id')
    .execute();
  const changes = await db
    .selectFrom('milestoneChange')
    .select(['id', 'milestoneId', 'proposedBy', 'state'])
    .where('contractId', '=', contractId)
    .orderBy('id')
    .execute();
  const feedback = await db
    .selectFrom('feedback')
    .select(['aboutParty', 'stars', 'revealedAt', 'hiddenAt'])
    .where('contractId', '=', contractId)
    .execute();
  const { category, currency } = row;
  const contract = { ...row, endedAt: row.endedAt };
  const events = await eventsOf(db, contractId);
  return {
    facts: { contract, milestones, deliveries, changes, feedback, events },
    category,
    currency,
  };
}

function eventsOf(db: ReadDb, contractId: string) {
  return db
    .selectFrom('event')
    .select(['id', 'seq', 'kind', 'subjectId'])
    .where('home', '=', homeOf(contractId))
    .where('rootId', '=', contractId)
    .orderBy('seq')
    .execute();
}
