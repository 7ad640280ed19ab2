/** People for tests on a real database: each has an account of its own kind and a fixed name. */
import { foundOrganization } from '#domain/accounts/commands/found-organization.ts';
import { registerMember } from '#domain/accounts/commands/register-member.ts';
import { ALL_SCOPES, type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { drawHome, newId } from '#domain/kernel/ids.ts';
import type { Run } from '#platform/run.ts';

const system = systemActor('cast');

/** Registers a member and gives it as the actor that acts for itself. */
export async function castMember(run: Run, name: string): Promise<MemberActor> {
  const memberId = newId(drawHome());
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@cast.test`;
  await run(registerMember, { memberId, name, email }, { actor: system, root: memberId });
  const scopes = ALL_SCOPES;
  return { kind: 'member', memberId, partyId: memberId, role: 'self', scopes, operator: false };
}

/** Founds an organization by this member and gives the member acting for it as its owner. */
export async function castOrganization(
  run: Run,
  owner: MemberActor,
  organization: { name: string; kind: 'client' | 'agency' },
): Promise<MemberActor> {
  const { organizationId } = await run(foundOrganization, organization, {
    actor: owner,
    root: 'new',
  });
  return { ...owner, partyId: organizationId, role: 'owner' };
}
