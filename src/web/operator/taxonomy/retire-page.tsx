import { z } from 'zod';
import { categoryUses, NO_USES, skillUses } from '#domain/directory/queries/taxonomy-uses.ts';
import { operatorOnly } from '#web/context.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { OperatorArea, placeCrumb } from '../area.tsx';
import type { Route } from './+types/retire-page.ts';
import { actOnTaxonomy, findNamed } from './act-on-taxonomy.ts';

const words = text.taxonomy.retiring;

export const handle: PageHandle = { nav: 'operator' };
export const meta = () => [{ title: text.site.title(text.taxonomy.retire) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb } = operatorOnly(context);
  const { kind, one, category } = await findNamed(readDb, params);
  const uses =
    kind === 'category' ? await categoryUses(readDb) : await skillUses(readDb, category.slug);
  return { kind, one, category, uses: uses.get(one.slug) ?? NO_USES, back: backTo(kind, category) };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { readDb } = operatorOnly(context);
  const { kind, one, category } = await findNamed(readDb, params);
  const retire = formCase(
    z.object({}),
    (_nothing, key) =>
      actOnTaxonomy(
        context,
        { kind, slug: one.slug, act: 'retire' },
        { to: backTo(kind, category), key },
      ),
    { refusedTitle: words.refused },
  );
  return actOn(request, retire);
}

function backTo(kind: string, { slug }: { slug: string }): string {
  return kind === 'category' ? '/operator/taxonomy' : `/operator/taxonomy/${slug}`;
}

export default function RetirePage({ loaderData, actionData }: Route.ComponentProps) {
  const { kind, one, category, uses, back } = loaderData;
  const skills = category.skills.filter(({ retiredAt }) => retiredAt === null).length;
  return (
    <OperatorArea
      place="taxonomy"
      title={words.title(one.name)}
      crumbs={[
        placeCrumb('taxonomy'),
        { href: `/operator/taxonomy/${category.slug}`, label: category.name },
      ]}
    >
      <div className="grid gap-4 max-w-[62ch]">
        <p>
          <b>{words.uses(uses.freelancers, uses.listed)}</b>{' '}
          {kind === 'category' && words.projects(uses.openProjects)}{' '}
          {kind === 'category' && skills > 0 && words.skills(skills)}
        </p>
        <p>{words.text}</p>
        <div className="flex flex-wrap gap-3 items-start">
          <Form problems={actionData}>
            <SubmitButton look="grave">{words.act}</SubmitButton>
          </Form>
          <a className="btn" href={back}>
            {words.keep}
          </a>
        </div>
      </div>
    </OperatorArea>
  );
}
