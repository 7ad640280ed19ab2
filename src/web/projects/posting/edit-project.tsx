import { subjectFiles } from '#domain/files/queries/subject-files.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { editProject } from '#domain/projects/commands/edit-project.ts';
import { publishProject } from '#domain/projects/commands/publish-project.ts';
import { mayBeEdited } from '#domain/projects/project.ts';
import { findOwnProject } from '#domain/projects/queries/find-project.ts';
import { projectDefaults } from '#domain/projects/queries/project-defaults.ts';
import { signedIn } from '#web/context.ts';
import { actOnUpload } from '#web/files/receive-form.ts';
import { formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { showDone } from '../acted-on.ts';
import type { Route } from './+types/edit-project.ts';
import { fieldChoices } from './field-choices.ts';
import { PostingAside, projectFields } from './project-fields.tsx';
import { formValues, projectSchema } from './project-form.ts';

const words = text.projects;

export const handle: PageHandle = { nav: 'projects' };
export const meta = () => [{ title: text.site.title(words.editing.title) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const project = await findOwnProject(readDb, actor, params.id);
  const { state, proposalsCount, title } = project;
  if (state === 'open' && !mayBeEdited(project)) {
    refuse('project_has_proposals', { proposals: proposalsCount });
  }
  if (!mayBeEdited(project)) refuse('wrong_state', { thing: 'project', state, act: 'edit' });
  const files = await subjectFiles(readDb, project.id);
  return {
    id: project.id,
    title,
    draft: state === 'draft',
    values: formValues(project),
    kept: files.map(({ id, name, sizeBytes }) => ({ id, name, bytes: Number(sizeBytes) })),
    choices: await fieldChoices(readDb, project.category),
    projectDays: (await projectDefaults(readDb)).projectDays,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, readDb, actor, now } = signedIn(context);
  const projectId = params.id;
  const { state } = await findOwnProject(readDb, actor, projectId);
  const schema = projectSchema({ now, complete: state === 'open' });
  const edit = formCase(schema, async ({ terms, fileIds, publish }, key) => {
    const options = { actor, root: projectId };
    const input = { projectId, terms, fileIds };
    const edited = await run(editProject, input, { ...options, key });
    const opened = publish
      ? await run(publishProject, { projectId }, { ...options, key: `${key}-publish` })
      : null;
    const { seq } = opened ?? edited;
    const title = opened === null ? words.done.edited : words.done.published;
    return showDone(context, { to: `/projects/${projectId}`, projectId, done: { seq, title } });
  });
  return actOnUpload(context, request, edit);
}

export default function EditProject({ loaderData, actionData }: Route.ComponentProps) {
  const { id, title, draft, values, choices, projectDays } = loaderData;
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[
            { href: '/my/projects', label: words.mine.title },
            { href: `/projects/${id}`, label: title },
          ]}
          title={words.editing.title}
        />
      }
      aside={<PostingAside />}
      asideLabel={words.form.asideTitle}
    >
      <Form problems={actionData} values={values} files>
        {projectFields(choices, actionData?.kept ?? loaderData.kept)}
        <div className="flex flex-wrap gap-3">
          {draft && (
            <SubmitButton name="act" value="publish">
              {words.form.publish(projectDays)}
            </SubmitButton>
          )}
          <SubmitButton look={draft ? 'quiet' : 'primary'} name="act" value="keep">
            {draft ? words.form.saveDraft : words.form.save}
          </SubmitButton>
        </div>
      </Form>
    </WorkPage>
  );
}
