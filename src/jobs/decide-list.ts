/** Decides many answers of a batch, page by page: those of a sheet, or all that wait and fit. */
import { DECIDED_AT_ONCE } from '#domain/assignments/commands/approve-assignments.ts';
import { reviewList } from '#domain/assignments/queries/review-list.ts';
import { type MemberActor, systemActor } from '#domain/kernel/actor.ts';
import {
  DeciderLeft,
  endDecisions,
  inList,
  ListLeft,
  type ListStep,
  noteLooked,
} from '#domain/results/commands/carry-out-list.ts';
import { type Act, decidePage, nothingDecided } from '#domain/results/commands/decide-rows.ts';
import {
  decidedBy,
  type RunningList,
  runningList,
  staleLists,
} from '#domain/results/queries/decision-list.ts';
import { type Decision, readDecisions } from '#domain/results/read-decisions.ts';
import { isRowProblem } from '#domain/sheets/row-problem.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import type { EventReference } from '#platform/after-commit/relay.ts';
import type { Job, JobServices } from './job.ts';
import { sweep } from './sweep.ts';

export const decideListOf: Job = (services, payload) =>
  decideList(services, (payload as EventReference).rootId);

/** Goes on with lists whose server was stopped. */
export const resumeLists: Job = sweep('decision-clock', staleLists, (_act, { id }, services) =>
  decideList(services, id),
);

async function decideList(services: JobServices, batchId: string): Promise<void> {
  const list = await runningList(services.readDb, batchId);
  if (list === undefined) return;
  const { actor } = list;
  const end = (state: 'done' | 'failed') =>
    asClock(services, batchId)(endDecisions, { ...stepOf(list), state });
  if (actor === null) {
    await end('failed');
    return;
  }
  try {
    await decideAll(services, list, actor);
    await end('done');
  } catch (error) {
    if (error instanceof ListLeft) return;
    // Whoever changed the file, or took it away, gets no second reading of it.
    const fileLost = isRowProblem(error) || (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (!fileLost && !(error instanceof DeciderLeft)) throw error;
    await end('failed');
  }
}

async function decideAll(
  services: JobServices,
  list: RunningList,
  actor: MemberActor,
): Promise<void> {
  const step = stepOf(list);
  const clock = asClock(services, list.batchId);
  const act: Act = (command, input) => clock(inList(command, step), input);
  let { looked: from } = list;
  const pages = list.fileId === null ? waiting(services, list, actor) : listed(services, list);
  for await (const page of pages) {
    const sums = nothingDecided();
    await decidePage(act, page, { override: false, sums });
    const ids = sums.skipped.map(({ assignmentId }) => assignmentId);
    const ours = await decidedBy(services.readDb, list, ids);
    const skipped = sums.skipped.filter(({ assignmentId }) => !ours.has(assignmentId));
    const looked = from + page.length;
    await clock(noteLooked, { ...step, from, looked, skipped });
    from = looked;
  }
}

/** The rows of the sheet that were not looked at yet. */
async function* listed(
  { files }: JobServices,
  { fileId, looked }: RunningList,
): AsyncGenerator<Decision[]> {
  let page: Decision[] = [];
  let rows = 0;
  for await (const decision of readDecisions(files.read(fileId ?? ''))) {
    rows += 1;
    if (rows <= looked) continue;
    page.push(decision);
    if (page.length < DECIDED_AT_ONCE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** Those that wait, each once: what is decided does not wait any more, and the cursor goes on. */
async function* waiting(
  { readDb }: JobServices,
  { batchId, question, looked }: RunningList,
  actor: MemberActor,
): AsyncGenerator<Decision[]> {
  const batch = await findBatch(readDb, actor, batchId);
  const asked = { ...question, states: ['submitted'] as const, limit: DECIDED_AT_ONCE };
  let row = looked;
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await reviewList(readDb, batch, { ...asked, ...(cursor && { cursor }) });
    cursor = page.next;
    const approvals = page.rows.map(({ id: assignmentId }) => {
      row += 1;
      return { row, assignmentId, verdict: 'approve' as const };
    });
    if (approvals.length > 0) yield approvals;
  }
}

function stepOf({ id: listId, batchId }: RunningList): ListStep {
  return { listId, batchId };
}

function asClock({ run, now }: JobServices, root: string): Act {
  return (command, input) =>
    run(command, input, { actor: systemActor('decision-clock'), root, now: now() });
}
