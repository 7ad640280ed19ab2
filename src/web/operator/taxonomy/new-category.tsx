import { slugOf } from '#domain/directory/taxonomy.ts';
import { operatorOnly } from '#web/context.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { OperatorArea, placeCrumb } from '../area.tsx';
import type { Route } from './+types/new-category.ts';
import { actOnTaxonomy, wordsOf } from './act-on-taxonomy.ts';
import { AboutField, AlsoField, FamilyField, NameFields } from './word-fields.tsx';
import { wordsForm } from './words-form.ts';

const words = text.taxonomy.form;

export const handle: PageHandle = { nav: 'operator' };
export const meta = () => [{ title: text.site.title(words.newCategory) }];

export function loader({ context }: Route.LoaderArgs) {
  operatorOnly(context);
  return null;
}

export async function action({ context, request }: Route.ActionArgs) {
  operatorOnly(context);
  const schema = wordsForm.required({ family: true });
  return actOn(
    request,
    formCase(
      schema,
      ({ name, slug = slugOf(name), family, about = '', also }, key) => {
        const given = { slug, name, family, about, also: wordsOf(also) };
        const input = { kind: 'category', act: 'add', ...given } as const;
        return actOnTaxonomy(context, input, { to: `/operator/taxonomy/${slug}`, key });
      },
      { refusedTitle: words.refused },
    ),
  );
}

export default function NewCategory({ actionData }: Route.ComponentProps) {
  return (
    <OperatorArea place="taxonomy" title={words.newCategory} crumbs={[placeCrumb('taxonomy')]}>
      <Form problems={actionData}>
        <FamilyField />
        <NameFields fresh />
        <AboutField />
        <AlsoField />
        <SubmitButton>{words.add}</SubmitButton>
      </Form>
    </OperatorArea>
  );
}
