import { text } from '#web/text/catalogue.ts';
import { MoneyField, TextArea, TextField } from '#web/ui/form/text-fields.tsx';

/** The fields of a milestone's terms, as children of a `<Form>`, which reads their labels. */
export function termsFields(currency: string) {
  const words = text.contracts.change;
  return (
    <>
      <TextField name="title" label={words.title} maxLength={120} wide />
      <MoneyField name="amount" label={words.amount} currency={currency} />
      <TextField name="dueOn" type="date" label={words.dueOn} optional />
      <TextArea name="details" label={words.details} rows={5} optional />
    </>
  );
}
