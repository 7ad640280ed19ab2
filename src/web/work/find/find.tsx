import { printWorkAsked, WORK_SORTS } from '#domain/assignments/work-question.ts';
import { web } from '#web/context.ts';
import { pageMeta } from '#web/directory/page-meta.ts';
import { nameOf } from '#web/directory/search/name-of-search.ts';
import { saveAction } from '#web/directory/search/save-action.ts';
import { SaveSearch } from '#web/directory/search/save-search.tsx';
import { LeftOut } from '#web/directory/search/understood.tsx';
import { WordsForm } from '#web/directory/search/words-form.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Note } from '#web/ui/bands.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { Paging, SelectedFilters, withQuery } from '#web/ui/table-controls.tsx';
import { ViewLinks } from '#web/ui/timeline.tsx';
import { WorkPlaces } from '../places.tsx';
import type { Route } from './+types/find.ts';
import { Filters } from './filters.tsx';
import { OfferTable } from './offer-table.tsx';
import { type WorkFound, workFound, workHref } from './work-found.ts';

const words = text.work.find;

export const handle: PageHandle = { nav: 'tasks' };

export const meta = ({ loaderData }: Route.MetaArgs) =>
  loaderData === undefined
    ? []
    : pageMeta({
        title: words.title,
        description: words.lead,
        url: `${loaderData.url}/work`,
      });

export async function loader({ context, request }: Route.LoaderArgs) {
  const all = web(context);
  const url = new URL(request.url);
  return {
    found: await workFound(all, url),
    url: all.config.url,
    here: url.pathname + url.search,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  return saveAction(context, request, 'tasks');
}

/** Open batches: the address is the whole state of the search. */
export default function FindWork({ loaderData, actionData }: Route.ComponentProps) {
  const { found, here } = loaderData;
  const { rows, chosen } = found;
  return (
    <WorkPage head={<Head found={found} />}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 lg:grid-cols-[15rem_minmax(0,1fr)] items-start">
        <Filters found={found}>
          <SaveSearch kind="tasks" name={nameOf(chosen, words.all)} problems={actionData} />
        </Filters>
        <div className="min-w-0">
          {rows.length === 0 ? (
            <Nothing found={found} />
          ) : (
            <>
              <Sorting found={found} />
              <OfferTable rows={rows} />
              <More found={found} here={here} />
            </>
          )}
        </div>
      </div>
    </WorkPage>
  );
}

function Head({ found }: { found: WorkFound }) {
  const { question, rows, next, cursor, seeks, visitor } = found;
  const { q: _words, ...kept } = Object.fromEntries(printWorkAsked(question));
  const more = next !== null || cursor !== '';
  const count = more ? words.moreThan(rows.length) : rows.length.toLocaleString('en');
  const head = seeks ? words.head(count, more) : words.headAll(count, more);
  return (
    <>
      {!visitor && <WorkPlaces here="find" />}
      <PageHead title={rows.length === 0 ? words.title : head} facts={[words.lead]} />
      {!visitor && !seeks && (
        <div className="mt-3 max-w-xl">
          <Note tone="hold">
            <b>{text.work.onlySelf.title}</b>. {text.work.onlySelf.text}
          </Note>
        </div>
      )}
      <div className="mt-4">
        <WordsForm
          action="/work"
          label={words.words}
          hint={words.wordsHint}
          asked={question.text}
          kept={kept}
        />
      </div>
      <LeftOut wrong={found.wrong} />
      <SelectedFilters filters={found.chosen} />
    </>
  );
}

function Sorting({ found: { question } }: { found: WorkFound }) {
  const links = WORK_SORTS.map((sort) => ({
    href: workHref(question, { sort }),
    label: words.sorts[sort],
    current: question.sort === sort,
  }));
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-3 text-sm">
      <span className="text-muted">{words.sort}</span>
      <ViewLinks label={words.sort} links={links} />
    </div>
  );
}

function More({ found, here }: { found: WorkFound; here: string }) {
  const { next, cursor, rows } = found;
  return (
    <Paging
      earlier={cursor === '' ? undefined : withQuery(here, { cursor: null })}
      later={next === null ? undefined : withQuery(here, { cursor: next })}
      labels={{ earlier: words.start, later: words.later }}
      span={words.span(rows.length)}
    />
  );
}

/** What would help: a test, another filter, or to be told later. */
function Nothing({ found }: { found: WorkFound }) {
  const { tests, chosen, seeks } = found;
  if (tests === null && chosen.length > 0) {
    return (
      <EmptyState
        title={words.emptyFilter}
        acts={
          <a className="btn" href="/work">
            {words.showAll}
          </a>
        }
      >
        {words.empty}
      </EmptyState>
    );
  }
  const opens = tests !== null && tests.tests > 0;
  return (
    <EmptyState
      title={seeks ? words.emptyTitle : words.emptyAll}
      acts={
        opens && (
          <a className="btn btn-primary" href="/work/qualifications">
            {words.toTests}
          </a>
        )
      }
    >
      {opens ? words.emptyTests(tests.tests, tests.tasks) : words.empty}
    </EmptyState>
  );
}
