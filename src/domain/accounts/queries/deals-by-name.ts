import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { DB } from '#platform/schema.ts';

/**
 * Whose name everybody may know: an organization, and a member who is listed, asked for work or has
 * a contract. One who only does tasks is known by its id alone, also to the clients whose results
 * hold that id. A party may always look at itself. For a query that reads `party`.
 */
export function dealsByName(viewerPartyId: string | null): Expression<SqlBool> {
  const on = expressionBuilder<DB, 'party'>();
  return on.or([
    on('party.kind', '!=', 'member'),
    on('party.id', '=', viewerPartyId),
    on.exists(
      on.selectFrom('listing').select('listing.id').whereRef('listing.id', '=', 'party.id'),
    ),
    on.exists(
      on.selectFrom('project').select('project.id').whereRef('project.clientId', '=', 'party.id'),
    ),
    on.exists(
      on
        .selectFrom('batchListing')
        .select('batchListing.batchId')
        .whereRef('batchListing.clientId', '=', 'party.id'),
    ),
    on.exists(
      on
        .selectFrom('contract')
        .select('contract.id')
        .whereRef('contract.clientId', '=', 'party.id'),
    ),
    on.exists(
      on
        .selectFrom('contract')
        .select('contract.id')
        .whereRef('contract.freelancerId', '=', 'party.id'),
    ),
  ]);
}
