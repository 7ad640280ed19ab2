/** A form that may not be saved yet, drawn for the frame beside it. */
import { renderToString } from 'react-dom/server';
import { frameDocument } from '#domain/forms/frame-document.ts';
import { findTemplate } from '#domain/forms/gallery.ts';
import type { TaskForm } from '#domain/forms/task-form.ts';
import { checkVariables, type TaskInput } from '#domain/forms/variables.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import { findTaskType } from '#domain/tasks/queries/task-types.ts';
import { signedIn } from '#web/context.ts';
import { parseForm } from '#web/form-act.ts';
import { readForm } from '#web/form-data.ts';
import { drawForm } from '#web/forms/draw-form.ts';
import { TaskFormPreview } from '#web/forms/task-form-preview.tsx';
import { refusalText } from '#web/refusals.ts';
import { framePolicy } from '#web/task-frame/frame-policy.ts';
import { text } from '#web/text/catalogue.ts';
import { Note } from '#web/ui/bands.tsx';
import stylesheet from '#web/ui/style/app.css?url';
import type { Route } from './+types/preview.ts';
import { formOfRows } from './form-rows.ts';
import { rowsIn } from './sample-rows.ts';
import { writtenSchema } from './type-form.ts';

const words = text.tasks.type;
type Context = Parameters<typeof signedIn>[0];
type Sight = { form: TaskForm; input: TaskInput; missing: readonly string[] };

/** What is saved, or ready: `?template=`, `?type=` or `?batch=`, with `?row=` of a sample in CSV. */
export async function loader({ context, request }: Route.LoaderArgs): Promise<Response> {
  const { readDb, actor } = signedIn(context);
  const { searchParams } = new URL(request.url);
  const asked = (name: string) => searchParams.get(name);
  const rows = rowsIn(asked('sample') ?? '') ?? [];
  const input = rows[Math.max(0, Number(asked('row') ?? 1) - 1)] ?? rows[0] ?? {};
  const template = findTemplate(asked('template') ?? '');
  if (template !== null) {
    return document(context, sightOf(template.form, template.samples[0] ?? {}));
  }
  const typeId = asked('type');
  const { form } =
    typeId === null
      ? await findBatch(readDb, actor, asked('batch') ?? '')
      : await findTaskType(readDb, actor, typeId);
  return document(context, sightOf(form, input));
}

export async function action({ context, request }: Route.ActionArgs): Promise<Response> {
  signedIn(context);
  const typed = await readForm(request);
  const written = parseForm(writtenSchema, typed);
  if (!written.ok) return document(context, null, words.previewWrong);
  const rows = rowsIn(written.value.sample ?? '') ?? [];
  const input = rows[Number(written.value.row) - 1] ?? rows[0] ?? {};
  try {
    return document(context, sightOf(formOfRows(written.value), input));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const says = refusalText(error.code, error.data).says;
    return document(context, null, `${words.previewAt(error.field ?? '')} ${says}`);
  }
}

function sightOf(form: TaskForm, input: TaskInput): Sight {
  return { form, input, missing: checkVariables(form, Object.keys(input)).missing };
}

/** A document that only our own pages may frame. A client's HTML is shut in as workers get it. */
function document(context: Context, sight: Sight | null, wrong = ''): Response {
  const { theme, viewer, config } = signedIn(context);
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
  if (sight?.form.kind === 'html') {
    const { form, input } = sight;
    const html = frameDocument(form, input, {
      action: '',
      send: text.forms.previewSend,
      title: words.previewFrame,
    });
    const origin = new URL(config.url).origin;
    const policy = framePolicy({ origin, action: null, scripts: form.scripts });
    return new Response(html, { headers: { ...headers, 'Content-Security-Policy': policy } });
  }
  const look = theme ?? viewer.theme;
  const theme_ =
    look === null ? '' : ` data-theme="${look === 'dark' ? 'anyshore-dark' : 'anyshore'}"`;
  const body = renderToString(<Drawn sight={sight} wrong={wrong} />);
  const html = `<!doctype html><html lang="en"${theme_}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.previewFrame}</title><link rel="stylesheet" href="${stylesheet}"></head><body><div class="p-4">${body}</div></body></html>`;
  return new Response(html, { headers: { ...headers, 'Content-Security-Policy': POLICY } });
}

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data: https: http:",
  "media-src 'self' https: http:",
  "font-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

function Drawn({ sight, wrong }: { sight: Sight | null; wrong: string }) {
  if (sight === null || sight.form.kind !== 'form') {
    return (
      <Note tone="hold">
        <b>{words.previewWrong}.</b> {wrong}
      </Note>
    );
  }
  return (
    <>
      {sight.missing.length > 0 && (
        <div className="mb-4">
          <Note tone="hold">{words.previewMissing(sight.missing.join(', '))}</Note>
        </div>
      )}
      <TaskFormPreview drawn={drawForm(sight.form, sight.input)} />
    </>
  );
}
