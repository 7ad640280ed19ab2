import { may } from '#domain/accounts/permission.ts';
import { proposeChange } from '#domain/contracts/commands/propose-change.ts';
import { contractPage } from '#domain/contracts/queries/contract-page.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { signedIn } from '#web/context.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { peopleOf } from '../contract-view.ts';
import type { Route } from './+types/new-milestone.ts';
import { backToContract } from './open-milestone.ts';
import { QuestionPage } from './question-head.tsx';
import { termsFields } from './terms-fields.tsx';
import { termsIn, termsSchema } from './terms-form.ts';

export const handle: PageHandle = { nav: 'contracts' };

const words = text.contracts.change;

export const meta = () => [{ title: text.site.title(words.addTitle) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const page = await contractPage(readDb, actor, params.id);
  const { state } = page.contract;
  if (page.side === null || !may(actor, 'sign')) refuse('not_allowed', { act: 'change' });
  if (state !== 'active') refuse('contract_not_active', { state });
  return { page, people: peopleOf(page) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor, readDb } = signedIn(context);
  const contractId = params.id;
  const page = await contractPage(readDb, actor, contractId);
  const { other } = peopleOf(page);
  return actOn(
    request,
    formCase(
      termsSchema,
      async (form, key) => {
        const change = { kind: 'add' as const, ...termsIn(form, page.contract.currency) };
        const options = { actor, root: contractId, key };
        const { seq } = await run(proposeChange, { contractId, change }, options);
        const says = words.doneText(other.name);
        return backToContract(context, contractId, { seq, title: words.done, text: says });
      },
      { refusedTitle: words.refused },
    ),
  );
}

export default function NewMilestonePage({ loaderData, actionData }: Route.ComponentProps) {
  const { page, people } = loaderData;
  return (
    <QuestionPage page={page}>
      <h1 className="text-2xl">{words.addTitle}</h1>
      <p className="mt-2 mb-6">{words.lead(people.other.name)}</p>
      <Form problems={actionData}>
        {termsFields(page.contract.currency)}
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{words.propose(people.other.name)}</SubmitButton>
          <a className="btn" href={`/contracts/${page.contract.id}`}>
            {text.contracts.changes.back}
          </a>
        </div>
      </Form>
    </QuestionPage>
  );
}
