/** Everything the page of an ordered batch shows. Server only. */
import { redirect } from 'react-router';
import { may } from '#domain/accounts/permission.ts';
import { eventsOfRoot } from '#domain/evidence/queries/events.ts';
import { shortName } from '#domain/kernel/ids.ts';
import { whyHidden } from '#domain/reputation/queries/reports.ts';
import { type BatchProgress, batchProgress } from '#domain/tasks/queries/batch-progress.ts';
import { type BatchRow, findBatch } from '#domain/tasks/queries/find-batch.ts';
import { signedIn } from '#web/context.ts';

type Context = Parameters<typeof signedIn>[0];

export type BatchData = Awaited<ReturnType<typeof loadBatch>>;

/** What every part that lives needs; drawn by the page and by its stream. */
export type BatchSight = { batch: BatchRow; progress: BatchProgress; timeZone: string };

const EVENTS_SHOWN = 10;

export type HistoryView = keyof typeof KINDS;

/** Kinds by the beginning of their names. Adding rows makes an event for each page of them. */
const KINDS = {
  main: [
    ...['batch.drafted', 'batch.changed', 'batch.import', 'batch.ordered', 'batch.paused'],
    ...['batch.resumed', 'batch.extended', 'batch.cancelled', 'batch.expired', 'batch.completed'],
    ...['batch.hidden', 'batch.shown', 'batch.breaker', 'task.'],
  ],
  money: [
    ...['batch.ordered', 'batch.extended', 'batch.tasks_added', 'batch.money_returned'],
    'task.extended',
  ],
  all: undefined,
} as const;

export async function loadBatch(context: Context, batchId: string) {
  const { readDb, actor, now, viewer, request } = signedIn(context);
  const batch = await findBatch(readDb, actor, batchId);
  if (batch.state === 'draft') throw redirect(`/tasks/batches/${batch.id}/rows`);
  const { searchParams } = new URL(request.url);
  const before = wholeIn(searchParams.get('before'));
  const asked = searchParams.get('show') ?? '';
  const view: HistoryView = asked === 'money' || asked === 'all' ? asked : 'main';
  const kinds = KINDS[view];
  const events = await eventsOfRoot(readDb, actor, {
    rootId: batch.id,
    limit: EVENTS_SHOWN,
    ...(before > 0 ? { before } : {}),
    ...(kinds === undefined ? {} : { kinds }),
  });
  const shown = events.slice(0, EVENTS_SHOWN);
  return {
    batch,
    name: shortName(batch.id),
    whyHidden: batch.hiddenAt === null ? null : await whyHidden(readDb, 'batch', batch.id),
    progress: await batchProgress(readDb, batch, now),
    timeZone: viewer.timeZone,
    partyId: actor.partyId,
    history: {
      view,
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

/** A number of a row or an event as an address names it; 0 where it names none. */
export function wholeIn(text: string | null): number {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0;
}
