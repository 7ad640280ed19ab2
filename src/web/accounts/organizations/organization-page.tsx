import { countryName } from '#domain/accounts/country.ts';
import { may } from '#domain/accounts/permission.ts';
import { organizationPage } from '#domain/accounts/queries/organization-page.ts';
import { actorForOrganization } from '#domain/accounts/queries/viewer.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { signedIn } from '#web/context.ts';
import { actOnIntent } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { Day } from '#web/ui/time.tsx';
import type { Route } from './+types/organization-page.ts';
import { Invitations } from './invitations.tsx';
import { Leave } from './leave.tsx';
import { organizationActs } from './organization-acts.ts';
import { isOnlyOwner, PeopleTable } from './people-table.tsx';
import { PermissionTable } from './permission-table.tsx';

const words = text.organizations;

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData?.organization.name ?? words.title) },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { actor, here, now } = await actingThere(context, params.id);
  const organization = await organizationPage(signedIn(context).readDb, actor, params.id);
  const { country, invitations } = organization;
  return {
    organization,
    country: country === null ? null : countryName(country),
    invitations: invitations.map((one) => ({ ...one, old: one.expiresAt <= now })),
    memberId: actor.memberId,
    manages: may(actor, 'manage_members'),
    here,
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { actor } = await actingThere(context, params.id);
  return actOnIntent(request, organizationActs(context, actor));
}

/** The member acting for the organization that the address names, whoever it acts for elsewhere. */
async function actingThere(
  context: Route.LoaderArgs['context'],
  id: string,
): Promise<{ actor: MemberActor; here: boolean; now: Date }> {
  const { readDb, actor, now } = signedIn(context);
  const there = isId(id) ? await actorForOrganization(readDb, actor, id) : null;
  if (there === null) return refuse('not_found');
  return { actor: there, here: actor.partyId === id, now };
}

export default function OrganizationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { organization, country, invitations, memberId, manages, here } = loaderData;
  const facts = [
    words.kinds[organization.kind].label,
    ...(country === null ? [] : [country]),
    <>
      {words.since} <Day at={organization.createdAt} />
    </>,
  ];
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[{ href: '/organizations', label: words.title }]}
          title={organization.name}
          facts={facts}
          acts={!here && <ActFor id={organization.id} name={organization.name} />}
        />
      }
    >
      {organization.about !== '' && <p className="max-w-[62ch]">{organization.about}</p>}
      <Section id="people" title={words.members.title}>
        <PeopleTable
          people={organization.members}
          memberId={memberId}
          manages={manages}
          problems={actionData}
        />
      </Section>
      {manages && (
        <Section id="invitations" title={words.invitations.title}>
          <Invitations invitations={invitations} problems={actionData} />
        </Section>
      )}
      <Section id="permissions" title={words.permissions.title}>
        <PermissionTable />
      </Section>
      {isOnlyOwner(organization.members, memberId) ? (
        <p className="text-sm text-muted">{words.members.onlyOwnerLeave}</p>
      ) : (
        <Leave problems={actionData} />
      )}
    </WorkPage>
  );
}

function ActFor({ id, name }: { id: string; name: string }) {
  return (
    <form method="post" action="/acting-for">
      <input type="hidden" name="next" value={`/organizations/${id}`} />
      <button type="submit" name="partyId" value={id} className="btn w-full">
        {words.actFor(name)}
      </button>
    </form>
  );
}
