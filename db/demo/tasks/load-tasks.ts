/** The market of small tasks: batches of the cast, answered by some of the crowd. */
import { acceptNext } from '#domain/assignments/commands/accept-task.ts';
import { appealRejection } from '#domain/assignments/commands/appeal-rejection.ts';
import { approveAssignments } from '#domain/assignments/commands/approve-assignments.ts';
import { recordWorker } from '#domain/assignments/commands/record-worker.ts';
import { refreshBatch } from '#domain/assignments/commands/refresh-batch.ts';
import { rejectAssignments } from '#domain/assignments/commands/reject-assignments.ts';
import { submitAssignment } from '#domain/assignments/commands/submit-assignment.ts';
import { sweepWork } from '#domain/assignments/commands/sweep-work.ts';
import { unsweptWorkers } from '#domain/assignments/queries/touched-work.ts';
import { depositDirectly } from '#domain/billing/commands/deposit-directly.ts';
import type { FormTemplate } from '#domain/forms/form-template.ts';
import { findTemplate } from '#domain/forms/gallery.ts';
import { type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { isRefusal, refuse } from '#domain/kernel/refusal.ts';
import type { BatchTerms } from '#domain/tasks/batch-terms.ts';
import { addTasks, type NewTask } from '#domain/tasks/commands/add-tasks.ts';
import { pauseBatch } from '#domain/tasks/commands/change-batch-state.ts';
import { draftBatch } from '#domain/tasks/commands/draft-batch.ts';
import { orderBatch } from '#domain/tasks/commands/order-batch.ts';
import { recordClient } from '#domain/tasks/commands/record-client.ts';
import { saveTaskType } from '#domain/tasks/commands/save-task-type.ts';
import type { Cast } from '../cast.ts';
import { type Random, randomOf } from '../crowd/random.ts';
import { act, daysAgo, nth, type Stage } from '../stage.ts';
import { answerOf } from './answer-task.ts';
import { makeForumTest } from './forum-test.ts';
import { type BatchPlan, PLANS } from './plans.ts';
import { rowOf } from './rows.ts';

const DAY_SECONDS = 86_400;
const clock = systemActor('demo');

/** Every batch of the plans; `crowd` are those who work besides Chidi and Grace. */
export async function loadTasks(
  stage: Stage,
  cast: Cast,
  crowd: readonly MemberActor[],
): Promise<void> {
  for (const party of [cast.records, cast.harrow, cast.elena]) {
    const currency = party === cast.elena ? 'EUR' : 'USD';
    const deposit = { partyId: party.partyId, currency, amountMinor: 40_000n };
    const options = { actor: clock, root: party.partyId, now: daysAgo(stage, 12) };
    await stage.run(depositDirectly, deposit, options);
  }
  const workers = [cast.chidi, cast.grace, ...crowd];
  const typeId = await makeForumTest(stage, cast.records, workers);
  for (const plan of PLANS) await loadBatch(stage, cast, { plan, workers, typeId });
  for (const { memberId } of workers) {
    await stage.run(recordWorker, { workerId: memberId }, { actor: clock, root: memberId });
  }
  for (const { partyId } of [cast.records, cast.harrow, cast.elena]) {
    await stage.run(recordClient, { clientId: partyId }, { actor: clock, root: partyId });
  }
}

type Show = { plan: BatchPlan; workers: readonly MemberActor[]; typeId: string };

async function loadBatch(stage: Stage, cast: Cast, show: Show): Promise<void> {
  const { plan, workers } = show;
  const client = cast[plan.client];
  const batchId = await orderPlan(stage, client, show);
  if (plan.outcome === 'draft') return;
  const random = randomOf(plan.name);
  const ids = await doTasks(stage, batchId, { plan, workers, random });
  await decide(stage, client, { batchId, plan, ids });
  const scene = { actor: client, root: batchId, ago: 0.2 };
  if (plan.outcome === 'pause') await act(stage, scene, [pauseBatch, { batchId }]);
  const options = { actor: clock, root: batchId, now: daysAgo(stage, 0.1) };
  await stage.run(refreshBatch, { batchId }, options);
  for (const workerId of await unsweptWorkers(stage.readDb, batchId)) {
    await stage.run(sweepWork, { batchId, workerId }, options);
  }
  await stage.run(refreshBatch, { batchId }, options);
}

async function orderPlan(
  stage: Stage,
  client: MemberActor,
  { plan, typeId }: Show,
): Promise<string> {
  const template = findTemplate(plan.template) ?? refuse('not_found', { thing: 'template' });
  const terms = termsOf(plan, template, typeId);
  const scene = { actor: client, root: client.partyId, ago: plan.ago };
  const { taskTypeId } = await act(stage, scene, [saveTaskType, { terms }]);
  const draft = { taskTypeId, terms };
  const { batchId } = await act(stage, { ...scene, root: 'new' }, [draftBatch, draft]);
  const here = { ...scene, root: batchId };
  if (plan.tasks > 0) {
    const tasks = Array.from({ length: plan.tasks }, (_, place) => taskOf(plan, place));
    await act(stage, here, [addTasks, { batchId, tasks }]);
  }
  if (plan.outcome !== 'draft') await act(stage, here, [orderBatch, { batchId }]);
  return batchId;
}

function taskOf(plan: BatchPlan, place: number): NewTask {
  const input = { ...rowOf(plan.template, place) };
  const gold = plan.gold?.find((one) => one.place === place);
  return gold === undefined ? { input } : { input, key: gold.key };
}

function termsOf(plan: BatchPlan, template: FormTemplate, typeId: string): BatchTerms {
  const requirements =
    plan.tested === undefined
      ? []
      : [
          {
            qualificationId: typeId,
            comparator: 'GreaterThanOrEqualTo',
            values: [60],
            guards: 'accept',
          },
        ];
  return {
    name: plan.name,
    title: template.title.replace('${topic}', 'looking for a flat'),
    description: template.description,
    keywords: template.keywords,
    currency: 'USD',
    rewardMinor: template.reward.amountMinor,
    timeLimitSeconds: template.timeLimitSeconds,
    autoApprovalSeconds: 14 * DAY_SECONDS,
    requirements,
    form: template.form,
    wantedEach: 1,
    lifetimeSeconds: 30 * DAY_SECONDS,
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
    ...plan.terms,
  };
}

/** Answers come in at the pace of the work, in turns. */
async function doTasks(
  stage: Stage,
  batchId: string,
  { plan, workers, random }: { plan: BatchPlan; workers: readonly MemberActor[]; random: Random },
): Promise<string[]> {
  const template = findTemplate(plan.template) ?? refuse('not_found', { thing: 'template' });
  const pace = Math.round(Number(template.reward.amountMinor) * 3);
  const ids: string[] = [];
  let at = daysAgo(stage, plan.ago).getTime() + 600_000;
  for (let turn = 0; ids.length < plan.answers && turn < plan.answers * 4; turn += 1) {
    const actor = nth(workers, turn % workers.length);
    const seconds = Math.max(3, Math.round(pace * random.between(0.7, 1.5)));
    const options = { actor, root: batchId, now: new Date(at) };
    try {
      const { assignmentId } = await stage.run(acceptNext, { batchId }, options);
      at += seconds * 1_000;
      const fields = answerOf(template.form, random);
      const input = { assignmentId, fields, activeSeconds: seconds };
      await stage.run(submitAssignment, input, { ...options, now: new Date(at) });
      ids.push(assignmentId);
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
    at += random.whole(20, 200) * 1_000;
  }
  return ids;
}

async function decide(
  stage: Stage,
  client: MemberActor,
  { batchId, plan, ids }: { batchId: string; plan: BatchPlan; ids: readonly string[] },
): Promise<void> {
  const scene = { actor: client, root: batchId, ago: 0.6 };
  const [first, second, ...rest] = ids.slice(0, plan.decided);
  const refused = plan.outcome === 'refuse' && first !== undefined && second !== undefined;
  const assignmentIds = refused ? rest : ids.slice(0, plan.decided);
  if (assignmentIds.length > 0) await act(stage, scene, [approveAssignments, { assignmentIds }]);
  if (!refused) return;
  const reject = {
    assignmentIds: [first, second],
    reason: 'instructions_not_followed' as const,
    feedback: 'The second line of the note is missing.',
  };
  await act(stage, scene, [rejectAssignments, reject]);
  const row = await stage.readDb
    .selectFrom('assignment')
    .select('workerId')
    .where('id', '=', second)
    .executeTakeFirstOrThrow();
  const worker: MemberActor = {
    ...client,
    memberId: row.workerId,
    partyId: row.workerId,
    role: 'self',
  };
  const words = 'The note has one line only; the rest is a stain. Please look at it again.';
  const appeal = { assignmentId: second, words };
  await act(stage, { actor: worker, root: batchId, ago: 0.4 }, [appealRejection, appeal]);
}
