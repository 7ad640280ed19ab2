import { z } from 'zod';
import { may } from '#domain/accounts/permission.ts';
import { requestWithdrawal } from '#domain/billing/commands/request-withdrawal.ts';
import { myPurses, myWallet } from '#domain/billing/queries/my-money.ts';
import { formatMoney, parseAmount } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { signedIn } from '#web/context.ts';
import { walletSumHref } from '#web/evidence/addresses.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { RadioGroup } from '#web/ui/form/choice-fields.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea, TextField } from '#web/ui/form/text-fields.tsx';
import { Money } from '#web/ui/money.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import type { Route } from './+types/withdraw.ts';
import { toRequest } from './to-request.ts';

export const handle: PageHandle = { nav: 'money' };

const words = text.money.withdrawal;
const schema = z.object({
  currency: z.string(),
  amount: z.string(words.amountMissing),
  payee: z.string(words.payeeMissing).max(500),
  note: z.string().max(500).optional(),
});

export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  if (!may(actor, 'move_money')) refuse('not_allowed', { act: 'withdraw' });
  const purses = await myPurses(readDb, actor);
  return { purses: purses.filter((purse) => purse.availableMinor > 0n) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { run, actor, readDb } = signedIn(context);
  return actOn(
    request,
    formCase(
      schema,
      async ({ currency, amount, payee, note }, key) => {
        const amountMinor = parseAmount(amount, currency);
        // The command holds the limit; asked here first so that the field is told.
        const { balanceMinor } = await myWallet(readDb, actor, currency);
        const sent = { currency, amountMinor, payee, ...(note === undefined ? {} : { note }) };
        const options = { actor, root: actor.partyId, key };
        const asked = await run(requestWithdrawal, sent, options).catch((error: unknown) => {
          if (amountMinor <= balanceMinor) throw error;
          const availableMinor = balanceMinor.toString();
          const neededMinor = amountMinor.toString();
          return refuse('insufficient_funds', { currency, availableMinor, neededMinor }, 'amount');
        });
        const says = words.doneText(formatMoney({ amountMinor, currency }));
        return toRequest(context, asked.requestId, {
          seq: asked.seq,
          title: words.done,
          text: says,
        });
      },
      { refusedTitle: words.refused },
    ),
  );
}

export default function WithdrawPage({ loaderData, actionData }: Route.ComponentProps) {
  const { purses } = loaderData;
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[{ href: '/money', label: text.site.places.money }]}
          title={words.title}
        />
      }
    >
      {purses.length === 0 ? (
        <EmptyState
          title={words.nothing}
          acts={
            <a className="btn" href="/money">
              {text.money.request.back}
            </a>
          }
        >
          {words.nothingSays}
        </EmptyState>
      ) : (
        <div>
          <p className="mb-6 max-w-[62ch]">{words.lead}</p>
          <Form problems={actionData} values={{ currency: purses[0]?.currency }}>
            <RadioGroup
              name="currency"
              label={words.currency}
              options={purses.map(({ currency, availableMinor }) => ({
                value: currency,
                label: currency,
                hint: (
                  <Evidence href={walletSumHref(currency, 'available')}>
                    <Money amount={{ amountMinor: availableMinor, currency }} />
                  </Evidence>
                ),
              }))}
              hint={words.currencyHint}
            />
            <TextField
              name="amount"
              label={words.amount}
              hint={words.amountHint}
              inputMode="decimal"
              autoComplete="off"
            />
            <TextArea name="payee" label={words.payee} hint={words.payeeHint} rows={4} />
            <TextArea name="note" label={words.note} rows={2} optional />
            <SubmitButton>{words.act}</SubmitButton>
          </Form>
        </div>
      )}
    </WorkPage>
  );
}
