/**
 * Qualifications that nobody grants: the marketplace computes them for every worker, from its
 * record (counts of the hot tables, refreshed by a job), its country and what it says of itself.
 */

export const SYSTEM_IDS = {
  approvalRate: '019a0000-0000-7000-8000-0000000000a1',
  approvedCount: '019a0000-0000-7000-8000-0000000000a2',
  place: '019a0000-0000-7000-8000-0000000000a3',
  adult: '019a0000-0000-7000-8000-0000000000a4',
  vouched: '019a0000-0000-7000-8000-0000000000a5',
} as const;

export type SystemKind = keyof typeof SYSTEM_IDS;

/** What is compared: a whole number, a place, or only whether there is one. */
export type ValueKind = 'number' | 'place' | 'existence';

export type SystemType = {
  id: string;
  kind: SystemKind;
  name: string;
  description: string;
  valueKind: ValueKind;
  /** The values that can be; null above where there is no end. */
  range: { least: number; most: number | null } | null;
};

export const SYSTEM_TYPES: readonly SystemType[] = [
  {
    id: SYSTEM_IDS.approvalRate,
    kind: 'approvalRate',
    name: 'Approval rate',
    description:
      'How many of 100 decided answers were approved; 100 until a hundred were handed in.',
    valueKind: 'number',
    range: { least: 0, most: 100 },
  },
  {
    id: SYSTEM_IDS.approvedCount,
    kind: 'approvedCount',
    name: 'Approved answers',
    description: 'How many answers of the worker were approved, over all clients.',
    valueKind: 'number',
    range: { least: 0, most: null },
  },
  {
    id: SYSTEM_IDS.place,
    kind: 'place',
    name: 'Country',
    description: 'The country of the worker, and its state or province where it names one.',
    valueKind: 'place',
    range: null,
  },
  {
    id: SYSTEM_IDS.adult,
    kind: 'adult',
    name: 'Adult content',
    description: '1 where the worker says it is of age and may be shown such content, else 0.',
    valueKind: 'number',
    range: { least: 0, most: 1 },
  },
  {
    id: SYSTEM_IDS.vouched,
    kind: 'vouched',
    name: 'Vouched by the marketplace',
    description: 'At least 1,000 approved answers in 10 batches, 99 of 100 approved.',
    valueKind: 'existence',
    range: { least: 1, most: 1 },
  },
];

const byId = new Map(SYSTEM_TYPES.map((type) => [type.id, type]));

export function systemType(id: string): SystemType | undefined {
  return byId.get(id);
}

/** A worker's counts over all batches. */
export type WorkerCounts = {
  batches: number;
  submitted: bigint;
  approved: bigint;
  rejected: bigint;
};

/** Below this many answers one rejection would say too much. */
const RATE_COUNTS_FROM = 100n;

/** Of a hundred decided answers so many were approved, rounded down: 100 means every one. */
export function approvalRate({ submitted, approved, rejected }: WorkerCounts): number {
  const decided = approved + rejected;
  if (submitted < RATE_COUNTS_FROM || decided === 0n) return 100;
  return Number((approved * 100n) / decided);
}

/** Whether the marketplace stands for this worker. */
export function isVouched(counts: WorkerCounts): boolean {
  return counts.approved >= 1_000n && counts.batches >= 10 && approvalRate(counts) >= 99;
}
