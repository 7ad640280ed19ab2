import { z } from 'zod';
import { MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS } from '#platform/auth-limits.ts';
import { refusing } from '#web/accounts/auth-request.ts';
import { web } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-fields.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import type { Route } from './+types/reset-password.ts';
import { DoorPage } from './door-page.tsx';

const words = text.accounts.reset;

export const meta = () => [{ title: text.site.title(words.title) }];

export function loader({ request }: Route.LoaderArgs) {
  return { token: new URL(request.url).searchParams.get('token') };
}

const schema = z.object({
  token: z.string(),
  password: z.string().min(MIN_PASSWORD_CHARACTERS).max(MAX_PASSWORD_CHARACTERS),
});

export async function action({ context, request }: Route.ActionArgs) {
  const { auth } = web(context);
  return actOn(
    request,
    formCase(
      schema,
      async ({ token, password }) => {
        const reset = auth.api.resetPassword({ body: { token, newPassword: password } });
        await refusing(reset, { INVALID_TOKEN: LINK, USER_NOT_FOUND: LINK });
        const flash = { tone: 'go', title: words.done, text: words.doneText } as const;
        return redirectWithFlash(context, '/sign-in', flash);
      },
      { refusedTitle: words.refused },
    ),
  );
}

const LINK = { field: 'link', rule: 'link_dead' };

export default function ResetPassword({ loaderData, actionData }: Route.ComponentProps) {
  const { token } = loaderData;
  if (token === null) {
    return (
      <DoorPage title={words.title}>
        <EmptyState title={words.dead} acts={<AskAgain />}>
          {words.deadText}
        </EmptyState>
      </DoorPage>
    );
  }
  return (
    <DoorPage title={words.title} lead={words.lead}>
      <Form problems={actionData}>
        <input type="hidden" name="token" value={token} />
        <TextField
          name="password"
          label={text.accounts.newPassword.label}
          hint={text.accounts.newPassword.hint}
          type="password"
          autoComplete="new-password"
        />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
      {actionData !== undefined && actionData.form.length > 0 && <AskAgain />}
    </DoorPage>
  );
}

function AskAgain() {
  return (
    <a className="btn justify-self-start" href="/forgot-password">
      {words.again}
    </a>
  );
}
