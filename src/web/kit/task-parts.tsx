import { checkAnswer } from '#domain/forms/check-answer.ts';
import { FORM_TEMPLATES, findTemplate } from '#domain/forms/gallery.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { web } from '#web/context.ts';
import { readForm } from '#web/form-data.ts';
import { drawForm } from '#web/forms/draw-form.ts';
import { readAnswer } from '#web/forms/read-answer.ts';
import { TaskFormView } from '#web/forms/task-form-view.tsx';
import { TaskFrame } from '#web/forms/task-frame.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { framePath } from '#web/task-frame/frame-token.ts';
import { text } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import type { Route } from './+types/task-parts.ts';

const words = text.kit.tasks;
const DAY_MS = 86_400_000;

export const handle: PageHandle = {
  tasks: true,
  enhance: ['task-keys', 'task-draft', 'task-frame', 'draw-boxes'],
};

export function meta() {
  return [{ title: text.site.title(words.title) }];
}

/** One template of the gallery with one of its rows, `?row=`. */
export function loader({ context, params, request }: Route.LoaderArgs) {
  const template = findTemplate(params.template) ?? refuse('not_found');
  const row = Number(new URL(request.url).searchParams.get('row') ?? '0');
  const input = template.samples[row] ?? template.samples[0] ?? {};
  const { form, name, purpose, slug } = template;
  const { config, now } = web(context);
  const shown = { kind: 'template', id: slug, sample: row } as const;
  const until = new Date(now.getTime() + DAY_MS);
  return {
    ...{ name, purpose, slug },
    others: FORM_TEMPLATES.map((one) => ({ slug: one.slug, name: one.name })),
    drawn: form.kind === 'form' ? drawForm(form, input) : null,
    frame:
      form.kind === 'html'
        ? {
            src: framePath({ shown, workerId: null, until }, config.secret),
            height: form.height,
          }
        : null,
  };
}

/** Checks an answer as the work page does, and keeps nothing. */
export async function action({ params, request }: Route.ActionArgs) {
  const { form } = findTemplate(params.template) ?? refuse('not_found');
  const posted = await readForm(request);
  const values = readAnswer(form, posted);
  const checked = checkAnswer(form, values);
  return { values, checked, active: String(posted.get('_active') ?? '') };
}

export default function TaskParts({ loaderData, actionData }: Route.ComponentProps) {
  const { name, purpose, slug, others, drawn, frame } = loaderData;
  const checked = actionData?.checked;
  return (
    <div className="wrap pt-5 pb-10 grid grid-cols-[minmax(0,1fr)] gap-6">
      <PageHead crumbs={[{ href: '/kit', label: text.live.parts }]} title={name} />
      <p className="max-w-[62ch] text-muted">{purpose}</p>
      <nav aria-label={words.others} className="flex flex-wrap gap-x-5 gap-y-1">
        {others.map((other) => (
          <a
            key={other.slug}
            href={`/kit/tasks/${other.slug}`}
            className="lk py-1"
            aria-current={other.slug === slug ? 'page' : undefined}
          >
            {other.name}
          </a>
        ))}
      </nav>
      {checked?.ok === true && (
        <pre role="status" className="text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">
          {JSON.stringify(checked.answer)}
        </pre>
      )}
      {drawn !== null && (
        <form
          method="post"
          noValidate
          data-task-keys=""
          data-draft-url={`/kit/tasks/${slug}`}
          aria-label={name}
        >
          <input type="hidden" name="_active" defaultValue="0" />
          <TaskFormView
            drawn={drawn}
            values={actionData?.values ?? {}}
            problems={checked?.ok === false ? checked.problems : undefined}
            autoFocus={checked?.ok === false}
          >
            <div className="flex flex-wrap gap-3">
              <button type="submit" className="btn btn-primary btn-lg" data-send="">
                {words.send}
              </button>
              <a className="btn btn-lg" href={`/kit/tasks/${slug}?row=1`} data-skip="">
                {words.skip}
              </a>
            </div>
            <p
              role="status"
              data-draft-said=""
              data-saved={words.saved}
              data-failed={words.failed}
              className="text-sm text-muted"
            />
          </TaskFormView>
        </form>
      )}
      {frame !== null && <TaskFrame {...frame} title={name} next={null} />}
    </div>
  );
}
