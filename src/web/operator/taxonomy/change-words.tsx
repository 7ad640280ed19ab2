import { taxonomy as readTaxonomy } from '#domain/directory/queries/taxonomy.ts';
import { operatorOnly } from '#web/context.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Select } from '#web/ui/form/choice-fields.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { OperatorArea, placeCrumb } from '../area.tsx';
import type { Route } from './+types/change-words.ts';
import { actOnTaxonomy, findNamed, wordsOf } from './act-on-taxonomy.ts';
import { AboutField, AlsoField, FamilyField, NameFields } from './word-fields.tsx';
import { wordsForm } from './words-form.ts';

const words = text.taxonomy;

export const handle: PageHandle = { nav: 'operator' };
export const meta = () => [{ title: text.site.title(words.change) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb } = operatorOnly(context);
  const found = await findNamed(readDb, params);
  const all = await readTaxonomy(readDb, { retired: true });
  return { ...found, categories: all.map(({ slug, name }) => ({ value: slug, label: name })) };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { readDb } = operatorOnly(context);
  const { kind, one, category } = await findNamed(readDb, params);
  return actOn(
    request,
    formCase(
      wordsForm,
      (form, key) => {
        const { name, about = '', also, family = category.family } = form;
        const common = { slug: one.slug, act: 'change', name, also: wordsOf(also) } as const;
        const input =
          kind === 'category'
            ? ({ ...common, kind, family, about } as const)
            : ({ ...common, kind, category: form.category ?? category.slug } as const);
        const to = `/operator/taxonomy/${input.kind === 'skill' ? input.category : one.slug}`;
        return actOnTaxonomy(context, input, { to, key });
      },
      { refusedTitle: words.form.refused },
    ),
  );
}

export default function ChangeWords({ loaderData, actionData }: Route.ComponentProps) {
  const { kind, one, category, categories } = loaderData;
  const values = {
    name: one.name,
    also: one.also.join('\n'),
    about: category.about,
    family: category.family,
    category: category.slug,
  };
  return (
    <OperatorArea
      place="taxonomy"
      title={words.form.changeTitle(one.name)}
      crumbs={[
        placeCrumb('taxonomy'),
        { href: `/operator/taxonomy/${category.slug}`, label: category.name },
      ]}
      facts={[words.category.facts(one.slug)]}
    >
      <Form problems={actionData} values={values}>
        <NameFields fresh={false} />
        {kind === 'category' ? (
          <>
            <FamilyField />
            <AboutField />
          </>
        ) : (
          <Select name="category" label={words.form.category} options={categories} />
        )}
        <AlsoField />
        <SubmitButton>{words.form.save}</SubmitButton>
      </Form>
    </OperatorArea>
  );
}
