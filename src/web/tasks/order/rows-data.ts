/** Everything the page of a draft's rows shows. Server only. */
import { redirect } from 'react-router';
import { may } from '#domain/accounts/permission.ts';
import { checkVariables, variablesOf } from '#domain/forms/variables.ts';
import { batchImport } from '#domain/tasks/queries/batch-import.ts';
import { batchTasks } from '#domain/tasks/queries/batch-tasks.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import { signedIn } from '#web/context.ts';
import { drawForm } from '#web/forms/draw-form.ts';
import { framePath } from '#web/task-frame/frame-token.ts';
import { wholeIn } from '../batches/batch-data.ts';
import { DAY } from '../durations.ts';

type Context = Parameters<typeof signedIn>[0];

export type RowsData = Awaited<ReturnType<typeof loadRows>>;

export async function loadRows(context: Context, batchId: string) {
  const { readDb, actor, request } = signedIn(context);
  const batch = await findBatch(readDb, actor, batchId);
  if (batch.state !== 'draft') throw redirect(`/tasks/batches/${batch.id}`);
  const number = wholeIn(new URL(request.url).searchParams.get('task')) || 1;
  const { rows } = await batchTasks(readDb, batch, { after: number - 1, limit: 1 });
  const task = rows[0]?.number === number ? rows[0] : null;
  const { id, name, form, tasks, goldTasks, variables, wantedEach } = batch;
  const { missing, unused } = checkVariables(form, variables);
  return {
    ...{ id, name, tasks, goldTasks, wantedEach, number, missing, unused },
    needed: variablesOf(form),
    mayPost: may(actor, 'post'),
    questions: form.kind === 'form' ? drawForm(form, {}).fields : null,
    running: await batchImport(readDb, actor, id),
    shown: task === null ? null : { gold: task.gold, ...sightOf(context, batch, task) },
  };
}

/** A task as its worker sees it: drawn by us, or the address of its closed frame. */
export function sightOf(
  context: Context,
  batch: Pick<Awaited<ReturnType<typeof findBatch>>, 'form'>,
  task: { id: string; input: Readonly<Record<string, string>> },
) {
  const { form } = batch;
  if (form.kind === 'form') return { drawn: drawForm(form, task.input), frame: null };
  const { config, now } = signedIn(context);
  const right = { shown: { kind: 'task', id: task.id }, workerId: null } as const;
  const until = new Date(now.getTime() + DAY * 1_000);
  const src = framePath({ ...right, until }, config.secret);
  return { drawn: null, frame: { src, height: form.height } };
}
