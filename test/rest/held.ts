/** Qualifications of one world, in the states that some act needs, and a block. */
import type { MemberActor } from '#domain/kernel/actor.ts';
import { blockWorker } from '#domain/qualifications/commands/block-worker.ts';
import type { CreateType } from '#domain/qualifications/commands/create-type.ts';
import { grantQualification } from '#domain/qualifications/commands/grant-qualification.ts';
import { requestQualification } from '#domain/qualifications/commands/request-qualification.ts';
import type { Run } from '#platform/run.ts';
import { castMember } from '../cast/members.ts';
import { castQualification } from '../cast/qualifications.ts';

export type Held = {
  /** With a test that the freelancer has begun. */
  testedTypeId: string;
  begunRequestId: string;
  /** Without a test; the freelancer waits for it. */
  askedTypeId: string;
  waitingRequestId: string;
  /** Granted at once to whoever asks; nobody has. */
  autoTypeId: string;
  /** Held by the freelancer. */
  heldTypeId: string;
  /** A worker whom the client blocked. */
  blockedId: string;
};

type Cast = { client: MemberActor; freelancer: MemberActor; secret: string };

export async function makeHeld(run: Run, { client, freelancer, secret }: Cast): Promise<Held> {
  const make = (name: string, parts: Partial<CreateType> = {}) =>
    castQualification(run, client, { name: `${name} ${secret}`, test: null, ...parts });
  const asWorker = { actor: freelancer, root: freelancer.memberId };
  const asClient = { actor: client, root: client.partyId };
  const testedTypeId = await castQualification(run, client, { name: `tested ${secret}` });
  const begun = await run(requestQualification, { typeId: testedTypeId }, asWorker);
  const askedTypeId = await make('asked');
  const waiting = await run(requestQualification, { typeId: askedTypeId }, asWorker);
  const autoTypeId = await make('auto', { autoValue: 1 });
  const heldTypeId = await make('held', { requestable: false });
  const workerIds = [freelancer.memberId];
  await run(grantQualification, { typeId: heldTypeId, workerIds, value: 80 }, asClient);
  const { memberId: blockedId } = await castMember(run, `Blocked ${secret}`);
  await run(blockWorker, { workerId: blockedId, reason: secret }, asClient);
  return {
    testedTypeId,
    begunRequestId: begun.requestId,
    askedTypeId,
    waitingRequestId: waiting.requestId,
    autoTypeId,
    heldTypeId,
    blockedId,
  };
}
