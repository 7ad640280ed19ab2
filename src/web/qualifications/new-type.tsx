import { z } from 'zod';
import { createType } from '#domain/qualifications/commands/create-type.ts';
import { QUALIFICATION_LIMITS } from '#domain/qualifications/qualification.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-fields.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/new-type.ts';
import { TestFields, TypeFields } from './type-fields.tsx';
import { atTypedField, newValues, termsOf, testIn, typeForm } from './type-form.ts';
import { type Previewed, previewCase, shownOf, TestPreview } from './type-preview.tsx';

const { edit: words, list, refused: refusedTitle } = text.qualifications;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(words.newTitle) }];

export function loader({ context }: Route.LoaderArgs) {
  signedIn(context);
  return { values: newValues() };
}

const schema = typeForm.extend({ name: z.string().max(QUALIFICATION_LIMITS.nameChars) });

export async function action({ context, request }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const make = formCase<typeof schema, Previewed>(
    schema,
    async (value, key) => {
      const { name, active, grading } = value;
      const options = { actor, root: actor.partyId, key };
      try {
        const test = testIn(value);
        const input = { ...termsOf(value), name, active: active === 'yes', test };
        const { typeId, seq } = await run(createType, input, options);
        return redirectWithFlash(context, `/tasks/qualifications/${typeId}`, {
          tone: 'go',
          title: words.made(name),
          evidence: { href: eventNumberHref(actor.partyId, seq), label: text.parts.event(seq) },
        });
      } catch (error) {
        throw atTypedField(error, grading);
      }
    },
    { refusedTitle },
  );
  return actOnIntent(request, { '': make, preview: previewCase });
}

export default function NewType({ loaderData, actionData }: Route.ComponentProps) {
  const { values, problems, questions, drawn } = shownOf(actionData, loaderData.values);
  const crumbs = [{ href: '/tasks/qualifications', label: list.title }];
  return (
    <WorkPage head={<PageHead crumbs={crumbs} title={words.newTitle} />}>
      <TestPreview drawn={drawn} />
      <Form problems={problems} values={values}>
        <TextField name="name" label={words.name} hint={words.nameHint} wide />
        <TypeFields tested={false} />
        <TestFields questions={questions} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{words.make}</SubmitButton>
          <SubmitButton look="quiet" name="_intent" value="preview">
            {words.show}
          </SubmitButton>
        </div>
      </Form>
    </WorkPage>
  );
}
