import { z } from 'zod';
import { isId, shortName } from '#domain/kernel/ids.ts';
import { blockWorker } from '#domain/qualifications/commands/block-worker.ts';
import { QUALIFICATION_LIMITS } from '#domain/qualifications/qualification.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea, TextField } from '#web/ui/form/text-fields.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/block-page.ts';
import { workerIn } from './way-words.ts';

const { blocked: words, refused: refusedTitle } = text.qualifications;
const LIST = '/tasks/workers/blocked';

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(words.blockTitle) }];

export function loader({ context, request }: Route.LoaderArgs) {
  signedIn(context);
  const worker = workerIn(new URL(request.url).searchParams.get('worker') ?? '');
  return { worker, name: isId(worker) ? shortName(worker) : null };
}

const schema = z.object({
  worker: z.string(),
  reason: z.string().max(QUALIFICATION_LIMITS.blockReasonChars),
});

export async function action({ context, request }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const block = formCase(
    schema,
    async ({ worker, reason }, key) => {
      const workerId = workerIn(worker);
      const input = { workerId, reason };
      const { seq } = await run(blockWorker, input, { actor, root: actor.partyId, key });
      return redirectWithFlash(context, LIST, {
        tone: 'go',
        title: words.done(shortName(workerId)),
        evidence: { href: eventNumberHref(actor.partyId, seq), label: text.parts.event(seq) },
      });
    },
    { refusedTitle },
  );
  return actOn(request, block);
}

/** Where the lists of answers lead to: which worker, by its short name, what a block does, and why. */
export default function BlockPage({ loaderData, actionData }: Route.ComponentProps) {
  const { worker, name } = loaderData;
  const title = name === null ? words.blockTitle : words.question(name);
  return (
    <WorkPage
      head={
        <>
          <PageHead crumbs={[{ href: LIST, label: words.title }]} title={title} />
          <p className="mt-2 max-w-[62ch]">{words.lead}</p>
        </>
      }
    >
      <Form problems={actionData} values={{ worker }}>
        <TextField name="worker" label={words.worker} hint={words.workerHint} wide />
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          rows={4}
          maxLength={QUALIFICATION_LIMITS.blockReasonChars}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton look="grave">{words.act}</SubmitButton>
          <a className="btn" href={LIST}>
            {words.keep}
          </a>
        </div>
      </Form>
    </WorkPage>
  );
}
