import { proposeChange } from '#domain/contracts/commands/propose-change.ts';
import { signedIn } from '#web/context.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import type { Route } from './+types/change-milestone.ts';
import { backToContract, changeableMilestone } from './open-milestone.ts';
import { QuestionPage } from './question-head.tsx';
import { termsFields } from './terms-fields.tsx';
import { formValues, termsIn, termsSchema } from './terms-form.ts';

export const handle: PageHandle = { nav: 'contracts' };

const words = text.contracts.change;

export async function loader({ context, params }: Route.LoaderArgs) {
  const open = await changeableMilestone(context, params.id);
  return { ...open, values: formValues(open.milestone, open.page.contract.currency) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const milestoneId = params.id;
  const { page, people } = await changeableMilestone(context, milestoneId);
  const { id: contractId, currency } = page.contract;
  return actOn(
    request,
    formCase(
      termsSchema,
      async (form, key) => {
        const change = { kind: 'change' as const, milestoneId, ...termsIn(form, currency) };
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
  return words.changeTitle(position, title);
}

export default function ChangeMilestonePage({ loaderData, actionData }: Route.ComponentProps) {
  const { page, people, milestone, values } = loaderData;
  return (
    <QuestionPage page={page}>
      <h1 className="text-2xl">{titleOf(milestone)}</h1>
      <p className="mt-2 mb-6">{words.lead(people.other.name)}</p>
      <Form problems={actionData} values={values}>
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
