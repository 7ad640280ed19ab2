/** The question before several answers are decided. Server only. */

import { DECIDED_AT_ONCE } from '#domain/assignments/commands/approve-assignments.ts';
import {
  type ReviewRow,
  reviewOne,
  reviewSums,
  type WaitingQuestion,
} from '#domain/assignments/queries/review-list.ts';
import { isId } from '#domain/kernel/ids.ts';
import type { BatchRow } from '#domain/tasks/queries/find-batch.ts';
import type { ReadDb } from '#platform/database.ts';
import type { Web } from '#web/context.ts';
import { askedIn, questionOf } from './review-question.ts';

export type ManyAct = 'approve' | 'reject' | 'bonus';
export type Question = {
  act: ManyAct;
  back: string;
  rewardMinor: bigint;
  feeMinor: bigint;
  totalMinor: bigint;
  /** Rejections after which somebody else is asked. */
  reopened: number;
  /** None where all that wait and fit are meant. */
  ids: string[];
  all: WaitingQuestion | null;
  count: number;
  decided: number;
  workers: number;
};

/** Whom the pressed button means: those chosen or shown, or all that the review's address asks for. */
export async function questionIn(
  { readDb: db, now }: Pick<Web, 'readDb' | 'now'>,
  batch: BatchRow,
  form: FormData,
): Promise<Question> {
  const back = backIn(form, batch.id);
  return form.get('act') === 'approve-all'
    ? questionForAll(db, batch, { back, until: askedAt(form, now) })
    : questionFor(db, batch, { ...chosenIn(form), back });
}

/** What the pressed button means, and whom. */
function chosenIn(form: FormData): { act: ManyAct; ids: string[] } {
  const act = String(form.get('act') ?? '');
  const all = act === 'approve-shown';
  const ids = form.getAll(all ? 'shown[]' : 'ids[]').map(String);
  const known = [...new Set(ids)].filter(isId).slice(0, DECIDED_AT_ONCE);
  return { act: act === 'reject' || act === 'bonus' ? act : 'approve', ids: known };
}

/** Only the page's own addresses, so that no link leads away. */
function backIn(form: FormData, batchId: string): string {
  const back = String(form.get('back') ?? '');
  const base = `/tasks/batches/${batchId}/review`;
  return back === base || back.startsWith(`${base}?`) ? back : base;
}

async function questionFor(
  db: ReadDb,
  batch: BatchRow,
  { act, ids, back }: { act: ManyAct; ids: readonly string[]; back: string },
): Promise<Question> {
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
    all: null,
    count: meant.length,
    decided: rows.length - meant.length,
    workers: new Set(meant.map((row) => row.workerId)).size,
    totalMinor: rewardMinor + feeMinor,
  };
}

/** When the question was shown: what came in since then is not answered by it. */
function askedAt(form: FormData, now: Date): Date {
  const at = new Date(String(form.get('asked_at') ?? ''));
  return at < now ? at : now;
}

async function questionForAll(
  db: ReadDb,
  batch: BatchRow,
  { back, until }: { back: string; until: Date },
): Promise<Question> {
  const asked = askedIn(new URL(back, 'http://review'));
  const question = await questionOf(db, batch, { ...asked, cursor: '' });
  const { states: _states, ...asking } = question ?? { states: [] };
  const earlier = asking.until !== undefined && asking.until < until;
  const all = earlier ? asking : { ...asking, until };
  const states = ['submitted'] as const;
  const none = { count: 0, workers: 0, rewardMinor: 0n, feeMinor: 0n };
  const sums = question === null ? none : await reviewSums(db, batch, { ...all, states });
  const totalMinor = sums.rewardMinor + sums.feeMinor;
  const from = new URL(back, 'http://review');
  from.searchParams.delete('cursor');
  return {
    ...{ act: 'approve', back: from.pathname + from.search, reopened: 0, ids: [], decided: 0 },
    ...{ ...sums, totalMinor, all },
  };
}
