/** Decides many answers by a list. Server only. */
import { setTimeout as sleep } from 'node:timers/promises';
import { redirect } from 'react-router';
import { type StartDecisions, startDecisions } from '#domain/results/commands/start-decisions.ts';
import { decisionList } from '#domain/results/queries/decision-list.ts';
import { signedIn } from '#web/context.ts';

const PATIENCE_MS = 1_500;
const LOOK_EVERY_MS = 50;

type Context = Parameters<typeof signedIn>[0];

/** A short list is done before the page comes back; the page itself says how far it is. */
export async function decideByList(
  context: Context,
  asked: StartDecisions,
  { key, to }: { key: string; to: string },
): Promise<Response> {
  const { run, actor } = signedIn(context);
  const { batchId } = asked;
  const { listId } = await run(startDecisions, asked, { actor, root: batchId, key });
  await untilEnded(context, batchId, listId);
  return redirect(`/tasks/batches/${batchId}${to}`, 303);
}

async function untilEnded(context: Context, batchId: string, listId: string): Promise<void> {
  const { readDb, actor } = signedIn(context);
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(LOOK_EVERY_MS)) {
    const list = await decisionList(readDb, actor, batchId);
    if (list?.id !== listId || list.state !== 'running') return;
  }
}
