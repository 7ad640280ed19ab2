import { CONTRACT_STATES, type ContractState, type Side } from '#domain/contracts/contract.ts';
import type { ContractRow } from '#domain/contracts/queries/contracts-of-party.ts';
import { myContracts } from '#domain/contracts/queries/my-contracts.ts';
import { signedIn } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import {
  FilterBar,
  FilterSelect,
  Paging,
  SelectedFilters,
  withQuery,
} from '#web/ui/table-controls.tsx';
import type { Route } from './+types/contracts.ts';
import { ContractsTable } from './parts/contracts-table.tsx';

export const handle: PageHandle = { nav: 'contracts' };

const words = text.contracts.list;
const PAGE_ROWS = 20;
const STATES = [...new Set(CONTRACT_STATES.rows.map((row) => row.to))];

export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, actor, request } = signedIn(context);
  const url = new URL(request.url);
  const side = sideIn(url.searchParams.get('side'));
  const state = stateIn(url.searchParams.get('state'));
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const { rows, next } = await myContracts(readDb, actor, {
    side,
    state,
    cursor,
    limit: PAGE_ROWS,
  });
  const address = url.pathname + url.search;
  return {
    rows,
    side: side ?? null,
    state: state ?? null,
    earlier: next === null ? null : withQuery(address, { cursor: next }),
    newest: cursor === undefined ? null : withQuery(address, {}),
    address,
  };
}

function sideIn(words: string | null): Side | undefined {
  return words === 'client' || words === 'freelancer' ? words : undefined;
}

function stateIn(words: string | null): ContractState | undefined {
  return STATES.find((state) => state === words);
}

type Data = Route.ComponentProps['loaderData'];

export default function ContractsPage({ loaderData }: Route.ComponentProps) {
  const { rows, side, state } = loaderData;
  const filtered = side !== null || state !== null;
  const waiting = rows.filter(waitsForReader).length;
  const whole = !filtered && loaderData.newest === null;
  const fresh = rows.length === 0 && whole;
  return (
    <WorkPage head={<PageHead title={fresh || !whole ? words.title : words.finding(waiting)} />}>
      {fresh ? (
        <FirstSteps />
      ) : (
        <div>
          <Filters data={loaderData} />
          {rows.length === 0 ? (
            <p className="mt-6">
              {words.emptyFiltered}{' '}
              <a className="lk" href="/contracts">
                {words.clear}
              </a>
            </p>
          ) : (
            <List rows={rows} data={loaderData} />
          )}
        </div>
      )}
    </WorkPage>
  );
}

function waitsForReader(row: ContractRow): boolean {
  return row.side === 'client' ? row.delivered > 0 : row.state === 'offered';
}

function FirstSteps() {
  return (
    <EmptyState
      title={words.emptyTitle}
      acts={
        <>
          <a className="btn btn-primary" href="/projects/new">
            {words.post}
          </a>
          <a className="btn" href="/projects">
            {words.find}
          </a>
        </>
      }
    >
      {words.empty}
    </EmptyState>
  );
}

function Filters({ data }: { data: Data }) {
  const { side, state, address } = data;
  return (
    <>
      <FilterBar>
        <FilterSelect
          name="side"
          label={words.side}
          value={side ?? ''}
          options={[
            { value: '', label: words.sides.all },
            { value: 'client', label: words.sides.client },
            { value: 'freelancer', label: words.sides.freelancer },
          ]}
        />
        <FilterSelect
          name="state"
          label={words.state}
          value={state ?? ''}
          options={[
            { value: '', label: words.states.all },
            ...STATES.map((one) => ({ value: one, label: words.states[one] })),
          ]}
        />
      </FilterBar>
      <SelectedFilters
        filters={[
          ...(side === null
            ? []
            : [{ label: words.sides[side], without: withQuery(address, { side: null }) }]),
          ...(state === null
            ? []
            : [{ label: words.states[state], without: withQuery(address, { state: null }) }]),
        ]}
      />
    </>
  );
}

function List({ rows, data }: { rows: readonly ContractRow[]; data: Data }) {
  return (
    <div className="mt-5">
      <ContractsTable rows={rows} />
      <Paging
        earlier={data.earlier ?? undefined}
        later={data.newest ?? undefined}
        span={words.shown(rows.length)}
      />
    </div>
  );
}
