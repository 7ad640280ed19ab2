/** The question before several answers are decided. Server only. */

import { DECIDED_AT_ONCE } from '#domain/assignments/commands/approve-assignments.ts';
import { type ReviewRow, reviewOne } from '#domain/assignments/queries/review-list.ts';
import { isId } from '#domain/kernel/ids.ts';
import type { BatchRow } from '#domain/tasks/queries/find-batch.ts';
import type { ReadDb } from '#platform/database.ts';

export type ManyAct = 'approve' | 'reject' | 'bonus';
export type Question = Awaited<ReturnType<typeof questionFor>>;

/** What the pressed button means, and whom. */
export function chosenIn(form: FormData): { act: ManyAct; ids: string[] } {
  const act = String(form.get('act') ?? '');
  const all = act === 'approve-shown';
  const ids = form.getAll(all ? 'shown[]' : 'ids[]').map(String);
  const known = [...new Set(ids)].filter(isId).slice(0, DECIDED_AT_ONCE);
  return { act: act === 'reject' || act === 'bonus' ? act : 'approve', ids: known };
}

/** Only the page's own addresses, so that no link leads away. */
export function backIn(form: FormData, batchId: string): string {
  const back = String(form.get('back') ?? '');
  const base = `/tasks/batches/${batchId}/review`;
  return back === base || back.startsWith(`${base}?`) ? back : base;
}

export async function questionFor(
  db: ReadDb,
  batch: BatchRow,
  { act, ids, back }: { act: ManyAct; ids: readonly string[]; back: string },
) {
  const found = await Promise.all(ids.map((id) => reviewOne(db, batch, id)));
  const rows = found.filter((row): row is ReviewRow => row !== undefined);
  const meant = act === 'bonus' ? rows : rows.filter((row) => row.state === 'submitted');
  const sum = (of: (row: ReviewRow) => bigint) => meant.reduce((all, row) => all + of(row), 0n);
  const rewardMinor = sum((row) => row.rewardMinor);
  const feeMinor = sum((row) => row.feeMinor);
  const reopened = batch.reopenRejected ? meant.filter((row) => row.versions === 1).length : 0;
  return {
    ...{ act, back, rewardMinor, feeMinor, reopened },
    ids: meant.map((row) => row.id),
    count: meant.length,
    decided: rows.length - meant.length,
    workers: new Set(meant.map((row) => row.workerId)).size,
    totalMinor: rewardMinor + feeMinor,
  };
}
