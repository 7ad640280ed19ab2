import { z } from 'zod';
import { returnAssignment } from '#domain/assignments/commands/return-assignment.ts';
import {
  type WorkerAssignment,
  workerQueue,
} from '#domain/assignments/queries/worker-assignments.ts';
import { signedIn } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { Money } from '#web/ui/money.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { Deadline } from '#web/ui/time.tsx';
import { assignmentHref } from '../addresses.ts';
import { WorkPlaces } from '../places.tsx';
import type { Route } from './+types/queue.ts';

const words = text.work.queue;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(text.work.places.queue) }];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  return { rows: await workerQueue(readDb, actor) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const back = formCase(z.object({ assignmentId: z.string() }), async ({ assignmentId }, key) => {
    await run(returnAssignment, { assignmentId }, { actor, root: assignmentId, key });
    const flash = { tone: 'go', title: words.gaveBack, text: words.says } as const;
    return redirectWithFlash(context, '/work/queue', flash);
  });
  return actOnIntent(request, { back });
}

/** The tasks that the worker holds, the nearest deadline first. */
export default function Queue({ loaderData, actionData }: Route.ComponentProps) {
  const { rows } = loaderData;
  const columns: Column<WorkerAssignment>[] = [
    { key: 'task', head: words.task, card: 'name', cell: (row) => <Task row={row} /> },
    {
      key: 'reward',
      head: words.reward,
      numeric: true,
      card: 'top',
      cell: ({ rewardMinor: amountMinor, currency }) => (
        <Money amount={{ amountMinor, currency }} />
      ),
    },
    {
      key: 'until',
      head: words.until,
      card: 'full',
      cell: (row) => <Deadline at={row.deadline} />,
    },
    {
      key: 'acts',
      head: words.acts,
      card: 'full',
      cell: (row) => <Acts row={row} problems={actionData} />,
    },
  ];
  return (
    <WorkPage
      head={
        <>
          <WorkPlaces here="queue" />
          <PageHead
            title={words.title(rows.length)}
            acts={
              rows.length > 1 && (
                <a className="btn" href="/work/queue/return">
                  {words.all}
                </a>
              )
            }
          />
        </>
      }
    >
      {rows.length === 0 ? (
        <EmptyState
          title={words.emptyTitle}
          acts={
            <a className="btn btn-primary" href="/work">
              {text.work.places.find}
            </a>
          }
        >
          {words.empty}
        </EmptyState>
      ) : (
        <DataTable caption={words.caption} columns={columns} rows={rows} rowKey={({ id }) => id} />
      )}
    </WorkPage>
  );
}

function Task({ row }: { row: WorkerAssignment }) {
  return (
    <>
      <a className="lk" href={assignmentHref(row.id)}>
        {row.title}
      </a>
      <CellNote>{row.clientName}</CellNote>
    </>
  );
}

function Acts({
  row,
  problems,
}: {
  row: WorkerAssignment;
  problems: Route.ComponentProps['actionData'];
}) {
  const mine = problems?.typed.assignmentId?.[0] === row.id ? problems : undefined;
  return (
    <div className="flex flex-wrap gap-2">
      <a className="btn" href={assignmentHref(row.id)}>
        {words.goOn}
        <span className="sr-only">: {row.title}</span>
      </a>
      <Form intent="back" problems={mine} className="contents">
        <input type="hidden" name="assignmentId" value={row.id} />
        <SubmitButton look="quiet">
          {words.giveBack}
          <span className="sr-only">: {row.title}</span>
        </SubmitButton>
      </Form>
    </div>
  );
}
