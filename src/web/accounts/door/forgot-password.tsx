import { z } from 'zod';
import { countMail } from '#web/accounts/attempts.ts';
import { steadily } from '#web/accounts/auth-request.ts';
import { web } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-fields.tsx';
import type { Route } from './+types/forgot-password.ts';
import { DoorPage } from './door-page.tsx';

const words = text.accounts.forgot;
/** Longer than a mail takes to be queued, so that the clock knows no addresses. */
const STEADY_MS = 400;

export const meta = () => [{ title: text.site.title(words.title) }];

export async function action({ context, request }: Route.ActionArgs) {
  const all = web(context);
  return actOn(
    request,
    formCase(z.object({ email: z.email() }), async ({ email }) => {
      await countMail(all, email);
      const asked = all.auth.api.requestPasswordReset({ body: { email: email.toLowerCase() } });
      await steadily(STEADY_MS, asked);
      const flash = { tone: 'hold', title: words.sent, text: words.sentText } as const;
      return redirectWithFlash(context, '/forgot-password', flash);
    }),
  );
}

export default function ForgotPassword({ actionData }: Route.ComponentProps) {
  return (
    <DoorPage title={words.title} lead={words.lead}>
      <Form problems={actionData}>
        <TextField name="email" label={text.accounts.email} type="email" autoComplete="username" />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
      <p>
        <a className="lk" href="/sign-in">
          {words.back}
        </a>
      </p>
    </DoorPage>
  );
}
