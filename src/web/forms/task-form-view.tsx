/** A described form as a worker sees it: content on one side, questions on the other. */
import LibraryForm from '@rjsf/core/lib/components/Form.js';
import type { RJSFSchema, ValidatorType } from '@rjsf/utils';
import type { ReactNode } from 'react';
import type { AnswerProblem } from '#domain/forms/check-answer.ts';
import type { FilledField } from '#domain/forms/fill-form.ts';
import { text } from '#web/text/catalogue.ts';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { Prose } from '#web/ui/prose.tsx';
import { answerWords } from './answer-words.ts';
import { BoxesWidget } from './boxes-widget.tsx';
import { ChoicesWidget, ChoiceWidget, ScaleWidget } from './choice-widgets.tsx';
import { ContentBlocks } from './content-blocks.tsx';
import type { DrawnBlock, DrawnForm } from './draw-form.ts';
import { schemaOf, uiSchemaOf } from './form-schema.ts';
import { FieldFrame, FieldStack } from './form-templates.tsx';
import { ANSWER_PREFIX, type TypedAnswer } from './read-answer.ts';
import { DateWidget, NumberWidget, TextWidget } from './text-widgets.tsx';

const PREFIX = 'answer';
const WIDE: readonly DrawnBlock['kind'][] = ['image', 'video'];

const TEMPLATES = { FieldTemplate: FieldFrame, ObjectFieldTemplate: FieldStack };
const WIDGETS = {
  choice: ChoiceWidget,
  choices: ChoicesWidget,
  text: TextWidget,
  number: NumberWidget,
  date: DateWidget,
  scale: ScaleWidget,
  boxes: BoxesWidget,
};

/** The library only draws: what an answer must be is held on the server by `checkAnswer`. */
const NO_CHECK: ValidatorType<TypedAnswer, RJSFSchema> = {
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  isValid: () => true,
  rawValidation: () => ({}),
};

/**
 * The inside of the page's own `<form method="post">`; `children` are its buttons, which stand
 * under the last question. Read what is posted with `readAnswer`. Works without script; the scripts
 * `task-keys`, `task-draft` and `draw-boxes` make it quicker.
 */
export function TaskFormView({
  drawn,
  values = {},
  problems,
  autoFocus = false,
  children,
}: {
  /** From the loader: `drawForm(form, input)`. */
  drawn: DrawnForm;
  /** What was typed before: a draft, or what was refused. */
  values?: TypedAnswer;
  problems?: Readonly<Record<string, AnswerProblem>> | undefined;
  /** Puts the focus into the first question, or onto what is wrong. */
  autoFocus?: boolean;
  children?: ReactNode;
}) {
  const { instructions, show, fields } = drawn;
  const wide = show.some(({ kind }) => WIDE.includes(kind));
  return (
    <div className={wide ? 'md:grid md:grid-cols-[1.1fr_1fr] md:gap-10 items-start' : 'max-w-2xl'}>
      {(show.length > 0 || instructions !== null) && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 pb-5">
          {instructions !== null && <Instructions html={instructions} />}
          <ContentBlocks blocks={show} />
        </div>
      )}
      <div className="min-w-0 flex flex-col gap-6">
        {problems !== undefined && (
          <Summary problems={problems} fields={fields} still={!autoFocus} />
        )}
        <Questions
          fields={fields}
          values={values}
          problems={problems}
          focused={autoFocus && problems === undefined}
        />
        {children}
      </div>
    </div>
  );
}

function Questions({
  fields,
  values,
  problems = {},
  focused,
}: {
  fields: readonly FilledField[];
  values: TypedAnswer;
  problems?: Readonly<Record<string, AnswerProblem>> | undefined;
  focused: boolean;
}) {
  return (
    <LibraryForm<TypedAnswer, RJSFSchema>
      tagName="div"
      schema={schemaOf(fields)}
      uiSchema={uiSchemaOf(
        fields,
        wordsFor(problems, fields),
        focused ? fields[0]?.name : undefined,
      )}
      formData={values}
      validator={NO_CHECK}
      noValidate
      idPrefix={PREFIX}
      idSeparator="-"
      nameGenerator={(path) => ANSWER_PREFIX + path.join('.')}
      templates={TEMPLATES}
      widgets={WIDGETS}
    >
      {true}
    </LibraryForm>
  );
}

function Instructions({ html }: { html: Parameters<typeof Prose>[0]['html'] }) {
  return (
    <details className="border-b border-base-300">
      <summary className="sm">{text.forms.instructions}</summary>
      <div className="pb-3">
        <Prose html={html} />
      </div>
    </details>
  );
}

function Summary({
  problems,
  fields,
  still,
}: {
  problems: Readonly<Record<string, AnswerProblem>>;
  fields: readonly FilledField[];
  still: boolean;
}) {
  const words = wordsFor(problems, fields);
  const known = Object.entries(words).filter(([name]) => fields.some((it) => it.name === name));
  const whole = Object.entries(words).filter(([name]) => !fields.some((it) => it.name === name));
  return (
    <ErrorSummary
      problems={{
        intent: '',
        title: text.form.summary(known.length + whole.length),
        form: whole.map(([, says]) => ({ says })),
        fields: Object.fromEntries(known),
        typed: {},
      }}
      labels={new Map(fields.map(({ name, label }) => [name, label]))}
      prefix={`${PREFIX}-`}
      still={still}
    />
  );
}

function wordsFor(
  problems: Readonly<Record<string, AnswerProblem>>,
  fields: readonly FilledField[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).map(([name, problem]) => {
      const kind = fields.find((field) => field.name === name)?.kind;
      return [name, answerWords(problem, kind)];
    }),
  );
}
