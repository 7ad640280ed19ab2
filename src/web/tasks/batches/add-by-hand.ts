/** Tasks that are added to an ordered batch. Server only. */
import { z } from 'zod';
import { variablesOf } from '#domain/forms/variables.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { unitMinor } from '#domain/tasks/batch.ts';
import { addTasks } from '#domain/tasks/commands/add-tasks.ts';
import { signedIn } from '#web/context.ts';
import { actOn, formCase } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { sumOf } from '../batch-words.ts';
import { cellProblems, tasksIn } from '../order/typed-rows.ts';
import { toBatch } from '../to-batch.ts';
import { orderedBatch } from './batch-data.ts';

const words = text.batches.list;
const row = z.record(z.string(), z.string());

export async function addByHand(
  context: Parameters<typeof signedIn>[0],
  request: Request,
  batchId: string,
) {
  const { run, actor } = signedIn(context);
  const batch = await orderedBatch(context, batchId);
  const columns = variablesOf(batch.form);
  const add = formCase(
    z.object({ rows: z.array(row).optional(), count: z.coerce.number().int().min(1).optional() }),
    async ({ rows, count = 1 }, key) => {
      const tasks =
        columns.length === 0
          ? Array.from({ length: Math.min(count, 10_000) }, () => ({ input: {} }))
          : tasksIn(rows, columns);
      if (tasks.length === 0) throw new Refusal('input_invalid', { rule: 'required' }, 'rows.0.c0');
      const { added } = await run(addTasks, { batchId, tasks }, { actor, root: batchId, key });
      const heldMinor = BigInt(added * batch.wantedEach) * unitMinor(batch);
      const title = words.added(added, sumOf(batch, heldMinor));
      return toBatch(context, batchId, { title, to: '/tasks' });
    },
    {
      refusedTitle: words.refused,
      check: ({ rows }) => cellProblems(batch.form, rows, columns),
    },
  );
  return actOn(request, add);
}
