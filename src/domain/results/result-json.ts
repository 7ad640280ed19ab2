/** The results of a batch for programs: one JSON object per assignment. */
import { decimalAmount } from '#domain/kernel/money.ts';
import type { Rate, ResultBatch, ResultRow, WorkerRates } from './result-columns.ts';

export function resultJson(batch: ResultBatch, row: ResultRow, rates: WorkerRates): string {
  const { currency } = batch;
  const money = (minor: bigint) => ({ amount: decimalAmount(minor, currency), currency });
  return `${JSON.stringify({
    assignment_id: row.id,
    batch_id: batch.id,
    task_id: row.taskId,
    task_number: row.taskNumber,
    task_type_id: batch.taskTypeId,
    worker_id: row.workerId,
    attempt: row.attempt,
    state: row.state,
    gold: row.gold,
    gold_right: row.goldRight,
    reward: money(row.rewardMinor),
    fee: money(row.feeMinor),
    accepted_at: row.acceptedAt,
    submitted_at: row.submittedAt,
    decided_at: row.decidedAt,
    active_seconds: row.activeSeconds,
    versions: row.versions,
    reject_class: row.rejectClass,
    feedback: row.feedback,
    appeal: row.appeal,
    approval_rate: {
      lifetime: rateJson(rates.lifetime),
      last_30_days: rateJson(rates.last30Days),
      last_7_days: rateJson(rates.last7Days),
    },
    input: row.input,
    answer: row.fields,
  })}\n`;
}

function rateJson({ approved, decided }: Rate): { approved: number; decided: number } {
  return { approved, decided };
}
