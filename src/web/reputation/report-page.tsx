import { z } from 'zod';
import { refuse } from '#domain/kernel/refusal.ts';
import { NOTE_CHARS, REPORT_REASONS, SUBJECT_KINDS } from '#domain/reputation/abuse.ts';
import { reportAbuse } from '#domain/reputation/commands/report-abuse.ts';
import { reportSubject } from '#domain/reputation/queries/report-subject.ts';
import { signedIn } from '#web/context.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { RadioGroup } from '#web/ui/form/choice-fields.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea } from '#web/ui/form/text-fields.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/report-page.ts';

const words = text.reputation.report;

export const handle: PageHandle = {};
export const meta = () => [{ title: text.site.title(words.crumb) }];

/** `/report/feedback/…`: what is complained of stands in the address. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const kind = SUBJECT_KINDS.find((one) => one === params.kind);
  const subject = kind && (await reportSubject(readDb, kind, params.id));
  if (subject === undefined || !subject.shown) return refuse('not_found', { thing: 'content' });
  const { what, aboutName, excerpt, link } = subject;
  return { what, aboutName, excerpt, link, own: subject.aboutParty === actor.partyId };
}

const schema = z.object({
  reason: z.enum(REPORT_REASONS),
  note: z.string().max(NOTE_CHARS).optional(),
});

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, readDb, actor } = signedIn(context);
  const kind = SUBJECT_KINDS.find((one) => one === params.kind);
  if (kind === undefined) return refuse('not_found', { thing: 'content' });
  const report = formCase(
    schema,
    async ({ reason, note = '' }, key) => {
      const input = { subjectKind: kind, subjectId: params.id, reason, note };
      await run(reportAbuse, input, { actor, root: params.id, key });
      const subject = await reportSubject(readDb, kind, params.id);
      return redirectWithFlash(context, subject?.link ?? '/dashboard', {
        tone: 'go',
        title: words.done,
        text: words.doneText,
      });
    },
    { refusedTitle: words.refused },
  );
  return actOn(request, report);
}

export default function ReportPage({ loaderData, actionData }: Route.ComponentProps) {
  const { what, aboutName, excerpt, link } = loaderData;
  const name = <b>{aboutName}</b>;
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[{ href: link, label: aboutName }]}
          title={words.title(what)}
          facts={[<Phrase key="by" says={words.about} values={{ name }} />]}
        />
      }
    >
      <blockquote className="border-s-2 border-base-300 ps-4 max-w-[62ch] whitespace-pre-line wrap-anywhere">
        {excerpt.slice(0, EXCERPT)}
        {excerpt.length > EXCERPT && ' …'}
      </blockquote>
      <Form problems={actionData}>
        <p className="max-w-[62ch]">{words.says}</p>
        <RadioGroup
          name="reason"
          label={words.reason}
          options={REPORT_REASONS.map((value) => ({ value, label: words.reasons[value] }))}
        />
        <TextArea
          name="note"
          label={words.note}
          hint={words.noteHint}
          rows={4}
          optional
          maxLength={NOTE_CHARS}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{words.act}</SubmitButton>
          <a className="btn" href={link}>
            {words.back}
          </a>
        </div>
      </Form>
    </WorkPage>
  );
}

const EXCERPT = 600;
