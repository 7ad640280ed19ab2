/** Who may read a project. Proposals on it are sealed besides: only their author and the client. */
import type { Audience, ProjectState } from './project.ts';

/** How the reader stands to the project. */
export type Relation = {
  isClient: boolean;
  /** Was invited, whether or not it declined. */
  invited: boolean;
  /** Has or had a proposal on it. */
  proposed: boolean;
};

export type ReadableProject = {
  state: ProjectState;
  audience: Audience;
  publishedAt: Date | null;
};

/** The client always; others once it was published, and only the invited where only they are asked. */
export function mayReadProject(project: ReadableProject, relation: Relation): boolean {
  if (relation.isClient) return true;
  if (project.publishedAt === null) return false;
  return project.audience === 'everyone' || relation.invited || relation.proposed;
}
