import { systemActor } from '#domain/kernel/actor.ts';
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
