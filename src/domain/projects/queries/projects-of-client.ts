import type { ReadDb } from '#platform/database.ts';

export type ClientProject = Awaited<ReturnType<typeof projectsOfClient>>[number];

/** What a client asks for in public now, the newest first. */
export async function projectsOfClient(
  db: ReadDb,
  { clientId, limit, now }: { clientId: string; limit: number; now: Date },
) {
  return db
    .selectFrom('project')
    .innerJoin('category', 'category.slug', 'project.category')
    .select(['project.id', 'project.title', 'project.pricing', 'project.currency'])
    .select(['project.budgetLowMinor', 'project.budgetHighMinor', 'project.expiresAt'])
    .select('category.name as categoryName')
    .where('project.clientId', '=', clientId)
    .where('project.state', '=', 'open')
    .where('project.audience', '=', 'everyone')
    .where('project.expiresAt', '>', now)
    .orderBy('project.publishedAt', 'desc')
    .orderBy('project.id', 'desc')
    .limit(limit)
    .execute();
}
