import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { DB } from '#platform/schema.ts';

/**
 * Whose name everybody may know: an organization, and a member who is listed, asked for work or has
 * a contract. One who only does tasks is known by its id alone, also to the clients whose results
 * hold that id. A party may always look at itself.
 */
export function dealsByName(partyId: string, viewerPartyId: string | null): Expression<SqlBool> {
  const on = expressionBuilder<DB, 'party'>();
  return on.or([
    on('party.kind', '!=', 'member'),
    on('party.id', '=', viewerPartyId),
    on.exists(on.selectFrom('listing').select('id').where('id', '=', partyId)),
    on.exists(on.selectFrom('project').select('id').where('clientId', '=', partyId)),
    on.exists(on.selectFrom('batchListing').select('batchId').where('clientId', '=', partyId)),
    on.exists(on.selectFrom('contract').select('id').where('clientId', '=', partyId)),
    on.exists(on.selectFrom('contract').select('id').where('freelancerId', '=', partyId)),
  ]);
}
