import { countryName } from '#domain/accounts/country.ts';
import { signedIn } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Icon } from '#web/ui/icon.tsx';
import { Money } from '#web/ui/money.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Day } from '#web/ui/time.tsx';
import type { Route } from './+types/contract.ts';
import { contractActs } from './contract-acts.ts';
import { type ContractData, loadContract } from './contract-data.ts';
import { moneyIn } from './contract-view.ts';
import { Decisions } from './parts/decisions.tsx';
import { Deliveries } from './parts/deliveries.tsx';
import { FeedbackGiven } from './parts/feedback-given.tsx';
import { History } from './parts/history.tsx';
import { MilestonesTable } from './parts/milestones-table.tsx';
import { MoneyAside } from './parts/money-aside.tsx';
import { OfferedWork } from './parts/offered-work.tsx';
import { PartyLink } from './parts/party-link.tsx';
import { Promises } from './parts/promises.tsx';

export const handle: PageHandle = { nav: 'contracts' };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor, request, now } = signedIn(context);
  return loadContract(readDb, actor, { id: params.id, url: new URL(request.url), now });
}

export const action = contractActs;

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData?.page.contract.title ?? '') },
];

export default function ContractSheet({ loaderData, actionData }: Route.ComponentProps) {
  const { page } = loaderData;
  const signed = loaderData.offer === null;
  return (
    <WorkPage
      head={<Head data={loaderData} />}
      asideLabel={text.contracts.aside}
      aside={
        <>
          {signed && <MoneyAside data={loaderData} />}
          <Promises data={loaderData} />
        </>
      }
    >
      <Decisions data={loaderData} problems={actionData} />
      {loaderData.offer !== null && <OfferedWork data={loaderData} offer={loaderData.offer} />}
      {signed && <MilestonesTable data={loaderData} />}
      {signed && <Deliveries page={page} />}
      <FeedbackGiven data={loaderData} />
      <History data={loaderData} />
    </WorkPage>
  );
}

function Head({ data }: { data: ContractData }) {
  const { page, people, rights } = data;
  const { contract } = page;
  const words = text.contracts;
  const otherIsClient = people.side === 'freelancer';
  const name = otherIsClient ? page.clientName : page.freelancerName;
  const country = otherIsClient ? page.clientCountry : page.freelancerCountry;
  const open = contract.state === 'active' && page.ending === null;
  const mayEnd = open && (rights.sign || rights.refund);
  return (
    <PageHead
      crumbs={[
        { href: '/contracts', label: text.site.places.contracts },
        { href: `/contracts/${contract.id}`, label: words.crumb(data.name) },
      ]}
      title={contract.title}
      state={<StateBadge {...text.states.contract[contract.state]} boxed />}
      facts={[
        contract.pricing === 'fixed' ? words.fixed : <Hourly key="rate" data={data} />,
        <span key="with">
          {words.with}{' '}
          <b className="font-semibold text-base-content">
            <PartyLink data={data} side={otherIsClient ? 'client' : 'freelancer'}>
              {name}
            </PartyLink>
          </b>
          {country !== null && `, ${countryName(country)}`}
        </span>,
        <span key="since">
          {contract.signedAt === null ? words.offeredOn : words.since}{' '}
          <Day at={contract.signedAt ?? contract.offeredAt} />
        </span>,
      ]}
      acts={
        <>
          <a className="btn" href={`/projects/${contract.projectId}`}>
            <Icon name="file-text" />
            {words.project}
          </a>
          {mayEnd && (
            <a className="btn" href={`/contracts/${contract.id}/end`}>
              {words.ending.act}
            </a>
          )}
        </>
      }
    />
  );
}

function Hourly({ data }: { data: ContractData }) {
  const { hourlyRateMinor } = data.page.contract;
  return (
    <>
      {text.contracts.hourly}
      {hourlyRateMinor !== null && (
        <>
          {', '}
          <Money amount={moneyIn(data.page, hourlyRateMinor)} />
        </>
      )}
    </>
  );
}
