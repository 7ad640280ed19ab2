/** The parts of a batch's page as they change: server-sent events, drawn as the page draws them. */
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { decisionList } from '#domain/results/queries/decision-list.ts';
import { batchImport } from '#domain/tasks/queries/batch-import.ts';
import { batchProgress } from '#domain/tasks/queries/batch-progress.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import { signedIn } from '#web/context.ts';
import { text } from '#web/text/catalogue.ts';
import { sumOf } from '../batch-words.ts';
import { ImportState, isRunning } from '../order/import-state.tsx';
import { ListState } from '../review/list-state.tsx';
import type { Route } from './+types/live.ts';
import { answersIn } from './batch-data.ts';
import { BatchMoney, BatchTiles } from './figures.tsx';
import { BatchRuler } from './ruler.tsx';

type Context = Parameters<typeof signedIn>[0];

/** What the script batch-live puts into the page: HTML by the id of its part, and a sentence. */
type Live = { parts: Record<string, string>; says: string; done: boolean };

const EVERY_MS = 2_000;
/** The browser asks again by itself, so that no server waits long for its readers when it stops. */
const LIFE_MS = 50_000;

export async function loader({ context, params, request }: Route.LoaderArgs): Promise<Response> {
  const { readDb, actor } = signedIn(context);
  await findBatch(readDb, actor, params.id);
  const of = new URL(request.url).searchParams.get('of');
  const part = of === 'import' ? readImport : of === 'decisions' ? readDecisions : readBatch;
  const read = () => part(context, params.id);
  return new Response(stream(read, request.signal), {
    headers: {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      // So that no proxy gathers events before it hands them on.
      'X-Accel-Buffering': 'no',
    },
  });
}

/** One event at once and then whenever something changed. */
function stream(read: () => Promise<Live>, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const until = Date.now() + LIFE_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';
  const tell = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    const live = await read();
    const data = JSON.stringify(live);
    if (data !== last) controller.enqueue(encoder.encode(`retry: 3000\ndata: ${data}\n\n`));
    last = data;
    if (live.done || Date.now() > until || signal.aborted) controller.close();
    else
      timer = setTimeout(() => tell(controller).catch((error) => end(controller, error)), EVERY_MS);
  };
  return new ReadableStream({
    start: tell,
    cancel: () => clearTimeout(timer),
  });
}

function end(controller: ReadableStreamDefaultController<Uint8Array>, error: unknown): void {
  controller.error(error);
}

async function readBatch(context: Context, batchId: string): Promise<Live> {
  const { readDb, actor, viewer } = signedIn(context);
  const batch = await findBatch(readDb, actor, batchId);
  const progress = await batchProgress(readDb, batch, new Date());
  const sight = { batch, progress, timeZone: viewer.timeZone };
  const spent = sumOf(batch, progress.spentMinor);
  return {
    parts: {
      ruler: drawn(<BatchRuler sight={sight} />),
      tiles: drawn(<BatchTiles sight={sight} />),
      'money-lines': drawn(<BatchMoney sight={sight} />),
    },
    says: text.batches.page.told(answersIn(progress), progress.wanted, spent),
    done: batch.state === 'closed' && progress.waiting === 0,
  };
}

async function readImport(context: Context, batchId: string): Promise<Live> {
  const { readDb, actor } = signedIn(context);
  const sight = await batchImport(readDb, actor, batchId);
  if (sight === null) return { parts: {}, says: '', done: true };
  const says = text.tasks.rows.importing(sight.rowsDone, sight.rowsTotal);
  return { parts: { import: drawn(<ImportState sight={sight} />) }, says, done: !isRunning(sight) };
}

async function readDecisions(context: Context, batchId: string): Promise<Live> {
  const { readDb, actor } = signedIn(context);
  const list = await decisionList(readDb, actor, batchId);
  if (list === null) return { parts: {}, says: '', done: true };
  const says = text.review.list.so(list.looked, list.total);
  const done = list.state !== 'running';
  return { parts: { decisions: drawn(<ListState list={list} />) }, says, done };
}

function drawn(part: ReactElement): string {
  return renderToString(part);
}
