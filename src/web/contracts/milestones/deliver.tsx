import { z } from 'zod';
import { deliverMilestone } from '#domain/contracts/commands/deliver-milestone.ts';
import { ALLOWED_ENDINGS, FILE_LIMITS } from '#domain/files/file.ts';
import { signedIn } from '#web/context.ts';
import { actOnUpload } from '#web/files/receive-form.ts';
import { formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { FileField } from '#web/ui/form/file-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea } from '#web/ui/form/text-fields.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { IfAccepted } from '../parts/if-accepted.tsx';
import type { Route } from './+types/deliver.ts';
import { backToContract, openMilestone } from './open-milestone.ts';
import { QuestionPage } from './question-head.tsx';

export const handle: PageHandle = { nav: 'contracts' };

const words = text.contracts.deliver;
const asked = { act: 'deliver', permission: 'deliver' } as const;
const schema = z.object({
  note: z.string().max(5_000),
  filesKept: z.array(z.string()).default([]),
});

export async function loader({ context, params }: Route.LoaderArgs) {
  return openMilestone(context, params.id, asked);
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const milestoneId = params.id;
  const { page } = await openMilestone(context, milestoneId, asked);
  return actOnUpload(
    context,
    request,
    formCase(
      schema,
      async ({ note, filesKept }, key) => {
        const input = { milestoneId, note, fileIds: filesKept };
        const options = { actor, root: milestoneId, key };
        const { contractId, seq } = await run(deliverMilestone, input, options);
        const says = words.doneAnswer(page.clientName, page.contract.acceptanceDays);
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
  return words.question(position, title);
}

export default function DeliverPage({ loaderData, actionData }: Route.ComponentProps) {
  const { page, people, milestone } = loaderData;
  const { contract } = page;
  const megabytes = Math.floor(FILE_LIMITS.sizeBytes / 1024 ** 2);
  return (
    <QuestionPage page={page}>
      <h1 className="text-2xl max-w-[40ch]">{titleOf(milestone)}</h1>
      <p className="mt-2 mb-6 max-w-[62ch]">
        {words.outcome(people.client.name, contract.acceptanceDays)}
      </p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_21.5rem] items-start">
        <Form problems={actionData} files>
          <TextArea name="note" label={words.note} hint={words.noteHint} rows={8} />
          <FileField
            name="files"
            label={words.files}
            hint={words.filesHint(FILE_LIMITS.perSubject, megabytes)}
            accept={ALLOWED_ENDINGS.map((ending) => `.${ending}`).join(',')}
            kept={actionData?.kept ?? []}
            optional
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton>{words.act}</SubmitButton>
            <a className="btn" href={`/contracts/${contract.id}`}>
              {text.contracts.changes.back}
            </a>
          </div>
        </Form>
        <aside className="grid gap-6" aria-label={text.contracts.aside}>
          {milestone.details !== '' && (
            <section aria-labelledby="asked">
              <h2 id="asked" className="text-lg">
                {words.askedFor}
              </h2>
              <p className="mt-2 whitespace-pre-line">{milestone.details}</p>
            </section>
          )}
          <Panel id="accepted" title={text.contracts.delivered.ifAccepted(people.client.name)}>
            <IfAccepted data={{ page, people }} milestone={milestone} />
          </Panel>
        </aside>
      </div>
    </QuestionPage>
  );
}
