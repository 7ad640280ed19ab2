import { printQuestion } from '#domain/directory/freelancer-question.ts';
import { lookingFrom, web } from '#web/context.ts';
import { FreelancerList } from '#web/directory/freelancer-list.tsx';
import { pageMeta } from '#web/directory/page-meta.ts';
import type { Problems } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { Paging, SelectedFilters, withQuery } from '#web/ui/table-controls.tsx';
import { ViewLinks } from '#web/ui/timeline.tsx';
import type { Route } from './+types/freelancers-page.ts';
import { Facets } from './facets.tsx';
import { categoryName, changed, freelancersHref, placeName } from './freelancers-asked.ts';
import { type FreelancersFound, freelancersFound, ROWS } from './freelancers-found.ts';
import { nameOf } from './name-of-search.ts';
import { saveAction } from './save-action.ts';
import { SaveSearch } from './save-search.tsx';
import { MoreForm } from './search-fields.tsx';
import { HowUnderstood } from './understood.tsx';
import { WordsForm } from './words-form.tsx';

const words = text.directory.search;

export const handle: PageHandle = { nav: 'freelancers' };

export const meta = ({ loaderData }: Route.MetaArgs) =>
  loaderData === undefined
    ? []
    : pageMeta({
        title: loaderData.title,
        description: words.description(loaderData.title),
        url: `${loaderData.url}/freelancers`,
      });

export async function loader({ context, request }: Route.LoaderArgs) {
  const all = web(context);
  const url = new URL(request.url);
  const found = await freelancersFound(all, url);
  return {
    found,
    title: titleOf(found),
    from: lookingFrom(context),
    url: all.config.url,
    here: url.pathname + url.search,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  return saveAction(context, request, 'freelancers');
}

export default function Freelancers({ loaderData, actionData }: Route.ComponentProps) {
  const { found, title, from } = loaderData;
  const { chosen } = found;
  return (
    <WorkPage
      head={
        <>
          <PageHead title={title} facts={[words.leadRates(found.currency)]} />
          <div className="mt-4">
            <WordsForm
              action="/freelancers"
              label={words.words}
              hint={words.wordsHint}
              asked={found.question.text}
              kept={keptBesideWords(found)}
            />
          </div>
          <HowUnderstood found={found} />
          <SelectedFilters filters={chosen} />
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 lg:grid-cols-[15rem_minmax(0,1fr)] items-start">
        <Facets facets={found.facets} chosen={chosen.length}>
          <MoreForm found={found} />
          <Saving found={found} problems={actionData} />
        </Facets>
        <div className="min-w-0">
          {found.rows.length === 0 ? (
            <Nobody found={found} />
          ) : (
            <Results found={found} from={from} here={loaderData.here} />
          )}
        </div>
      </div>
    </WorkPage>
  );
}

function keptBesideWords({ question, currency }: FreelancersFound) {
  const { q: _words, ...kept } = Object.fromEntries(printQuestion(question, currency));
  return kept;
}

function Saving({ found, problems }: { found: FreelancersFound; problems: Problems | undefined }) {
  const name = nameOf(found.chosen, text.directory.save.all);
  return <SaveSearch kind="freelancers" name={name} problems={problems} />;
}

function Results({
  found,
  from,
  here,
}: {
  found: FreelancersFound;
  from: string | null;
  here: string;
}) {
  const { rows, next, cursor, currency } = found;
  return (
    <section aria-labelledby="results">
      <h2 id="results" className="sr-only">
        {words.results}
      </h2>
      <Sorting found={found} />
      <FreelancerList rows={rows} currency={currency} from={from} label={words.results} />
      <Paging
        earlier={next === null ? undefined : withQuery(here, { cursor: next })}
        later={cursor === '' ? undefined : withQuery(here, { cursor: null })}
        labels={{ earlier: words.next(ROWS), later: words.start }}
        span={words.shown(rows.length)}
      />
    </section>
  );
}

function Sorting({ found }: { found: FreelancersFound }) {
  const { question, currency } = found;
  const links = (Object.keys(words.sorts) as (keyof typeof words.sorts)[]).map((sort) => ({
    href: freelancersHref(changed(question, { sort }), currency),
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

/** Which filter stands in the way, as far as one alone does. */
function Nobody({ found }: { found: FreelancersFound }) {
  const { ways, chosen } = found;
  if (chosen.length === 0) {
    return <EmptyState title={words.emptyTitle}>{words.emptyNoFilter}</EmptyState>;
  }
  return (
    <EmptyState
      title={ways.length === 0 ? words.emptyTitle : words.emptyHelps}
      acts={
        <>
          <a className="btn" href="/freelancers">
            {words.showAll}
          </a>
          <a className="btn" href="/projects/new">
            {words.post}
          </a>
        </>
      }
    >
      {ways.length === 0 ? (
        words.emptyNone
      ) : (
        <ul className="grid gap-1">
          {ways.map(({ label, href, total, precision }) => (
            <li key={label}>
              <a className="lk py-1" href={href}>
                {words.emptyDrop(label)}
              </a>{' '}
              <span className="text-muted">{words.found(total, precision)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3">{words.emptySave}</p>
    </EmptyState>
  );
}

/** The finding: how many, for what, where. */
function titleOf(found: FreelancersFound): string {
  const { total, precision, question, categories, cursor, rows } = found;
  const { category, text: asked, place } = question;
  if (total === 0 && rows.length === 0 && cursor === '') return words.none;
  const many = words.foundTitle(Math.max(total, rows.length), precision);
  const what =
    category !== undefined
      ? words.forCategory(categoryName(categories, category))
      : asked !== undefined
        ? words.forText(asked)
        : '';
  return words.head(many, place === undefined ? '' : words.inPlace(placeName(place)), what);
}
