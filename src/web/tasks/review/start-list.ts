/** Decides many answers by a list, and says what came of it. Server only. */
import { setTimeout as sleep } from 'node:timers/promises';
import { redirect } from 'react-router';
import { type StartDecisions, startDecisions } from '#domain/results/commands/start-decisions.ts';
import { type DecisionListView, decisionList } from '#domain/results/queries/decision-list.ts';
import { signedIn } from '#web/context.ts';
import { text } from '#web/text/catalogue.ts';
import { toBatch } from '../to-batch.ts';
import { leftOut } from './list-state.tsx';

const words = text.review;
const PATIENCE_MS = 1_500;
const LOOK_EVERY_MS = 50;

type Context = Parameters<typeof signedIn>[0];

/** A short list is done before the page comes back; a long one is shown there while it goes on. */
export async function decideByList(
  context: Context,
  asked: StartDecisions,
  { key, to }: { key: string; to: string },
): Promise<Response> {
  const { run, actor } = signedIn(context);
  const { batchId } = asked;
  const { listId } = await run(startDecisions, asked, { actor, root: batchId, key });
  const list = await ended(context, batchId, listId);
  if (list === null) return toBatch(context, batchId, { title: words.list.begun(asked.total), to });
  // How it ended otherwise stands on the page.
  if (list.state !== 'done') return redirect(`/tasks/batches/${batchId}${to}`, 303);
  const title = words.uploadDone(list.approved, list.rejected);
  const left = list.skipped === 0 ? {} : { text: leftOut(list) };
  return toBatch(context, batchId, { title, ...left, to });
}

async function ended(
  context: Context,
  batchId: string,
  listId: string,
): Promise<DecisionListView | null> {
  const { readDb, actor } = signedIn(context);
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(LOOK_EVERY_MS)) {
    const list = await decisionList(readDb, actor, batchId);
    if (list?.id !== listId || list.state !== 'running') return list;
  }
  return null;
}
