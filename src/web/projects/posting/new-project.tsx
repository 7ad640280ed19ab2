import { draftProject } from '#domain/projects/commands/draft-project.ts';
import { publishProject } from '#domain/projects/commands/publish-project.ts';
import { projectDefaults } from '#domain/projects/queries/project-defaults.ts';
import { signedIn } from '#web/context.ts';
import { actOnUpload } from '#web/files/receive-form.ts';
import { formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { formatTime } from '#web/ui/time.tsx';
import { type Done, showDone } from '../acted-on.ts';
import type { Route } from './+types/new-project.ts';
import { fieldChoices } from './field-choices.ts';
import { PostingAside, projectFields } from './project-fields.tsx';
import { emptyForm, projectSchema } from './project-form.ts';

const words = text.projects;

export const handle: PageHandle = { nav: 'projects' };
export const meta = () => [{ title: text.site.title(words.new.title) }];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, request } = signedIn(context);
  const { projectDays, currency } = await projectDefaults(readDb);
  // Pages about a kind of work lead here with it chosen; one that is not there chooses nothing.
  const category = new URL(request.url).searchParams.get('category') ?? '';
  const values = { ...emptyForm(currency), category };
  return { choices: await fieldChoices(readDb), projectDays, values };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { run, actor, now, viewer } = signedIn(context);
  const { done } = words;
  const show = (projectId: string, what: Done) =>
    showDone(context, { to: `/projects/${projectId}`, projectId, done: what });
  const post = formCase(
    projectSchema({ now, complete: false }),
    async ({ terms, fileIds, publish }, key) => {
      const drafted = await run(draftProject, { terms, fileIds }, { actor, root: 'new', key });
      const { projectId } = drafted;
      if (!publish) {
        const { seq } = drafted;
        return show(projectId, { seq, title: done.drafted, text: done.draftedText });
      }
      const options = { actor, root: projectId, key: `${key}-publish` };
      const published = await run(publishProject, { projectId }, options);
      const until = formatTime(new Date(published.expiresAt), viewer.timeZone);
      const { seq } = published;
      return show(projectId, { seq, title: done.published, text: done.publishedText(until) });
    },
    { refusedTitle: words.form.refused },
  );
  return actOnUpload(context, request, post);
}

export default function NewProject({ loaderData, actionData }: Route.ComponentProps) {
  const { choices, projectDays, values } = loaderData;
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[{ href: '/my/projects', label: words.mine.title }]}
          title={words.new.title}
        />
      }
      aside={<PostingAside />}
      asideLabel={words.form.asideTitle}
    >
      <Form problems={actionData} values={values} files>
        {projectFields(choices, actionData?.kept ?? [])}
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="act" value="publish">
            {words.form.publish(projectDays)}
          </SubmitButton>
          <SubmitButton look="quiet" name="act" value="keep">
            {words.form.saveDraft}
          </SubmitButton>
        </div>
      </Form>
    </WorkPage>
  );
}
