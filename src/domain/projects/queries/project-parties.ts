import type { ReadDb } from '#platform/database.ts';

/** Who posted a project; undefined where there is none. For what acts in nobody's name. */
export async function clientOfProject(db: ReadDb, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('project')
    .select('clientId')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.clientId;
}

/** Whose proposal it is; undefined where there is none. */
export async function freelancerOfProposal(db: ReadDb, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('proposal')
    .select('freelancerId')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.freelancerId;
}
