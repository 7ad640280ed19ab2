import { z } from 'zod';
import { workId } from '#domain/assignments/assignment.ts';
import { decideAppeal } from '#domain/assignments/commands/appeal-rejection.ts';
import { readAssignment } from '#domain/assignments/queries/assignment-page.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { operatorOnly } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import { drawForm } from '#web/forms/draw-form.ts';
import { TaskFormPreview } from '#web/forms/task-form-preview.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { Pairs } from '#web/tasks/review/pairs.tsx';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea } from '#web/ui/form/text-fields.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { Outcome, Panel } from '#web/ui/panel.tsx';
import type { Route } from './+types/appeal.ts';
import { OperatorArea, placeCrumb } from './area.tsx';

const words = text.appeals;

export const handle: PageHandle = { nav: 'operator', tasks: true };
export const meta = () => [{ title: text.site.title(words.place) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb } = operatorOnly(context);
  const sight = await readAssignment(readDb, params.id);
  if (sight.appeal === null) return refuse('not_found', { thing: 'appeal' });
  const { form } = sight;
  return { sight, drawn: form.kind === 'form' ? drawForm(form, sight.input) : null };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { run, readDb, actor } = operatorOnly(context);
  const assignmentId = params.id;
  const { batchId, workerId } = await readAssignment(readDb, assignmentId);
  const decide = formCase(
    z.object({ verdict: z.string().max(4_000), act: z.enum(['uphold', 'dismiss']) }),
    async ({ verdict, act }, key) => {
      const input = { assignmentId, uphold: act === 'uphold', verdict };
      const { seq } = await run(decideAppeal, input, { actor, root: batchId, key });
      const root = workId(batchId, workerId);
      return redirectWithFlash(context, '/operator/appeals', {
        tone: 'go',
        title: words.done,
        text: act === 'uphold' ? words.upheldText : words.dismissedText,
        evidence: { href: eventNumberHref(root, seq), label: text.parts.event(seq) },
      });
    },
    { refusedTitle: words.refused },
  );
  return actOn(request, decide);
}

export default function Appeal({ loaderData, actionData }: Route.ComponentProps) {
  const { sight, drawn } = loaderData;
  const { currency, rewardMinor, feeMinor, heldMinor, rejectClass } = sight;
  const sum = (amountMinor: bigint) => formatMoney({ currency, amountMinor });
  return (
    <OperatorArea
      place="appeals"
      title={words.one(sight.title)}
      crumbs={[placeCrumb('appeals')]}
      facts={[words.state[sight.appeal ?? 'open'], sight.clientName]}
    >
      <div className="grid gap-8 lg:grid-cols-2">
        <Section id="rejection" title={words.rejection}>
          <p className="mt-2 font-semibold">
            {rejectClass !== null && text.review.reasons[rejectClass]}
          </p>
          <p className="mt-1 whitespace-pre-wrap">{sight.feedback}</p>
        </Section>
        <Section id="appeal" title={words.appeal}>
          <p className="mt-2 whitespace-pre-wrap">{sight.appealWords}</p>
        </Section>
        <Section id="answer" title={words.answer}>
          <Pairs fields={sight.answer ?? {}} />
        </Section>
        <Section id="row" title={words.row}>
          <Pairs fields={sight.input} />
        </Section>
      </div>
      {sight.appeal === 'open' ? (
        <Panel id="decide" title={words.decide}>
          <div className="mt-3 grid sm:grid-cols-2 gap-x-8 gap-y-4">
            <Outcome title={words.ifUphold}>
              {words.upholdSays(sum(rewardMinor), sum(feeMinor))}
            </Outcome>
            <Outcome title={words.ifDismiss}>{words.dismissSays(sum(heldMinor))}</Outcome>
          </div>
          <div className="mt-5">
            <Form problems={actionData}>
              <TextArea name="verdict" label={words.verdict} hint={words.verdictHint} rows={4} />
              <div className="flex flex-wrap gap-3">
                <SubmitButton name="act" value="uphold">
                  {words.uphold(sum(rewardMinor + feeMinor))}
                </SubmitButton>
                <SubmitButton look="quiet" name="act" value="dismiss">
                  {words.dismiss(sum(heldMinor))}
                </SubmitButton>
              </div>
            </Form>
          </div>
        </Panel>
      ) : (
        <p>
          <b>{words.over}</b> {sight.verdict}
        </p>
      )}
      {drawn !== null && (
        <Section id="sight" title={words.sight}>
          <div className="mt-3 border border-base-300 rounded-box p-4">
            <TaskFormPreview drawn={drawn} />
          </div>
        </Section>
      )}
    </OperatorArea>
  );
}
