import { data } from 'react-router';
import { parseForm } from '#domain/forms/parse-form.ts';
import type { TaskForm } from '#domain/forms/task-form.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { FormCase, Problems } from '#web/form-act.ts';
import { type Typed, typedIn } from '#web/form-data.ts';
import { type DrawnForm, drawForm } from '#web/forms/draw-form.ts';
import { TaskFormPreview } from '#web/forms/task-form-preview.tsx';
import { refusalText } from '#web/refusals.ts';
import { text } from '#web/text/catalogue.ts';
import { Section } from '#web/ui/page-head.tsx';
import { atTypedField, type ChoiceQuestion, choiceQuestions, jsonIn } from './type-form.ts';

/** A page drawn again with the test in sight and everything that was typed. */
export type Previewed = { typed: Typed; drawn: DrawnForm; questions: ChoiceQuestion[] };

/** Shows the typed test; what is wrong with it stands at its field. */
export const previewCase: FormCase<Previewed> = {
  act: async (form) => {
    const typed = typedIn(form);
    const written = String(form.get('testForm') ?? '');
    try {
      const drawn = drawnOf(parseForm(jsonIn(written, 'testForm'), 'test.form'));
      const questions = choiceQuestions(written);
      return data({ typed, drawn: drawn ?? drawForm(NOTHING, {}), questions });
    } catch (error) {
      const refusal = atTypedField(error, 'hand');
      if (!isRefusal(refusal)) throw error;
      const { says } = refusalText(refusal.code, refusal.data);
      const fields = { testForm: says };
      const title = text.form.summary(1);
      return data({ intent: '', title, form: [], fields, typed } satisfies Problems, 422);
    }
  },
};

const NOTHING = { kind: 'form' as const, instructions: '', show: [], fields: [] };

/** The test as the page shows it; null for none. */
export function drawnOf(form: TaskForm | undefined): DrawnForm | null {
  return form?.kind === 'form' ? drawForm(form, {}) : null;
}

export function isPreviewed(shown: Problems | Previewed | undefined): shown is Previewed {
  return shown !== undefined && 'drawn' in shown;
}

/** What the form shows now: typed before a preview or a refusal, or as the page found it. */
export function shownOf(
  actionData: Problems | Previewed | undefined,
  values: Readonly<Record<string, string | number | readonly string[]>>,
) {
  if (isPreviewed(actionData)) {
    const { typed, questions, drawn } = actionData;
    return { values: typed, problems: undefined, questions, drawn };
  }
  const written = actionData?.typed.testForm?.[0] ?? String(values.testForm ?? '');
  return { values, problems: actionData, questions: choiceQuestions(written), drawn: null };
}

export function TestPreview({ drawn }: { drawn: DrawnForm | null }) {
  if (drawn === null) return null;
  return (
    <Section id="test" title={text.qualifications.edit.preview}>
      <div className="mt-3 border-t border-base-300 pt-4">
        <TaskFormPreview drawn={drawn} />
      </div>
    </Section>
  );
}
