/** Three ways to the same acts on tasks: through HTTP, through the domain in process, by plain SQL. */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { acceptNext } from '#domain/assignments/commands/accept-task.ts';
import { approveAssignments } from '#domain/assignments/commands/approve-assignments.ts';
import { submitAssignment } from '#domain/assignments/commands/submit-assignment.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { createPool } from '#platform/pipeline/create-pool.ts';
import type { Run } from '#platform/run.ts';
import { plainAccept, plainApprove, plainSubmit } from './plain-tasks.ts';
import type { Keyed } from './served.ts';

export type TaskDoor = {
  name: 'http' | 'http, one act' | 'in process' | 'plain';
  /** The assignment; undefined where the batch has no task left for the worker. */
  accept(worker: Keyed, batchId: string): Promise<string | undefined>;
  submit(worker: Keyed, assignmentId: string): Promise<void>;
  /** Hands in and takes the next task in one act, as a program in a loop does. */
  goOn?(worker: Keyed, assignmentId: string): Promise<string | undefined>;
  approve(client: Keyed, batchId: string, assignmentIds: string[]): Promise<void>;
};

const FIELDS = { colour: 'red' };

export function httpDoor(url: string, name: 'http' | 'http, one act'): TaskDoor {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const post = (key: string, path: string, body?: object) =>
    send(agent, `${url}/api/v1${path}`, key, body);
  const door: TaskDoor = {
    name,
    async accept({ key }, batchId) {
      const answer = await post(key, `/worker/batches/${batchId}/next`);
      if (answer.status === 409 && answer.text.includes('no_task_left')) return undefined;
      return (JSON.parse(expected(answer)) as { assignment_id: string }).assignment_id;
    },
    async submit({ key }, assignmentId) {
      expected(await post(key, `/assignments/${assignmentId}/submission`, { fields: FIELDS }));
    },
    async approve({ key }, batchId, assignmentIds) {
      const [first, ...others] = assignmentIds;
      const one = others.length === 0;
      const path = one ? `/assignments/${first}/approval` : `/batches/${batchId}/approvals`;
      expected(await post(key, path, one ? {} : { assignment_ids: assignmentIds }));
    },
  };
  if (name === 'http') return door;
  return {
    ...door,
    async goOn({ key }, assignmentId) {
      const body = { fields: FIELDS, next: true };
      const text = expected(await post(key, `/assignments/${assignmentId}/submission`, body));
      const { next } = JSON.parse(text) as { next: { assignment_id: string } | null };
      return next?.assignment_id;
    },
  };
}

type Answer = { status: number; text: string };

function expected({ status, text }: Answer): string {
  if (status >= 300) throw new Error(`${status} ${text}`);
  return text;
}

/** `node:http` and not `fetch`, which costs more CPU here than the server there. */
function send(agent: Agent, url: string, key: string, body?: object): Promise<Answer> {
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers = {
    Authorization: `Bearer ${key}`,
    'Content-Length': Buffer.byteLength(text),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    // Only what moves money must carry one.
    ...(url.includes('approval') ? { 'Idempotency-Key': randomUUID() } : {}),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: 'POST', headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() });
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(text);
  });
}

export function domainDoor(run: Run): TaskDoor {
  const as = (actor: MemberActor, root: string) => ({ actor, root });
  return {
    name: 'in process',
    accept: ({ actor }, batchId) =>
      run(acceptNext, { batchId }, as(actor, batchId)).then(
        (handed) => handed.assignmentId,
        (error: unknown) => {
          if (isRefusal(error) && error.code === 'no_task_left') return undefined;
          throw error;
        },
      ),
    async submit({ actor }, assignmentId) {
      await run(submitAssignment, { assignmentId, fields: FIELDS }, as(actor, assignmentId));
    },
    async approve({ actor }, batchId, assignmentIds) {
      await run(approveAssignments, { assignmentIds }, as(actor, batchId));
    },
  };
}

export function plainDoor(pool: ReturnType<typeof createPool>): TaskDoor {
  return {
    name: 'plain',
    accept: ({ actor }, batchId) => plainAccept(pool, actor, batchId),
    submit: ({ actor }, assignmentId) => plainSubmit(pool, actor, assignmentId),
    async approve(_client, _batchId, assignmentIds) {
      for (const id of assignmentIds) await plainApprove(pool, id);
    },
  };
}
