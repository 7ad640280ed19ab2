import { z } from 'zod';
import { declineInvitation } from '#domain/projects/commands/decline-invitation.ts';
import { extendProject } from '#domain/projects/commands/extend-project.ts';
import { publishProject } from '#domain/projects/commands/publish-project.ts';
import { seeInvitation } from '#domain/projects/commands/see-invitation.ts';
import { DECLINE_REASONS } from '#domain/projects/invitation.ts';
import { signedIn, web } from '#web/context.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { actOnIntent, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { FileList } from '#web/ui/files.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { Prose } from '#web/ui/prose.tsx';
import { Day, Deadline, formatTime } from '#web/ui/time.tsx';
import type { Route } from './+types/project-page.ts';
import { actedOn, showDone } from './acted-on.ts';
import { ClientPanel } from './client-panel.tsx';
import { FreelancerPanel } from './freelancer-panel.tsx';
import { Happened } from './happened.tsx';
import { Invitations } from './invitations.tsx';
import { Budget, EscrowPromise, FactsPanel, PartyName, ProjectBadge } from './project-facts.tsx';
import { type ProjectSight, projectSight } from './project-sight.ts';
import { ProposalsTable } from './proposals-table.tsx';

const words = text.projects;

export const handle: PageHandle = { nav: 'projects' };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData?.project.title ?? '') },
];

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get('sort');
  const order = asked === 'price' || asked === 'delivery' ? asked : 'sent';
  const descending = searchParams.get('down') === '1';
  const place = (name: string) => Math.max(1, Math.trunc(Number(searchParams.get(name))) || 1);
  const places = { from: place('from'), earlierFrom: place('earlier-from') };
  const around = web(context);
  const sight = await projectSight(around, params.id, { order, descending, ...places });
  const { viewer, run } = around;
  // As with notifications: what was opened was seen.
  if (viewer !== null && sight.invitation !== null && sight.invitation.seenAt === null) {
    const options = { actor: viewer.actor, root: params.id };
    await run(seeInvitation, { projectId: params.id }, options);
  }
  return sight;
}

const declining = z.object({
  reason: z.enum(DECLINE_REASONS).optional(),
  note: z.string().optional(),
});

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor, viewer } = signedIn(context);
  const { done } = words;
  const time = (at: string) => formatTime(new Date(at), viewer.timeZone);
  const options = (key: string) => ({ actor, root: params.id, key });
  const input = { projectId: params.id };
  return actOnIntent(request, {
    publish: actedOn(context, params.id, async (key) => {
      const { seq, expiresAt } = await run(publishProject, input, options(key));
      return { seq, title: done.published, text: done.publishedText(time(expiresAt)) };
    }),
    extend: actedOn(context, params.id, async (key) => {
      const { seq, expiresAt } = await run(extendProject, input, options(key));
      return { seq, title: done.extended, text: done.extendedText(time(expiresAt)) };
    }),
    decline: formCase(declining, async ({ reason, note = '' }, key) => {
      const answer = { ...input, note, ...(reason !== undefined && { reason }) };
      const { seq } = await run(declineInvitation, answer, options(key));
      const said = { seq, title: done.declined, text: done.declinedText };
      return showDone(context, { to: `/projects/${params.id}`, projectId: params.id, done: said });
    }),
  });
}

export default function ProjectPage({ loaderData, actionData }: Route.ComponentProps) {
  const sight = loaderData;
  const { project, isClient } = sight;
  return (
    <WorkPage
      head={<Head sight={sight} />}
      aside={
        <>
          <FactsPanel project={project} />
          {isClient ? <Extend sight={sight} /> : <EscrowPromise />}
          {!isClient && sight.signedIn && project.audience === 'everyone' && (
            <p className="text-sm">
              <a className="text-muted underline py-1" href={`/report/project/${project.id}`}>
                {text.reputation.report.project}
              </a>
            </p>
          )}
        </>
      }
      asideLabel={words.page.facts}
    >
      {isClient ? (
        <>
          <ClientPanel sight={sight} problems={actionData} />
          {sight.proposals.length > 0 && <Proposals sight={sight} />}
          {sight.earlier.length > 0 && <EarlierProposals sight={sight} />}
        </>
      ) : (
        <FreelancerPanel sight={sight} problems={actionData} />
      )}
      <Requirements sight={sight} />
      {isClient && (
        <Invitations
          project={project}
          invitations={sight.invitations}
          unsent={sight.unsent}
          mayInvite={sight.mayInvite}
        />
      )}
      <Happened events={sight.events} partyId={sight.partyId} />
    </WorkPage>
  );
}

