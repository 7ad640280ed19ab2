import { data } from 'react-router';
import { signedIn } from '#web/context.ts';
import { readForm } from '#web/form-data.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { EmptyState, MoneyQuestion } from '#web/ui/panel.tsx';
import { feeShare, moneyOf, sumOf } from '../batch-words.ts';
import { orderedBatch } from '../batches/batch-data.ts';
import { BatchQuestion } from '../question-page.tsx';
import type { Route } from './+types/decide-page.ts';
import { bonusFields, rejectFields } from './answer-panel.tsx';
import { actOnMany } from './decide-acts.ts';
import { type Question, questionIn } from './decide-data.ts';

const words = text.review;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(words.crumb) }];

/** The question stands behind a form; its address alone asks nothing. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const batch = await orderedBatch(context, params.id);
  const { id, name, currency, feeRule } = batch;
  return { batch: { id, name, currency }, share: feeShare(feeRule, currency) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const batch = await orderedBatch(context, params.id);
  const form = await readForm(request);
  const question = await questionIn(signedIn(context), batch, form);
  if (!form.has('_intent')) return data({ question, problems: null });
  const answer = await actOnMany(context, { batch, form, question });
  if (answer instanceof Response) return answer;
  return data({ question, problems: answer.data }, answer.init ?? undefined);
}

export default function DecidePage({ loaderData, actionData }: Route.ComponentProps) {
  const { batch, share } = loaderData;
  if (actionData === undefined || actionData.question.count === 0) {
    return <NothingChosen batch={batch} question={actionData?.question} />;
  }
  const { question, problems } = actionData;
  const { act, count, ids, back } = question;
  const sum = sumOf(batch, question.totalMinor);
  return (
    <BatchQuestion batch={batch}>
      <Form intent="decide" problems={problems ?? undefined}>
        <input type="hidden" name="act" value={question.all === null ? act : 'approve-all'} />
        <input type="hidden" name="back" value={back} />
        {question.all?.until && (
          <input type="hidden" name="asked_at" value={question.all.until.toISOString()} />
        )}
        {ids.map((id) => (
          <input key={id} type="hidden" name="ids[]" value={id} />
        ))}
        <MoneyQuestion
          title={titleOf(question, sum)}
          lines={
            <div className="grid gap-4 text-base">
              <Lines batch={batch} question={question} />
              {act === 'reject' && rejectFields()}
              {act === 'bonus' && bonusFields(batch.currency, share)}
            </div>
          }
          final={words.finals[act]}
          acts={
            <>
              <a className="btn" href={back}>
                {words.not}
              </a>
              <SubmitButton>
                {act === 'approve' ? words.acts.approve(count, sum) : words.acts[act](count)}
              </SubmitButton>
            </>
          }
        />
      </Form>
    </BatchQuestion>
  );
}

function NothingChosen({
  batch,
  question,
}: {
  batch: { id: string; name: string };
  question: Question | undefined;
}) {
  const decided = question?.decided ?? 0;
  const back = (
    <a className="btn" href={question?.back ?? `/tasks/batches/${batch.id}/review`}>
      {words.back}
    </a>
  );
  return (
    <BatchQuestion batch={batch}>
      <EmptyState title={words.none} acts={back}>
        {decided > 0 ? words.skipped(decided) : words.chosenHint}
      </EmptyState>
    </BatchQuestion>
  );
}

function titleOf({ act, count }: Question, sum: string): string {
  return act === 'approve' ? words.questions.approve(count, sum) : words.questions[act](count);
}

function Lines({ batch, question }: { batch: { currency: string }; question: Question }) {
  const { act, count, rewardMinor, feeMinor, totalMinor, workers, decided, reopened } = question;
  const money = (minor: bigint) => <Money amount={moneyOf(batch, minor)} />;
  return (
    <MoneyLines className="text-sm">
      <MoneyLine label={words.lines.workers}>{workers.toLocaleString('en')}</MoneyLine>
      {decided > 0 && (
        <MoneyLine label={words.lines.decided}>{decided.toLocaleString('en')}</MoneyLine>
      )}
      {act === 'approve' && (
        <>
          <MoneyLine label={words.lines.rewards(count)}>{money(rewardMinor)}</MoneyLine>
          <MoneyLine label={words.lines.fees}>{money(feeMinor)}</MoneyLine>
          <MoneyLine kind="total" label={words.lines.total}>
            {money(totalMinor)}
          </MoneyLine>
        </>
      )}
      {act === 'reject' && (
        <>
          <MoneyLine label={words.lines.held}>{money(totalMinor)}</MoneyLine>
          {reopened > 0 && (
            <MoneyLine label={words.lines.more}>
              {money((totalMinor / BigInt(count)) * BigInt(reopened))}
            </MoneyLine>
          )}
        </>
      )}
    </MoneyLines>
  );
}
