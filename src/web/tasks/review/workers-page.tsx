import { type BatchWorker, batchWorkers } from '#domain/assignments/queries/batch-workers.ts';
import { shortName } from '#domain/kernel/ids.ts';
import { signedIn } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Money } from '#web/ui/money.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { Paging, withQuery } from '#web/ui/table-controls.tsx';
import { lengthOf, moneyOf } from '../batch-words.ts';
import { orderedBatch } from '../batches/batch-data.ts';
import type { Route } from './+types/workers-page.ts';

const words = text.review;
const ROWS = 50;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(words.workers) }];

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { readDb } = signedIn(context);
  const batch = await orderedBatch(context, params.id);
  const url = new URL(request.url);
  const cursor = url.searchParams.get('cursor') ?? '';
  const page = await batchWorkers(readDb, batch, {
    limit: ROWS,
    ...(cursor === '' ? {} : { cursor }),
  });
  const { id, name, currency } = batch;
  return { batch: { id, name, currency }, page, cursor, here: url.pathname + url.search };
}

export default function WorkersPage({ loaderData }: Route.ComponentProps) {
  const { batch, page, cursor, here } = loaderData;
  const base = `/tasks/batches/${batch.id}`;
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[
            { href: '/tasks', label: text.site.places.tasks },
            { href: base, label: batch.name },
            { href: `${base}/review`, label: words.crumb },
          ]}
          title={words.workers}
        />
      }
    >
      <div>
        {page.rows.length === 0 ? (
          <EmptyState title={words.workersEmptyTitle}>{words.workersEmpty}</EmptyState>
        ) : (
          <>
            <DataTable
              caption={words.workersCaption}
              columns={columnsOf(batch)}
              rows={page.rows}
              rowKey={(row) => row.workerId}
            />
            <Paging
              earlier={cursor === '' ? undefined : withQuery(here, { cursor: null })}
              later={page.next === null ? undefined : withQuery(here, { cursor: page.next })}
              labels={{ earlier: words.first, later: words.next }}
              span={words.workersTitle(page.rows.length)}
            />
          </>
        )}
      </div>
    </WorkPage>
  );
}

function columnsOf(batch: { id: string; currency: string }): Column<BatchWorker>[] {
  const { workerColumns: heads } = words;
  const number = (key: 'waiting' | 'approved' | 'rejected'): Column<BatchWorker> => ({
    key,
    head: heads[key],
    numeric: true,
    card: 'third',
    cell: (row) => row[key].toLocaleString('en'),
  });
  return [
    {
      key: 'worker',
      head: heads.worker,
      card: 'name',
      cell: (row) => (
        <>
          <a className="lk" href={`/tasks/batches/${batch.id}/workers/${row.workerId}`}>
            {shortName(row.workerId)}
          </a>
          {row.blocked && <CellNote>{words.blocked}</CellNote>}
        </>
      ),
    },
    number('waiting'),
    number('approved'),
    number('rejected'),
    {
      key: 'gold',
      head: heads.gold,
      numeric: true,
      card: 'third',
      cell: (row) => words.goldOf(row.goldRight, row.goldRight + row.goldWrong),
    },
    {
      key: 'pace',
      head: heads.pace,
      numeric: true,
      card: 'third',
      cell: (row) => (row.meanSeconds === null ? words.noPace : lengthOf(row.meanSeconds)),
    },
    {
      key: 'earned',
      head: heads.earned,
      numeric: true,
      card: 'third',
      cell: (row) => <Money amount={moneyOf(batch, row.earnedMinor)} />,
    },
  ];
}
