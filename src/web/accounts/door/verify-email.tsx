import { z } from 'zod';
import { countMail } from '#web/accounts/attempts.ts';
import { authHeaders, refusing, steadily } from '#web/accounts/auth-request.ts';
import { web } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, formCase } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-fields.tsx';
import { Section } from '#web/ui/page-head.tsx';
import type { Route } from './+types/verify-email.ts';
import { DoorPage } from './door-page.tsx';

const words = text.accounts.verify;
const STEADY_MS = 600;

export const meta = () => [{ title: text.site.title(words.title) }];

export function loader({ context, request }: Route.LoaderArgs) {
  const token = new URL(request.url).searchParams.get('token');
  return { token, delivers: web(context).config.delivers !== false };
}

/** The link of the mail only opens this page: mail scanners follow links, but press no buttons. */
export async function action({ context, request }: Route.ActionArgs) {
  const all = web(context);
  return actOnIntent(request, {
    confirm: formCase(
      z.object({ token: z.string() }),
      async ({ token }) => {
        const verified = all.auth.api.verifyEmail({ query: { token }, headers: authHeaders(all) });
        await refusing(verified, DEAD);
        const flash = { tone: 'go', title: words.done, text: words.doneText } as const;
        return redirectWithFlash(context, '/sign-in', flash);
      },
      { refusedTitle: words.dead },
    ),
    again: formCase(z.object({ email: z.email() }), async ({ email }) => {
      await countMail(all, email);
      await steadily(STEADY_MS, all.auth.api.sendVerificationEmail({ body: { email } }));
      const flash = { tone: 'hold', title: words.sent, text: words.sentText } as const;
      return redirectWithFlash(context, '/verify-email', flash);
    }),
  });
}

const LINK = { field: 'link', rule: 'link_dead' };
const DEAD = {
  INVALID_TOKEN: LINK,
  TOKEN_EXPIRED: LINK,
  USER_NOT_FOUND: LINK,
};

export default function VerifyEmail({ loaderData, actionData }: Route.ComponentProps) {
  const { token, delivers } = loaderData;
  const waiting = delivers ? words.waiting : words.waitingHere;
  return (
    <DoorPage title={words.title} lead={token === null ? waiting : words.ready}>
      {token !== null && (
        <Form intent="confirm" problems={actionData}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton>{words.submit}</SubmitButton>
        </Form>
      )}
      <Section id="again" title={words.again}>
        <p className="mt-1 mb-4 text-muted">{words.againLead}</p>
        <Form intent="again" problems={actionData}>
          <TextField name="email" label={text.accounts.email} type="email" autoComplete="email" />
          <SubmitButton look="quiet">{words.againSubmit}</SubmitButton>
        </Form>
      </Section>
    </DoorPage>
  );
}
