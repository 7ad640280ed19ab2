/** The cast of the examples: the same people and ids on every page of the document. */
export const IDS = {
  client: '019a5c1e-0000-7a31-9c44-2f6b8e0d1a01',
  member: '019a5c1e-0000-7a31-9c44-2f6b8e0d1a02',
  freelancer: '019a5c1e-0000-7a31-9c44-2f6b8e0d1a03',
  project: '019a5c1e-1000-7a31-9c44-2f6b8e0d1a11',
  proposal: '019a5c1e-2000-7a31-9c44-2f6b8e0d1a21',
  contract: '019a5c1e-3000-7a31-9c44-2f6b8e0d1a31',
  milestone: '019a5c1e-4000-7a31-9c44-2f6b8e0d1a41',
  delivery: '019a5c1e-4000-7a31-9c44-2f6b8e0d1a45',
  change: '019a5c1e-5000-7a31-9c44-2f6b8e0d1a51',
  ending: '019a5c1e-5000-7a31-9c44-2f6b8e0d1a55',
  feedback: '019a5c1e-5000-7a31-9c44-2f6b8e0d1a57',
  file: '019a5c1e-6000-7a31-9c44-2f6b8e0d1a61',
  request: '019a5c1e-7000-7a31-9c44-2f6b8e0d1a71',
  key: '019a5c1e-8000-7a31-9c44-2f6b8e0d1a81',
  event: '019a5c1e-9000-7a31-9c44-2f6b8e0d1a91',
  transfer: '019a5c1e-9000-7a31-9c44-2f6b8e0d1a95',
  other: '019a5c1e-9000-7a31-9c44-2f6b8e0d1a99',
} as const;

export const AT = '2026-11-19T16:42:07.120Z';
export const LATER = '2026-12-03T16:42:07.120Z';

export function usd(amount: string): { amount: string; currency: string } {
  return { amount, currency: 'USD' };
}

export const CLIENT = { id: IDS.client, name: 'Harrow & Lane', country: 'GB' };
export const FREELANCER = { id: IDS.freelancer, name: 'Ana Dumitru', country: 'RO' };

export function eventExample(rootId: string, seq: number) {
  return { id: IDS.event, root_id: rootId, seq };
}
