/**
 * Words of the ledger.
 * Account: one purse of one owner in one currency on one home. Its balance is what was credited
 *   less what was debited; only `outside` and `in_transit` may fall below zero.
 * Transfer: one row that debits one account and credits another; it cannot fail to balance.
 * wallet: what a party may spend or withdraw. escrow: what one milestone holds.
 * earnings: what a party earned on this home and may not touch until its security days are over.
 * payout: a withdrawal that was asked for and not yet decided. fee_income: what the marketplace
 * earned. in_transit: the door between homes. outside: the world of banks.
 */
import { homeOf, namedId } from '#domain/kernel/ids.ts';

export type AccountKind =
  | 'wallet'
  | 'escrow'
  | 'earnings'
  | 'payout'
  | 'fee_income'
  | 'in_transit'
  | 'outside';

export type AccountRef = { home: number; kind: AccountKind; ownerId: string; currency: string };

/** The owner of the marketplace's own accounts. */
export const HOUSE = '00000000-0000-0000-0000-000000000000';

/** The same account always has the same id, so it is met without being looked up. */
export function accountId(account: AccountRef): string {
  return namedId(account.home, account.kind, account.ownerId, account.currency);
}

export function mayFallBelowZero(kind: AccountKind): boolean {
  return kind === 'outside' || kind === 'in_transit';
}

/** A party's wallet stands on the party's own home. */
export function walletOf(partyId: string, currency: string): AccountRef {
  return { home: homeOf(partyId), kind: 'wallet', ownerId: partyId, currency };
}

/** A milestone's escrow stands on the home of its contract. */
export function escrowOf(milestoneId: string, currency: string): AccountRef {
  return { home: homeOf(milestoneId), kind: 'escrow', ownerId: milestoneId, currency };
}

/** A party has one earnings account on each home that it earned on. */
export function earningsOf(home: number, partyId: string, currency: string): AccountRef {
  return { home, kind: 'earnings', ownerId: partyId, currency };
}

export function payoutOf(requestId: string, currency: string): AccountRef {
  return { home: homeOf(requestId), kind: 'payout', ownerId: requestId, currency };
}

export function houseAccount(
  kind: 'fee_income' | 'in_transit' | 'outside',
  home: number,
  currency: string,
): AccountRef {
  return { home, kind, ownerId: HOUSE, currency };
}
