/** A drawn form as JSON Schema, which the form library walks, with our field beside each part. */
import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import type { FilledField } from '#domain/forms/fill-form.ts';
import { pointsOf } from '#domain/forms/measures.ts';
import type { TypedAnswer } from './read-answer.ts';

/** What a template or widget of ours needs to know; in `ui:options`. */
export type Asked = {
  field: FilledField;
  /** What is wrong, in words. */
  wrong: string | undefined;
  /** The only question of its form: it is the head of the page's part. */
  alone: boolean;
};

export function schemaOf(fields: readonly FilledField[]): RJSFSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, partOf(field)])),
    required: fields.filter(({ required }) => required).map(({ name }) => name),
  };
}

export function uiSchemaOf(
  fields: readonly FilledField[],
  wrong: Readonly<Record<string, string>>,
  focused: string | undefined,
): UiSchema<TypedAnswer, RJSFSchema> {
  return Object.fromEntries(
    fields.map((field) => {
      const { name, kind } = field;
      const asked: Asked = { field, wrong: wrong[name], alone: fields.length === 1 };
      return [
        name,
        { 'ui:widget': kind, 'ui:autofocus': name === focused, 'ui:options': { asked } },
      ];
    }),
  );
}

/** Our field of a part, from what the library hands to a template or widget. */
export function askedIn(uiSchema: UiSchema | undefined): Asked | null {
  return (uiSchema?.['ui:options'] as { asked?: Asked } | undefined)?.asked ?? null;
}

/** Values travel as text, as they are typed; what they must be is held by `checkAnswer`. */
function partOf(field: FilledField): RJSFSchema {
  const about = { title: field.label, description: field.hint };
  switch (field.kind) {
    case 'choice':
      return { ...about, type: 'string', enum: field.options.map(({ value }) => value) };
    case 'scale':
      return { ...about, type: 'string', enum: pointsOf(field) };
    case 'choices': {
      const items = { type: 'string', enum: field.options.map(({ value }) => value) } as const;
      return { ...about, type: 'array', items, uniqueItems: true };
    }
    case 'boxes':
      return { ...about, type: 'array', items: { type: 'object' }, maxItems: field.most };
    default:
      return { ...about, type: 'string' };
  }
}
