import { redirect } from 'react-router';
import { z } from 'zod';
import { may } from '#domain/accounts/permission.ts';
import { reviewList } from '#domain/assignments/queries/review-list.ts';
import { stopDecisions } from '#domain/results/commands/carry-out-list.ts';
import { type DecisionListView, decisionList } from '#domain/results/queries/decision-list.ts';
import { batchProgress } from '#domain/tasks/queries/batch-progress.ts';
import { signedIn } from '#web/context.ts';
import { formCase } from '#web/form-act.ts';
import { readForm } from '#web/form-data.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Paging, withQuery } from '#web/ui/table-controls.tsx';
import { ViewLinks } from '#web/ui/timeline.tsx';
import { orderedBatch } from '../batches/batch-data.ts';
import { toBatch } from '../to-batch.ts';
import type { Route } from './+types/review-page.ts';
import { AnswersTable } from './answers-table.tsx';
import { ReviewFilters } from './filters.tsx';
import { KeyHints } from './key-hints.tsx';
import { isShown, ListState } from './list-state.tsx';
import { askedIn, isFiltered, questionOf } from './review-question.ts';

const words = text.review;
const ROWS = 50;

export const handle: PageHandle = { nav: 'tasks', enhance: ['review-keys', 'batch-live'] };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData?.title ?? '') },
];

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { readDb, actor, now } = signedIn(context);
  const batch = await orderedBatch(context, params.id);
  const url = new URL(request.url);
  const asked = askedIn(url);
  const question = await questionOf(readDb, batch, asked);
  const limit = asked.view === 'one' ? 1 : ROWS;
  const none = { rows: [], next: null };
  const page = question === null ? none : await reviewList(readDb, batch, { ...question, limit });
  const [first] = page.rows;
  if (asked.view === 'one' && first !== undefined) {
    url.searchParams.delete('view');
    throw redirect(`/tasks/batches/${batch.id}/review/${first.id}${url.search}`);
  }
  const { waiting, approved, rejected } = await batchProgress(readDb, batch, now);
  const counts = { submitted: waiting, approved, rejected, all: waiting + approved + rejected };
  const list = await decisionList(readDb, actor, batch.id);
  return {
    batch: { id: batch.id, name: batch.name, state: batch.state, currency: batch.currency },
    ...{ page, asked, waiting, filtered: isFiltered(asked) },
    title: words.titles[asked.state](counts[asked.state]),
    here: url.pathname + url.search,
    list: isShown(list, now) ? list : null,
    mayAccept: may(actor, 'accept'),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const { id: batchId } = await orderedBatch(context, params.id);
  const stop = formCase(
    z.object({}),
    async (_nothing, key) => {
      await run(stopDecisions, { batchId }, { actor, root: batchId, key });
      return toBatch(context, batchId, { title: words.list.stopped, to: '/review' });
    },
    { refusedTitle: words.notDone },
  );
  return stop.act(await readForm(request));
}

