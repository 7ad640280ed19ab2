/** A batch that acts are done on in any order, and what should have become of its assignments. */
import { acceptNext, acceptTask } from '#domain/assignments/commands/accept-task.ts';
import { appealRejection, decideAppeal } from '#domain/assignments/commands/appeal-rejection.ts';
import { approveAssignments } from '#domain/assignments/commands/approve-assignments.ts';
import { refreshBatch } from '#domain/assignments/commands/refresh-batch.ts';
import { rejectAssignments } from '#domain/assignments/commands/reject-assignments.ts';
import {
  abandonAssignment,
  returnAssignment,
} from '#domain/assignments/commands/return-assignment.ts';
import { repairAnswer, submitAssignment } from '#domain/assignments/commands/submit-assignment.ts';
import { type Actor, type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { addTasks } from '#domain/tasks/commands/add-tasks.ts';
import {
  cancelBatch,
  expireBatch,
  pauseBatch,
  resumeBatch,
} from '#domain/tasks/commands/change-batch-state.ts';
import { disposeTask, extendTask } from '#domain/tasks/commands/change-task.ts';
import { closeTasks, expireTask } from '#domain/tasks/commands/close-tasks.ts';
import { extendBatch, widenTasks } from '#domain/tasks/commands/extend-batch.ts';
import type { Command, JsonResult } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import type { Run } from '#platform/run.ts';
import { DAY_MS } from './contracts.ts';

/** Who acts, and on which database. */
export type Crew = {
  run: Run;
  db: Database;
  client: MemberActor;
  workers: readonly MemberActor[];
  operator: MemberActor;
};

const clock = systemActor('test-clock');
const FIELDS = { colour: 'red' };

export class BatchPlay {
  now = Date.now();
  /** What each assignment should be in. */
  readonly states = new Map<string, string>();
  readonly owners = new Map<string, MemberActor>();
  readonly crew: Crew;
  readonly batchId: string;

  constructor(crew: Crew, batchId: string) {
    this.crew = crew;
    this.batchId = batchId;
  }

  get client(): MemberActor {
    return this.crew.client;
  }

  /** Undefined where it was refused, which any act may be; what is refused must change nothing. */
  async act<Input, Result extends JsonResult>(
    actor: Actor,
    command: Command<Input, Result>,
    input: Input,
  ): Promise<Result | undefined> {
    const options = { actor, root: this.batchId, now: new Date(this.now) };
    return this.crew.run(command, input, options).catch((error: unknown) => {
      if (!isRefusal(error)) throw error;
      return undefined;
    });
  }

  /** One assignment that should be in one of these states, if there is any. */
  pick(place: number, ...states: string[]): string | undefined {
    const fitting = [...this.states].filter(([, state]) => states.includes(state));
    return fitting[place % Math.max(1, fitting.length)]?.[0];
  }

  ownerOf(assignmentId: string): MemberActor {
    return this.owners.get(assignmentId) ?? this.client;
  }

  workerAt(place: number): MemberActor {
    const worker = this.crew.workers[place % this.crew.workers.length];
    if (worker === undefined) throw new Error('There are workers');
    return worker;
  }

  tasks() {
    const rows = this.crew.db.selectFrom('task').selectAll().where('batchId', '=', this.batchId);
    return rows.orderBy('number').execute();
  }

  async taskAt(place: number): Promise<string> {
    const tasks = await this.tasks();
    return tasks[place % tasks.length]?.id ?? '';
  }
}

type Act = (play: BatchPlay, place: number) => Promise<unknown>;

const taken = (
  play: BatchPlay,
  worker: MemberActor,
  handed: { assignmentId: string } | undefined,
) => {
  if (handed === undefined) return;
  play.states.set(handed.assignmentId, 'accepted');
  play.owners.set(handed.assignmentId, worker);
};

/** An act of the worker's on one of its assignments, and the state that it leads to. */
const step =
  (from: string, to: string, command: Command<{ assignmentId: string }, JsonResult>): Act =>
  async (play, place) => {
    const id = play.pick(place, from);
    if (id === undefined) return;
    const done = await play.act(play.ownerOf(id), command, { assignmentId: id });
    if (done !== undefined) play.states.set(id, to);
  };

export const BATCH_ACTS: Record<string, Act> = {
  accept: async (play, place) => {
    const worker = play.workerAt(place);
    taken(play, worker, await play.act(worker, acceptNext, { batchId: play.batchId }));
  },
  acceptTask: async (play, place) => {
    const worker = play.workerAt(place);
    const taskId = await play.taskAt(place * 7 + 1);
    taken(play, worker, await play.act(worker, acceptTask, { taskId }));
  },
  submit: step('accepted', 'submitted', (ctx, input) =>
    submitAssignment(ctx, { ...input, fields: FIELDS }),
  ),
  giveBack: step('accepted', 'returned', returnAssignment),
  repair: step('rejected', 'submitted', (ctx, input) =>
    repairAnswer(ctx, { ...input, fields: FIELDS }),
  ),
  approve: async (play, place) => {
    const ids = [play.pick(place, 'submitted'), play.pick(place + 1, 'submitted')];
    const assignmentIds = ids.filter((id) => id !== undefined);
    if (assignmentIds.length === 0) return;
    await play.act(play.client, approveAssignments, { assignmentIds });
    for (const id of assignmentIds) play.states.set(id, 'approved');
  },
  override: async (play, place) => {
    const id = play.pick(place, 'rejected');
    if (id === undefined) return;
    const input = { assignmentIds: [id], override: true };
    const done = await play.act(play.client, approveAssignments, input);
    if (done !== undefined) play.states.set(id, 'approved');
  },
  reject: async (play, place) => {
    const ids = [play.pick(place, 'submitted'), play.pick(place + 1, 'submitted')];
    const assignmentIds = [...new Set(ids)].filter((id) => id !== undefined);
    if (assignmentIds.length === 0) return;
    const input = { assignmentIds, reason: 'other' as const, feedback: 'No.' };
    const done = await play.act(play.client, rejectAssignments, input);
    if (done !== undefined) for (const id of assignmentIds) play.states.set(id, 'rejected');
  },
  appeal: async (play, place) => {
    const id = play.pick(place, 'rejected');
    if (id === undefined) return;
    const appeal = { assignmentId: id, words: 'It is red.' };
    if ((await play.act(play.ownerOf(id), appealRejection, appeal)) === undefined) return;
    const uphold = place % 2 === 0;
    const verdict = { assignmentId: id, uphold, verdict: 'Seen.' };
    if ((await play.act(play.crew.operator, decideAppeal, verdict)) !== undefined && uphold) {
      play.states.set(id, 'approved');
    }
  },
  lapse: async (play, place) => {
    play.now += 3_700_000;
    const id = play.pick(place, 'accepted');
    if (id !== undefined) await lapse(play, id);
  },
  wait: async (play, place) => {
    play.now += place * DAY_MS;
  },
  pause: (play) => play.act(play.client, pauseBatch, { batchId: play.batchId }),
  resume: (play) => play.act(play.client, resumeBatch, { batchId: play.batchId }),
  cancel: (play) => play.act(play.client, cancelBatch, { batchId: play.batchId }),
  expire: (play) => play.act(clock, expireBatch, { batchId: play.batchId }),
  extend: (play, place) => {
    const expiresAt = new Date(play.now + 20 * DAY_MS);
    const input = { batchId: play.batchId, moreEach: place % 3, expiresAt };
    return play.act(play.client, extendBatch, input);
  },
  turnPages: (play) => turnPages(play),
  add: (play, place) => {
    const tasks = [
      { input: { thing: 'new' }, expiresAt: new Date(play.now + (1 + place) * DAY_MS) },
    ];
    return play.act(play.client, addTasks, { batchId: play.batchId, tasks });
  },
  extendTask: async (play, place) => {
    const taskId = await play.taskAt(place);
    const end = { expiresAt: new Date(play.now + ((place % 3) - 1) * DAY_MS) };
    const input = { taskId, more: place % 2, ...(place % 5 > 1 ? end : {}) };
    await play.act(play.client, extendTask, input);
  },
  expireTask: async (play, place) =>
    play.act(clock, expireTask, { taskId: await play.taskAt(place) }),
  dispose: async (play, place) =>
    play.act(play.client, disposeTask, { taskId: await play.taskAt(place) }),
  refresh: (play) => play.act(clock, refreshBatch, { batchId: play.batchId }),
};

export async function lapse(play: BatchPlay, assignmentId: string): Promise<void> {
  const done = await play.act(clock, abandonAssignment, { assignmentId });
  if (done?.abandoned) play.states.set(assignmentId, 'abandoned');
}

export async function turnPages(play: BatchPlay): Promise<void> {
  const input = { batchId: play.batchId };
  while ((await play.act(clock, closeTasks, input))?.more);
  while ((await play.act(clock, widenTasks, input))?.more);
}
