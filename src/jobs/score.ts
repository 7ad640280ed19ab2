import { systemActor } from '#domain/kernel/actor.ts';
import { noteOutcome } from '#domain/reputation/commands/note-outcome.ts';
import { scoreParty } from '#domain/reputation/commands/score-party.ts';
import { answererOf, contractOfEvent } from '#domain/reputation/queries/scored-events.ts';
import type { EventReference } from '#platform/after-commit/relay.ts';
import type { Job } from './job.ts';

const actor = systemActor('reputation');

/** Reads again what both sides of the event's contract did, and scores both. */
export const scorePartiesOf: Job = async ({ run, readDb, now }, payload) => {
  const contractId = await contractOfEvent(readDb, payload as EventReference);
  if (contractId === null) return;
  const at = now();
  const input = { contractId };
  const { parties } = await run(noteOutcome, input, { actor, root: contractId, now: at });
  for (const party of parties) {
    await run(scoreParty, party, { actor, root: party.partyId, now: at });
  }
};

/** Measures again how an invited freelancer answers, once it has answered. */
export const noteResponseOf: Job = async ({ run, readDb, now }, payload) => {
  const partyId = await answererOf(readDb, payload as EventReference);
  if (partyId === null) return;
  const party = { partyId, side: 'freelancer' as const };
  await run(scoreParty, party, { actor, root: partyId, now: now() });
};
