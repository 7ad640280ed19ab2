import { z } from 'zod';
import { proposeChange } from '#domain/contracts/commands/propose-change.ts';
import { signedIn } from '#web/context.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { MoneyQuestion } from '#web/ui/panel.tsx';
import { sumIn } from '../contract-view.ts';
import type { Route } from './+types/drop-milestone.ts';
import { backToContract, changeableMilestone } from './open-milestone.ts';
import { QuestionPage } from './question-head.tsx';

export const handle: PageHandle = { nav: 'contracts' };

const words = text.contracts.change;

export async function loader({ context, params }: Route.LoaderArgs) {
  return changeableMilestone(context, params.id);
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const milestoneId = params.id;
  const { page, people } = await changeableMilestone(context, milestoneId);
  const contractId = page.contract.id;
  return actOn(
    request,
    formCase(
      z.object({}),
      async (_value, key) => {
        const change = { kind: 'drop' as const, milestoneId };
        const options = { actor, root: contractId, key };
        const { seq } = await run(proposeChange, { contractId, change }, options);
        const says = words.doneText(people.other.name);
        return backToContract(context, contractId, { seq, title: words.done, text: says });
      },
      { refusedTitle: words.refused },
    ),
  );
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData ? titleOf(loaderData.milestone) : '') },
];

function titleOf({ position, title }: { position: number; title: string }): string {
  return words.dropTitle(position, title);
}

export default function DropMilestonePage({ loaderData, actionData }: Route.ComponentProps) {
  const { page, people, milestone } = loaderData;
  return (
    <QuestionPage page={page}>
      <Form problems={actionData}>
        <MoneyQuestion
          title={titleOf(milestone)}
          lines={<p>{words.dropSays(sumIn(page, milestone.amountMinor))}</p>}
          final={words.lead(people.other.name)}
          acts={
            <>
              <a className="btn" href={`/contracts/${page.contract.id}`}>
                {words.keep}
              </a>
              <SubmitButton>{words.dropAct(people.other.name)}</SubmitButton>
            </>
          }
        />
      </Form>
    </QuestionPage>
  );
}
