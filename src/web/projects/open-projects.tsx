import { PROJECT_SORTS, printProjectQuestion } from '#domain/projects/project-question.ts';
import { lookingFrom, web } from '#web/context.ts';
import { pageMeta } from '#web/directory/page-meta.ts';
import { Facets } from '#web/directory/search/facets.tsx';
import { nameOf } from '#web/directory/search/name-of-search.ts';
import { changedProjects, projectsHref } from '#web/directory/search/project-question.ts';
import { saveAction } from '#web/directory/search/save-action.ts';
import { SaveSearch } from '#web/directory/search/save-search.tsx';
import { LeftOut } from '#web/directory/search/understood.tsx';
import { WordsForm } from '#web/directory/search/words-form.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { SelectedFilters } from '#web/ui/table-controls.tsx';
import { ViewLinks } from '#web/ui/timeline.tsx';
import type { Route } from './+types/open-projects.ts';
import { OpenProjectTable } from './open-project-table.tsx';
import { ProjectPlaces } from './project-places.tsx';
import { type ProjectsFound, projectsFound } from './projects-found.ts';

const words = text.directory.openProjects;

export const handle: PageHandle = { nav: 'projects' };

export const meta = ({ loaderData }: Route.MetaArgs) =>
  loaderData === undefined
    ? []
    : pageMeta({
        title: loaderData.found.title,
        description: words.description(loaderData.found.title),
        url: `${loaderData.url}/projects`,
      });

export async function loader({ context, request }: Route.LoaderArgs) {
  const all = web(context);
  const url = new URL(request.url);
  return {
    found: await projectsFound(all, url),
    signedIn: all.viewer !== null,
    from: lookingFrom(context),
    url: all.config.url,
    here: url.pathname + url.search,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  return saveAction(context, request, 'projects');
}

export default function OpenProjects({ loaderData, actionData }: Route.ComponentProps) {
  const { found, signedIn, from, here } = loaderData;
  const { rows, chosen, facets, title } = found;
  return (
    <WorkPage head={<Head found={found} signedIn={signedIn} title={title} />}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 lg:grid-cols-[15rem_minmax(0,1fr)] items-start">
        <Facets facets={facets} chosen={chosen.length}>
          <SaveSearch
            kind="projects"
            name={nameOf(chosen, text.directory.save.allProjects)}
            problems={actionData}
          />
        </Facets>
        <div className="min-w-0">
          {rows.length === 0 ? (
            <Nothing found={found} />
          ) : (
            <>
              <Sorting found={found} />
              <OpenProjectTable loaded={{ ...found, here, from }} />
            </>
          )}
        </div>
      </div>
    </WorkPage>
  );
}

function Head({
  found,
  signedIn,
  title,
}: {
  found: ProjectsFound;
  signedIn: boolean;
  title: string;
}) {
  const { question, currency } = found;
  const { q: _words, ...kept } = Object.fromEntries(printProjectQuestion(question, currency));
  return (
    <>
      {signedIn && <ProjectPlaces here="open" />}
      <PageHead
        title={title}
        facts={[words.lead]}
        acts={
          <a className="btn" href="/projects/new">
            {text.projects.post}
          </a>
        }
      />
      <div className="mt-4">
        <WordsForm
          action="/projects"
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

function Sorting({ found }: { found: ProjectsFound }) {
  const { question, currency } = found;
  const links = PROJECT_SORTS.map((sort) => ({
    href: projectsHref(changedProjects(question, { sort }), currency),
    label: words.sorts[sort],
    current: question.sort === sort,
  }));
  const { sort } = text.directory.search;
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-3 text-sm">
      <span className="text-muted">{sort}</span>
      <ViewLinks label={sort} links={links} />
    </div>
  );
}

/** Which filter stands in the way, as far as one alone does. */
function Nothing({ found }: { found: ProjectsFound }) {
  const { ways, chosen } = found;
  const { browse } = text.projects;
  const { search } = text.directory;
  if (chosen.length === 0) {
    return <EmptyState title={browse.emptyTitle}>{browse.emptyAll}</EmptyState>;
  }
  return (
    <EmptyState
      title={ways.length === 0 ? browse.emptyTitle : search.emptyHelps}
      acts={
        <a className="btn" href="/projects">
          {browse.showAll}
        </a>
      }
    >
      {ways.length === 0 ? (
        browse.empty
      ) : (
        <ul className="grid gap-1">
          {ways.map(({ label, href, total }) => (
            <li key={label}>
              <a className="lk py-1" href={href}>
                {search.emptyDrop(label)}
              </a>{' '}
              <span className="text-muted">{words.found(total.toLocaleString('en'), total)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3">{words.emptySave}</p>
    </EmptyState>
  );
}
