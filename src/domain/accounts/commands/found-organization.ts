import { newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { ORGANIZATION_KINDS, type OrganizationKind, rightProfile } from '../profile.ts';

export type FoundOrganization = {
  name: string;
  kind: OrganizationKind;
  country?: string | null;
  about?: string;
};

/** Founds an organization with the actor as its first owner; run it with root 'new'. */
export async function foundOrganization(
  ctx: Context,
  input: FoundOrganization,
): Promise<{ organizationId: string; seq: number }> {
  const { actor, now, tx } = ctx;
  if (actor.kind !== 'member') return refuse('not_allowed');
  if (!actor.scopes.includes('work')) refuse('scope_missing', { scope: 'work' });
  if (!ORGANIZATION_KINDS.includes(input.kind)) {
    refuse('input_invalid', { rule: 'not_listed' }, 'kind');
  }
  const {
    name = '',
    country,
    about,
  } = rightProfile({
    name: input.name,
    country: input.country ?? null,
    about: input.about ?? '',
  });
  const id = newId(ctx.home, now);
  await tx
    .insertInto('party')
    .values({ id, kind: 'organization', name, country: country ?? null, createdAt: now })
    .execute();
  await tx
    .insertInto('organization')
    .values({ id, kind: input.kind, about: about ?? '', createdBy: actor.memberId, createdAt: now })
    .execute();
  await tx
    .insertInto('membership')
    .values({ organizationId: id, memberId: actor.memberId, role: 'owner', joinedAt: now })
    .execute();
  const { seq } = await appendEvent(ctx, {
    kind: 'organization.founded',
    rootKind: 'party',
    rootId: id,
    subjectId: actor.memberId,
    parties: [id, actor.memberId],
    data: { name, kind: input.kind },
  });
  return { organizationId: id, seq };
}
