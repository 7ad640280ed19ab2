import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { CheckBox, CheckGroup, RadioGroup, Select } from '#web/ui/form/choice-fields.tsx';
import { FileField } from '#web/ui/form/file-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { MoneyField, TextArea, TextField } from '#web/ui/form/text-fields.tsx';
import { Part } from './part.tsx';

const words = text.kit.form;

/** As an action gives it back when it refused. */
const REFUSED: Problems = {
  intent: '',
  title: text.form.summary(2),
  form: [],
  fields: { price: 'Write a number, such as 1200.00', delivery: words.deliveryError },
  typed: {
    price: ['1.200,-'],
    delivery: ['2026-11-01'],
    heading: [words.headingValue],
    pricing: ['fixed'],
    'skills[]': ['0'],
    currency: ['USD'],
  },
};

export function FormParts() {
  return (
    <Part title={text.kit.sections.form}>
      <Form problems={REFUSED} action="/kit" files still>
        <MoneyField name="price" label={words.price} hint={words.priceHint} currency="USD" />
        <TextField name="delivery" type="date" label={words.delivery} hint={words.deliveryHint} />
        <TextField name="heading" label={words.heading} hint={words.headingHint} />
        <TextArea name="cover" label={words.cover} hint={words.coverHint} rows={4} optional />
        <RadioGroup
          name="pricing"
          label={words.pricing}
          options={[
            { value: 'fixed', label: words.fixed, hint: words.fixedHint },
            { value: 'hourly', label: words.hourly, hint: words.hourlyHint },
          ]}
        />
        <CheckGroup
          name="skills[]"
          label={words.skills}
          options={words.skillNames.map((label, at) => ({ value: String(at), label }))}
        />
        <Select
          name="currency"
          label={words.currency}
          options={['EUR', 'JPY', 'USD'].map((code) => ({ value: code, label: code }))}
        />
        <FileField name="files" label={words.files} hint={words.filesHint} optional />
        <CheckBox name="agree" label={words.agree} />
        <SubmitButton>{words.send}</SubmitButton>
      </Form>
    </Part>
  );
}
