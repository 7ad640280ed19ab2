import { feeRulesAt } from '#domain/ledger/queries/fee-rules.ts';
import { type FeeRuleRow, feeRuleList } from '#domain/market/queries/fee-rule-list.ts';
import { termsNow } from '#domain/market/queries/terms.ts';
import { operatorOnly } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Time } from '#web/ui/time.tsx';
import { OperatorArea } from '../area.tsx';
import type { Route } from './+types/fees.ts';
import { limitWords, shareWords } from './fee-words.ts';

const words = text.operator.fees;

export const handle: PageHandle = { nav: 'operator' };
export const meta = () => [{ title: text.site.title(text.operator.places.fees) }];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, now } = operatorOnly(context);
  const { baseCurrency: currency } = await termsNow(readDb);
  const inForce = await feeRulesAt(readDb, { contractKind: 'fixed', currency, at: now });
  return { rules: await feeRuleList(readDb, now), inForce, currency };
}

const COLUMNS: Column<FeeRuleRow>[] = [
  {
    key: 'rule',
    head: words.columns.rule,
    card: 'name',
    cell: (row) => (
      <>
        {words.contractKinds[row.contractKind]}, {words.payers[row.payer].toLowerCase()}
        <CellNote>{row.currency ?? words.allCurrencies}</CellNote>
      </>
    ),
  },
  {
    key: 'share',
    head: words.columns.share,
    numeric: true,
    card: 'half',
    cell: (row) => shareWords(row, row.currency),
  },
  {
    key: 'limits',
    head: words.columns.limits,
    card: 'half',
    cell: (row) => limitWords(row, row.currency),
  },
  {
    key: 'from',
    head: words.columns.from,
    card: 'half',
    cell: (row) => (
      <>
        <Time at={row.startsAt} relative={false} />
        <CellNote>
          {row.createdByName === null ? words.shipped : words.by(row.createdByName)}
        </CellNote>
      </>
    ),
  },
  {
    key: 'until',
    head: words.columns.until,
    card: 'half',
    cell: (row) => (row.endsAt === null ? words.open : <Time at={row.endsAt} relative={false} />),
  },
  {
    key: 'state',
    head: words.columns.state,
    card: 'top',
    cell: (row) => <StateBadge {...words.states[row.state]} />,
  },
  {
    key: 'act',
    head: words.columns.act,
    card: 'full',
    cell: (row) =>
      row.state === 'ended' ? null : (
        <a className="lk" href={`/operator/fees/${row.id}/end`}>
          {row.state === 'coming' ? words.takeBack : words.end}
        </a>
      ),
  },
];

export default function Fees({ loaderData }: Route.ComponentProps) {
  const { rules, inForce, currency } = loaderData;
  const title = words.title(
    shareWords(inForce.freelancer, currency),
    shareWords(inForce.client, currency),
  );
  return (
    <OperatorArea place="fees" title={title}>
      <div>
        <p className="max-w-[62ch]">{words.lead}</p>
        <p className="mt-4">
          <a className="btn btn-primary" href="/operator/fees/new">
            {words.add}
          </a>
        </p>
        <div className="mt-6">
          <DataTable
            caption={words.caption}
            columns={COLUMNS}
            rows={rules}
            rowKey={(row) => row.id}
          />
        </div>
      </div>
    </OperatorArea>
  );
}
