import { z } from 'zod';
import { requestChanges } from '#domain/contracts/commands/request-changes.ts';
import { signedIn } from '#web/context.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea } from '#web/ui/form/text-fields.tsx';
import { sumIn } from '../contract-view.ts';
import type { Route } from './+types/request-changes.ts';
import { backToContract, openMilestone } from './open-milestone.ts';
import { QuestionPage } from './question-head.tsx';

export const handle: PageHandle = { nav: 'contracts' };

const words = text.contracts.changes;
const schema = z.object({ note: z.string(words.noteMissing).max(5_000) });
const asked = { act: 'request_changes', permission: 'accept' } as const;

export async function loader({ context, params }: Route.LoaderArgs) {
  return openMilestone(context, params.id, asked);
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const milestoneId = params.id;
  return actOn(
    request,
    formCase(
      schema,
      async ({ note }, key) => {
        const input = { milestoneId, note };
        const options = { actor, root: milestoneId, key };
        const { contractId, seq } = await run(requestChanges, input, options);
        const { doneText } = words;
        return backToContract(context, contractId, { seq, title: words.done, text: doneText });
      },
      { refusedTitle: words.refused },
    ),
  );
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData ? titleOf(loaderData.milestone) : '') },
];

function titleOf({ position, title }: { position: number; title: string }): string {
  return words.title(position, title);
}

export default function RequestChangesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { page, milestone } = loaderData;
  return (
    <QuestionPage page={page}>
      <h1 className="text-2xl max-w-[40ch]">{titleOf(milestone)}</h1>
      <p className="mt-2 mb-6 max-w-[62ch]">{words.lead(sumIn(page, milestone.amountMinor))}</p>
      <Form problems={actionData}>
        <TextArea name="note" label={words.note} hint={words.noteHint} rows={8} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{words.act}</SubmitButton>
          <a className="btn" href={`/contracts/${page.contract.id}`}>
            {words.back}
          </a>
        </div>
      </Form>
    </QuestionPage>
  );
}
