/**
 * A form's way: read what was typed, check it with zod, act, and either go on (303) or draw the
 * page again with what is wrong and everything that was typed.
 */
import { type UNSAFE_DataWithResponseInit as DataWithResponseInit, data } from 'react-router';
import type { z } from 'zod';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { refusalNeedsPage, refusalStatus, refusalText } from '#web/refusals.ts';
import { text } from '#web/text/catalogue.ts';
import { nest, readForm, type Typed, typedIn } from './form-data.ts';
import { problemWords } from './text/form-words.ts';

/** What an action gives back when it did not act; `<Form problems={actionData}>` shows it. */
export type Problems = {
  /** Which form of the page this is about; '' where there is one. */
  intent: string;
  /** The summary's head, such as "Not released. No money moved." */
  title: string;
  /** Messages about the whole. */
  form: readonly { says: string; next?: { href: string; label: string } }[];
  /** Messages by field name; rows as `milestones.0.price`. */
  fields: Readonly<Record<string, string>>;
  typed: Typed;
};

/** `Shown` is what the act may leave on the page itself, such as a secret that is shown once. */
export type FormCase<Shown = never> = {
  act: (form: FormData) => Promise<Response | DataWithResponseInit<Problems | Shown>>;
};

export type FormOptions<Value> = {
  /** The summary's head when the act is refused, such as "Not released. No money moved." */
  refusedTitle?: string;
  /** The domain's own rules for what was written, so that all that is wrong shows at once. */
  check?: (value: Value) => readonly Refusal[];
};

/**
 * What one form does. `act` gets the checked value and the page's key (for `run`), and answers
 * with a redirect, or with `data` where something is shown once and has no address. A refusal
 * lands at its field or in the summary by the table in refusals.ts; one that no form can answer
 * becomes a page.
 */
export function formCase<Schema extends z.ZodType, Shown = never>(
  schema: Schema,
  act: (value: z.output<Schema>, key: string) => Promise<Response | DataWithResponseInit<Shown>>,
  options: FormOptions<z.output<Schema>> = {},
): FormCase<Shown> {
  return {
    act: async (form) => {
      const checked = parseForm(schema, form);
      if (!checked.ok) return data(checked.problems, 422);
      const wrong = options.check?.(checked.value) ?? [];
      if (wrong.length > 0) return data(fromRefusals(wrong, form), 422);
      try {
        return await act(checked.value, keyOf(form));
      } catch (error) {
        if (!isRefusal(error) || refusalNeedsPage(error.code)) throw error;
        return data(fromRefusals([error], form, options.refusedTitle), refusalStatus(error.code));
      }
    },
  };
}

/** The action of a page with one form: `return actOn(request, formCase(schema, async (value, key) => …))`. */
export async function actOn<Shown = never>(
  request: Request,
  only: FormCase<Shown>,
): ReturnType<FormCase<Shown>['act']> {
  return only.act(await readForm(request));
}

/** The action of a page with several forms, each `<Form intent="…">`. Throws a 405 for any other. */
export async function actOnIntent<Shown = never>(
  request: Request,
  cases: Readonly<Record<string, FormCase<Shown>>>,
): ReturnType<FormCase<Shown>['act']> {
  const form = await readForm(request);
  const chosen = new Map(Object.entries(cases)).get(String(form.get('_intent') ?? ''));
  if (chosen === undefined) throw data(null, 405);
  return chosen.act(form);
}

export type Parsed<Value> = { ok: true; value: Value } | { ok: false; problems: Problems };

/** Checks what was typed. Empty fields count as absent; names with dots make objects and rows. */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
): Parsed<z.output<Schema>> {
  const result = schema.safeParse(nest(form), { error: problemWords });
  if (result.success) return { ok: true, value: result.data };
  const fields: Record<string, string> = {};
  const whole: { says: string }[] = [];
  for (const issue of result.error.issues) {
    const name = issue.path.join('.');
    if (name === '') whole.push({ says: issue.message });
    else fields[name] ??= issue.message;
  }
  const count = Object.keys(fields).length + whole.length;
  const title = text.form.summary(count);
  return { ok: false, problems: { ...about(form), title, form: whole, fields } };
}

function fromRefusals(
  refusals: readonly Refusal[],
  form: FormData,
  title: string | undefined = text.form.refused,
): Problems {
  const fields: Record<string, string> = {};
  const whole: Problems['form'][number][] = [];
  for (const { code, data: carried, field } of refusals) {
    const { says, next } = refusalText(code, carried);
    if (field !== undefined && (form.has(field) || form.has(`${field}[]`))) fields[field] ??= says;
    else whole.push(next === undefined ? { says } : { says, next });
  }
  const count = Object.keys(fields).length;
  const head = whole.length === 0 ? text.form.summary(count) : title;
  return { ...about(form), title: head, form: whole, fields };
}

function about(form: FormData): { intent: string; typed: Typed } {
  return { intent: String(form.get('_intent') ?? ''), typed: typedIn(form) };
}

/** The key that the page drew into its form, or one of its own. */
export function keyOf(form: FormData): string {
  const key = form.get('_key');
  return typeof key === 'string' && /^[\w-]{16,64}$/.test(key) ? key : crypto.randomUUID();
}
