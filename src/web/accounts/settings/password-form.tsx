import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { CheckBox } from '#web/ui/form/choice-fields.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-fields.tsx';

const words = text.settings.security.password;

export function PasswordForm({ problems }: { problems: Problems | undefined }) {
  return (
    <Form
      intent="password"
      problems={problems}
      values={{ others: 'yes' }}
      className="mt-4 grid gap-5"
    >
      <TextField
        name="currentPassword"
        label={words.current}
        type="password"
        autoComplete="current-password"
      />
      <TextField
        name="newPassword"
        label={words.next}
        hint={text.accounts.newPassword.hint}
        type="password"
        autoComplete="new-password"
      />
      <CheckBox name="others" label={words.others} />
      <SubmitButton look="quiet">{words.submit}</SubmitButton>
    </Form>
  );
}
