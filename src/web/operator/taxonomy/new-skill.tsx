import { slugOf } from '#domain/directory/taxonomy.ts';
import { operatorOnly } from '#web/context.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { OperatorArea, placeCrumb } from '../area.tsx';
import type { Route } from './+types/new-skill.ts';
import { actOnTaxonomy, findCategory, wordsOf } from './act-on-taxonomy.ts';
import { AlsoField, NameFields } from './word-fields.tsx';
import { wordsForm } from './words-form.ts';

const words = text.taxonomy;

export const handle: PageHandle = { nav: 'operator' };
export const meta = () => [{ title: text.site.title(words.addSkill) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb } = operatorOnly(context);
  return { category: await findCategory(readDb, params.slug) };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  operatorOnly(context);
  const category = params.slug;
  return actOn(
    request,
    formCase(
      wordsForm,
      ({ name, slug = slugOf(name), also }, key) => {
        const given = { slug, name, category, also: wordsOf(also) };
        const input = { kind: 'skill', act: 'add', ...given } as const;
        return actOnTaxonomy(context, input, { to: `/operator/taxonomy/${category}`, key });
      },
      { refusedTitle: words.form.refused },
    ),
  );
}

export default function NewSkill({ loaderData, actionData }: Route.ComponentProps) {
  const { slug, name } = loaderData.category;
  return (
    <OperatorArea
      place="taxonomy"
      title={words.form.newSkill(name)}
      crumbs={[placeCrumb('taxonomy'), { href: `/operator/taxonomy/${slug}`, label: name }]}
    >
      <Form problems={actionData}>
        <NameFields fresh />
        <AlsoField />
        <SubmitButton>{words.form.add}</SubmitButton>
      </Form>
    </OperatorArea>
  );
}
