/** A form as its worker will see it; it can be tried, but sends nothing. Never inside a form. */
import { text } from '#web/text/catalogue.ts';
import type { DrawnForm } from './draw-form.ts';
import { TaskFormView } from './task-form-view.tsx';

export function TaskFormPreview({ drawn }: { drawn: DrawnForm }) {
  return (
    // With its only button disabled, a form is not sent by Enter either.
    <form aria-label={text.forms.preview} noValidate>
      <TaskFormView drawn={drawn}>
        <p className="flex flex-wrap items-center gap-3">
          <button type="submit" className="btn" disabled>
            {text.forms.previewSend}
          </button>
          <span className="text-sm text-muted">{text.forms.previewNote}</span>
        </p>
      </TaskFormView>
    </form>
  );
}
