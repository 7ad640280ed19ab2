/** What the page of a draft's rows does. Server only. */
import { redirect } from 'react-router';
import { z } from 'zod';
import { FILE_LIMITS } from '#domain/files/file.ts';
import { variablesOf } from '#domain/forms/variables.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { addTasks, type NewTask } from '#domain/tasks/commands/add-tasks.ts';
import { clearTasks } from '#domain/tasks/commands/clear-tasks.ts';
import { startImport } from '#domain/tasks/commands/start-import.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import { signedIn } from '#web/context.ts';
import { actOnReceived, receiveForm } from '#web/files/receive-form.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { formCase } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import type { KeptFile } from '#web/ui/form/file-field.tsx';
import { cellProblems, keyIn, tasksIn } from './typed-rows.ts';

const words = text.tasks.rows;
const options = { refusedTitle: words.refused };
const row = z.record(z.string(), z.string());

type Context = Parameters<typeof signedIn>[0];

export async function actOnRows(context: Context, request: Request, id: string) {
  const { readDb, actor } = signedIn(context);
  const batch = await findBatch(readDb, actor, id);
  const received = await receiveForm(context, request, FILE_LIMITS.sheetBytes);
  const { form: typed } = received;
  const columns = variablesOf(batch.form);
  const check = ({ rows }: { rows?: Record<string, string>[] | undefined }) =>
    cellProblems(batch.form, rows, columns);
  const add = (tasks: readonly NewTask[], key: string) => added(context, id, { tasks, key });
  switch (String(typed.get('_intent') ?? '')) {
    case 'upload':
      return actOnReceived(received, uploadCase(context, id, received.kept));
    case 'hand':
      return formCase(
        z.object({ rows: z.array(row).optional() }),
        ({ rows }, key) => add(tasksIn(rows, columns), key),
        { ...options, check },
      ).act(typed);
    case 'same':
      return formCase(
        z.object({ count: z.coerce.number(text.form.number).int().min(1).max(10_000) }),
        ({ count }, key) =>
          add(
            Array.from({ length: count }, () => ({ input: {} })),
            key,
          ),
        options,
      ).act(typed);
    case 'gold':
      return formCase(
        z.object({ rows: z.array(row).optional() }),
        ({ rows }, key) => {
          const key_ = keyIn(batch.form, typed);
          if (key_ === null || key_ === undefined) {
            throw new Refusal('input_invalid', { rule: 'no_right_answer' }, 'gold');
          }
          const [task = { input: {} }] = tasksIn(rows, columns);
          return add([{ ...task, key: key_ }], key);
        },
        { ...options, check },
      ).act(typed);
    default:
      return formCase(z.object({}), (_nothing, key) => cleared(context, id, key)).act(typed);
  }
}

/** Only what arrived, or waits of this party's, is read; whatever ids the form names. */
function uploadCase(context: Context, batchId: string, kept: readonly KeptFile[]) {
  const { run, actor } = signedIn(context);
  return formCase(
    z.object({ filesKept: z.array(z.string()).optional() }),
    async (_ids, key) => {
      const file = kept.at(-1);
      if (file === undefined) throw new Refusal('input_invalid', { rule: 'required' }, 'files');
      const format = /\.(?:jsonl|ndjson|json)$/i.test(file.name) ? 'jsonl' : 'csv';
      const input = { batchId, fileId: file.id, format } as const;
      await run(startImport, input, { actor, root: batchId, key });
      return redirect(`/tasks/batches/${batchId}/rows`, 303);
    },
    options,
  );
}

async function added(
  context: Context,
  batchId: string,
  { tasks, key }: { tasks: readonly NewTask[]; key: string },
): Promise<Response> {
  const { run, actor } = signedIn(context);
  if (tasks.length === 0) throw new Refusal('input_invalid', { rule: 'required' }, 'rows.0.c0');
  const done = await run(addTasks, { batchId, tasks }, { actor, root: batchId, key });
  const says = { title: words.added(done.added), text: words.addedText };
  return redirectWithFlash(context, `/tasks/batches/${batchId}/rows`, { tone: 'go', ...says });
}

/** All rows of the draft out, page by page, so that another file can take their place. */
async function cleared(context: Context, batchId: string, key: string): Promise<Response> {
  const { run, actor } = signedIn(context);
  let page = 0;
  let more = true;
  while (more) {
    page += 1;
    const act = { actor, root: batchId, key: `${key}-${page}` };
    more = (await run(clearTasks, { batchId }, act)).more;
  }
  const to = `/tasks/batches/${batchId}/rows`;
  return redirectWithFlash(context, to, { tone: 'go', title: words.cleared });
}
