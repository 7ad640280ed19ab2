import { z } from 'zod';
import { changeSavedSearch, dropSavedSearch } from '#domain/directory/commands/save-search.ts';
import { savedSearch } from '#domain/directory/queries/saved-searches.ts';
import { SAVED_SEARCH_LIMITS } from '#domain/directory/saved-search.ts';
import { signedIn } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-fields.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { Panel } from '#web/ui/panel.tsx';
import type { Route } from './+types/saved-search.ts';

const words = text.directory.saved;
const LIST = '/saved-searches';

export const handle: PageHandle = { nav: 'freelancers' };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData?.search.name ?? words.title) },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  return { search: await savedSearch(readDb, actor, params.id) };
}

const named = z.object({ name: z.string().max(SAVED_SEARCH_LIMITS.nameChars) });

export async function action({ context, request, params }: Route.ActionArgs) {
  const { run, actor, readDb } = signedIn(context);
  const { name: before } = await savedSearch(readDb, actor, params.id);
  const searchId = params.id;
  const options = (key: string) => ({ actor, root: actor.memberId, key });
  const done = (title: string) => redirectWithFlash(context, LIST, { tone: 'go', title });
  const refusedTitle = words.refused;
  return actOnIntent(request, {
    rename: formCase(
      named,
      async ({ name }, key) => {
        await run(changeSavedSearch, { searchId, name }, options(key));
        return done(words.renamed);
      },
      { refusedTitle },
    ),
    drop: formCase(
      z.object({}),
      async (_nothing, key) => {
        await run(dropSavedSearch, { searchId }, options(key));
        return done(words.dropped(before));
      },
      { refusedTitle },
    ),
  });
}

/** Another name, or the end of it: what cannot be taken back stands on a page of its own. */
export default function ChangeSavedSearch({ loaderData, actionData }: Route.ComponentProps) {
  const { name } = loaderData.search;
  return (
    <WorkPage head={<PageHead crumbs={[{ href: LIST, label: words.title }]} title={name} />}>
      <Form intent="rename" problems={actionData} values={{ name }}>
        <TextField name="name" label={words.name} maxLength={SAVED_SEARCH_LIMITS.nameChars} />
        <SubmitButton>{words.rename}</SubmitButton>
      </Form>
      <div className="max-w-md">
        <Panel id="drop" title={words.dropQuestion(name)}>
          <p className="mt-1 mb-4 text-sm">{words.dropSays}</p>
          <Form intent="drop" problems={actionData} className="flex flex-wrap gap-3">
            <SubmitButton look="grave">{words.dropAct}</SubmitButton>
            <a className="btn" href={LIST}>
              {words.keep}
            </a>
          </Form>
        </Panel>
      </div>
    </WorkPage>
  );
}
