import { z } from 'zod';
import { may } from '#domain/accounts/permission.ts';
import { contractPage } from '#domain/contracts/queries/contract-page.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { giveFeedback } from '#domain/reputation/commands/give-feedback.ts';
import { assertFeedbackOpen, feedbackCloses } from '#domain/reputation/feedback.ts';
import { feedbackOfContract } from '#domain/reputation/queries/feedback.ts';
import { signedIn } from '#web/context.ts';
import { peopleOf } from '#web/contracts/contract-view.ts';
import { backToContract } from '#web/contracts/milestones/open-milestone.ts';
import { QuestionPage } from '#web/contracts/milestones/question-head.tsx';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Note } from '#web/ui/bands.tsx';
import { RadioGroup } from '#web/ui/form/choice-fields.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea } from '#web/ui/form/text-fields.tsx';
import { Deadline } from '#web/ui/time.tsx';
import type { Route } from './+types/feedback-page.ts';

export const handle: PageHandle = { nav: 'contracts' };

const words = text.feedback;
const STARS = ['5', '4', '3', '2', '1'] as const;
const schema = z.object({
  stars: z.enum(STARS, words.choose),
  comment: z.string().max(5_000).optional(),
});

export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor, now } = signedIn(context);
  const page = await contractPage(readDb, actor, params.id);
  if (page.side === null || !may(actor, 'rate')) refuse('not_allowed', { act: 'rate' });
  assertFeedbackOpen(page.contract, now);
  const given = await feedbackOfContract(readDb, params.id, actor.partyId);
  if (given.some((one) => one.fromParty === actor.partyId)) refuse('feedback_given');
  return { page, people: peopleOf(page), until: feedbackCloses(page.contract) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const contractId = params.id;
  return actOn(
    request,
    formCase(
      schema,
      async ({ stars, comment }, key) => {
        const given = { contractId, stars: Number(stars) };
        const input = comment === undefined ? given : { ...given, comment };
        const { seq, revealed } = await run(giveFeedback, input, { actor, root: contractId, key });
        const says = revealed ? words.doneShown : words.doneHidden;
        return backToContract(context, contractId, { seq, title: words.done, text: says });
      },
      { refusedTitle: words.refused },
    ),
  );
}

export default function FeedbackPage({ loaderData, actionData }: Route.ComponentProps) {
  const { page, people, until } = loaderData;
  const other = people.other.name;
  return (
    <QuestionPage page={page}>
      <h1 className="text-2xl">{words.question(other)}</h1>
      {until !== null && (
        <p className="mt-1.5 text-sm text-muted">
          {words.until} <Deadline at={until} />
        </p>
      )}
      <div className="mt-5 mb-6 max-w-2xl">
        <Note tone="hold" icon="eye-off">
          <b>{words.blindTitle}.</b> {words.blind(other)}
        </Note>
      </div>
      <Form problems={actionData}>
        <RadioGroup
          name="stars"
          label={words.starsLabel}
          options={STARS.map((value) => ({ value, label: words.option(Number(value)) }))}
        />
        <TextArea name="comment" label={words.comment} hint={words.commentHint} rows={6} optional />
        <p className="text-sm text-muted">{words.once}</p>
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{words.send}</SubmitButton>
          <a className="btn" href={`/contracts/${page.contract.id}`}>
            {text.contracts.changes.back}
          </a>
        </div>
      </Form>
    </QuestionPage>
  );
}
