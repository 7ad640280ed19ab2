import { sql } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import { addressCheck } from '#domain/forms/fill-form.ts';
import type { TaskForm } from '#domain/forms/task-form.ts';
import { inputValue, variablesOf } from '#domain/forms/variables.ts';
import { newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context, JsonResult } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { INPUT_CHARS, refuseHidden, TASKS_AT_ONCE, unitMinor } from '../batch.ts';
import { goldAnswer } from '../gold-answer.ts';
import { ROW_LIMITS } from '../read-rows.ts';
import { lastPos } from '../task.ts';
import { holdMoney } from './hold-money.ts';
import { listBatch } from './list-batch.ts';
import { type LockedBatch, lockOwnBatch } from './lock-batch.ts';
import { refuseWhileImporting } from './refuse-while-importing.ts';

export type NewTask = {
  /** Values of the form's variables by name. */
  input: { [name: string]: string };
  /** How many workers answer it; the batch's own number when absent. */
  wanted?: number;
  /** The right answer: makes it a gold task. */
  key?: { [field: string]: JsonResult };
  expiresAt?: Date;
};

export type AddTasks = {
  batchId: string;
  tasks: readonly NewTask[];
  /**
   * The number that the first of them gets. What was added before under these numbers is not added
   * again, so that an import may go on where it was killed.
   */
  firstNumber?: number;
};

/**
 * Adds tasks, all or none. In a draft that costs nothing yet; in an ordered batch their money goes
 * into escrow in the same act. At most 10,000 at once.
 */
export async function addTasks(
  ctx: Context,
  input: AddTasks,
): Promise<{ batchId: string; added: number; taskIds: string[]; seq: number | null }> {
  if (ctx.actor.kind === 'member') requireMember(ctx.actor, 'post');
  const batch = await lockOwnBatch(ctx, input.batchId);
  if (ctx.actor.kind === 'member') await refuseWhileImporting(ctx, batch.id, 'add');
  const { tasks } = input;
  if (tasks.length === 0 || tasks.length > TASKS_AT_ONCE) {
    refuse('input_invalid', { rule: 'out_of_range', from: 1, to: TASKS_AT_ONCE }, 'tasks');
  }
  const next = batch.tasks + batch.goldTasks + 1;
  const first = input.firstNumber ?? next;
  if (first < next) return { batchId: batch.id, added: 0, taskIds: [], seq: null };
  if (first > next) throw new Error(`Task ${first} comes before task ${next}`);
  refuseHidden(batch, 'extend');
  if (!takesTasks(ctx, batch)) {
    refuse('wrong_state', { thing: 'batch', state: batch.state, act: 'add' });
  }
  // An extension that is on its way paid for the tasks that were there, not for these.
  if (batch.widenEach !== null) refuse('change_pending', { thing: 'batch' });
  if (batch.state !== 'draft' && ctx.actor.kind === 'member') requireMember(ctx.actor, 'fund');
  refuseMissing(batch, tasks);
  refuseAddresses(batch, tasks);
  const rows = tasks.map((task, place) => taskRow(ctx, batch, { task, place, first }));
  await insertTasks(ctx, batch.id, rows);
  const gold = rows.filter((row) => row.key !== null).length;
  const wanted = rows.reduce((sum, row) => sum + BigInt(row.wanted), 0n);
  await countTasks(ctx, batch, { added: rows.length, gold, wanted, tasks });
  const event = await appendEvent(ctx, {
    kind: 'batch.tasks_added',
    rootKind: 'batch',
    rootId: batch.id,
    subjectId: batch.id,
    parties: [batch.clientId],
    data: {
      name: batch.name,
      count: rows.length,
      gold,
      from: first,
      currency: batch.currency,
      amountMinor: batch.state === 'draft' ? '0' : (wanted * unitMinor(batch)).toString(),
    },
  });
  if (batch.state !== 'draft') {
    await holdMoney(ctx, batch, {
      amountMinor: wanted * unitMinor(batch),
      act: 'batch.extended',
      reference: `batch:${batch.id}:tasks:${first}`,
      eventId: event.id,
    });
    await listBatch(ctx, batch.id);
  }
  const taskIds = rows.map((row) => row.id);
  return { batchId: batch.id, added: rows.length, taskIds, seq: event.seq };
}

/** One that was finished before its time opens again. */
function takesTasks({ now }: Context, batch: LockedBatch): boolean {
  if (batch.state === 'closed') {
    return batch.endReason === 'completed' && batch.expiresAt !== null && batch.expiresAt > now;
  }
  return batch.state !== 'closing';
}

type Row = {
  id: string;
  number: number;
  pos: string;
  wanted: number;
  input: object;
  key: object | null;
  expires: string | null;
};

