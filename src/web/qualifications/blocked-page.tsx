import { z } from 'zod';
import { may } from '#domain/accounts/permission.ts';
import { decodeCursor } from '#domain/kernel/cursor.ts';
import { unblockWorker } from '#domain/qualifications/commands/block-worker.ts';
import { type BlockRow, workerBlocks } from '#domain/qualifications/queries/worker-blocks.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import { listQuery, pageLinks, ROWS } from '#web/operator/list-query.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { Paging } from '#web/ui/table-controls.tsx';
import { Day } from '#web/ui/time.tsx';
import type { Route } from './+types/blocked-page.ts';

const { blocked: words, list, refused: refusedTitle } = text.qualifications;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const { cursor } = listQuery(request);
  const before = cursor === undefined ? undefined : decodeCursor(cursor);
  const page = await workerBlocks(readDb, actor, { before, limit: ROWS });
  const mayBlock = may(actor, 'award');
  return { rows: page.rows, links: pageLinks(request, page), more: page.next !== null, mayBlock };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { run, actor, readDb } = signedIn(context);
  const unblock = formCase(
    z.object({ workerId: z.string() }),
    async ({ workerId }, key) => {
      const { rows } = await workerBlocks(readDb, actor, { workerId, limit: 1 });
      const name = rows[0]?.workerName ?? '';
      const { seq } = await run(unblockWorker, { workerId }, { actor, root: actor.partyId, key });
      return redirectWithFlash(context, '/tasks/workers/blocked', {
        tone: 'go',
        title: words.unblocked(name),
        evidence: { href: eventNumberHref(actor.partyId, seq), label: text.parts.event(seq) },
      });
    },
    { refusedTitle },
  );
  return actOn(request, unblock);
}

const COLUMNS: Column<BlockRow>[] = [
  { key: 'worker', head: words.columns.worker, card: 'name', cell: (row) => row.workerName },
  {
    key: 'reason',
    head: words.columns.reason,
    card: 'full',
    cell: ({ reason }) => <span className="whitespace-pre-line">{reason}</span>,
  },
  { key: 'at', head: words.columns.at, card: 'half', cell: (row) => <Day at={row.blockedAt} /> },
  { key: 'by', head: words.columns.by, card: 'half', cell: (row) => row.blockerName },
];

const UNBLOCK: Column<BlockRow> = {
  key: 'act',
  head: words.columns.act,
  card: 'full',
  cell: ({ workerId, workerName }) => (
    <Form intent={workerId} className="contents">
      <input type="hidden" name="workerId" value={workerId} />
      <SubmitButton look="quiet">
        {words.unblock}
        <span className="sr-only">: {workerName}</span>
      </SubmitButton>
    </Form>
  ),
};

export default function BlockedPage({ loaderData }: Route.ComponentProps) {
  const { rows, links, more, mayBlock } = loaderData;
  return (
    <WorkPage
      head={
        <>
          <PageHead
            crumbs={[{ href: '/tasks/qualifications', label: list.title }]}
            title={rows.length === 0 ? words.none : words.head(rows.length, more)}
            acts={
              mayBlock ? (
                <a className="btn" href="/tasks/workers/block">
                  {words.blockTitle}
                </a>
              ) : undefined
            }
          />
          <p className="mt-2 max-w-[62ch]">{words.lead}</p>
        </>
      }
    >
      {rows.length === 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.text}</EmptyState>
      ) : (
        <div className="min-w-0">
          <DataTable
            caption={words.caption}
            columns={mayBlock ? [...COLUMNS, UNBLOCK] : COLUMNS}
            rows={rows}
            rowKey={(row) => row.workerId}
          />
          <Paging {...links} span={text.qualifications.span(rows.length)} />
        </div>
      )}
    </WorkPage>
  );
}
