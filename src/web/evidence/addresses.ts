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

export type BatchSum =
  | 'spent'
  | 'workers'
  | 'held'
  | 'fees'
  | 'answers'
  | 'hourly'
  | 'gold'
  | 'back';

export function batchSumHref(batchId: string, sum: BatchSum): string {
  return `/evidence/batches/${batchId}/${sum}`;
}
