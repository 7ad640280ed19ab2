import { z } from 'zod';
import { may } from '#domain/accounts/permission.ts';
import { decodeCursor } from '#domain/kernel/cursor.ts';
import { grantQualification } from '#domain/qualifications/commands/grant-qualification.ts';
import { stands } from '#domain/qualifications/qualification.ts';
import { type GrantRow, grantsOfType } from '#domain/qualifications/queries/grants.ts';
import { ownType, testOf, typeTallies } from '#domain/qualifications/queries/types.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import { listQuery, pageLinks, ROWS } from '#web/operator/list-query.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { CheckBox } from '#web/ui/form/choice-fields.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { NumberField, TextArea } from '#web/ui/form/text-fields.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState, Panel } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Paging } from '#web/ui/table-controls.tsx';
import { Day } from '#web/ui/time.tsx';
import type { Route } from './+types/type-page.ts';
import { drawnOf, TestPreview } from './type-preview.tsx';
import { retryOf, wayWords, workerIn } from './way-words.ts';

const { type: words, list, typeStates, grantStates, refused, again, lasts } = text.qualifications;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData?.type.name ?? list.title) },
];

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { readDb, actor, now } = signedIn(context);
  const { cursor } = listQuery(request);
  const type = await ownType(readDb, actor, params.id);
  const before = cursor === undefined ? undefined : decodeCursor(cursor);
  const [grants, tallies, test] = await Promise.all([
    grantsOfType(readDb, actor, { typeId: type.id, before, limit: ROWS }),
    typeTallies(readDb, [type.id], now),
    testOf(readDb, type.id, type.testVersion),
  ]);
  const rows = grants.rows.map((row) => ({
    ...row,
    look: stands(row, now) || row.state === 'revoked' ? row.state : ('expired' as const),
  }));
  const tally = tallies.get(type.id) ?? { holders: 0, waiting: 0 };
  const drawn = drawnOf(test?.form);
  const mayGrant = may(actor, 'award') && type.state !== 'retired';
  return { type, rows, tally, drawn, links: pageLinks(request, grants), mayGrant };
}

const grantForm = z.object({
  workers: z.string(),
  value: z.coerce.number(),
  tell: z.literal('yes').optional(),
});

export async function action({ context, request, params }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const grant = formCase(
    grantForm,
    async ({ workers, value, tell }, key) => {
      const workerIds = workers
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map(workerIn);
      const input = { typeId: params.id, workerIds, value, tell: tell === 'yes' };
      const done = await run(grantQualification, input, { actor, root: actor.partyId, key });
      const { granted, seq } = done;
      return redirectWithFlash(context, `/tasks/qualifications/${params.id}`, {
        tone: 'go',
        title: words.granted(granted.length),
        ...(seq === null
          ? {}
          : {
              evidence: {
                href: eventNumberHref(actor.partyId, seq),
                label: text.parts.event(seq),
              },
            }),
      });
    },
    { refusedTitle: refused },
  );
  return actOn(request, grant);
}

type Row = GrantRow & { look: keyof typeof grantStates };

function columnsOf(typeId: string): Column<Row>[] {
  return [
    {
      key: 'worker',
      head: words.columns.worker,
      card: 'name',
      cell: (row) => (
        <a className="lk" href={`/tasks/qualifications/${typeId}/holders/${row.workerId}`}>
          {row.workerName}
        </a>
      ),
    },
    {
      key: 'value',
      head: words.columns.value,
      card: 'top',
      numeric: true,
      cell: ({ value }) => value,
    },
    {
      key: 'state',
      head: words.columns.state,
      cell: ({ look }) => <StateBadge {...grantStates[look]} />,
    },
    { key: 'since', head: words.columns.since, cell: (row) => <Day at={row.grantedAt} /> },
    {
      key: 'until',
      head: words.columns.until,
      cell: ({ expiresAt }) => (expiresAt === null ? words.never : <Day at={expiresAt} />),
    },
  ];
}

export default function TypePage({ loaderData, actionData }: Route.ComponentProps) {
  const { type, rows, tally, drawn, links, mayGrant } = loaderData;
  const here = `/tasks/qualifications/${type.id}`;
  const gone = type.state === 'retired';
  return (
    <WorkPage
      head={
        <>
          <PageHead
            crumbs={[{ href: '/tasks/qualifications', label: list.title }]}
            title={type.name}
            state={<StateBadge {...typeStates[type.state]} boxed />}
            facts={[wayWords(type), again(retryOf(type)), lasts(type.grantDays)]}
            acts={
              gone ? undefined : (
                <>
                  <a className="btn" href={`${here}/edit`}>
                    {words.change}
                  </a>
                  <a className="btn" href={`${here}/retire`}>
                    {words.retire}
                  </a>
                </>
              )
            }
          />
          <p className="mt-2 max-w-[62ch] whitespace-pre-line">{type.description}</p>
        </>
      }
      aside={mayGrant ? <GrantPanel problems={actionData} /> : undefined}
      asideLabel={words.grant}
    >
      <Section id="requests" title={words.requests}>
        <p className="mt-1">{words.requestsWaiting(tally.waiting)}</p>
        <p className="mt-2">
          <a className="lk" href={`${here}/requests`}>
            {words.allRequests}
          </a>
        </p>
      </Section>
      <Section id="holders" title={words.holders(tally.holders)}>
        {rows.length === 0 ? (
          <div className="mt-3">
            <EmptyState title={words.none.title} level={3}>
              {words.none.text}
            </EmptyState>
          </div>
        ) : (
          <>
            <DataTable
              caption={words.holdersCaption}
              columns={columnsOf(type.id)}
              rows={rows}
              rowKey={(row) => row.workerId}
            />
            <Paging {...links} span={text.qualifications.span(rows.length)} />
          </>
        )}
      </Section>
      <TestPreview drawn={drawn} />
    </WorkPage>
  );
}

function GrantPanel({ problems }: { problems: Route.ComponentProps['actionData'] }) {
  return (
    <Panel id="grant" title={words.grant}>
      <p className="mt-1 mb-4 text-sm">{words.grantLead}</p>
      <Form problems={problems} values={{ value: 1, tell: 'yes' }}>
        <TextArea name="workers" label={words.workers} hint={words.workersHint} rows={4} />
        <NumberField name="value" label={words.value} hint={words.valueHint} />
        <CheckBox name="tell" label={words.tell} />
        <SubmitButton>{words.grantAct}</SubmitButton>
      </Form>
    </Panel>
  );
}
