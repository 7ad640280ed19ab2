/** Batches of the cast: tasks that ask for the colour of something. */
import type { MemberActor } from '#domain/kernel/actor.ts';
import type { BatchTerms } from '#domain/tasks/batch-terms.ts';
import { addTasks, type NewTask } from '#domain/tasks/commands/add-tasks.ts';
import { draftBatch } from '#domain/tasks/commands/draft-batch.ts';
import { orderBatch } from '#domain/tasks/commands/order-batch.ts';
import type { Run } from '#platform/run.ts';

export const COLOUR_FORM = {
  kind: 'form',
  instructions: '',
  show: [{ kind: 'text', text: 'Which colour is ${thing}?' }],
  fields: [
    {
      kind: 'choice',
      name: 'colour',
      label: 'Colour',
      hint: '',
      required: true,
      options: ['red', 'green', 'blue'],
    },
  ],
} as const;

/** Five cents an answer, one hour for each, approved by silence after three days. */
export const COLOURS: BatchTerms = {
  name: 'Colours',
  title: 'Name the colour of a thing',
  description: 'Look at the word and choose.',
  keywords: ['colour', 'quick'],
  currency: 'USD',
  rewardMinor: 5n,
  timeLimitSeconds: 3_600,
  autoApprovalSeconds: 259_200,
  requirements: [],
  form: COLOUR_FORM,
  wantedEach: 1,
  lifetimeSeconds: 604_800,
  goldPercent: 0,
  workerLimit: null,
  groupKey: null,
  groupLimit: null,
  priority: 0,
  reopenRejected: false,
  budgetCapMinor: null,
  floorMinor: null,
  reserveMinor: 0n,
  annotation: '',
};

export type Ordered = { tasks?: number | readonly NewTask[]; now?: Date };

/** A batch that was ordered: so many tasks, or just these. */
export async function orderedBatch(
  run: Run,
  client: MemberActor,
  terms: Partial<BatchTerms> = {},
  { tasks = 3, now = new Date() }: Ordered = {},
): Promise<string> {
  const batchId = await draftedBatch(run, client, terms, { tasks, now });
  await run(orderBatch, { batchId }, { actor: client, root: batchId, now });
  return batchId;
}

export async function draftedBatch(
  run: Run,
  client: MemberActor,
  terms: Partial<BatchTerms> = {},
  { tasks = 3, now = new Date() }: Ordered = {},
): Promise<string> {
  const all = { ...COLOURS, ...terms };
  const { batchId } = await run(draftBatch, { terms: all }, { actor: client, root: 'new', now });
  const rows =
    typeof tasks === 'number'
      ? Array.from({ length: tasks }, (_, place) => ({ input: { thing: `thing ${place + 1}` } }))
      : tasks;
  for (let first = 0; first < rows.length; first += 10_000) {
    const page = { batchId, tasks: rows.slice(first, first + 10_000) };
    await run(addTasks, page, { actor: client, root: batchId, now });
  }
  return batchId;
}