export default function ReviewPage({ loaderData }: Route.ComponentProps) {
  const { batch, page, asked, title, waiting, here, list, filtered, mayAccept } = loaderData;
  const base = `/tasks/batches/${batch.id}`;
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[
            { href: '/tasks', label: text.site.places.tasks },
            { href: base, label: batch.name },
          ]}
          title={title}
          state={<StateBadge {...text.states.batch[batch.state]} boxed />}
          facts={[<Ways key="ways" base={base} />]}
        />
      }
    >
      <div>
        {list !== null && <Decisions list={list} base={base} mayStop={mayAccept} />}
        <div className="mb-5 border-y border-base-300">
          <ViewLinks
            label={words.views}
            links={[
              { href: withQuery(here, { view: null }), label: words.table, current: true },
              { href: withQuery(here, { view: 'one' }), label: words.one, current: false },
            ]}
          />
        </div>
        <ReviewFilters asked={asked} here={here} />
        {page.rows.length === 0 ? (
          <div className="mt-6">
            <EmptyState
              title={words.emptyTitle}
              acts={
                <a className="btn" href={`${base}/review?state=all`}>
                  {words.showAll}
                </a>
              }
            >
              {words.empty}
            </EmptyState>
          </div>
        ) : (
          <form method="post" action={`${base}/decide`} data-review-keys="">
            <input type="hidden" name="back" value={here} />
            {page.rows.map((row) => (
              <input key={row.id} type="hidden" name="shown[]" value={row.id} />
            ))}
            <div className="mt-4">
              <AnswersTable batch={batch} rows={page.rows} pick={mayAccept} />
            </div>
            {mayAccept && (
              <Acts
                count={page.rows.length}
                more={asked.cursor !== '' || page.next !== null}
                waiting={filtered ? null : waiting}
              />
            )}
          </form>
        )}
        <Paging
          earlier={asked.cursor === '' ? undefined : withQuery(here, { cursor: null })}
          later={page.next === null ? undefined : withQuery(here, { cursor: page.next })}
          labels={{ earlier: words.first, later: words.next }}
          span={page.rows.length === 0 ? '' : words.span(page.rows.length)}
        />
      </div>
    </WorkPage>
  );
}

/** Decisions that a job carries out: how far it is, or what came of the last ones. */
function Decisions({
  list,
  base,
  mayStop,
}: {
  list: DecisionListView;
  base: string;
  mayStop: boolean;
}) {
  const runs = list.state === 'running';
  return (
    <div
      className="mb-5"
      data-live={runs ? `${base}/live?of=decisions` : undefined}
      data-live-ends={runs ? '' : undefined}
    >
      <div id="decisions">
        <ListState list={list} />
      </div>
      {runs && (
        <div className="mt-2 flex flex-wrap items-center gap-x-4 text-sm text-muted">
          <span>
            {words.list.note}{' '}
            <a className="lk" href={`${base}/review`}>
              {words.list.again}
            </a>
          </span>
          {mayStop && (
            <Form intent="stop" action={`${base}/review`}>
              <SubmitButton look="quiet">{words.list.stop}</SubmitButton>
            </Form>
          )}
        </div>
      )}
    </div>
  );
}

function Acts({
  count,
  more,
  waiting,
}: {
  count: number;
  /** Whether there are further pages, and how many wait where nothing else is asked for. */
  more: boolean;
  waiting: number | null;
}) {
  return (
    <div className="md:sticky bottom-0 bg-base-100 border-t border-edge py-3 mt-4">
      <div className="flex flex-wrap gap-3">
        <button type="submit" className="btn btn-primary" name="act" value="approve" data-key="a">
          {words.approveChosen}
        </button>
        <button type="submit" className="btn" name="act" value="reject" data-key="r">
          {words.rejectChosen}
        </button>
        <button type="submit" className="btn" name="act" value="bonus" data-key="b">
          {words.bonusChosen}
        </button>
        <button type="submit" className="btn" name="act" value="approve-shown">
          {words.approveShown(count)}
        </button>
        {more && (
          <button type="submit" className="btn" name="act" value="approve-all">
            {words.approveAll(waiting)}
          </button>
        )}
      </div>
      <div className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted">
        <span>{words.chosenHint}</span>
        <KeyHints keys={['J', 'K', 'X', 'A', 'R', 'B']} />
      </div>
    </div>
  );
}

function Ways({ base }: { base: string }) {
  const ways = [
    [`${base}/workers`, words.workers],
    [`${base}/decisions`, words.upload],
    [`${base}/results.csv`, words.csv],
    [`${base}/results.jsonl`, words.jsonl],
  ] as const;
  return (
    <nav aria-label={words.other} className="flex flex-wrap gap-x-4">
      {ways.map(([href, label]) => (
        <a key={href} className="lk py-1" href={href}>
          {label}
        </a>
      ))}
    </nav>
  );
}
