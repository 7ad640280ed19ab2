import { z } from 'zod';
import {
  type AppealRow,
  openAppeals,
  type StoppedBatch,
  stoppedBatches,
} from '#domain/assignments/queries/open-appeals.ts';
import { freeBreaker } from '#domain/tasks/commands/free-breaker.ts';
import { operatorOnly } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea } from '#web/ui/form/text-fields.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { EmptyState, Fold } from '#web/ui/panel.tsx';
import { Paging } from '#web/ui/table-controls.tsx';
import { Time } from '#web/ui/time.tsx';
import type { Route } from './+types/appeals.ts';
import { OperatorArea } from './area.tsx';
import { listQuery, pageLinks, present, ROWS } from './list-query.ts';

const words = text.appeals;

export const handle: PageHandle = { nav: 'operator' };
export const meta = () => [{ title: text.site.title(words.place) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, actor } = operatorOnly(context);
  const { cursor } = listQuery(request);
  const page = await openAppeals(readDb, actor, { ...present({ cursor }), limit: ROWS });
  const stopped = await stoppedBatches(readDb, actor);
  return { rows: page.rows, links: pageLinks(request, page, true), stopped };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { run, actor } = operatorOnly(context);
  const free = formCase(
    z.object({ batchId: z.string(), note: z.string().max(4_000) }),
    async ({ batchId, note }, key) => {
      const { seq } = await run(freeBreaker, { batchId, note }, { actor, root: batchId, key });
      return redirectWithFlash(context, '/operator/appeals', {
        tone: 'go',
        title: words.freed,
        evidence: { href: eventNumberHref(batchId, seq), label: text.parts.event(seq) },
      });
    },
  );
  return actOn(request, free);
}

const COLUMNS: Column<AppealRow>[] = [
  {
    key: 'task',
    head: words.columns.task,
    card: 'name',
    cell: (row) => (
      <a className="lk" href={`/operator/appeals/${row.assignmentId}`}>
        {row.title}
      </a>
    ),
  },
  { key: 'words', head: words.columns.words, card: 'full', cell: (row) => row.words.slice(0, 160) },
  { key: 'client', head: words.columns.client, card: 'half', cell: (row) => row.clientName },
  { key: 'worker', head: words.columns.worker, card: 'half', cell: (row) => row.workerName },
  {
    key: 'since',
    head: words.columns.since,
    card: 'full',
    cell: (row) => <Time at={row.filedAt} />,
  },
];

export default function Appeals({ loaderData, actionData }: Route.ComponentProps) {
  const { rows, links, stopped } = loaderData;
  return (
    <OperatorArea place="appeals" title={words.title(rows.length)}>
      <div>
        {rows.length === 0 ? (
          <EmptyState title={words.noneTitle}>{words.none}</EmptyState>
        ) : (
          <>
            <DataTable
              caption={words.caption}
              columns={COLUMNS}
              rows={rows}
              rowKey={(row) => row.assignmentId}
            />
            <Paging {...links} span={text.operator.span(rows.length)} />
          </>
        )}
      </div>
      <Section id="stopped" title={words.stopped}>
        <p className="mt-1 text-sm text-muted max-w-[62ch]">{words.stoppedLead}</p>
        {stopped.length === 0 ? (
          <p className="mt-3">{words.stoppedNone}</p>
        ) : (
          <ul className="mt-3 divide-y divide-base-300 border-y border-base-300">
            {stopped.map((batch) => (
              <Stopped key={batch.batchId} batch={batch} problems={actionData} />
            ))}
          </ul>
        )}
      </Section>
    </OperatorArea>
  );
}

function Stopped({
  batch,
  problems,
}: {
  batch: StoppedBatch;
  problems: Route.ComponentProps['actionData'];
}) {
  const own = problems?.typed.batchId?.[0] === batch.batchId ? problems : undefined;
  return (
    <li className="py-3">
      <b>{batch.name}</b>, {batch.clientName}:{' '}
      {words.stoppedSays(batch.rejected, batch.approved + batch.rejected)}{' '}
      <span className="text-sm text-muted">
        <Time at={batch.breakerAt} />
      </span>
      <Fold summary={words.freedFor(batch.name)} open={own !== undefined}>
        <div className="mt-3 text-base">
          <Form problems={own}>
            <input type="hidden" name="batchId" value={batch.batchId} />
            <TextArea name="note" label={words.note} hint={words.noteHint} rows={3} />
            <SubmitButton look="quiet">{words.free}</SubmitButton>
          </Form>
        </div>
      </Fold>
    </li>
  );
}
