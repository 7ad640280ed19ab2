/** What a worker sees of a batch before, and between, its tasks. Server only. */
import { clientRecord } from '#domain/assignments/queries/client-record.ts';
import type { ClientRecord } from '#domain/assignments/queries/find-work.ts';
import { offeredBatch } from '#domain/assignments/queries/offered-batch.ts';
import { workerQueue } from '#domain/assignments/queries/worker-assignments.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { requirementNames } from '#domain/qualifications/queries/requirement-names.ts';
import type { ReadDb } from '#platform/database.ts';
import type { signedIn } from '#web/context.ts';
import { type DrawnForm, drawForm } from '#web/forms/draw-form.ts';
import { framePath } from '#web/task-frame/frame-token.ts';
import { autoIn } from '../addresses.ts';
import { requirementRows } from '../requirements.tsx';
import { seekerOf } from '../seeker.ts';

type Ground = ReturnType<typeof signedIn>;

export type Sample =
  | { kind: 'form'; drawn: DrawnForm }
  | { kind: 'html'; src: string; height: number }
  | null;

export type BatchSight = Awaited<ReturnType<typeof batchSight>>;

const NOBODY = { values: {}, country: null, subdivision: null };
const HOUR_MS = 3_600_000;

export async function batchSight(ground: Ground, batchId: string) {
  const { readDb, actor, now, request } = ground;
  const seeker = await seekerOf(readDb, actor, now);
  const looking = seeker ?? { workerId: actor.memberId, held: NOBODY };
  const batch = await offeredBatch(readDb, looking, batchId);
  const { form, missing: _missing, requirements, ...terms } = batch;
  const own = batch.clientId === actor.partyId;
  // What was hidden is read by those whom it concerns, and by nobody who comes along.
  const mayRead = !batch.hidden || own || actor.operator || batch.mine !== null;
  const sample = mayRead ? batch.sample : null;
  const names = await requirementNames(readDb, requirements);
  const live = batch.mine?.live ?? 0;
  const held =
    live > 0 && seeker !== null
      ? (await workerQueue(readDb, actor)).filter((one) => one.batchId === batchId)
      : [];
  return {
    ...terms,
    own,
    description: mayRead ? batch.description : '',
    requirements: requirementRows(requirements, names, seeker?.held ?? null),
    sample: sample === null ? null : drawSample(ground, { form, ...sample }),
    record: await recordOf(readDb, batch.clientId),
    heldId: held[0]?.id ?? null,
    self: seeker !== null,
    auto: autoIn(request.url),
  };
}

type Sampled = {
  form: Awaited<ReturnType<typeof offeredBatch>>['form'];
  taskId: string;
  input: { [name: string]: string };
};

function drawSample({ config, now }: Ground, { form, taskId, input }: Sampled): Sample {
  if (form.kind === 'form') return { kind: 'form', drawn: drawForm(form, input) };
  const until = new Date(now.getTime() + HOUR_MS);
  const right = { shown: { kind: 'task', id: taskId }, workerId: null, until } as const;
  return { kind: 'html', src: framePath(right, config.secret), height: form.height };
}

/** Null while nothing is known of the client. */
async function recordOf(db: ReadDb, clientId: string): Promise<ClientRecord | null> {
  try {
    return await clientRecord(db, clientId);
  } catch (error) {
    if (isRefusal(error) && error.code === 'not_found') return null;
    throw error;
  }
}

/** For the sheets of a batch: whoever may not look at it learns nothing. */
export async function mayLookAt(ground: Ground, batchId: string): Promise<void> {
  const { readDb, actor, now } = ground;
  const seeker = await seekerOf(readDb, actor, now);
  const looking = seeker ?? { workerId: actor.memberId, held: NOBODY };
  await offeredBatch(readDb, looking, batchId);
}
