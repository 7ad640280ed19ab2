import { z } from 'zod';
import { joinOrganization } from '#domain/accounts/commands/join-organization.ts';
import { PERMISSIONS, type Permission } from '#domain/accounts/permission.ts';
import { invitationByToken } from '#domain/accounts/queries/invitation-by-token.ts';
import { profileOf } from '#domain/accounts/queries/profile.ts';
import { hashToken } from '#domain/accounts/secret-token.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { DoorPage } from '#web/accounts/door/door-page.tsx';
import { signedIn, web } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Note } from '#web/ui/bands.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { Deadline } from '#web/ui/time.tsx';
import type { Route } from './+types/invitation-page.ts';

const words = text.organizations.invitation;

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData?.invitation?.organizationName ?? words.dead) },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, viewer, now } = web(context);
  const invitation = await invitationByToken(readDb, params.token, now);
  const email = viewer && (await profileOf(readDb, viewer.actor.memberId)).email;
  const reader =
    email === null ? 'visitor' : email === invitation?.email ? 'invited' : 'somebody else';
  return { invitation: invitation?.state === 'open' ? invitation : null, reader } as const;
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { run, readDb, actor, now } = signedIn(context);
  return actOn(
    request,
    formCase(
      z.object({}),
      async (_nothing, key) => {
        const invitation = await invitationByToken(readDb, params.token, now);
        if (invitation === null) return refuse('invitation_invalid');
        const { organizationId, organizationName, role } = invitation;
        const input = { organizationId, tokenHash: hashToken(params.token) };
        await run(joinOrganization, input, { actor, root: organizationId, key });
        const title = words.joined(organizationName, text.organizations.roles[role].toLowerCase());
        const flash = { tone: 'go', title, text: words.joinedText } as const;
        return redirectWithFlash(context, `/organizations/${organizationId}`, flash);
      },
      { refusedTitle: words.refused },
    ),
  );
}

export default function InvitationPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { invitation, reader } = loaderData;
  if (invitation === null) {
    const home = (
      <a className="btn" href="/">
        {words.home}
      </a>
    );
    return (
      <DoorPage title={words.dead}>
        <EmptyState title={words.dead} acts={home}>
          {words.deadText}
        </EmptyState>
      </DoorPage>
    );
  }
  const { organizationName: organization, role, email, expiresAt, inviterName } = invitation;
  const roleWord = text.organizations.roles[role].toLowerCase();
  return (
    <DoorPage
      title={words.title(organization)}
      lead={words.says(inviterName, organization, roleWord)}
    >
      <div>
        <h2 className="font-semibold">{words.may}</h2>
        <ul className="mt-2 list-disc ps-5 grid gap-1">
          {permissionsOf(role).map((permission) => (
            <li key={permission}>{text.organizations.permissions.names[permission]}</li>
          ))}
        </ul>
      </div>
      <p className="text-sm text-muted">
        {words.until} <Deadline at={expiresAt} />
      </p>
      {reader === 'invited' && (
        <Form problems={actionData} className="flex flex-wrap gap-3">
          <SubmitButton>{words.accept(organization)}</SubmitButton>
          <a className="btn" href="/">
            {words.notNow}
          </a>
        </Form>
      )}
      {reader === 'somebody else' && <Note tone="hold">{words.forOther(email)}</Note>}
      {reader === 'visitor' && <ForVisitor email={email} token={params.token} />}
    </DoorPage>
  );
}

function ForVisitor({ email, token }: { email: string; token: string }) {
  const next = `?next=${encodeURIComponent(`/invitations/${token}`)}`;
  return (
    <>
      <p>{words.visitor(email)}</p>
      <div className="flex flex-wrap gap-3">
        <a className="btn btn-primary" href={`/sign-in${next}`}>
          {words.signIn}
        </a>
        <a className="btn" href={`/sign-up${next}`}>
          {words.signUp}
        </a>
      </div>
    </>
  );
}

function permissionsOf(role: string): Permission[] {
  const all = Object.entries(PERMISSIONS) as [Permission, { roles: readonly string[] }][];
  return all.filter(([, { roles }]) => roles.includes(role)).map(([permission]) => permission);
}
