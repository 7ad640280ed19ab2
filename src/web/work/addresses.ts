/** Where the worker's pages stand. */

/** Whether the next task comes by itself is part of the address, so that it needs no memory. */
export type Auto = 'on' | 'off';

export function autoIn(url: string): Auto {
  return new URL(url).searchParams.get('auto') === 'off' ? 'off' : 'on';
}

export function assignmentHref(assignmentId: string, auto: Auto = 'on'): string {
  return `/work/assignments/${assignmentId}${auto === 'off' ? '?auto=off' : ''}`;
}

export function batchHref(batchId: string): string {
  return `/work/batches/${batchId}`;
}

export function doneHref(batchId: string, why: string, auto: Auto = 'on'): string {
  return `${batchHref(batchId)}/done?why=${why}${auto === 'off' ? '&auto=off' : ''}`;
}

export function workSumHref(batchId: string, sum: 'hourly' | 'pace' | 'today'): string {
  return `/evidence/work/${batchId}/${sum}`;
}

export function clientRecordHref(clientId: string): string {
  return `/evidence/task-clients/${clientId}`;
}

export const EARNINGS_SUMS = ['today', 'waits', 'earned', 'paid', 'hour'] as const;
export type EarningsSumName = (typeof EARNINGS_SUMS)[number];

/** Of all clients, or of one. */
export function earningsSumHref(currency: string, sum: EarningsSumName, client?: string): string {
  const path = `/evidence/task-earnings/${currency}/${sum}`;
  return client === undefined ? path : `${path}?client=${client}`;
}
