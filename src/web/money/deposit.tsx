import { z } from 'zod';
import { may } from '#domain/accounts/permission.ts';
import { requestDeposit } from '#domain/billing/commands/request-deposit.ts';
import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import { CURRENCIES, isCurrency, parseAmount } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { signedIn } from '#web/context.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Select } from '#web/ui/form/choice-fields.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea, TextField } from '#web/ui/form/text-fields.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/deposit.ts';
import { toRequest } from './to-request.ts';

export const handle: PageHandle = { nav: 'money' };

const words = text.money.deposit;
const schema = z.object({
  currency: z.string(),
  amount: z.string(words.amountMissing),
  note: z.string().max(500).optional(),
});
const currencyNames = new Intl.DisplayNames('en', { type: 'currency' });

export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, actor, request } = signedIn(context);
  if (!may(actor, 'fund')) refuse('not_allowed', { act: 'deposit' });
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get('currency') ?? '';
  const { baseCurrency } = await marketTerms(readDb);
  return {
    values: {
      currency: isCurrency(asked) ? asked : baseCurrency,
      amount: searchParams.get('amount')?.slice(0, 20) ?? '',
    },
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  return actOn(
    request,
    formCase(
      schema,
      async ({ currency, amount, note }, key) => {
        const amountMinor = parseAmount(amount, currency);
        const asked = { currency, amountMinor, ...(note === undefined ? {} : { note }) };
        const options = { actor, root: actor.partyId, key };
        const { requestId, paymentReference, seq } = await run(requestDeposit, asked, options);
        return toRequest(context, requestId, {
          seq,
          title: words.done,
          text: words.doneText(paymentReference),
        });
      },
      { refusedTitle: words.refused },
    ),
  );
}

export default function DepositPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[{ href: '/money', label: text.site.places.money }]}
          title={words.title}
        />
      }
    >
      <div>
        <p className="mb-6 max-w-[62ch]">{words.lead}</p>
        <Form problems={actionData} values={loaderData.values}>
          <Select
            name="currency"
            label={words.currency}
            options={CURRENCIES.map((code) => ({
              value: code,
              label: `${code}, ${currencyNames.of(code) ?? code}`,
            }))}
          />
          <TextField
            name="amount"
            label={words.amount}
            hint={words.amountHint}
            inputMode="decimal"
            autoComplete="off"
          />
          <TextArea name="note" label={words.note} rows={2} optional />
          <SubmitButton>{words.act}</SubmitButton>
        </Form>
      </div>
    </WorkPage>
  );
}
