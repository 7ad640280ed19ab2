import { z } from 'zod';
import { changeSavedSearch } from '#domain/directory/commands/save-search.ts';
import { type SavedSearch, savedSearches } from '#domain/directory/queries/saved-searches.ts';
import { searchAddress } from '#domain/directory/saved-search.ts';
import { signedIn } from '#web/context.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Day, Time } from '#web/ui/time.tsx';
import type { Route } from './+types/saved-searches.ts';

const words = text.directory.saved;

export const handle: PageHandle = { nav: 'freelancers' };
export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  return { searches: await savedSearches(readDb, actor) };
}

const schema = z.object({ searchId: z.string(), alerts: z.enum(['on', 'off']) });

export async function action({ context, request }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const turn = formCase(
    schema,
    async ({ searchId, alerts }, key) => {
      const input = { searchId, alerts: alerts === 'on' };
      await run(changeSavedSearch, input, { actor, root: actor.memberId, key });
      const title = alerts === 'on' ? words.alertsOn : words.alertsOff;
      return redirectWithFlash(context, '/saved-searches', { tone: 'go', title });
    },
    { refusedTitle: words.refused },
  );
  return actOn(request, turn);
}

export default function SavedSearches({ loaderData }: Route.ComponentProps) {
  const { searches } = loaderData;
  if (searches.length === 0) {
    return (
      <WorkPage head={<PageHead title={words.title} />}>
        <EmptyState
          title={words.emptyTitle}
          acts={
            <>
              <a className="btn btn-primary" href="/freelancers">
                {words.toFreelancers}
              </a>
              <a className="btn" href="/projects">
                {words.toProjects}
              </a>
              <a className="btn" href="/work">
                {words.toTasks}
              </a>
            </>
          }
        >
          {words.empty}
        </EmptyState>
      </WorkPage>
    );
  }
  const telling = searches.filter(({ alerts }) => alerts).length;
  return (
    <WorkPage
      head={
        <>
          <PageHead title={words.head(searches.length, telling)} />
          <p className="mt-2 max-w-[62ch]">{words.lead}</p>
        </>
      }
    >
      <ul className="border-t border-edge" aria-label={words.title}>
        {searches.map((search) => (
          <Row key={search.id} search={search} />
        ))}
      </ul>
    </WorkPage>
  );
}

function Row({ search }: { search: SavedSearch }) {
  const { id, kind, name, query, alerts, madeAt, toldAt } = search;
  return (
    <li className="border-b border-base-300 py-4 grid grid-cols-[minmax(0,1fr)] md:grid-cols-[minmax(0,1fr)_14rem_auto] gap-x-6 gap-y-3 items-start">
      <div className="min-w-0">
        <h2 className="text-base leading-6">
          <a className="lk" href={searchAddress(kind, query)}>
            {name}
          </a>
        </h2>
        <p className="text-sm text-muted">
          {words.kinds[kind]} · <Phrase says={words.made} values={{ day: <Day at={madeAt} /> }} />
        </p>
      </div>
      <div className="text-sm">
        <StateBadge
          word={alerts ? words.on : words.off}
          icon={alerts ? 'bell' : 'circle-pause'}
          tone={alerts ? 'go' : 'rest'}
        />
        <p className="text-muted">
          {toldAt === null ? (
            words.never
          ) : (
            <Phrase says={words.told} values={{ time: <Time at={toldAt} relative={false} /> }} />
          )}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Form className="contents" intent={id}>
          <input type="hidden" name="searchId" value={id} />
          <input type="hidden" name="alerts" value={alerts ? 'off' : 'on'} />
          <SubmitButton look="quiet">
            {alerts ? words.turnOff : words.turnOn}
            <span className="sr-only">: {name}</span>
          </SubmitButton>
        </Form>
        <a className="btn" href={`/saved-searches/${id}`}>
          {words.change}
          <span className="sr-only">: {name}</span>
        </a>
      </div>
    </li>
  );
}
