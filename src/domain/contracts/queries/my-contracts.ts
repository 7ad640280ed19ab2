import { requireMember } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { decodeCursor, type Page, toPage } from '#domain/kernel/cursor.ts';
import type { ReadDb } from '#platform/database.ts';
import type { ContractState, Side } from '../contract.ts';
import { type ContractRow, contractsOfParty } from './contracts-of-party.ts';

export type MyContractsQuestion = {
  side?: Side | undefined;
  state?: ContractState | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** The contracts of the party the actor acts for, newest first, a page at a time. */
export async function myContracts(
  db: ReadDb,
  actor: Actor,
  { side, state, cursor, limit }: MyContractsQuestion,
): Promise<Page<ContractRow>> {
  const { partyId } = requireMember(actor, 'see_work');
  const last = cursor === undefined ? undefined : decodeCursor(cursor);
  const rows = await contractsOfParty(db, {
    partyId,
    limit,
    ...(side === undefined ? {} : { side }),
    ...(state === undefined ? {} : { state }),
    ...(last === undefined ? {} : { before: { offeredAt: last.at, id: last.id } }),
  });
  return toPage(rows, limit, (row) => ({ at: row.offeredAt, id: row.id }));
}
