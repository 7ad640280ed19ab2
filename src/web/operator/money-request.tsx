import { z } from 'zod';
import { decideMoneyRequest } from '#domain/billing/commands/decide-money-request.ts';
import {
  type RequestForOperator,
  requestForOperator,
} from '#domain/billing/queries/waiting-requests.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import { operatorOnly } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, formCase, type Problems } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Band } from '#web/ui/bands.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea } from '#web/ui/form/text-fields.tsx';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Time } from '#web/ui/time.tsx';
import type { Route } from './+types/money-request.ts';
import { OperatorArea, placeCrumb } from './area.tsx';

const words = text.operator.money;

export const handle: PageHandle = { nav: 'operator' };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData === undefined ? '' : titleOf(loaderData.request)) },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = operatorOnly(context);
  return { request: await requestForOperator(readDb, actor, params.id) };
}

const confirmation = z.object({ note: z.string().max(1_000).optional() });
const rejection = z.object({ note: z.string().max(1_000) });

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, readDb, actor } = operatorOnly(context);
  const asked = await requestForOperator(readDb, actor, params.id);
  const { id: requestId, partyId, partyName, kind } = asked;
  const sum = formatMoney(asked);
  const decide = async (decision: 'confirm' | 'reject', note: string | undefined, key: string) => {
    const input = { requestId, decision, ...(note === undefined ? {} : { note }) };
    const { seq } = await run(decideMoneyRequest, input, { actor, root: requestId, key });
    const title =
      decision === 'confirm' ? words.confirm.done[kind](sum, partyName) : words.reject.done[kind];
    return redirectWithFlash(context, '/operator/money', {
      tone: 'go',
      title,
      evidence: { href: eventNumberHref(partyId, seq), label: text.parts.event(seq) },
    });
  };
  return actOnIntent(request, {
    confirm: formCase(confirmation, ({ note }, key) => decide('confirm', note, key), {
      refusedTitle: words.confirm.refused,
    }),
    reject: formCase(rejection, ({ note }, key) => decide('reject', note, key), {
      refusedTitle: words.reject.refused,
    }),
  });
}

function titleOf(request: RequestForOperator): string {
  const asked = request.state === 'requested' ? words.question : words.decided;
  return asked[request.kind](formatMoney(request), request.partyName);
}

export default function MoneyRequest({ loaderData, actionData }: Route.ComponentProps) {
  const { request } = loaderData;
  return (
    <OperatorArea
      place="money"
      title={titleOf(request)}
      crumbs={[placeCrumb('money')]}
      state={<StateBadge {...words.states[request.state]} boxed />}
    >
      {request.state !== 'requested' && <Refused problems={actionData} />}
      <Facts request={request} />
      {request.state === 'requested' && <Decision request={request} problems={actionData} />}
    </OperatorArea>
  );
}

/** Somebody decided in between, so the form that would say it is gone. */
function Refused({ problems }: { problems: Problems | undefined }) {
  if (problems === undefined) return null;
  return (
    <Band tone="miss" title={problems.title}>
      {problems.form.map(({ says }) => says).join(' ')}
    </Band>
  );
}

function Facts({ request }: { request: RequestForOperator }) {
  const { lines } = words;
  const { kind, payee, note, decidedAt, decisionNote } = request;
  return (
    <div className="max-w-xl">
      <MoneyLines>
        <MoneyLine label={lines.of}>{request.partyName}</MoneyLine>
        {kind === 'deposit' && (
          <MoneyLine label={lines.reference}>{request.paymentReference}</MoneyLine>
        )}
        {payee !== '' && (
          <MoneyLine label={lines.to}>
            <span className="whitespace-pre-line">{payee}</span>
          </MoneyLine>
        )}
        {note !== '' && <MoneyLine label={lines.note}>{note}</MoneyLine>}
        <MoneyLine label={lines.asked}>
          <Time at={request.requestedAt} />
        </MoneyLine>
        {decidedAt !== null && (
          <MoneyLine label={lines.decidedAt}>
            <Time at={decidedAt} />
          </MoneyLine>
        )}
        {decisionNote !== '' && <MoneyLine label={lines.decisionNote}>{decisionNote}</MoneyLine>}
        <MoneyLine label={lines.sum} kind="total">
          <Money amount={request} />
        </MoneyLine>
      </MoneyLines>
    </div>
  );
}

function Decision({
  request,
  problems,
}: {
  request: RequestForOperator;
  problems: Problems | undefined;
}) {
  const { kind, partyName } = request;
  const { confirm, reject } = words;
  const sum = formatMoney(request);
  return (
    <div className="grid gap-6 lg:grid-cols-2 items-start">
      <Panel id="confirm" title={confirm.title[kind]}>
        <p className="mt-2 mb-4">{confirm[kind](sum, partyName)}</p>
        <Form intent="confirm" problems={problems}>
          <TextArea name="note" label={confirm.note} hint={confirm.noteHint} optional rows={2} />
          <SubmitButton>{confirm.act[kind](sum)}</SubmitButton>
        </Form>
      </Panel>
      <Panel id="reject" title={reject.title[kind]}>
        <p className="mt-2 mb-4">
          {kind === 'deposit' ? reject.deposit : reject.withdrawal(sum, partyName)}
        </p>
        <Form intent="reject" problems={problems}>
          <TextArea name="note" label={reject.note} hint={reject.noteHint} rows={2} />
          <SubmitButton look="quiet">{reject.act[kind]}</SubmitButton>
        </Form>
      </Panel>
    </div>
  );
}
