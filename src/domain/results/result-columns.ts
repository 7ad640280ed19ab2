/**
 * Words of results.
 * Result: one assignment that was handed in, with what was asked and what was answered.
 * Decision: what the client wrote into the last two columns of a result.
 * The columns are those of Mechanical Turk's results, with its words, so that what reads those
 * reads these.
 */
import type { AnswerFields } from '#domain/forms/check-answer.ts';
import type { TaskForm } from '#domain/forms/task-form.ts';
import { shortName } from '#domain/kernel/ids.ts';
import { decimalAmount } from '#domain/kernel/money.ts';

/** What the batch says of every row. */
export type ResultBatch = {
  id: string;
  taskTypeId: string | null;
  title: string;
  description: string;
  keywords: readonly string[];
  form: TaskForm;
  variables: readonly string[];
  currency: string;
  annotation: string;
  tasks: number;
  goldTasks: number;
  timeLimitSeconds: number;
  autoApprovalSeconds: number;
  lifetimeSeconds: number;
  createdAt: Date;
  orderedAt: Date | null;
  expiresAt: Date | null;
};

/** One assignment that was handed in, with its task and its last answer. */
export type ResultRow = {
  id: string;
  taskId: string;
  taskNumber: number;
  gold: boolean;
  input: Readonly<Record<string, string>>;
  wanted: number;
  taskExpiresAt: Date | null;
  workerId: string;
  attempt: number;
  state: 'submitted' | 'approved' | 'rejected';
  rewardMinor: bigint;
  feeMinor: bigint;
  acceptedAt: Date;
  submittedAt: Date;
  decidedAt: Date | null;
  activeSeconds: number | null;
  versions: number;
  goldRight: boolean | null;
  rejectClass: string | null;
  feedback: string;
  appeal: string | null;
  fields: AnswerFields;
};

/** Answers of one worker that were approved, of those that were decided. */
export type Rate = { approved: number; decided: number };
export type WorkerRates = { lifetime: Rate; last30Days: Rate; last7Days: Rate };

export const RESULT_COLUMNS = [
  ...['HITId', 'HITTypeId', 'Title', 'Description', 'Keywords', 'Reward', 'CreationTime'],
  ...['MaxAssignments', 'RequesterAnnotation', 'AssignmentDurationInSeconds'],
  ...['AutoApprovalDelayInSeconds', 'Expiration', 'NumberOfSimilarHITs', 'LifetimeInSeconds'],
  ...['AssignmentId', 'WorkerId', 'AssignmentStatus', 'AcceptTime', 'SubmitTime'],
  ...['AutoApprovalTime', 'ApprovalTime', 'RejectionTime', 'RequesterFeedback'],
  ...['WorkTimeInSeconds', 'LifetimeApprovalRate', 'Last30DaysApprovalRate'],
  'Last7DaysApprovalRate',
] as const;

export type ResultNames = { inputs: readonly string[]; answers: readonly string[] };

export function resultHead({ inputs, answers }: ResultNames): string[] {
  return [
    ...RESULT_COLUMNS,
    ...inputs.map((name) => `Input.${name}`),
    ...answers.map((name) => `Answer.${name}`),
    ...['Approve', 'Reject'],
  ];
}

/** The cells of a row, as `resultHead` names them. The last two are for the client to fill in. */
export function resultCells(
  batch: ResultBatch,
  row: ResultRow,
  { rates, names }: { rates: WorkerRates; names: ResultNames },
): string[] {
  return [
    ...cellsOfTask(batch, row),
    ...cellsOfAssignment(batch, row),
    ...[rates.lifetime, rates.last30Days, rates.last7Days].map(rateCell),
    ...names.inputs.map((name) => (Object.hasOwn(row.input, name) ? (row.input[name] ?? '') : '')),
    ...names.answers.map((name) => answerCell(row.fields, name)),
    ...['', ''],
  ];
}

function cellsOfTask(batch: ResultBatch, row: ResultRow): string[] {
  return [
    row.taskId,
    batch.taskTypeId ?? batch.id,
    batch.title,
    batch.description,
    batch.keywords.join(', '),
    rewardCell(row.rewardMinor, batch.currency),
    timeCell(batch.orderedAt ?? batch.createdAt),
    String(row.wanted),
    `BatchId:${shortName(batch.id)};${batch.annotation}`,
    String(batch.timeLimitSeconds),
    String(batch.autoApprovalSeconds),
    timeCell(row.taskExpiresAt ?? batch.expiresAt),
    String(batch.tasks + batch.goldTasks),
    String(batch.lifetimeSeconds),
  ];
}

const STATUS = { submitted: 'Submitted', approved: 'Approved', rejected: 'Rejected' } as const;

function cellsOfAssignment(batch: ResultBatch, row: ResultRow): string[] {
  const { state, submittedAt, acceptedAt, decidedAt } = row;
  const silence = new Date(submittedAt.getTime() + batch.autoApprovalSeconds * 1_000);
  return [
    row.id,
    row.workerId,
    STATUS[state],
    timeCell(acceptedAt),
    timeCell(submittedAt),
    timeCell(silence),
    timeCell(state === 'approved' ? decidedAt : null),
    timeCell(state === 'rejected' ? decidedAt : null),
    row.feedback,
    String(Math.max(0, Math.round((submittedAt.getTime() - acceptedAt.getTime()) / 1_000))),
  ];
}

/** `Fri Nov 20 12:00:00 UTC 2026`. */
export function timeCell(time: Date | null): string {
  if (time === null) return '';
  const [day = '', date, month, year, clock] = time.toUTCString().split(/[ ,]+/);
  return `${day} ${month} ${date} ${clock} UTC ${year}`;
}

/** `$0.05`, or with the code of any other currency before it: `EUR 0.05`. */
export function rewardCell(amountMinor: bigint, currency: string): string {
  const amount = decimalAmount(amountMinor, currency);
  return currency === 'USD' ? `$${amount}` : `${currency} ${amount}`;
}

/** `100% (12/12)`. */
export function rateCell({ approved, decided }: Rate): string {
  const percent = decided === 0 ? 0 : Math.round((approved * 100) / decided);
  return `${percent}% (${approved}/${decided})`;
}

/**
 * Text as it is; several choices as `a|b`, or as a JSON list where one of them would make that
 * read wrong; boxes as JSON.
 */
export function answerCell(fields: AnswerFields, name: string): string {
  const value = Object.hasOwn(fields, name) ? (fields[name] ?? '') : '';
  if (typeof value === 'string') return value;
  const texts = value.filter((one) => typeof one === 'string');
  const plain = texts.length === value.length && !texts.some((one) => /[|]|^\[|^$/.test(one));
  return plain ? texts.join('|') : JSON.stringify(value);
}

/** Where answers of a free form go whose names did not become columns. */
export const OTHER_ANSWERS = '_others';

/** The columns of a form that is described, sorted; null for a free form, which says them itself. */
export function answerNames(form: TaskForm): string[] | null {
  if (form.kind === 'html') return null;
  return form.fields.map(({ name }) => name).sort();
}
