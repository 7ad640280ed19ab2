import type { Actor } from '#domain/kernel/actor.ts';
import { findOwnProject } from '#domain/projects/queries/find-project.ts';
import type { ReadDb } from '#platform/database.ts';
import type { Match } from '../choose-matches.ts';
import { findMatches } from './find-matches.ts';

/** The next best for a project, without those invited, listed or removed. For its client only. */
export async function suggestedMatches(
  db: ReadDb,
  actor: Actor,
  { projectId, limit, now }: { projectId: string; limit: number; now: Date },
): Promise<Match[]> {
  const project = await findOwnProject(db, actor, projectId);
  return findMatches(db, { ...project, projectId: project.id }, { limit, now });
}
