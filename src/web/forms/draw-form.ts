/** What a loader makes of a form and a task, for `<TaskFormView>`. Server only. */
import {
  type FilledBlock,
  type FilledField,
  fillForm,
  type MarkedText,
} from '#domain/forms/fill-form.ts';
import { putValues } from '#domain/forms/marks.ts';
import type { DescribedForm } from '#domain/forms/task-form.ts';
import type { TaskInput } from '#domain/forms/variables.ts';
import { renderMarkdown } from '#web/ui/markdown.ts';
import type { SafeHtml } from '#web/ui/prose.tsx';

export type DrawnBlock = Exclude<FilledBlock, { kind: 'text' }> | { kind: 'prose'; html: SafeHtml };

export type DrawnForm = {
  instructions: SafeHtml | null;
  show: readonly DrawnBlock[];
  fields: readonly FilledField[];
};

/** The form with a task's values in it, its Markdown rendered and clean. */
export function drawForm(form: DescribedForm, input: TaskInput): DrawnForm {
  const { instructions, show, fields } = fillForm(form, input);
  return {
    instructions: instructions === null ? null : proseOf(instructions),
    show: show.map((block) =>
      block.kind === 'text' ? { kind: 'prose', html: proseOf(block.text) } : block,
    ),
    fields,
  };
}

/** The Markdown is the same for every task of a batch, so that it is rendered once for all. */
function proseOf({ markdown, values }: MarkedText): SafeHtml {
  return putValues(renderMarkdown(markdown), (mark) => values[mark] ?? '', true) as SafeHtml;
}
