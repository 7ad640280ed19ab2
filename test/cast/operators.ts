import { setOperator } from '#domain/accounts/commands/set-operator.ts';
import { type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import type { Run } from '#platform/run.ts';
import { castMember } from './members.ts';

/** Registers a member who runs the marketplace. */
export async function castOperator(run: Run, name: string): Promise<MemberActor> {
  const { memberId, ...actor } = await castMember(run, name);
  const input = { memberId, operator: true };
  await run(setOperator, input, { actor: systemActor('cast'), root: memberId });
  return { ...actor, memberId, operator: true };
}
