import { may } from '#domain/accounts/permission.ts';
import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import { feeRulesAt } from '#domain/ledger/queries/fee-rules.ts';
import type { BatchState } from '#domain/tasks/batch.ts';
import { clientBatches } from '#domain/tasks/queries/client-batches.ts';
import { taskTypes } from '#domain/tasks/queries/task-types.ts';
import { web } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { FilterBar, FilterSelect, Paging, withQuery } from '#web/ui/table-controls.tsx';
import type { Route } from './+types/tasks-page.ts';
import { AboutTasks } from './about-tasks.tsx';
import { feeShare } from './batch-words.ts';
import { BatchesTable } from './batches-table.tsx';
import { TypesTable } from './types-table.tsx';

const words = text.tasks.hub;
const ROWS = 25;
const STATES = Object.keys(text.states.batch) as BatchState[];

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, viewer, now } = web(context);
  const url = new URL(request.url);
  const { baseCurrency: currency } = await marketTerms(readDb);
  const { client: rule } = await feeRulesAt(readDb, { contractKind: 'task', currency, at: now });
  const leastMinor = BigInt(rule.minimumMinor ?? '0');
  const fee = {
    share: feeShare({ ...rule, minimumMinor: null }, currency),
    least: formatMoney({ currency, amountMinor: leastMinor }),
  };
  if (viewer === null) return { fee, own: null };
  const { actor } = viewer;
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const state = STATES.find((one) => one === asked('state'));
  const cursor = asked('cursor');
  const typesCursor = asked('types');
  const page = await clientBatches(readDb, actor, {
    limit: ROWS,
    ...(state === undefined ? {} : { state }),
    ...(cursor === '' ? {} : { cursor }),
  });
  const types = await taskTypes(readDb, actor, {
    limit: 10,
    ...(typesCursor === '' ? {} : { cursor: typesCursor }),
  });
  const here = url.pathname + url.search;
  const own = {
    ...{ page, cursor, here, state: state ?? ('' as const) },
    types: {
      next: types.next,
      rows: types.rows.map(({ id, title, currency, rewardMinor, timeLimitSeconds }) => ({
        ...{ id, title, currency, rewardMinor, timeLimitSeconds },
      })),
    },
    mayPost: may(actor, 'post'),
    // Somebody who works for an organization may look for its batches here.
    elsewhere:
      actor.role === 'self' &&
      viewer.actingFor.length > 1 &&
      [state, cursor].every((asked) => asked === undefined || asked === '') &&
      page.rows.every((batch) => batch.state === 'draft'),
  };
  return { fee, own };
}

export default function TasksPage({ loaderData }: Route.ComponentProps) {
  const { fee, own } = loaderData;
  if (own === null) return <AboutTasks fee={fee} signedIn={false} />;
  const { page, state, cursor, types, mayPost } = own;
  const fresh = page.rows.length === 0 && state === '' && cursor === '' && types.rows.length === 0;
  const note = own.elsewhere ? <p className="text-sm text-muted">{words.forOrganization}</p> : null;
  if (fresh) {
    return (
      <AboutTasks fee={fee} signedIn={true}>
        {note}
      </AboutTasks>
    );
  }
  return (
    <WorkPage
      head={
        <PageHead
          title={titleOf(page.rows)}
          acts={
            <>
              <a className="btn" href="/work">
                {words.doTasks}
              </a>
              {mayPost && (
                <a className="btn btn-primary" href="/tasks/new">
                  {words.start}
                </a>
              )}
            </>
          }
        />
      }
    >
      {note}
      <Batches own={own} />
      {types.rows.length > 0 && <Types own={own} />}
    </WorkPage>
  );
}

type Own = NonNullable<Route.ComponentProps['loaderData']['own']>;

function Batches({ own: { page, state, here, cursor } }: { own: Own }) {
  const some = page.rows.length > 0;
  return (
    <Section id="batches" title={words.batches}>
      {(some || state !== '') && (
        <div className="mt-3">
          <FilterBar>
            <FilterSelect
              name="state"
              label={words.filter}
              value={state}
              options={[
                { value: '', label: words.any },
                ...STATES.map((value) => ({ value, label: text.states.batch[value].word })),
              ]}
            />
          </FilterBar>
        </div>
      )}
      <div className="mt-4">
        {some ? <BatchesTable rows={page.rows} /> : <NoBatch filtered={state !== ''} />}
        {(some || cursor !== '') && (
          <Paging
            earlier={page.next === null ? undefined : withQuery(here, { cursor: page.next })}
            later={cursor === '' ? undefined : withQuery(here, { cursor: null })}
            span={words.span(page.rows.length)}
          />
        )}
      </div>
    </Section>
  );
}

function Types({ own: { types, here, mayPost } }: { own: Own }) {
  const qualifications = (
    <a className="lk text-sm" href="/tasks/qualifications">
      {words.qualifications}
    </a>
  );
  return (
    <Section id="types" title={words.types} beside={qualifications}>
      <TypesTable rows={types.rows} mayPost={mayPost} />
      {types.next !== null && (
        <p className="mt-3">
          <a className="btn btn-sm" href={`${withQuery(here, { types: types.next })}#types`}>
            {words.moreTypes}
          </a>
        </p>
      )}
    </Section>
  );
}

function titleOf(rows: readonly { state: string; waiting: number }[]): string {
  const waiting = rows.reduce((sum, row) => sum + row.waiting, 0);
  if (waiting > 0) return words.waiting(waiting);
  const running = rows.filter((row) => row.state === 'open').length;
  return running > 0 ? words.running(running) : words.calm;
}

function NoBatch({ filtered }: { filtered: boolean }) {
  if (!filtered) {
    return (
      <EmptyState title={words.noBatchTitle} level={3}>
        {words.noBatch}
      </EmptyState>
    );
  }
  const all = (
    <a className="btn" href="/tasks">
      {words.showAll}
    </a>
  );
  return (
    <EmptyState title={words.emptyFilteredTitle} acts={all} level={3}>
      {words.emptyFiltered}
    </EmptyState>
  );
}
