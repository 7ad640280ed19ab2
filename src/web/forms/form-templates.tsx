/** How a field stands on the page: label, hint, message, control; several controls in a fieldset. */
import type { FieldTemplateProps, ObjectFieldTemplateProps } from '@rjsf/utils';
import type { ReactNode } from 'react';
import { text } from '#web/text/catalogue.ts';
import { Icon } from '#web/ui/icon.tsx';
import { type Asked, askedIn } from './form-schema.ts';

const GROUPS: readonly string[] = ['choice', 'choices', 'scale', 'boxes'];
/** With more options than this a list to open is shorter than rows. */
const MOST_ROWS = 12;

export function FieldStack({ properties }: ObjectFieldTemplateProps) {
  return <div className="grid gap-7">{properties.map(({ content }) => content)}</div>;
}

export function FieldFrame({ id, uiSchema, children }: FieldTemplateProps) {
  const asked = askedIn(uiSchema);
  if (asked === null) return children;
  return isGroup(asked) ? (
    <Group id={id} asked={asked}>
      {children}
    </Group>
  ) : (
    <Single id={id} asked={asked}>
      {children}
    </Single>
  );
}

/** Whether the field is a group of controls under one legend. */
export function isGroup({ field }: Asked): boolean {
  return GROUPS.includes(field.kind) && !isList(field);
}

/** Whether a choice is drawn as a list to open. */
export function isList(field: Asked['field']): boolean {
  return field.kind === 'choice' && field.options.length > MOST_ROWS;
}

export function describedBy(id: string, { field, wrong }: Asked): string | undefined {
  const ids = [field.hint === '' ? '' : `${id}-hint`, wrong === undefined ? '' : `${id}-error`];
  return ids.filter((one) => one !== '').join(' ') || undefined;
}

type FrameProps = { id: string; asked: Asked; children: ReactNode };

function Group({ id, asked, children }: FrameProps) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={`min-w-0 ${edge(asked)}`}
      aria-describedby={describedBy(id, asked)}
      data-choose={asked.field.kind === 'boxes' ? undefined : ''}
    >
      <legend className={head(asked)}>
        <Label asked={asked} />
      </legend>
      <Around id={id} asked={asked} />
      <div className="mt-3">{children}</div>
    </fieldset>
  );
}

function Single({ id, asked, children }: FrameProps) {
  return (
    <div className={edge(asked)}>
      <label htmlFor={id} className={head(asked)}>
        <Label asked={asked} />
      </label>
      <Around id={id} asked={asked} />
      <div className="mt-2">{children}</div>
    </div>
  );
}

function Label({ asked: { field } }: { asked: Asked }) {
  return (
    <>
      {field.label}{' '}
      {!field.required && (
        <span className="font-normal text-sm text-muted">{text.form.optional}</span>
      )}
    </>
  );
}

function Around({ id, asked: { field, wrong } }: { id: string; asked: Asked }) {
  return (
    <>
      {field.hint !== '' && (
        <p id={`${id}-hint`} className="text-sm text-muted mt-1">
          {field.hint}
        </p>
      )}
      {wrong !== undefined && (
        <p id={`${id}-error`} className="text-sm text-error font-medium flex gap-1.5 mt-1">
          <Icon name="circle-alert" className="mt-0.5" />
          <span>{wrong}</span>
        </p>
      )}
    </>
  );
}

function head({ alone }: Asked): string {
  return alone ? 'text-xl font-semibold tracking-tight' : 'font-semibold';
}

function edge({ wrong }: Asked): string {
  return wrong === undefined ? '' : 'border-s-4 border-error ps-3';
}
