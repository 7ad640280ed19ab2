import { may } from '#domain/accounts/permission.ts';
import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import { myMoneyRequests, myPendingEarnings, myPurses } from '#domain/billing/queries/my-money.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import { signedIn } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { Paging, withQuery } from '#web/ui/table-controls.tsx';
import type { Route } from './+types/money.ts';
import { ComingTable } from './coming-table.tsx';
import { mainPurse } from './main-purse.ts';
import { PursesTable } from './purses-table.tsx';
import { RequestsTable } from './requests-table.tsx';

export const handle: PageHandle = { nav: 'money' };

const words = text.money;
const REQUESTS_SHOWN = 10;
const COMING_SHOWN = 20;

export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, actor, request, viewer } = signedIn(context);
  const url = new URL(request.url);
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const purses = await myPurses(readDb, actor);
  const requests = await myMoneyRequests(readDb, actor, { cursor, limit: REQUESTS_SHOWN });
  const address = url.pathname + url.search;
  return {
    name: viewer.actingFor.find((one) => one.partyId === actor.partyId)?.name ?? viewer.name,
    purses,
    baseCurrency: (await marketTerms(readDb)).baseCurrency,
    coming: await myPendingEarnings(readDb, actor, { limit: COMING_SHOWN }),
    requests: requests.rows,
    earlier: requests.next === null ? null : withQuery(address, { cursor: requests.next }),
    newest: cursor === undefined ? null : withQuery(address, {}),
    mayFund: may(actor, 'fund'),
    mayWithdraw: may(actor, 'move_money'),
  };
}

export default function MoneyPage({ loaderData }: Route.ComponentProps) {
  const { purses, coming, requests, name } = loaderData;
  const main = mainPurse(purses, loaderData.baseCurrency);
  return (
    <WorkPage
      head={
        <PageHead
          title={
            main === undefined
              ? words.findingNone
              : words.finding(
                  formatMoney({ amountMinor: main.availableMinor, currency: main.currency }),
                )
          }
          facts={[words.forParty(name)]}
          acts={<Acts data={loaderData} />}
        />
      }
    >
      {purses.length === 0 ? (
        <EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>
      ) : (
        <Section
          id="purses"
          title={words.purses.title}
          beside={
            <a className="lk text-sm py-2" href="/money/statement">
              {words.statement}
            </a>
          }
        >
          <PursesTable purses={purses} />
        </Section>
      )}
      {coming.length > 0 && (
        <Section id="coming" title={words.coming.title}>
          <ComingTable coming={coming} />
        </Section>
      )}
      {(requests.length > 0 || loaderData.newest !== null) && (
        <Section id="requests" title={words.requests.title}>
          <RequestsTable requests={requests} />
          <Paging
            earlier={loaderData.earlier ?? undefined}
            later={loaderData.newest ?? undefined}
            span={words.requests.shown(requests.length)}
          />
        </Section>
      )}
    </WorkPage>
  );
}

function Acts({ data }: { data: Route.ComponentProps['loaderData'] }) {
  const some = data.purses.some((purse) => purse.availableMinor > 0n);
  return (
    <>
      {data.mayFund && (
        <a className={some ? 'btn' : 'btn btn-primary'} href="/money/deposit">
          {words.add}
        </a>
      )}
      {data.mayWithdraw && some && (
        <a className="btn" href="/money/withdraw">
          {words.withdraw}
        </a>
      )}
    </>
  );
}
