import { z } from 'zod';
import { acceptMilestone } from '#domain/contracts/commands/accept-milestone.ts';
import { milestonePage } from '#domain/contracts/queries/milestone-page.ts';
import { signedIn } from '#web/context.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea } from '#web/ui/form/text-fields.tsx';
import { MoneyQuestion } from '#web/ui/panel.tsx';
import { settlementIfAccepted, sumIn } from '../contract-view.ts';
import { IfAccepted } from '../parts/if-accepted.tsx';
import type { Route } from './+types/accept.ts';
import { backToContract, openMilestone } from './open-milestone.ts';
import { QuestionPage } from './question-head.tsx';

export const handle: PageHandle = { nav: 'contracts' };

const words = text.contracts.accept;
const schema = z.object({ note: z.string().max(2_000).optional() });

export async function loader({ context, params }: Route.LoaderArgs) {
  return openMilestone(context, params.id, { act: 'accept', permission: 'accept' });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const milestoneId = params.id;
  return actOn(
    request,
    formCase(
      schema,
      async ({ note }, key) => {
        const input = note === undefined ? { milestoneId } : { milestoneId, note };
        const accepted = await run(acceptMilestone, input, { actor, root: milestoneId, key });
        const { contractId, seq } = accepted;
        return backToContract(context, contractId, {
          seq,
          title: words.done,
          text: await releasedWords(context, milestoneId),
        });
      },
      { refusedTitle: words.refused },
    ),
  );
}

/** After the release the milestone itself says what the freelancer gets. */
async function releasedWords(
  context: Route.ActionArgs['context'],
  milestoneId: string,
): Promise<string> {
  const { readDb, actor } = signedIn(context);
  const { page, milestone } = await milestonePage(readDb, actor, milestoneId);
  const sum = sumIn(page, milestone.toFreelancerMinor ?? 0n);
  return words.doneText(sum, page.freelancerName);
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData ? titleOf(loaderData) : '') },
];

function titleOf({ page, milestone, people }: Route.ComponentProps['loaderData']): string {
  return words.question(sumIn(page, milestone.amountMinor), people.freelancer.name);
}

export default function AcceptPage({ loaderData, actionData }: Route.ComponentProps) {
  const { page, milestone, people } = loaderData;
  const freelancer = people.freelancer.name;
  const settlement = settlementIfAccepted(page, milestone);
  return (
    <QuestionPage page={page}>
      <Form problems={actionData}>
        <MoneyQuestion
          title={titleOf(loaderData)}
          lines={
            <>
              <p className="mb-1 text-muted">{words.title(milestone.position, milestone.title)}</p>
              <IfAccepted data={{ page, people }} milestone={milestone} />
              <div className="mt-4">
                <TextArea
                  name="note"
                  label={words.note}
                  hint={words.noteHint(freelancer)}
                  rows={2}
                  optional
                />
              </div>
            </>
          }
          final={`${words.final} ${words.security(page.contract.securityDays, freelancer)}`}
          acts={
            <>
              <a className="btn" href={`/contracts/${page.contract.id}`}>
                {words.keep}
              </a>
              <SubmitButton>{words.act(sumIn(page, settlement.grossMinor))}</SubmitButton>
            </>
          }
        />
      </Form>
    </QuestionPage>
  );
}
