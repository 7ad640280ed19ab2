import { SettingsPage } from '#web/accounts/settings/settings-page.tsx';
import type { ActingFor } from '#web/context.ts';
import { signedIn } from '#web/context.ts';
import { text } from '#web/text/catalogue.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Money } from '#web/ui/money.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import type { Route } from './+types/organizations-page.ts';

const words = text.organizations;

export const meta = () => [{ title: text.site.title(words.title) }];

export function loader({ context }: Route.LoaderArgs) {
  const { viewer } = signedIn(context);
  return { organizations: viewer.actingFor.filter((one) => one.role !== 'self') };
}

export default function OrganizationsPage({ loaderData }: Route.ComponentProps) {
  const { organizations } = loaderData;
  const found = (
    <a className="btn btn-primary justify-self-start" href="/organizations/new">
      {words.found}
    </a>
  );
  return (
    <SettingsPage place="organizations" title={words.title} lead={words.lead}>
      {organizations.length === 0 ? (
        <EmptyState title={words.none} acts={found}>
          {words.noneText}
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={words.caption}
            columns={COLUMNS}
            rows={organizations}
            rowKey={(row) => row.partyId}
          />
          {found}
        </>
      )}
    </SettingsPage>
  );
}

const COLUMNS: Column<ActingFor>[] = [
  {
    key: 'name',
    head: words.name,
    card: 'name',
    cell: (row) => (
      <a className="lk" href={`/organizations/${row.partyId}`}>
        {row.name}
      </a>
    ),
  },
  { key: 'role', head: words.role, card: 'top', cell: (row) => roleWord(row) },
  {
    key: 'available',
    head: words.available,
    card: 'full',
    numeric: true,
    cell: (row) => <Available balances={row.balances} />,
  },
];

function roleWord({ role }: ActingFor): string {
  return role === 'self' ? '' : words.roles[role];
}

function Available({ balances }: { balances: ActingFor['balances'] }) {
  if (balances === null) return words.noMoney;
  if (balances.length === 0) return words.empty;
  return balances.map((balance) => (
    <span key={balance.currency} className="block">
      <Money amount={balance} />
    </span>
  ));
}
