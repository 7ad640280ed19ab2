import { z } from 'zod';
import { may } from '#domain/accounts/permission.ts';
import { REVIEW_STATES, reviewList } from '#domain/assignments/queries/review-list.ts';
import { unitMinor } from '#domain/tasks/batch.ts';
import { extendTask } from '#domain/tasks/commands/change-task.ts';
import { findTask } from '#domain/tasks/queries/batch-tasks.ts';
import { freeSlots, taskStatus } from '#domain/tasks/task.ts';
import { signedIn } from '#web/context.ts';
import { actOnIntent, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { NumberField } from '#web/ui/form/text-fields.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { Fold } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { sumOf } from '../batch-words.ts';
import { sightOf } from '../order/rows-data.ts';
import { AnswersTable } from '../review/answers-table.tsx';
import { Pairs } from '../review/pairs.tsx';
import { TaskSightView } from '../task-sight.tsx';
import { toBatch } from '../to-batch.ts';
import type { Route } from './+types/task-page.ts';

const words = text.batches.list;
const MOST_ANSWERS = 100;

export const handle: PageHandle = { nav: 'tasks', tasks: true };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData ? words.one(loaderData.task.number) : '') },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor, now } = signedIn(context);
  const { task, batch } = await findTask(readDb, actor, params.taskId);
  const question = { states: REVIEW_STATES, taskId: task.id, limit: MOST_ANSWERS };
  const expiresAt = task.expiresAt ?? batch.expiresAt;
  const running = batch.state === 'open' || batch.state === 'paused';
  return {
    batch: { id: batch.id, name: batch.name, currency: batch.currency },
    task,
    status: taskStatus({ ...task, expiresAt }, task, now),
    free: freeSlots({ ...task, expiresAt }, now),
    sight: sightOf(context, batch, task),
    answers: (await reviewList(readDb, batch, question)).rows,
    unit: sumOf(batch, unitMinor(batch)),
    mayExtend: may(actor, 'fund') && running && task.disposedAt === null,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor, now } = signedIn(context);
  const { taskId, id } = params;
  const to = `/tasks/${taskId}`;
  const options = { refusedTitle: words.refused };
  return actOnIntent(request, {
    more: formCase(
      z.object({ more: z.coerce.number(text.form.number).int(text.form.wholeNumber).min(1) }),
      async ({ more }, key) => {
        const { seq } = await run(extendTask, { taskId, more }, { actor, root: id, key });
        return toBatch(context, id, { seq, title: words.moreDone(more), to });
      },
      options,
    ),
    end: formCase(
      z.object({}),
      async (_nothing, key) => {
        const input = { taskId, expiresAt: now };
        const { seq } = await run(extendTask, input, { actor, root: id, key });
        return toBatch(context, id, { seq, title: words.ended, to });
      },
      options,
    ),
  });
}

export default function TaskPage({ loaderData, actionData }: Route.ComponentProps) {
  const { batch, task, status, free, sight, answers, mayExtend } = loaderData;
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[
            { href: '/tasks', label: text.site.places.tasks },
            { href: `/tasks/batches/${batch.id}`, label: batch.name },
            { href: `/tasks/batches/${batch.id}/tasks`, label: words.crumb },
          ]}
          title={words.one(task.number)}
          state={<StateBadge {...text.states.task[status]} boxed />}
          facts={[words.counts(free, task.live, task.waiting), ...(task.gold ? [words.gold] : [])]}
        />
      }
      aside={
        <>
          <section aria-labelledby="input">
            <h2 id="input" className="text-lg">
              {words.input}
            </h2>
            <Pairs fields={task.input} />
          </section>
          {task.key !== null && (
            <section aria-labelledby="key">
              <h2 id="key" className="text-lg">
                {words.key}
              </h2>
              <Pairs fields={task.key} />
            </section>
          )}
          {mayExtend && <More data={loaderData} problems={actionData} />}
        </>
      }
      asideLabel={words.input}
    >
      <Section id="answers" title={words.answers}>
        {answers.length === 0 ? (
          <p className="mt-2 text-muted">{words.noAnswers}</p>
        ) : (
          <AnswersTable batch={batch} rows={answers} />
        )}
      </Section>
      <Section id="sight" title={words.sight}>
        <div className="mt-3 border border-base-300 rounded-box p-4">
          <TaskSightView sight={sight} />
        </div>
      </Section>
    </WorkPage>
  );
}

type Props = Route.ComponentProps;

function More({
  data: { task, unit },
  problems,
}: {
  data: Props['loaderData'];
  problems: Props['actionData'];
}) {
  return (
    <section className="pn" aria-labelledby="more">
      <h2 id="more" className="text-lg mb-3">
        {words.more}
      </h2>
      <Form intent="more" problems={problems} values={{ more: 1 }}>
        <NumberField name="more" label={words.moreLabel} hint={words.moreHint(unit)} />
        <SubmitButton look="quiet">{words.moreAct(unit)}</SubmitButton>
      </Form>
      {task.open && (
        <Fold summary={words.endNow}>
          <Form intent="end" problems={problems}>
            <p className="mt-2">{words.endNowText(task.slots)}</p>
            <SubmitButton look="quiet">{words.endNow}</SubmitButton>
          </Form>
        </Fold>
      )}
    </section>
  );
}
