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

export function earningsSumHref(currency: string, sum: 'earned' | 'hour'): string {
  return `/evidence/task-earnings/${currency}/${sum}`;
}
