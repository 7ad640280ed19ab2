import { systemActor } from '#domain/kernel/actor.ts';
import { matchProject } from '#domain/matching/commands/match-project.ts';
import { tellMembers } from '#domain/notifications/commands/tell-members.ts';
import type { EventReference } from '#platform/after-commit/relay.ts';
import type { Job } from './job.ts';

/** Tells the members whom the event concerns. */
export const tellMembersOf: Job = async (services, payload) => {
  const { id } = payload as EventReference;
  const input = { eventId: id, baseUrl: services.publicUrl };
  const actor = systemActor('notifications');
  await services.run(tellMembers, input, { actor, root: id, now: services.now() });
};

/** Finds freelancers for a project once it takes proposals, and tells them or its client. */
export const matchProjectOf: Job = async (services, payload) => {
  const { rootId: projectId } = payload as EventReference;
  const actor = systemActor('matching');
  await services.run(matchProject, { projectId }, { actor, root: projectId, now: services.now() });
};
