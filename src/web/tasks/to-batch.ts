/** Back to a batch, with what happened and the event that proves it. Server only. */
import type { web } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { text } from '#web/text/catalogue.ts';

type Context = Parameters<typeof web>[0];

export function toBatch(
  context: Context,
  batchId: string,
  done: { seq?: number; title: string; text?: string; to?: string },
): Response {
  const { seq, to = '', ...says } = done;
  return redirectWithFlash(context, `/tasks/batches/${batchId}${to}`, {
    tone: 'go',
    ...says,
    ...(seq === undefined
      ? {}
      : { evidence: { href: eventNumberHref(batchId, seq), label: text.parts.event(seq) } }),
  });
}
