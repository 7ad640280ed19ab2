import { z } from 'zod';
import { may } from '#domain/accounts/permission.ts';
import { FORM_TEMPLATES } from '#domain/forms/gallery.ts';
import { archiveTaskType } from '#domain/tasks/commands/save-task-type.ts';
import { findTaskType } from '#domain/tasks/queries/task-types.ts';
import { signedIn } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { formCase } from '#web/form-act.ts';
import { readForm } from '#web/form-data.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { Fold } from '#web/ui/panel.tsx';
import type { Route } from './+types/edit-type.ts';
import { rowsIn, sampleCsv } from './sample-rows.ts';
import { actOnType } from './save-type.ts';
import { typeChoices } from './type-choices.ts';
import { typeValues } from './type-form.ts';
import { TypeForm } from './type-page.tsx';

const words = text.tasks.type;

export const handle: PageHandle = { nav: 'tasks', tasks: true, enhance: ['preview-again'] };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData?.type.title ?? '') },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const type = await findTaskType(readDb, actor, params.id);
  const samples = FORM_TEMPLATES.flatMap((template) => template.samples);
  const sample = sampleCsv(type.form, samples);
  const held = type.requirements.map(({ qualificationId }) => qualificationId);
  return {
    type: { id: type.id, title: type.title },
    mayPost: may(actor, 'post') && type.archivedAt === null,
    values: { ...typeValues(type), sample },
    rows: rowsIn(sample)?.length ?? 0,
    preview: `/tasks/preview?${new URLSearchParams({ type: type.id, sample, row: '1' })}`,
    choices: await typeChoices(readDb, actor, held),
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const form = await readForm(request);
  if (form.get('_intent') !== 'archive') return actOnType(context, form, params.id);
  const archive = formCase(z.object({}), async (_nothing, key) => {
    const input = { taskTypeId: params.id };
    await run(archiveTaskType, input, { actor, root: actor.partyId, key });
    return redirectWithFlash(context, '/tasks', { tone: 'go', title: words.archived });
  });
  return archive.act(form);
}

export default function EditType({ loaderData, actionData }: Route.ComponentProps) {
  const { type, mayPost, values, rows, preview, choices } = loaderData;
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[{ href: '/tasks', label: text.site.places.tasks }]}
          title={words.editTitle(type.title)}
          acts={
            mayPost && (
              <a className="btn" href={`/tasks/batches/new?type=${type.id}`}>
                {words.order}
              </a>
            )
          }
        />
      }
    >
      <TypeForm
        values={values}
        choices={choices}
        rows={rows}
        preview={preview}
        answer={actionData}
      />
      {mayPost && (
        <Fold summary={words.archive}>
          <Form intent="archive">
            <p className="mt-3 max-w-[62ch]">{words.archiveText}</p>
            <SubmitButton look="quiet">{words.archive}</SubmitButton>
          </Form>
        </Fold>
      )}
    </WorkPage>
  );
}
