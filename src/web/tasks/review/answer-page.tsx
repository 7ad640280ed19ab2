import { shortName } from '#domain/kernel/ids.ts';
import type { Problems } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { PageHead, Section } from '#web/ui/page-head.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Deadline, Time } from '#web/ui/time.tsx';
import { lengthOf } from '../batch-words.ts';
import { TaskSightView } from '../task-sight.tsx';
import type { Route } from './+types/answer-page.ts';
import { actOnAnswer } from './answer-acts.ts';
import { type AnswerData, loadAnswer } from './answer-data.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { AnswersTable } from './answers-table.tsx';
import { Pairs } from './pairs.tsx';

const words = text.review;

export const handle: PageHandle = { nav: 'tasks', tasks: true, enhance: ['review-keys'] };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData ? words.oneTitle(loaderData.row.number) : '') },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  return loadAnswer(context, params);
}

export async function action({ request, context, params }: Route.ActionArgs) {
  return actOnAnswer(context, request, params);
}

/** On phones in the order of a decision: the answer, the task, the acts, what others said. */
export default function AnswerPage({ loaderData, actionData }: Route.ComponentProps) {
  const { batch, row, others, sight } = loaderData;
  return (
    <div className="wrap pt-5" data-review-keys="">
      <Head data={loaderData} />
      <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-10 items-start lg:grid-cols-[minmax(0,1fr)_21.5rem] lg:grid-rows-[auto_auto_1fr]">
        <Section id="answer" title={words.answer}>
          <Pairs fields={row.answer} />
          {row.key !== null && (
            <>
              <h3 className="font-semibold mt-5">{words.key}</h3>
              <Pairs fields={row.key} />
            </>
          )}
        </Section>
        <Section id="task" title={words.row}>
          <Pairs fields={row.input} />
          <div className="mt-4 border border-base-300 rounded-box p-4">
            <TaskSightView sight={sight} />
          </div>
        </Section>
        <div className="lg:col-start-2 lg:row-start-1 lg:row-span-3">
          <AnswerPanel data={loaderData} problems={actionData as Problems | undefined} />
        </div>
        {others.length > 0 && (
          <Section id="others" title={words.others}>
            <AnswersTable batch={batch} rows={others} />
          </Section>
        )}
      </div>
    </div>
  );
}

function Head({ data }: { data: AnswerData }) {
  const { batch, row, search, next } = data;
  const base = `/tasks/batches/${batch.id}`;
  return (
    <PageHead
      crumbs={[
        { href: '/tasks', label: text.site.places.tasks },
        { href: base, label: batch.name },
        { href: `${base}/review${search}`, label: words.crumb },
      ]}
      title={words.oneTitle(row.number)}
      state={<StateBadge {...text.states.assignment[row.state]} boxed />}
      facts={[
        <span key="worker">
          {words.facts.worker}{' '}
          <a className="lk" href={`${base}/workers/${row.workerId}`}>
            {shortName(row.workerId)}
          </a>
        </span>,
        words.facts.took(lengthOf(row.activeSeconds)),
        <span key="came">
          {words.facts.came} <Time at={row.submittedAt} />
        </span>,
        ...(row.state === 'submitted' && row.dueAt !== null
          ? [
              <span key="due">
                {words.facts.due} <Deadline at={row.dueAt} />
              </span>,
            ]
          : []),
        ...(row.answers > 1
          ? [`${words.columns.alike}: ${words.alike(row.same, row.answers)}`]
          : []),
        ...(row.goldRight === null ? [] : [row.goldRight ? words.goldRight : words.goldWrong]),
      ]}
      acts={
        <a className="btn" href={next} data-key="j">
          {words.skip}
        </a>
      }
    />
  );
}
