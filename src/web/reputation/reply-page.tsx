import { z } from 'zod';
import { may } from '#domain/accounts/permission.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { REPLY_CHARS } from '#domain/reputation/abuse.ts';
import { replyToFeedback } from '#domain/reputation/commands/reply-to-feedback.ts';
import { feedbackById } from '#domain/reputation/queries/feedback.ts';
import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea } from '#web/ui/form/text-fields.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/reply-page.ts';

const words = text.reputation.reply;

export const handle: PageHandle = { nav: 'contracts' };
export const meta = () => [{ title: text.site.title(words.crumb) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const row = isId(params.id) ? await feedbackById(readDb, params.id) : undefined;
  if (row === undefined || row.aboutParty !== actor.partyId) {
    return refuse('not_found', { thing: 'feedback' });
  }
  if (!may(actor, 'rate')) refuse('not_allowed', { act: 'reply' });
  if (row.reply !== null) refuse('already_done', { thing: 'reply', act: 'reply' });
  const { contractId, contractTitle, fromName, stars, comment } = row;
  return { contractId, contractTitle, fromName, stars, comment };
}

const schema = z.object({ text: z.string().max(REPLY_CHARS) });

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const feedbackId = params.id;
  const reply = formCase(
    schema,
    async (written, key) => {
      const input = { feedbackId, text: written.text };
      const options = { actor, root: feedbackId, key };
      const { contractId, seq } = await run(replyToFeedback, input, options);
      return redirectWithFlash(context, `/contracts/${contractId}#feedback`, {
        tone: 'go',
        title: words.done,
        text: words.doneText,
        evidence: { href: eventNumberHref(contractId, seq), label: text.parts.event(seq) },
      });
    },
    { refusedTitle: words.refused },
  );
  return actOn(request, reply);
}

export default function ReplyPage({ loaderData, actionData }: Route.ComponentProps) {
  const { contractId, contractTitle, fromName, stars, comment } = loaderData;
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[{ href: `/contracts/${contractId}`, label: contractTitle }]}
          title={words.title(fromName)}
        />
      }
    >
      <Section id="wrote" title={words.wrote}>
        <p className="mt-2 font-medium">{text.feedback.stars(stars)}</p>
        {comment !== '' && (
          <p className="mt-1 whitespace-pre-line wrap-anywhere max-w-[62ch]">{comment}</p>
        )}
      </Section>
      <Form problems={actionData}>
        <TextArea
          name="text"
          label={words.text}
          hint={words.hint}
          rows={5}
          maxLength={REPLY_CHARS}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{words.act}</SubmitButton>
          <a className="btn" href={`/contracts/${contractId}#feedback`}>
            {words.back}
          </a>
        </div>
      </Form>
    </WorkPage>
  );
}
