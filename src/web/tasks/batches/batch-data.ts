/** Everything the page of an ordered batch shows. Server only. */
import { redirect } from 'react-router';
import { may } from '#domain/accounts/permission.ts';
import { eventsOfRoot } from '#domain/evidence/queries/events.ts';
import { shortName } from '#domain/kernel/ids.ts';
import { type BatchProgress, batchProgress } from '#domain/tasks/queries/batch-progress.ts';
import { type BatchRow, findBatch } from '#domain/tasks/queries/find-batch.ts';
import { signedIn } from '#web/context.ts';

type Context = Parameters<typeof signedIn>[0];

export type BatchData = Awaited<ReturnType<typeof loadBatch>>;

/** What every part that lives needs; drawn by the page and by its stream. */
export type BatchSight = { batch: BatchRow; progress: BatchProgress; timeZone: string };

const EVENTS_SHOWN = 10;

export async function loadBatch(context: Context, batchId: string) {
  const { readDb, actor, now, viewer, request } = signedIn(context);
  const batch = await findBatch(readDb, actor, batchId);
  if (batch.state === 'draft') throw redirect(`/tasks/batches/${batch.id}/rows`);
  const before = Number(new URL(request.url).searchParams.get('before') ?? 0);
  const events = await eventsOfRoot(readDb, actor, {
    rootId: batch.id,
    limit: EVENTS_SHOWN,
    ...(before > 0 ? { before } : {}),
  });
  const shown = events.slice(0, EVENTS_SHOWN);
  return {
    batch,
    name: shortName(batch.id),
    progress: await batchProgress(readDb, batch, now),
    timeZone: viewer.timeZone,
    partyId: actor.partyId,
    history: {
      events: shown,
      first: before === 0,
      next: events.length > EVENTS_SHOWN ? (shown.at(-1)?.seq ?? null) : null,
    },
    rights: { post: may(actor, 'post'), fund: may(actor, 'fund'), accept: may(actor, 'accept') },
  };
}

/** An ordered batch of the actor's; drafts are sent to their rows. */
export async function orderedBatch(context: Context, batchId: string): Promise<BatchRow> {
  const { readDb, actor } = signedIn(context);
  const batch = await findBatch(readDb, actor, batchId);
  if (batch.state === 'draft') throw redirect(`/tasks/batches/${batch.id}/rows`);
  return batch;
}

/** Answers that were handed in, whatever came of them. */
export function answersIn({ waiting, approved, rejected }: BatchProgress): number {
  return waiting + approved + rejected;
}
