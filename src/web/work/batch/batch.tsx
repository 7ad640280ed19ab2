import { z } from 'zod';
import { signedIn } from '#web/context.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { actOnIntent, formCase } from '#web/form-act.ts';
import { TaskFormPreview } from '#web/forms/task-form-preview.tsx';
import { TaskFrame } from '#web/forms/task-frame.tsx';
import type { HandleOf } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { autoIn } from '../addresses.ts';
import { RecordTiles } from '../client-record.tsx';
import { goOn } from '../go-on.ts';
import { RequirementList } from '../requirements.tsx';
import type { Route } from './+types/batch.ts';
import { type BatchSight, batchSight } from './batch-sight.ts';
import { TakePanel } from './take-panel.tsx';

const words = text.work.batch;

export const handle: HandleOf<BatchSight> = (sight) => {
  const boxes =
    sight?.sample?.kind === 'form' &&
    sight.sample.drawn.fields.some((field) => field.kind === 'boxes');
  return { nav: 'tasks', tasks: true, ...(boxes ? { enhance: ['draw-boxes'] } : {}) };
};

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData?.title ?? text.work.crumb) },
];

export async function loader({ context, params }: Route.LoaderArgs): Promise<BatchSight> {
  return batchSight(signedIn(context), params.id);
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const auto = autoIn(request.url);
  const batchId = params.id;
  const take = formCase(
    z.object({}),
    async (_nothing, key) => goOn({ run, actor }, { batchId, key, auto }),
    { refusedTitle: words.refused },
  );
  return actOnIntent(request, { take });
}

/** What a batch pays and asks, how its client treats workers, and one task to look at. */
export default function Batch({ loaderData: sight, actionData }: Route.ComponentProps) {
  const { title, clientName, clientId, state, hidden, description, keywords, sample } = sight;
  const look = hidden ? text.states.notOffered : text.states.batch[state];
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[{ href: '/work', label: text.work.crumb }]}
          title={title}
          state={<StateBadge boxed {...look} />}
          facts={[
            <Phrase
              key="by"
              says={words.by}
              values={{
                client: (
                  <a className="lk" href={`/clients/${clientId}`}>
                    {clientName}
                  </a>
                ),
              }}
            />,
            ...(keywords.length === 0 ? [] : [keywords.join(', ')]),
            !hidden && (
              <a key="report" className="text-muted underline" href={`/report/batch/${sight.id}`}>
                {words.report}
              </a>
            ),
          ].filter((fact) => fact !== false)}
        />
      }
      aside={<TakePanel sight={sight} problems={actionData} />}
      asideLabel={words.panel}
      asideFirst
    >
      {description !== '' && (
        <Section id="says" title={words.said}>
          <p className="mt-2 max-w-[62ch] whitespace-pre-wrap [overflow-wrap:anywhere]">
            {description}
          </p>
        </Section>
      )}
      <Section id="needs" title={words.requirements}>
        <RequirementList rows={sight.requirements} />
      </Section>
      <Section id="record" title={words.record}>
        <RecordTiles clientId={clientId} record={sight.record} />
      </Section>
      <Section id="sample" title={words.sample}>
        <div className="mt-3">
          {sample === null ? (
            <p>{hidden || sight.available === 0n ? words.sampleNone : words.sampleClosed}</p>
          ) : sample.kind === 'form' ? (
            <TaskFormPreview drawn={sample.drawn} />
          ) : (
            <TaskFrame src={sample.src} title={title} height={sample.height} next={null} />
          )}
        </div>
      </Section>
      <Section id="judged" title={words.judged}>
        <ul className="mt-2 max-w-[62ch] list-disc ps-5 grid gap-1">
          {words.judgedLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
    </WorkPage>
  );
}
