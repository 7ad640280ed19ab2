import { z } from 'zod';
import { editFreelancer } from '#domain/directory/commands/edit-freelancer.ts';
import { FREELANCER_LIMITS } from '#domain/directory/freelancer-profile.ts';
import { ownFreelancer } from '#domain/directory/queries/own-freelancer.ts';
import { taxonomy } from '#domain/directory/queries/taxonomy.ts';
import { FAMILIES } from '#domain/directory/taxonomy.ts';
import { storable } from '#domain/kernel/text.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/skills-page.ts';
import { ChosenLists } from './chosen-lists.tsx';
import { type OfferedCategory, offered } from './offered.ts';

const words = text.profile.skills;

export const handle: PageHandle = { nav: 'freelancers' };
export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const { profile } = await ownFreelancer(readDb, actor);
  const asked = storable(new URL(request.url).searchParams.get('q') ?? '').slice(0, 80);
  const all = await taxonomy(readDb, { retired: true });
  const { categories, found } = offered(all, profile, asked);
  return { categories, found, asked, profile };
}

const schema = z.object({
  categories: z.array(z.string()).optional(),
  skills: z.array(z.string()).optional(),
});

export async function action({ context, request }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  return actOn(
    request,
    formCase(
      schema,
      async ({ categories = [], skills = [] }, key) => {
        const options = { actor, root: actor.partyId, key };
        const { seq } = await run(editFreelancer, { categories, skills }, options);
        const evidence =
          seq === null
            ? {}
            : {
                evidence: {
                  href: eventNumberHref(actor.partyId, seq),
                  label: text.parts.event(seq),
                },
              };
        const title = seq === null ? text.profile.form.same : words.saved;
        return redirectWithFlash(context, '/profile', { tone: 'go', title, ...evidence });
      },
      { refusedTitle: words.refused },
    ),
  );
}

export default function SkillsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { categories, asked, found, profile } = loaderData;
  const limits = FREELANCER_LIMITS;
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[{ href: '/profile', label: text.profile.title }]}
          title={words.title}
          facts={[words.lead(limits.categories, limits.skills)]}
        />
      }
    >
      <div className="grid gap-5">
        <Filter asked={asked} found={found} />
        <Form
          problems={actionData}
          values={{
            'categories[]': [...profile.categories],
            'skills[]': [...profile.skills],
          }}
          className="grid gap-8"
        >
          {FAMILIES.map((family) => (
            <Family
              key={family}
              title={text.taxonomy.families[family]}
              categories={categories.filter((one) => one.family === family)}
              wide={asked === ''}
            />
          ))}
          <SubmitButton>{words.submit}</SubmitButton>
        </Form>
      </div>
    </WorkPage>
  );
}

function Family({
  title,
  categories,
  wide,
}: {
  title: string;
  categories: readonly OfferedCategory[];
  wide: boolean;
}) {
  if (categories.length === 0) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="text-lg font-semibold">{title}</legend>
      <ChosenLists categories={categories} openAll={!wide} />
    </fieldset>
  );
}

function Filter({ asked, found }: { asked: string; found: number }) {
  return (
    <form method="get" className="grid gap-2">
      <div className="flex flex-wrap items-end gap-3">
        <div className="grid gap-1.5 grow max-w-sm">
          <label className="font-medium" htmlFor="q">
            {words.filter}
          </label>
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={asked}
            maxLength={80}
            className="input w-full"
          />
        </div>
        <button type="submit" className="btn">
          {words.filterAct}
        </button>
        {asked !== '' && (
          <a className="lk py-2.5" href="/profile/skills">
            {words.filterAll}
          </a>
        )}
      </div>
      {asked !== '' && <p className="text-sm text-muted">{words.found(found, asked)}</p>}
    </form>
  );
}
