import { z } from 'zod';
import { may } from '#domain/accounts/permission.ts';
import { cancelMoneyRequest } from '#domain/billing/commands/cancel-money-request.ts';
import { myMoneyRequest } from '#domain/billing/queries/my-money.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { signedIn } from '#web/context.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { Crumbs } from '#web/ui/page-head.tsx';
import { MoneyQuestion } from '#web/ui/panel.tsx';
import type { Route } from './+types/cancel-request.ts';
import { toRequest } from './to-request.ts';

export const handle: PageHandle = { nav: 'money' };

const words = text.money.cancel;

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const request = await myMoneyRequest(readDb, actor, params.id);
  const { kind, state } = request;
  if (!may(actor, kind === 'deposit' ? 'fund' : 'move_money'))
    refuse('not_allowed', { act: 'cancel' });
  if (state !== 'requested') {
    refuse('wrong_state', { thing: 'money request', state, act: 'cancel' });
  }
  return { request };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor, readDb } = signedIn(context);
  const asked = await myMoneyRequest(readDb, actor, params.id);
  const says =
    asked.kind === 'deposit' ? words.doneDeposit : words.doneWithdrawal(formatMoney(asked));
  return actOn(
    request,
    formCase(
      z.object({}),
      async (_value, key) => {
        const options = { actor, root: actor.partyId, key };
        const { seq } = await run(cancelMoneyRequest, { requestId: asked.id }, options);
        return toRequest(context, asked.id, { seq, title: words.done, text: says });
      },
      { refusedTitle: words.refused },
    ),
  );
}

export const meta = () => [{ title: text.site.title(words.act) }];

export default function CancelRequestPage({ loaderData, actionData }: Route.ComponentProps) {
  const { request } = loaderData;
  const sum = formatMoney(request);
  const deposit = request.kind === 'deposit';
  return (
    <div className="wrap pt-5">
      <Crumbs crumbs={[{ href: '/money', label: text.site.places.money }]} />
      <div className="mt-4">
        <Form problems={actionData}>
          <MoneyQuestion
            title={words.question(request.kind, sum)}
            lines={<p>{deposit ? words.depositSays : words.withdrawalSays(sum)}</p>}
            final={words.final}
            acts={
              <>
                <a className="btn" href={`/money/requests/${request.id}`}>
                  {words.keep}
                </a>
                <SubmitButton>{words.act}</SubmitButton>
              </>
            }
          />
        </Form>
      </div>
    </div>
  );
}
