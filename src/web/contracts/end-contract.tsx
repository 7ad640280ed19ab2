import { z } from 'zod';
import { may } from '#domain/accounts/permission.ts';
import { endContract } from '#domain/contracts/commands/end-contract.ts';
import { proposeEnding } from '#domain/contracts/commands/propose-ending.ts';
import { isEscrowed } from '#domain/contracts/milestone.ts';
import { contractPage } from '#domain/contracts/queries/contract-page.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { signedIn } from '#web/context.ts';
import { actOnIntent, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { MoneyQuestion } from '#web/ui/panel.tsx';
import type { Route } from './+types/end-contract.ts';
import { peopleOf, sumIn } from './contract-view.ts';
import { backToContract } from './milestones/open-milestone.ts';
import { QuestionPage } from './milestones/question-head.tsx';
import { SplitForm } from './parts/split-form.tsx';
import { splitLines, splitSchema } from './split-form.ts';

export const handle: PageHandle = { nav: 'contracts' };

const words = text.contracts.ending;

export const meta = () => [{ title: text.site.title(words.act) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const page = await contractPage(readDb, actor, params.id);
  const { state } = page.contract;
  const escrowed = page.milestones.filter((one) => isEscrowed(one.state));
  const permission = escrowed.length > 0 ? 'refund' : 'sign';
  if (page.side === null || !may(actor, permission)) refuse('not_allowed', { act: 'end' });
  if (state !== 'active') refuse('contract_not_active', { state });
  if (page.ending !== null) refuse('ending_pending', { endingId: page.ending.id });
  return { page, people: peopleOf(page), escrowed };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor, readDb } = signedIn(context);
  const contractId = params.id;
  const page = await contractPage(readDb, actor, contractId);
  return actOnIntent(request, {
    end: formCase(
      z.object({}),
      async (_value, key) => {
        const options = { actor, root: contractId, key };
        const { seq } = await run(endContract, { contractId }, options);
        const says = words.doneText;
        return backToContract(context, contractId, { seq, title: words.done, text: says });
      },
      { refusedTitle: words.refused },
    ),
    split: formCase(
      splitSchema,
      async ({ lines, note }, key) => {
        const split = splitLines(lines, page);
        const input = { contractId, lines: split, ...(note === undefined ? {} : { note }) };
        const options = { actor, root: contractId, key };
        const { seq } = await run(proposeEnding, input, options);
        const says = words.proposedText(peopleOf(page).other.name);
        return backToContract(context, contractId, { seq, title: words.proposed, text: says });
      },
      { refusedTitle: words.notProposed },
    ),
  });
}

export default function EndContractPage({ loaderData, actionData }: Route.ComponentProps) {
  const { page, people, escrowed } = loaderData;
  if (escrowed.length > 0) {
    return (
      <QuestionPage page={page}>
        <SplitForm page={page} people={people} escrowed={escrowed} problems={actionData} />
      </QuestionPage>
    );
  }
  const open = page.milestones.filter((one) => one.state === 'agreed');
  const openMinor = open.reduce((sum, one) => sum + one.amountMinor, 0n);
  return (
    <QuestionPage page={page}>
      <Form intent="end" problems={actionData}>
        <MoneyQuestion
          title={words.simpleTitle}
          lines={
            <>
              <p>{words.simpleSays}</p>
              <p className="mt-2">
                {open.length === 0
                  ? words.nothingOpen
                  : words.drops(open.length, sumIn(page, openMinor))}
              </p>
              <p className="mt-2">{words.feedback(page.contract.feedbackDays)}</p>
            </>
          }
          final={words.final}
          acts={
            <>
              <a className="btn" href={`/contracts/${page.contract.id}`}>
                {words.keep}
              </a>
              <SubmitButton>{words.simpleAct}</SubmitButton>
            </>
          }
        />
      </Form>
    </QuestionPage>
  );
}
