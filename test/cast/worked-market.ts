/** A market of small tasks with some work done: what the worker's pages look like in use. */
import { acceptNext } from '#domain/assignments/commands/accept-task.ts';
import { appealRejection } from '#domain/assignments/commands/appeal-rejection.ts';
import { approveAssignments } from '#domain/assignments/commands/approve-assignments.ts';
import { rejectAssignments } from '#domain/assignments/commands/reject-assignments.ts';
import { submitAssignment } from '#domain/assignments/commands/submit-assignment.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import type { BatchTerms } from '#domain/tasks/batch-terms.ts';
import type { TestDatabase } from '../database.ts';
import { orderedBatch } from './batches.ts';
import { payIn } from './contracts.ts';
import { clockwork } from './jobs.ts';
import { castMember, castOrganization } from './members.ts';
import { castQualification } from './qualifications.ts';

export const RECEIPT_FORM = {
  kind: 'form',
  instructions: 'Look at the marked line only.',
  show: [{ kind: 'image', url: '${picture}', alt: 'A receipt' }],
  fields: [
    {
      kind: 'choice',
      name: 'bought',
      label: 'What did the marked line buy?',
      hint: 'The other lines are covered to protect the people on the receipt.',
      required: true,
      options: [
        'Food and drink',
        'Fuel and travel',
        'Office supplies',
        'Lodging',
        'Something else',
        'I cannot read it',
      ],
    },
  ],
} as const;

export const HTML_FORM = {
  kind: 'html',
  html: '<h2>Is ${thing} alive?</h2><label><input type="radio" name="alive" value="yes">Yes</label>',
  scripts: false,
  height: 240,
} as const;

export const RECEIPTS: Partial<BatchTerms> = {
  name: 'Receipts, November',
  title: 'Receipts, November',
  description: 'Say what the marked line of a receipt bought. One line each, about 15 seconds.',
  keywords: ['receipts', 'pictures'],
  rewardMinor: 4n,
  timeLimitSeconds: 900,
  form: RECEIPT_FORM,
};

export type WorkedMarket = Awaited<ReturnType<typeof workedMarket>>;

const MINUTE_MS = 60_000;

/** Brightwater orders receipts, colours and free forms; Ioana has done some, others more. */
export async function workedMarket({ run, readDb }: TestDatabase) {
  const lena = await castMember(run, 'Lena Fischer');
  const client = await castOrganization(run, lena, {
    name: 'Brightwater Utilities',
    kind: 'client',
  });
  const ioana = await castMember(run, 'Ioana Petrescu');
  const eve = await castMember(run, 'Eve Novak');
  await payIn(run, client, { amountMinor: 1_000_000n });
  const pictures = Array.from({ length: 30 }, (_, at) => ({
    input: { picture: `/samples/receipt-${(at % 3) + 1}.svg` },
  }));
  const spanish = await castQualification(run, client);
  const requirements = [
    { qualificationId: spanish, comparator: 'GreaterThanOrEqualTo', values: [80] },
  ] as const;
  const order = (terms: Partial<BatchTerms>, tasks: number | typeof pictures = 12) =>
    orderedBatch(run, client, terms, { tasks });
  const receipts = await order({ ...RECEIPTS, wantedEach: 2 }, pictures);
  const colours = await order({});
  const free = await order({ title: 'Alive or not', form: HTML_FORM, rewardMinor: 6n });
  const closed = await order({
    title: 'Sort messages in Spanish',
    rewardMinor: 12n,
    requirements: [...requirements],
  });
  const work = worker(run, receipts);
  const eves = await work(eve, 12);
  const mine = await work(ioana, 6);
  const decide = { actor: client, root: receipts };
  await run(approveAssignments, { assignmentIds: [...eves, ...mine.slice(0, 3)] }, decide);
  const feedback = 'The line says paper, which is office supplies.';
  const rejected = { assignmentIds: mine.slice(3, 5), reason: 'wrong_answer', feedback } as const;
  await run(rejectAssignments, rejected, decide);
  const [first = '', second = '', third = '', fourth = '', fifth = '', sixth = ''] = mine;
  const words = 'It is a parking ticket: fuel and travel.';
  const act = { actor: ioana, root: fifth };
  await run(appealRejection, { assignmentId: fifth, words }, act);
  await clockwork({ run, readDb }).work('refresh-batches', new Date());
  return {
    ...{ client, ioana, eve, receipts, colours, free, closed, spanish },
    approved: first,
    paid: [first, second, third],
    rejected: fourth,
    appealed: fifth,
    waiting: sixth,
  };
}

/** Answers so many receipts, each in about fifteen seconds. */
function worker(run: TestDatabase['run'], batchId: string) {
  return async (actor: MemberActor, count: number): Promise<string[]> => {
    const done: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const now = new Date(Date.now() - (count - at) * MINUTE_MS);
      const { assignmentId } = await run(acceptNext, { batchId }, { actor, root: batchId, now });
      const fields = { bought: 'Office supplies' };
      const sent = new Date(now.getTime() + 13_000 + at * 400);
      const options = { actor, root: assignmentId, now: sent };
      await run(submitAssignment, { assignmentId, fields }, options);
      done.push(assignmentId);
    }
    return done;
  };
}