function Head({ sight }: { sight: ProjectSight }) {
  const { project, isClient, mayPost } = sight;
  const { page } = words;
  const { publishedAt, expiresAt, createdAt, state } = project;
  const client = (
    <PartyName
      name={project.clientName}
      country={project.clientCountry}
      href={`/clients/${project.clientId}`}
    />
  );
  const began =
    publishedAt === null ? (
      <Phrase says={page.created} values={{ day: <Day at={createdAt} /> }} />
    ) : (
      <Phrase says={page.published} values={{ day: <Day at={publishedAt} /> }} />
    );
  const mine = { href: '/my/projects', label: words.mine.title };
  return (
    <PageHead
      crumbs={[isClient ? mine : { href: '/projects', label: words.places.open }]}
      title={project.title}
      state={<ProjectBadge project={project} isClient={isClient} boxed />}
      facts={[
        words.pricing[project.pricing],
        ...(isClient ? [] : [<Phrase key="by" says={page.by} values={{ client }} />]),
        began,
        ...(state === 'open' && expiresAt !== null
          ? [<Phrase key="t" says={page.until} values={{ time: <Deadline at={expiresAt} /> }} />]
          : []),
      ]}
      acts={isClient && mayPost ? <HeadActs sight={sight} /> : undefined}
    />
  );
}

function HeadActs({ sight }: { sight: ProjectSight }) {
  const { project, editable } = sight;
  const closable = project.state === 'draft' || project.state === 'open';
  return (
    <>
      {editable && (
        <a className="btn" href={`/projects/${project.id}/edit`}>
          {words.page.edit}
        </a>
      )}
      {closable && (
        <a className="btn" href={`/projects/${project.id}/close`}>
          {words.page.close}
        </a>
      )}
    </>
  );
}

function Proposals({ sight }: { sight: ProjectSight }) {
  const { project, proposals, sorting } = sight;
  return (
    <Section id="proposals" title={<ProposalsHeadline sight={sight} />}>
      {project.state === 'open' && <p className="mt-1 mb-2">{words.client.howToChoose}</p>}
      <p className="mt-3 mb-3">
        <a
          className={project.state === 'open' ? 'btn btn-primary' : 'btn'}
          href={`/projects/${project.id}/compare`}
        >
          {words.client.compare(proposals.length)}
        </a>
      </p>
      <ProposalsTable
        proposals={proposals}
        listed={sight.listed}
        currency={project.currency}
        sorting={{ ...sorting, base: `/projects/${project.id}`, list: 'proposals' }}
      />
    </Section>
  );
}

/** Those of which nothing came, apart from what can be chosen. */
function EarlierProposals({ sight }: { sight: ProjectSight }) {
  const { project, earlier, listed, sorting } = sight;
  const { earlierFrom: from } = sorting;
  return (
    <Section id="earlier" title={words.client.earlier}>
      <p className="mt-1 mb-3 text-muted">{words.client.earlierSays}</p>
      <ProposalsTable
        proposals={earlier}
        listed={listed}
        currency={project.currency}
        sorting={{ ...sorting, from, base: `/projects/${project.id}`, list: 'earlier' }}
      />
    </Section>
  );
}

/** How many, and between which prices: `2 proposals, USD 1,425.00–1,600.00`. */
function ProposalsHeadline({ sight }: { sight: ProjectSight }) {
  const { proposals, project } = sight;
  const prices = proposals.map((one) => one.priceMinor).sort((a, b) => (a < b ? -1 : 1));
  const range = {
    pricing: 'fixed' as const,
    currency: project.currency,
    budgetLowMinor: prices[0] ?? null,
    budgetHighMinor: prices.at(-1) ?? null,
  };
  return (
    <>
      {words.client.proposals(proposals.length)}, <Budget project={range} />
    </>
  );
}

function Requirements({ sight }: { sight: ProjectSight }) {
  const { project, files, requirements } = sight;
  return (
    <Section id="requirements" title={words.page.requirements}>
      <div className="mt-2">
        {project.requirements === '' ? (
          <p className="text-muted">{words.page.noRequirements}</p>
        ) : (
          <Prose html={requirements} />
        )}
      </div>
      {project.skills.length > 0 && (
        <p className="mt-4 text-sm">
          <b className="font-semibold">{words.page.skills}</b> {project.skills.join(', ')}
        </p>
      )}
      {files.length > 0 && (
        <div className="mt-5">
          <h3 className="font-semibold text-sm">{words.page.files}</h3>
          <FileList
            files={files.map(({ id, name, sizeBytes }) => ({
              id,
              name,
              bytes: Number(sizeBytes),
              href: `/files/${id}`,
            }))}
          />
        </div>
      )}
    </Section>
  );
}

/** Keeps an open project open for longer. */
function Extend({ sight }: { sight: ProjectSight }) {
  const { project, mayPost, gains, projectDays } = sight;
  if (project.state !== 'open' || project.expiresAt === null || !mayPost) return null;
  return (
    <section aria-labelledby="time" className="text-sm">
      <h2 id="time" className="text-lg">
        {words.page.time}
      </h2>
      <p className="mt-2">
        <Phrase
          says={words.page.openUntil}
          values={{ time: <Deadline at={project.expiresAt} /> }}
        />
      </p>
      <p className="mt-1 mb-3 text-muted">{words.page.thenExpires}</p>
      {gains && (
        <Form intent="extend">
          <SubmitButton look="quiet">{words.page.extend(projectDays)}</SubmitButton>
        </Form>
      )}
    </section>
  );
}
