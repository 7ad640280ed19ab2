/** What the form of a task type does. Server only. */
import { data } from 'react-router';
import { saveTaskType } from '#domain/tasks/commands/save-task-type.ts';
import { signedIn } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { formCase } from '#web/form-act.ts';
import { typedIn } from '#web/form-data.ts';
import { text } from '#web/text/catalogue.ts';
import { typeSchema } from './type-form.ts';
import type { Again } from './type-page.tsx';

const words = text.tasks.type;
type Context = Parameters<typeof signedIn>[0];

/** Saves a new task type, or one that is known; or gives the form back with more rows. */
export async function actOnType(context: Context, form: FormData, taskTypeId?: string) {
  if (form.get('act') === 'more') return data<Again>({ again: typedIn(form) });
  const { run, actor } = signedIn(context);
  const save = formCase(
    typeSchema,
    async ({ terms, order }, key) => {
      const input = taskTypeId === undefined ? { terms } : { taskTypeId, terms };
      const saved = await run(saveTaskType, input, { actor, root: actor.partyId, key });
      const to = order
        ? `/tasks/batches/new?type=${saved.taskTypeId}`
        : `/tasks/types/${saved.taskTypeId}`;
      const says = order ? {} : { text: words.savedText };
      return redirectWithFlash(context, to, { tone: 'go', title: words.saved, ...says });
    },
    { refusedTitle: words.refused },
  );
  return save.act(form);
}
