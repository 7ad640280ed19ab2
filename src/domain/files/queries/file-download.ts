import type { Actor } from '#domain/kernel/actor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { isRefusal, refuse } from '#domain/kernel/refusal.ts';
import { findProject, readingParty } from '#domain/projects/queries/find-project.ts';
import type { ReadDb } from '#platform/database.ts';

export type FileDownload = Awaited<ReturnType<typeof fileDownload>>;

/**
 * A file that this reader may download; refuses `not_found` otherwise. Files of a project: whoever
 * may see the project. Of a proposal: the client and its author. Of a delivery: the parties of its
 * contract. Of a batch, or attached to nothing: the party that sent it.
 */
export async function fileDownload(db: ReadDb, actor: Actor | null, fileId: string) {
  const file = isId(fileId)
    ? await db
        .selectFrom('file')
        .select(['id', 'name', 'mediaType', 'sizeBytes', 'sha256', 'partyId'])
        .select(['subjectKind', 'subjectId'])
        .where('id', '=', fileId)
        .executeTakeFirst()
    : undefined;
  if (file === undefined) return refuse('not_found', { thing: 'file' });
  const { partyId, subjectKind, subjectId, ...download } = file;
  const reader = readingParty(actor);
  const allowed =
    subjectKind === 'project'
      ? await mayReadProject(db, actor, subjectId ?? '')
      : reader !== null && (await parties(db, { ...file, partyId })).includes(reader);
  return allowed ? download : refuse('not_found', { thing: 'file' });
}

async function mayReadProject(
  db: ReadDb,
  actor: Actor | null,
  projectId: string,
): Promise<boolean> {
  try {
    await findProject(db, actor, projectId);
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

type Attached = { partyId: string; subjectKind: string | null; subjectId: string | null };

/** The parties that may read a file which does not belong to a project. */
async function parties(db: ReadDb, file: Attached): Promise<string[]> {
  if (file.subjectId === null || file.subjectKind === 'batch') return [file.partyId];
  const row =
    file.subjectKind === 'proposal'
      ? await proposalParties(db, file.subjectId)
      : await deliveryParties(db, file.subjectId);
  return row === undefined ? [] : [row.clientId, row.freelancerId];
}

async function proposalParties(db: ReadDb, proposalId: string) {
  return db
    .selectFrom('proposal')
    .innerJoin('project', 'project.id', 'proposal.projectId')
    .select(['project.clientId', 'proposal.freelancerId'])
    .where('proposal.id', '=', proposalId)
    .executeTakeFirst();
}

async function deliveryParties(db: ReadDb, deliveryId: string) {
  return db
    .selectFrom('delivery')
    .innerJoin('milestone', 'milestone.id', 'delivery.milestoneId')
    .innerJoin('contract', 'contract.id', 'milestone.contractId')
    .select(['contract.clientId', 'contract.freelancerId'])
    .where('delivery.id', '=', deliveryId)
    .executeTakeFirst();
}
