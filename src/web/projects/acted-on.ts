/** Short acts of one button: run them, then show the page again with what happened. Server only. */
import { z } from 'zod';
import type { web } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { type FormCase, formCase } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';

type Context = Parameters<typeof web>[0];
export type Done = { seq: number; title: string; text?: string };

/** The case of a form without fields on a project's page. */
export function actedOn(
  context: Context,
  projectId: string,
  act: (key: string) => Promise<Done>,
): FormCase {
  return formCase(z.object({}), async (_nothing, key) =>
    showDone(context, { to: `/projects/${projectId}`, projectId, done: await act(key) }),
  );
}

/** Goes to a page and says there what was done, with the event of the project that proves it. */
export function showDone(
  context: Context,
  { to, projectId, done }: { to: string; projectId: string; done: Done },
): Response {
  const { seq, ...says } = done;
  return redirectWithFlash(context, to, {
    tone: 'go',
    ...says,
    evidence: { href: eventNumberHref(projectId, seq), label: text.parts.event(seq) },
  });
}
