import { z } from 'zod';
import { PROFILE_LIMITS } from '#domain/accounts/profile.ts';
import { oneLine } from '#domain/kernel/text.ts';
import { addressGroup } from '#platform/attempt-limits.ts';
import { MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS } from '#platform/auth-limits.ts';
import { countMail } from '#web/accounts/attempts.ts';
import {
  keepNext,
  nextOf,
  onlyVisitors,
  refusing,
  steadily,
  withNext,
} from '#web/accounts/auth-request.ts';
import { web } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-fields.tsx';
import type { Route } from './+types/sign-up.ts';
import { DoorPage, Neighbour } from './door-page.tsx';

const words = text.accounts.signUp;
/** Longer than making an account takes, so that a taken address is not told by the clock. */
const STEADY_MS = 400;

export const meta = () => [{ title: text.site.title(words.title) }];

export function loader({ context, request }: Route.LoaderArgs) {
  onlyVisitors(web(context));
  return { signIn: withNext('/sign-in', nextOf(request)) };
}

const schema = z.object({
  name: z.string().max(PROFILE_LIMITS.nameChars),
  email: z.email().max(200),
  password: z.string().min(MIN_PASSWORD_CHARACTERS).max(MAX_PASSWORD_CHARACTERS),
});

export async function action({ context, request }: Route.ActionArgs) {
  const all = web(context);
  const { auth, limits, address } = all;
  return actOn(
    request,
    formCase(
      schema,
      async ({ name, email, password }) => {
        await limits.take('sign_up_address', addressGroup(address));
        await countMail(all, email);
        const made = auth.api.signUpEmail({ body: { name: oneLine(name), email, password } });
        await steadily(STEADY_MS, refusing(made, { INVALID_EMAIL: EMAIL }));
        const flash = { tone: 'hold', title: words.sent(email), text: words.sentText } as const;
        const response = redirectWithFlash(context, '/verify-email', flash);
        return keepNext(response, nextOf(request));
      },
      { refusedTitle: words.notMade },
    ),
  );
}

const EMAIL = { field: 'email', rule: 'email' };

export default function SignUp({ loaderData, actionData }: Route.ComponentProps) {
  const { email, name, newPassword } = text.accounts;
  return (
    <DoorPage title={words.title} lead={words.lead}>
      <Form problems={actionData}>
        <TextField name="name" label={name.label} hint={name.hint} autoComplete="name" />
        <TextField name="email" label={email} type="email" autoComplete="email" />
        <TextField
          name="password"
          label={text.accounts.password}
          hint={newPassword.hint}
          type="password"
          autoComplete="new-password"
        />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
      <Neighbour question={words.have} href={loaderData.signIn} label={words.signIn} />
    </DoorPage>
  );
}
