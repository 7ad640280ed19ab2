import { redirect } from 'react-router';
import { CURRENCIES } from '#domain/kernel/money.ts';
import { CONTRACT_KINDS, PAYERS } from '#domain/market/fee-rule.ts';
import { termsNow } from '#domain/market/queries/terms.ts';
import { operatorOnly } from '#web/context.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { RadioGroup, Select } from '#web/ui/form/choice-fields.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { NumberField, TextArea, TextField } from '#web/ui/form/text-fields.tsx';
import { OperatorArea, placeCrumb } from '../area.tsx';
import type { Route } from './+types/fee-new.ts';
import { feeForm, feeQuery, feeValues, ruleOf } from './fee-form.ts';

const words = text.operator.fees.form;

export const handle: PageHandle = { nav: 'operator' };
export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, now } = operatorOnly(context);
  const { baseCurrency } = await termsNow(readDb);
  const typed = feeValues(request.url);
  const fresh = {
    contractKind: 'fixed',
    payer: 'freelancer',
    startsOn: now.toISOString().slice(0, 10),
  };
  const values = typed.contractKind === '' ? { ...typed, ...fresh } : typed;
  const currencies = [baseCurrency, ...CURRENCIES.filter((code) => code !== baseCurrency)];
  return { values, currencies };
}

/** Nothing is added here: a right form leads to the page that says what it means. */
export async function action({ request, context }: Route.ActionArgs) {
  const { now } = operatorOnly(context);
  return actOn(
    request,
    formCase(feeForm, async (form) => {
      ruleOf(form, now);
      return redirect(`/operator/fees/check?${feeQuery(form)}`, 303);
    }),
  );
}

export default function FeeNew({ loaderData, actionData }: Route.ComponentProps) {
  const { values, currencies } = loaderData;
  const { contractKinds, payers } = text.operator.fees;
  return (
    <OperatorArea place="fees" title={words.title} crumbs={[placeCrumb('fees')]}>
      <Form problems={actionData} values={values}>
        <RadioGroup
          name="contractKind"
          label={words.contractKind}
          options={CONTRACT_KINDS.map((value) => ({ value, label: contractKinds[value] }))}
        />
        <RadioGroup
          name="payer"
          label={words.payer}
          options={PAYERS.map((value) => ({ value, label: payers[value] }))}
        />
        <Select
          name="currency"
          label={words.currency}
          hint={words.currencyHint}
          blank={words.every}
          options={currencies.map((value) => ({ value, label: value }))}
        />
        <TextArea name="tiers" label={words.tiers} hint={words.tiersHint} rows={4} />
        <NumberField name="minimum" label={words.minimum} optional />
        <NumberField name="maximum" label={words.maximum} optional />
        <TextField name="startsOn" type="date" label={words.startsOn} hint={words.startsHint} />
        <SubmitButton>{words.next}</SubmitButton>
      </Form>
    </OperatorArea>
  );
}
