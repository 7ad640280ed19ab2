import { z } from 'zod';
import { refundMilestone } from '#domain/contracts/commands/refund-milestone.ts';
import { milestonePage } from '#domain/contracts/queries/milestone-page.ts';
import { signedIn } from '#web/context.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { MoneyQuestion } from '#web/ui/panel.tsx';
import { moneyIn, sumIn } from '../contract-view.ts';
import type { Route } from './+types/refund.ts';
import { backToContract, openMilestone } from './open-milestone.ts';
import { QuestionPage } from './question-head.tsx';

export const handle: PageHandle = { nav: 'contracts' };

const words = text.contracts.refund;

export async function loader({ context, params }: Route.LoaderArgs) {
  return openMilestone(context, params.id, { act: 'refund', permission: 'refund' });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor, readDb } = signedIn(context);
  const milestoneId = params.id;
  return actOn(
    request,
    formCase(
      z.object({}),
      async (_value, key) => {
        const options = { actor, root: milestoneId, key };
        const { contractId, seq } = await run(refundMilestone, { milestoneId }, options);
        const { page, milestone } = await milestonePage(readDb, actor, milestoneId);
        const sum = sumIn(page, milestone.toClientMinor ?? 0n);
        return backToContract(context, contractId, {
          seq,
          title: words.done,
          text: words.doneText(sum, page.clientName),
        });
      },
      { refusedTitle: words.refused },
    ),
  );
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData ? titleOf(loaderData) : '') },
];

function heldIn({ milestone }: Route.ComponentProps['loaderData']): bigint {
  return milestone.amountMinor + milestone.clientFeeMinor;
}

function titleOf(data: Route.ComponentProps['loaderData']): string {
  return words.question(sumIn(data.page, heldIn(data)), data.people.client.name);
}

export default function RefundPage({ loaderData, actionData }: Route.ComponentProps) {
  const { page, people } = loaderData;
  const held = heldIn(loaderData);
  return (
    <QuestionPage page={page}>
      <Form problems={actionData}>
        <MoneyQuestion
          title={titleOf(loaderData)}
          lines={
            <MoneyLines>
              <MoneyLine label={words.leaves}>
                <Money amount={moneyIn(page, held)} />
              </MoneyLine>
              <MoneyLine label={words.backLine(people.client.name)}>
                <Money amount={moneyIn(page, held)} />
              </MoneyLine>
              <MoneyLine kind="total" label={words.youGet}>
                <Money amount={moneyIn(page, 0n)} />
              </MoneyLine>
            </MoneyLines>
          }
          final={words.final}
          acts={
            <>
              <a className="btn" href={`/contracts/${page.contract.id}`}>
                {words.keep}
              </a>
              <SubmitButton>{words.act(sumIn(page, held))}</SubmitButton>
            </>
          }
        />
      </Form>
    </QuestionPage>
  );
}
