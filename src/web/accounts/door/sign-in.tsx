import { redirect } from 'react-router';
import { z } from 'zod';
import { DEMO_PASSWORD } from '#domain/accounts/demo.ts';
import { demoMembers } from '#domain/accounts/queries/demo-members.ts';
import { isRefusal, refuse } from '#domain/kernel/refusal.ts';
import { MAX_PASSWORD_CHARACTERS } from '#platform/auth-limits.ts';
import { countedSignIn, countMail } from '#web/accounts/attempts.ts';
import {
  authErrorCode,
  authHeaders,
  forgetNext,
  keepNext,
  nextOf,
  onlyVisitors,
  refusing,
  withCookies,
  withNext,
} from '#web/accounts/auth-request.ts';
import { type Web, web } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, formCase } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-fields.tsx';
import type { Route } from './+types/sign-in.ts';
import { DemoMembers } from './demo-members.tsx';
import { DoorPage, Neighbour } from './door-page.tsx';

const words = text.accounts.signIn;

export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const all = web(context);
  onlyVisitors(all);
  const next = nextOf(request);
  const signUp = withNext('/sign-up', next);
  return {
    demo: await demoMembers(all.readDb),
    comesBack: signUp !== '/sign-up',
    signUp,
  };
}

const schema = z.object({
  email: z.email(),
  password: z.string().max(MAX_PASSWORD_CHARACTERS),
});

export async function action({ context, request }: Route.ActionArgs) {
  const all = web(context);
  const refused = { refusedTitle: words.refused };
  return actOnIntent(request, {
    password: formCase(schema, (given) => signIn(context, all, given), refused),
    demo: formCase(
      z.object({ email: z.string() }),
      async ({ email }) => {
        if (!(await demoMembers(all.readDb)).includes(email)) refuse('not_found');
        return signIn(context, all, { email, password: DEMO_PASSWORD });
      },
      refused,
    ),
  });
}

type Given = z.output<typeof schema>;

async function signIn(
  context: Route.ActionArgs['context'],
  all: Web,
  given: Given,
): Promise<Response> {
  const next = nextOf(all.request);
  try {
    const { headers, response } = await countedSignIn(all, given.email, () =>
      refusing(
        all.auth.api.signInEmail({ body: given, headers: authHeaders(all), returnHeaders: true }),
        WRONG,
      ),
    );
    const challenged = 'twoFactorRedirect' in response;
    const to = challenged ? withNext('/two-factor', next) : next;
    return withCookies(forgetNext(redirect(to, 303)), headers);
  } catch (error) {
    if (authErrorCode(error) !== 'EMAIL_NOT_VERIFIED') throw error;
    const sent = await sendLinkAgain(all, given.email);
    const { first, firstText } = text.accounts.verify;
    const flash = { tone: 'hold', title: first, text: firstText(sent) } as const;
    return keepNext(redirectWithFlash(context, '/verify-email', flash), next);
  }
}

/** Only who knows the password gets here; still the mailbox may be somebody else's. */
async function sendLinkAgain(all: Web, email: string): Promise<boolean> {
  try {
    await countMail(all, email);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return false;
  }
  await all.auth.api.sendVerificationEmail({ body: { email } });
  return true;
}

const PAIR = { field: 'password', rule: 'sign_in' };
const WRONG = { INVALID_EMAIL_OR_PASSWORD: PAIR, INVALID_EMAIL: PAIR };

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { demo, comesBack, signUp } = loaderData;
  return (
    <DoorPage
      title={words.title}
      lead={comesBack ? words.forNext : undefined}
      aside={demo.length > 0 && <DemoMembers emails={demo} />}
    >
      <Form intent="password" problems={actionData}>
        <TextField name="email" label={text.accounts.email} type="email" autoComplete="username" />
        <TextField
          name="password"
          label={text.accounts.password}
          type="password"
          autoComplete="current-password"
        />
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
      <p>
        <a className="lk" href="/forgot-password">
          {words.forgot}
        </a>
      </p>
      <Neighbour question={words.none} href={signUp} label={words.create} />
    </DoorPage>
  );
}
