import { z } from 'zod';
import { pauseBatch, resumeBatch } from '#domain/tasks/commands/change-batch-state.ts';
import { signedIn } from '#web/context.ts';
import { actOnIntent, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Note } from '#web/ui/bands.tsx';
import { DownloadLink } from '#web/ui/evidence.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Deadline, Time } from '#web/ui/time.tsx';
import { toBatch } from '../to-batch.ts';
import type { Route } from './+types/batch-page.ts';
import { type BatchData, loadBatch } from './batch-data.ts';
import { BatchHistory } from './batch-history.tsx';
import { BatchTerms } from './batch-terms.tsx';
import { BatchMoney, BatchTiles } from './figures.tsx';
import { GoldSection } from './gold-section.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { BatchRuler } from './ruler.tsx';

const words = text.batches.page;

export const handle: PageHandle = { nav: 'tasks', enhance: ['batch-live'] };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData?.batch.name ?? '') },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  return loadBatch(context, params.id);
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const batchId = params.id;
  const options = { refusedTitle: words.refused };
  const root = { actor, root: batchId };
  return actOnIntent(request, {
    pause: formCase(
      z.object({}),
      async (_nothing, key) => {
        const { seq } = await run(pauseBatch, { batchId }, { ...root, key });
        return toBatch(context, batchId, { seq, title: words.paused, text: words.pausedText });
      },
      options,
    ),
    resume: formCase(
      z.object({}),
      async (_nothing, key) => {
        const { seq } = await run(resumeBatch, { batchId }, { ...root, key });
        return toBatch(context, batchId, { seq, title: words.resumed });
      },
      options,
    ),
  });
}

export default function BatchPage({ loaderData, actionData }: Route.ComponentProps) {
  const { batch, progress } = loaderData;
  const stopped = batch.breakerAt !== null && batch.breakerFreedAt === null;
  const live = batch.state !== 'closed' || progress.waiting > 0;
  return (
    <div data-live={live ? `/tasks/batches/${batch.id}/live` : undefined}>
      <p className="sr-only" role="status" data-live-says="" />
      <WorkPage
        head={
          <>
            <Head data={loaderData} />
            <section id="ruler" className="mt-6" aria-label={words.progress}>
              <BatchRuler sight={loaderData} />
            </section>
            <section id="tiles" className="tiles mt-6" aria-label={words.figures}>
              <BatchTiles sight={loaderData} />
            </section>
          </>
        }
        aside={
          <>
            <Panel id="money" title={words.money}>
              <div id="money-lines">
                <BatchMoney sight={loaderData} />
              </div>
            </Panel>
            <BatchTerms data={loaderData} />
          </>
        }
        asideLabel={words.money}
      >
        {actionData !== undefined && (
          <ErrorSummary problems={actionData} labels={new Map()} prefix="" still={false} />
        )}
        {batch.hiddenAt !== null && <HiddenNote why={loaderData.whyHidden} />}
        {stopped && (
          <Note tone="hold" icon="triangle-alert">
            <b>{words.breakerTitle}</b> {words.breaker}
          </Note>
        )}
        {batch.state === 'closing' && <Note tone="hold">{words.closing}</Note>}
        {batch.widenEach !== null && <Note tone="hold">{words.widening}</Note>}
        {progress.waiting > 0 && <ReviewPanel data={loaderData} />}
        <GoldSection data={loaderData} />
        <BatchHistory data={loaderData} />
      </WorkPage>
    </div>
  );
}

/** Why no task is handed out: this and not the client keeps the batch paused. */
function HiddenNote({ why }: { why: string | null }) {
  return (
    <Note tone="miss" icon="eye-off">
      <b>{words.hiddenTitle}</b> {why !== null && words.hiddenWhy(why)} {words.hidden}
    </Note>
  );
}

function Head({ data }: { data: BatchData }) {
  const { batch, rights, name } = data;
  const paused = batch.state === 'paused';
  const running = batch.state === 'open' || paused;
  const changeable = running && batch.hiddenAt === null && rights.post;
  return (
    <PageHead
      crumbs={[
        { href: '/tasks', label: text.site.places.tasks },
        { href: `/tasks/batches/${batch.id}`, label: words.crumb(name) },
      ]}
      title={batch.name}
      state={<StateBadge {...stateOf(batch)} boxed />}
      facts={[
        `${words.tasks(batch.tasks + batch.goldTasks)}, ${batch.title}`,
        batch.orderedAt !== null && (
          <span key="ordered">
            {words.ordered} <Time at={batch.orderedAt} relative={false} />
          </span>
        ),
        running && batch.expiresAt !== null && (
          <span key="ends">
            {words.ends} <Deadline at={batch.expiresAt} />
          </span>
        ),
        batch.endedAt !== null && (
          <span key="ended">
            {words.ended} <Time at={batch.endedAt} />
          </span>
        ),
      ].filter((fact) => fact !== false)}
      acts={
        <>
          <DownloadLink href={`/tasks/batches/${batch.id}/results.csv`}>
            {words.results}
          </DownloadLink>
          {changeable && (
            <Form intent={paused ? 'resume' : 'pause'} className="grid">
              <SubmitButton look="quiet">{paused ? words.resume : words.pause}</SubmitButton>
            </Form>
          )}
        </>
      }
    />
  );
}

function stateOf(batch: BatchData['batch']) {
  if (batch.state === 'paused' && batch.hiddenAt !== null) return text.states.hidden;
  const look = text.states.batch[batch.state];
  if (batch.state !== 'closed' || batch.endReason === null) return look;
  const tone = batch.endReason === 'completed' ? 'go' : 'rest';
  const icon = batch.endReason === 'completed' ? 'circle-check' : 'circle-slash';
  return { ...look, word: words.endedAs[batch.endReason], tone, icon } as const;
}
