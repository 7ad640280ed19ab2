import { may } from '#domain/accounts/permission.ts';
import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import { myPurses } from '#domain/billing/queries/my-money.ts';
import { waitingRequests } from '#domain/billing/queries/waiting-requests.ts';
import { countActiveContracts } from '#domain/contracts/queries/contract-counts.ts';
import { myContracts } from '#domain/contracts/queries/my-contracts.ts';
import { waitingActs } from '#domain/contracts/queries/waiting-acts.ts';
import { myProjects } from '#domain/projects/queries/my-projects.ts';
import { myProposals } from '#domain/projects/queries/my-proposals.ts';
import { projectsToChoose } from '#domain/projects/queries/projects-to-choose.ts';
import { signedIn } from '#web/context.ts';
import { ContractsTable } from '#web/contracts/parts/contracts-table.tsx';
import { countHref } from '#web/evidence/addresses.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/dashboard.ts';
import { Choices } from './choices.tsx';
import { ForOperator } from './for-operator.tsx';
import { ForYou, workSight } from './for-you.tsx';
import { Glance } from './glance.tsx';
import { Invitations } from './invitations.tsx';
import { MoneyTiles } from './money-tiles.tsx';
import { Newcomer } from './newcomer.tsx';
import { WaitingList } from './waiting-list.tsx';
import { tasksSight, YourTasks } from './your-tasks.tsx';

export const handle: PageHandle = { nav: 'home' };

const words = text.dashboard;
const SHOWN = 5;
const MOST_REQUESTS = 100;

export const meta = () => [{ title: text.site.title(words.crumb) }];

export type DashboardData = Route.ComponentProps['loaderData'];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, actor, viewer, now } = signedIn(context);
  const limit = SHOWN;
  return {
    name: viewer.actingFor.find((one) => one.partyId === actor.partyId)?.name ?? viewer.name,
    self: actor.role === 'self',
    waiting: await waitingActs(readDb, actor, now),
    choices: await projectsToChoose(readDb, actor, now),
    ...(await workSight(readDb, actor, now)),
    tasks: await tasksSight(readDb, actor, { timeZone: viewer.timeZone, now }),
    mayPost: may(actor, 'post'),
    mayPropose: may(actor, 'propose'),
    requests: actor.operator ? await waitingRequests(readDb, MOST_REQUESTS) : null,
    active: await countActiveContracts(readDb, actor),
    contracts: (await myContracts(readDb, actor, { state: 'active', limit })).rows,
    projects: (await myProjects(readDb, actor, { limit })).rows,
    proposals: (await myProposals(readDb, actor, { limit })).rows,
    baseCurrency: (await marketTerms(readDb)).baseCurrency,
    purses: may(actor, 'see_money') ? await myPurses(readDb, actor) : null,
  };
}

export default function Dashboard({ loaderData }: Route.ComponentProps) {
  const { waiting, choices, invitations, tasks } = loaderData;
  const { contracts, projects, proposals, purses, active } = loaderData;
  const count = waiting.length + choices.length + invitations.length;
  const begun = contracts.length + projects.length + proposals.length > 0 || tasks !== null;
  const fresh = count === 0 && !begun;
  const title = fresh ? words.newcomer.title : <Finding count={count} />;
  return (
    <WorkPage
      head={
        <PageHead
          title={title}
          facts={[words.forParty(loaderData.name)]}
          acts={fresh ? undefined : <Acts data={loaderData} />}
        />
      }
    >
      {loaderData.requests !== null && (
        <ForOperator count={loaderData.requests.count} oldest={loaderData.requests.oldest} />
      )}
      {fresh && <Newcomer self={loaderData.self} />}
      {!fresh && count === 0 && <p className="max-w-[62ch]">{words.none}</p>}
      {count > 0 && (
        <WaitingList acts={waiting}>
          <Choices projects={choices} />
          <Invitations invitations={invitations} />
        </WaitingList>
      )}
      {(!fresh || (purses?.length ?? 0) > 0) && (
        <MoneyTiles purses={purses} active={active} baseCurrency={loaderData.baseCurrency} />
      )}
      {tasks !== null && <YourTasks sight={tasks} />}
      {loaderData.forYou.length > 0 && <ForYou rows={loaderData.forYou} />}
      {contracts.length > 0 && (
        <Section
          id="contracts"
          title={words.contracts.title}
          beside={<All href="/contracts" label={words.contracts.all} />}
        >
          <ContractsTable rows={contracts} />
        </Section>
      )}
      {(projects.length > 0 || proposals.length > 0) && (
        <div className="grid gap-10 lg:grid-cols-2 items-start">
          <Glance projects={projects} proposals={proposals} />
        </div>
      )}
    </WorkPage>
  );
}

function Acts({ data }: { data: DashboardData }) {
  return (
    <>
      {data.mayPost && (
        <a className="btn" href="/projects/new">
          {words.post}
        </a>
      )}
      {data.mayPropose && (
        <a className="btn" href="/projects">
          {words.find}
        </a>
      )}
    </>
  );
}

function Finding({ count }: { count: number }) {
  const number = <Evidence href={countHref('waiting')}>{count}</Evidence>;
  return <Phrase says={words.finding(count)} values={{ count: number }} />;
}

function All({ href, label }: { href: string; label: string }) {
  return (
    <a className="lk text-sm py-2" href={href}>
      {label}
    </a>
  );
}
