import { changeType } from '#domain/qualifications/commands/change-type.ts';
import { ownType, testOf } from '#domain/qualifications/queries/types.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/edit-type.ts';
import { TestFields, TypeFields } from './type-fields.tsx';
import { atTypedField, termsOf, testIn, typeForm, valuesOf } from './type-form.ts';
import { type Previewed, previewCase, shownOf, TestPreview } from './type-preview.tsx';

const { edit: words, list, refused: refusedTitle } = text.qualifications;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(words.title(loaderData?.name ?? '')) },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const type = await ownType(readDb, actor, params.id);
  const test = await testOf(readDb, type.id, type.testVersion);
  return { id: type.id, name: type.name, tested: test !== null, values: valuesOf(type, test) };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const save = formCase<typeof typeForm, Previewed>(
    typeForm,
    async (value, key) => {
      const options = { actor, root: actor.partyId, key };
      try {
        const test = testIn(value);
        const given = { ...termsOf(value), ...(test === null ? {} : { test }) };
        const input = { ...given, typeId: params.id, active: value.active === 'yes' };
        const { seq } = await run(changeType, input, options);
        const title = seq === null ? words.same : words.changed('It');
        return redirectWithFlash(context, `/tasks/qualifications/${params.id}`, {
          tone: 'go',
          title,
          ...(seq === null
            ? {}
            : {
                evidence: {
                  href: eventNumberHref(actor.partyId, seq),
                  label: text.parts.event(seq),
                },
              }),
        });
      } catch (error) {
        throw atTypedField(error, value.grading);
      }
    },
    { refusedTitle },
  );
  return actOnIntent(request, { '': save, preview: previewCase });
}

export default function EditType({ loaderData, actionData }: Route.ComponentProps) {
  const { id, name, tested } = loaderData;
  const { values, problems, questions, drawn } = shownOf(actionData, loaderData.values);
  const crumbs = [
    { href: '/tasks/qualifications', label: list.title },
    { href: `/tasks/qualifications/${id}`, label: name },
  ];
  return (
    <WorkPage head={<PageHead crumbs={crumbs} title={words.title(name)} />}>
      <TestPreview drawn={drawn} />
      <Form problems={problems} values={values}>
        <TypeFields tested={tested} />
        <TestFields questions={questions} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{words.save}</SubmitButton>
          <SubmitButton look="quiet" name="_intent" value="preview">
            {words.show}
          </SubmitButton>
        </div>
      </Form>
    </WorkPage>
  );
}
