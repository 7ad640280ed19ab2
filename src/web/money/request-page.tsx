import { may } from '#domain/accounts/permission.ts';
import { bankTransfer } from '#domain/billing/money-request.ts';
import { bankInstructions } from '#domain/billing/queries/bank-instructions.ts';
import { myMoneyRequest } from '#domain/billing/queries/my-money.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import { signedIn } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Money } from '#web/ui/money.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Time } from '#web/ui/time.tsx';
import type { Route } from './+types/request-page.ts';

export const handle: PageHandle = { nav: 'money' };

const words = text.money.request;

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const request = await myMoneyRequest(readDb, actor, params.id);
  return {
    request,
    reference: bankTransfer.paymentReference(request.id),
    instructions: await bankInstructions(readDb),
    mayCancel: may(actor, request.kind === 'deposit' ? 'fund' : 'move_money'),
  };
}

type Data = Route.ComponentProps['loaderData'];

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData ? titleOf(loaderData) : '') },
];

function titleOf({ request }: Data): string {
  return words.title(request.kind, formatMoney(request));
}

export default function RequestPage({ loaderData }: Route.ComponentProps) {
  const { request, mayCancel } = loaderData;
  const open = request.state === 'requested';
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[{ href: '/money', label: text.site.places.money }]}
          title={titleOf(loaderData)}
          state={<StateBadge {...text.money.requests.states[request.state]} boxed />}
          facts={[
            <span key="asked">
              {words.askedOn} <Time at={request.requestedAt} />
            </span>,
            ...(request.decidedAt === null
              ? []
              : [
                  <span key="decided">
                    {words.decidedOn} <Time at={request.decidedAt} />
                  </span>,
                ]),
          ]}
        />
      }
    >
      <div className="grid gap-6 max-w-2xl">
        {open && request.kind === 'deposit' && <HowToSend data={loaderData} />}
        {open && request.kind === 'withdrawal' && <p>{words.held}</p>}
        <Facts data={loaderData} />
        <p className="flex flex-wrap gap-3">
          <a className="btn" href="/money">
            {words.back}
          </a>
          {open && mayCancel && (
            <a className="btn btn-ghost text-muted" href={`/money/requests/${request.id}/cancel`}>
              {words.cancel}
            </a>
          )}
        </p>
      </div>
    </WorkPage>
  );
}

function HowToSend({ data }: { data: Data }) {
  const { request, reference, instructions } = data;
  return (
    <Panel id="how" title={words.how}>
      <dl className="ml mt-2">
        <dt>{words.sum}</dt>
        <dd>
          <Money amount={request} />
        </dd>
        <dt className="sum">{words.reference}</dt>
        <dd className="sum">
          <code className="select-all">{reference}</code>
        </dd>
      </dl>
      <p className="mt-2 text-sm text-muted">{words.referenceWhy}</p>
      <p className="mt-4 whitespace-pre-line">
        {instructions === '' ? words.noInstructions : instructions}
      </p>
      <p className="mt-4 text-sm">{words.next}</p>
    </Panel>
  );
}

function Facts({ data }: { data: Data }) {
  const { request } = data;
  const facts = [
    { label: words.payee, value: request.payee },
    { label: words.note, value: request.note },
    { label: words.decision, value: request.decisionNote },
  ].filter((fact) => fact.value !== '');
  if (facts.length === 0) return null;
  return (
    <dl className="grid gap-3">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="whitespace-pre-line">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
