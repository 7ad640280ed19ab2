import { z } from 'zod';
import { requireMember } from '#domain/accounts/permission.ts';
import { inviteFreelancer } from '#domain/projects/commands/invite-freelancer.ts';
import { PROJECT_LIMITS } from '#domain/projects/project-terms.ts';
import { findOwnProject } from '#domain/projects/queries/find-project.ts';
import {
  type FreelancerToInvite,
  freelancersToInvite,
} from '#domain/projects/queries/freelancers-to-invite.ts';
import { signedIn } from '#web/context.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { actOn, formCase, type Problems } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea } from '#web/ui/form/text-fields.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { Day } from '#web/ui/time.tsx';
import type { Route } from './+types/invite-page.ts';
import { showDone } from './acted-on.ts';
import { PartyName } from './project-facts.tsx';

const words = text.projects;

export const handle: PageHandle = { nav: 'projects' };
export const meta = () => [{ title: text.site.title(words.invite.title) }];

/** First whom (a search), then with which note: `?q=` finds, `?who=` chooses. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  requireMember(actor, 'invite');
  const { id, title } = await findOwnProject(readDb, actor, params.id);
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get('q') ?? '';
  const freelancerId = searchParams.get('who');
  const projectId = id;
  const found =
    freelancerId === null
      ? await freelancersToInvite(readDb, actor, { projectId, text: asked })
      : await freelancersToInvite(readDb, actor, { projectId, freelancerId });
  const chosen = freelancerId === null ? undefined : found.find((one) => one.invitedAt === null);
  return { id, title, asked, found, chosen };
}

const schema = z.object({
  freelancerId: z.string(),
  note: z.string().max(PROJECT_LIMITS.invitationNoteChars).optional(),
});

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor, readDb } = signedIn(context);
  const projectId = params.id;
  const { done, invite } = words;
  const { state } = await findOwnProject(readDb, actor, projectId);
  const asked = formCase(
    schema,
    async ({ freelancerId, note = '' }, key) => {
      const input = { projectId, freelancerId, note };
      const { seq, name } = await run(inviteFreelancer, input, { actor, root: projectId, key });
      const said = state === 'draft' ? done.invitedDraft : done.invitedText;
      const told = { seq, title: done.invited(name), text: said };
      return showDone(context, { to: `/projects/${projectId}`, projectId, done: told });
    },
    { refusedTitle: invite.refused },
  );
  return actOn(request, asked);
}

export default function InvitePage({ loaderData, actionData }: Route.ComponentProps) {
  const { id, title, asked, found, chosen } = loaderData;
  const { invite } = words;
  const crumbs = [
    { href: '/my/projects', label: words.mine.title },
    { href: `/projects/${id}`, label: title },
  ];
  if (chosen !== undefined) {
    return (
      <WorkPage head={<PageHead crumbs={crumbs} title={invite.act(chosen.name)} />}>
        <NoteForm freelancer={chosen} problems={actionData} back={`/projects/${id}/invite`} />
      </WorkPage>
    );
  }
  return (
    <WorkPage head={<PageHead crumbs={crumbs} title={invite.title} />}>
      <Search asked={asked} />
      {(asked !== '' || found.length > 0) && <Found found={found} />}
    </WorkPage>
  );
}

function Search({ asked }: { asked: string }) {
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <label className="grid gap-1 text-sm font-medium">
        {words.invite.search}
        <input
          name="q"
          type="search"
          defaultValue={asked}
          className="input w-72 max-w-full"
          autoComplete="off"
        />
      </label>
      <button type="submit" className="btn btn-primary">
        {words.invite.find}
      </button>
    </form>
  );
}

function Found({ found }: { found: readonly FreelancerToInvite[] }) {
  const { invite } = words;
  if (found.length === 0) {
    return <EmptyState title={invite.none}>{invite.noneSays}</EmptyState>;
  }
  return (
    <Section id="found" title={invite.found(found.length)}>
      {found.length >= 20 && <p className="text-sm text-muted">{invite.most}</p>}
      <ul className="mt-2 divide-y divide-base-300 border-y border-base-300 max-w-3xl">
        {found.map((one) => (
          <li key={one.id} className="py-3 flex flex-wrap items-center gap-x-4 gap-y-2">
            <div className="min-w-0 flex-1 basis-56">
              <b className="font-semibold">
                <PartyName name={one.name} country={one.country} />
              </b>
              <p className="text-sm text-muted">
                {one.kind === 'organization' ? invite.agency : one.headline}
              </p>
            </div>
            {one.invitedAt === null ? (
              <a className="btn btn-sm" href={`?who=${one.id}`}>
                {invite.act(one.name)}
              </a>
            ) : (
              <p className="text-sm text-muted">
                <Phrase says={invite.already} values={{ day: <Day at={one.invitedAt} /> }} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function NoteForm({
  freelancer,
  problems,
  back,
}: {
  freelancer: FreelancerToInvite;
  problems: Problems | undefined;
  back: string;
}) {
  const { invite } = words;
  return (
    <Form problems={problems}>
      <input type="hidden" name="freelancerId" value={freelancer.id} />
      <TextArea
        name="note"
        label={invite.note}
        hint={invite.noteHint}
        rows={4}
        optional
        maxLength={PROJECT_LIMITS.invitationNoteChars}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{invite.act(freelancer.name)}</SubmitButton>
        <a className="btn" href={back}>
          {invite.another}
        </a>
      </div>
    </Form>
  );
}