function taskRow(
  ctx: Context,
  batch: LockedBatch,
  { task, place, first }: { task: NewTask; place: number; first: number },
): Row {
  const number = first + place;
  const wanted = task.wanted ?? batch.wantedEach;
  const where = `tasks.${place}`;
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 1_000_000) {
    refuse('input_invalid', { rule: 'out_of_range', from: 1, to: 1_000_000 }, `${where}.wanted`);
  }
  if (task.expiresAt !== undefined && task.expiresAt <= ctx.now) {
    refuse('date_in_past', {}, `${where}.expiresAt`);
  }
  const size = JSON.stringify(task.input).length + JSON.stringify(task.key ?? null).length;
  if (size > INPUT_CHARS) {
    refuse('input_invalid', { rule: 'too_long', limit: INPUT_CHARS }, `${where}.input`);
  }
  if (!isStorable(task.input)) refuse('input_invalid', { rule: 'nul' }, `${where}.input`);
  return {
    id: newId(ctx.home, ctx.now),
    number,
    pos: (batch.state === 'draft' ? number : lastPos(ctx.now, place)).toString(),
    wanted,
    input: task.input,
    key: task.key === undefined ? null : keyOf(batch, task.key, `${where}.key`),
    expires: task.expiresAt?.toISOString() ?? null,
  };
}

/** A worker would be asked with a gap in the question. */
function refuseMissing(batch: LockedBatch, tasks: readonly NewTask[]): void {
  const variables = variablesOf(batch.form as unknown as TaskForm);
  for (const [place, { input }] of tasks.entries()) {
    const missing = variables.filter((name) => inputValue(input, name) === null);
    if (missing.length > 0) {
      const rule = { rule: 'variables', missing: missing.join(', ') };
      refuse('input_invalid', rule, `tasks.${place}.input`);
    }
  }
}

/** A worker would find no picture where a value makes no address. */
function refuseAddresses(batch: LockedBatch, tasks: readonly NewTask[]): void {
  const broken = addressCheck(batch.form as unknown as TaskForm);
  for (const [place, { input }] of tasks.entries()) {
    const [name] = broken(input);
    if (name !== undefined) {
      refuse('input_invalid', { rule: 'address', name }, `tasks.${place}.input`);
    }
  }
}

/** Whether the database can keep it: no U+0000 and no halves of characters. */
function isStorable(input: NewTask['input']): boolean {
  return Object.entries(input)
    .flat()
    .every((text) => text.isWellFormed() && !text.includes('\u0000'));
}

/** The right answer as the form would take it: another could never be given. */
function keyOf(batch: LockedBatch, given: NonNullable<NewTask['key']>, where: string): object {
  const found = goldAnswer(batch.form as unknown as TaskForm, given);
  if ('key' in found) return found.key;
  const { field, rule } = found;
  return refuse('answer_invalid', { field, problem: rule }, `${where}.${field}`);
}

/** One parameter for all rows, however many they are. */
async function insertTasks(ctx: Context, batchId: string, rows: Row[]): Promise<void> {
  await sql`
    insert into task
      (home, id, batch_id, number, pos, gold, input, key, wanted, slots, open, expires_at)
    select ${ctx.home}, id, ${batchId}, number, pos, key is not null, input, key, wanted, wanted,
      true, expires
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id uuid, number int, pos bigint, wanted int, input jsonb, key jsonb, expires timestamptz)`.execute(
    ctx.tx,
  );
}

const REOPENED = { state: 'open', endReason: null, endedAt: null } as const;

async function countTasks(
  ctx: Context,
  batch: LockedBatch,
  more: { added: number; gold: number; wanted: bigint; tasks: readonly NewTask[] },
): Promise<void> {
  const { added, gold, wanted, tasks } = more;
  await ctx.tx
    .updateTable('batch')
    .set((set) => ({
      tasks: set('tasks', '+', added - gold),
      goldTasks: set('goldTasks', '+', gold),
      wanted: set('wanted', '+', wanted),
      variables: namesOf(batch, tasks),
      ...(batch.state === 'closed' ? REOPENED : {}),
    }))
    .where('home', '=', ctx.home)
    .where('id', '=', batch.id)
    .execute();
}

/** The names of all variables of a batch: as many as a sheet may have, since its results are one. */
function namesOf(batch: LockedBatch, tasks: readonly NewTask[]): string[] {
  const names = new Set(batch.variables);
  const { columns, nameChars } = ROW_LIMITS;
  for (const [place, { input }] of tasks.entries()) {
    for (const name of Object.keys(input).filter((one) => !names.has(one))) {
      const where = `tasks.${place}.input`;
      if (name.length > nameChars) {
        refuse('input_invalid', { rule: 'name_too_long', limit: nameChars }, where);
      }
      if (names.size >= columns) {
        refuse('input_invalid', { rule: 'too_many_names', limit: columns }, where);
      }
      names.add(name);
    }
  }
  return [...names];
}
