import { redirect } from 'react-router';
import { web } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Icon } from '#web/ui/icon.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/search-page.ts';

const words = text.directory.landing;

export const handle: PageHandle = {};

export const meta = () => [
  { title: text.site.title(words.title) },
  { name: 'robots', content: 'noindex' },
];

/** Behind the glass in the bar: which of the two lists, then which words. */
export function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const among = searchParams.get('among');
  const asked = (searchParams.get('q') ?? '').trim();
  if (among === 'freelancers' || among === 'projects') {
    throw redirect(`/${among}${asked === '' ? '' : `?q=${encodeURIComponent(asked)}`}`);
  }
  return { asked, signedIn: web(context).viewer !== null };
}

export default function SearchPage({ loaderData }: Route.ComponentProps) {
  return (
    <WorkPage head={<PageHead title={words.title} />}>
      <search>
        <form method="get" className="grid gap-5 max-w-xl">
          <label className="grid gap-1.5 font-medium">
            {words.words}
            <span className="font-normal text-sm text-muted">{words.hint}</span>
            <input
              name="q"
              type="search"
              defaultValue={loaderData.asked}
              maxLength={200}
              className="input w-full"
              autoComplete="off"
              // biome-ignore lint/a11y/noAutofocus: whoever pressed the glass came to type
              autoFocus
            />
          </label>
          <fieldset>
            <legend className="font-medium">{words.what}</legend>
            <div className="mt-1 flex flex-wrap gap-x-6">
              {(['freelancers', 'projects'] as const).map((among, at) => (
                <label key={among} className="flex items-center gap-3 min-h-11 cursor-pointer">
                  <input
                    type="radio"
                    name="among"
                    value={among}
                    defaultChecked={at === 0}
                    className="radio radio-sm"
                  />
                  {words[among]}
                </label>
              ))}
            </div>
          </fieldset>
          <button type="submit" className="btn btn-primary justify-self-start">
            <Icon name="search" />
            {words.act}
          </button>
        </form>
      </search>
      <p className="text-sm flex flex-wrap gap-x-6 gap-y-2">
        <a className="lk py-1" href="/categories">
          {words.categories}
        </a>
        {loaderData.signedIn && (
          <a className="lk py-1" href="/saved-searches">
            {words.saved}
          </a>
        )}
      </p>
    </WorkPage>
  );
}
