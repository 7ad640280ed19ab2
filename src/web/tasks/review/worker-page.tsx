import { z } from 'zod';
import { may } from '#domain/accounts/permission.ts';
import { workId } from '#domain/assignments/assignment.ts';
import { MESSAGE_LIMITS, messageWorker } from '#domain/assignments/commands/message-worker.ts';
import { batchWorker } from '#domain/assignments/queries/batch-workers.ts';
import { REVIEW_STATES, reviewList } from '#domain/assignments/queries/review-list.ts';
import { shortName } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea, TextField } from '#web/ui/form/text-fields.tsx';
import { Money } from '#web/ui/money.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { Fold } from '#web/ui/panel.tsx';
import { Tile, Tiles } from '#web/ui/tiles.tsx';
import { lengthOf, moneyOf } from '../batch-words.ts';
import { orderedBatch } from '../batches/batch-data.ts';
import type { Route } from './+types/worker-page.ts';
import { AnswersTable } from './answers-table.tsx';

const words = text.review;
const ANSWERS = 20;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = ({ params }: Route.MetaArgs) => [
  { title: text.site.title(words.workerTitle(shortName(params.workerId))) },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const batch = await orderedBatch(context, params.id);
  const worker = await batchWorker(readDb, batch, params.workerId);
  const question = { states: REVIEW_STATES, workerId: worker.workerId, limit: ANSWERS };
  const { id, name, currency } = batch;
  return {
    batch: { id, name, currency },
    worker,
    answers: await reviewList(readDb, batch, question),
    mayPost: may(actor, 'post'),
    mayBlock: may(actor, 'award'),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, readDb, actor } = signedIn(context);
  const batch = await orderedBatch(context, params.id);
  const worker = await batchWorker(readDb, batch, params.workerId);
  const assignmentId = worker.lastAnswerId ?? refuse('not_found', { thing: 'assignment' });
  const send = formCase(
    z.object({
      subject: z.string().max(MESSAGE_LIMITS.subjectChars),
      words: z.string().max(MESSAGE_LIMITS.wordsChars),
    }),
    async (message, key) => {
      const act = { actor, root: batch.id, key };
      const { seq } = await run(messageWorker, { assignmentId, ...message }, act);
      const root = workId(batch.id, worker.workerId);
      return redirectWithFlash(context, `/tasks/batches/${batch.id}/workers/${worker.workerId}`, {
        tone: 'go',
        title: words.messageDone,
        evidence: { href: eventNumberHref(root, seq), label: text.parts.event(seq) },
      });
    },
    { refusedTitle: words.notDone },
  );
  return actOn(request, send);
}

export default function WorkerPage({ loaderData, actionData }: Route.ComponentProps) {
  const { batch, worker, answers, mayPost, mayBlock } = loaderData;
  const base = `/tasks/batches/${batch.id}`;
  const { workerColumns: heads } = words;
  const gold = worker.goldRight + worker.goldWrong;
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[
            { href: '/tasks', label: text.site.places.tasks },
            { href: base, label: batch.name },
            { href: `${base}/workers`, label: words.workers },
          ]}
          title={words.workerTitle(shortName(worker.workerId))}
          facts={worker.blocked ? [words.blocked] : []}
          acts={
            mayBlock &&
            !worker.blocked && (
              <a className="btn" href={`/tasks/workers/block?worker=${worker.workerId}`}>
                {words.block}
              </a>
            )
          }
        />
      }
    >
      <Tiles label={heads.worker}>
        <Tile
          label={heads.approved}
          number={worker.approved.toLocaleString('en')}
          words={`${words.states.rejected}: ${worker.rejected}`}
        />
        <Tile
          label={heads.gold}
          number={words.goldOf(worker.goldRight, gold)}
          words={`${words.states.submitted}: ${worker.waiting}`}
        />
        <Tile
          label={heads.pace}
          number={worker.meanSeconds === null ? words.noPace : lengthOf(worker.meanSeconds)}
        />
        <Tile label={heads.earned} number={<Money amount={moneyOf(batch, worker.earnedMinor)} />} />
      </Tiles>
      <Section
        id="answers"
        title={words.seeAnswers}
        beside={
          <a className="lk text-sm" href={`${base}/review?state=all&worker=${worker.workerId}`}>
            {words.showAll}
          </a>
        }
      >
        {answers.rows.length > 0 && <AnswersTable batch={batch} rows={answers.rows} />}
      </Section>
      {mayPost && worker.lastAnswerId !== null && (
        <Fold summary={words.messageFold} open={actionData !== undefined}>
          <div className="mt-3 text-base">
            <Form problems={actionData}>
              <p className="text-sm text-muted">{words.messageHint}</p>
              <TextField name="subject" label={words.subject} maxLength={200} wide />
              <TextArea name="words" label={words.words} rows={4} />
              <SubmitButton look="quiet">{words.messageAct}</SubmitButton>
            </Form>
          </div>
        </Fold>
      )}
    </WorkPage>
  );
}
