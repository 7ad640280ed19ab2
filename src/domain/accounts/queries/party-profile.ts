import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import { dealsByName } from './deals-by-name.ts';

export type PartyProfile = {
  id: string;
  kind: 'member' | 'organization';
  name: string;
  country: string | null;
  /** Empty for organizations. */
  headline: string;
  about: string;
  organizationKind: 'client' | 'agency' | 'vendor' | null;
  createdAt: Date;
};

/**
 * What everybody may know about a party that deals under its name; the viewer is the party itself
 * or anybody. Refuses `not_found`.
 */
export async function partyProfile(
  db: ReadDb,
  partyId: string,
  viewerPartyId: string | null = null,
): Promise<PartyProfile> {
  const row = await db
    .selectFrom('party')
    .leftJoin('member', 'member.id', 'party.id')
    .leftJoin('organization', 'organization.id', 'party.id')
    .select(['party.id', 'party.kind', 'party.name', 'party.country', 'party.createdAt'])
    .select(['member.headline', 'member.about as memberAbout'])
    .select(['organization.about as organizationAbout', 'organization.kind as organizationKind'])
    .where('party.id', '=', partyId)
    .where(dealsByName(viewerPartyId))
    .executeTakeFirst();
  if (row === undefined) return refuse('not_found', { thing: 'party' });
  const { memberAbout, organizationAbout, headline, kind, ...rest } = row;
  return {
    ...rest,
    kind: kind === 'member' ? 'member' : 'organization',
    headline: headline ?? '',
    about: memberAbout ?? organizationAbout ?? '',
  };
}
