/** Where the evidence of a number stands. */

export function eventHref(eventId: string): string {
  return `/events/${eventId}`;
}

/** For an act whose answer knows only the number of its event. */
export function eventNumberHref(rootId: string, seq: number): string {
  return `/events/of/${rootId}/${seq}`;
}

export type ContractSum =
  | 'funded'
  | 'escrow'
  | 'released'
  | 'received'
  | 'fees'
  | 'freelancer-fee'
  | 'client-fee'
  | 'back';

export function contractSumHref(contractId: string, sum: ContractSum): string {
  return `/evidence/contracts/${contractId}/${sum}`;
}

export function walletSumHref(currency: string, sum: 'available' | 'pending' | 'escrow'): string {
  return `/evidence/wallet/${currency}/${sum}`;
}

export function countHref(count: 'in-progress' | 'waiting'): string {
  return `/evidence/counts/${count}`;
}

/** Sums of money, which transfers prove. */
export type BatchMoneySum =
  | 'spent'
  | 'workers'
  | 'rewards'
  | 'bonuses'
  | 'top-ups'
  | 'held'
  | 'fees'
  | 'back';

/** Counts and paces, which the assignments prove. */
export const BATCH_COUNTS = ['answers', 'approved', 'last-hour', 'hourly', 'gold'] as const;
export type BatchCount = (typeof BATCH_COUNTS)[number];

export type BatchSum = BatchMoneySum | BatchCount;

export function batchSumHref(batchId: string, sum: BatchSum): string {
  return `/evidence/batches/${batchId}/${sum}`;
}
