import { redirect } from 'react-router';
import { changeDraft } from '#domain/tasks/commands/draft-batch.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import { signedIn } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/change-batch.ts';
import { OrderAside, orderFields } from './order-fields.tsx';
import { orderSchema, orderValues } from './order-form.ts';
import { OrderSteps } from './order-steps.tsx';

const words = text.tasks.order;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(words.changeTitle(loaderData?.name ?? '')) },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const batch = await findBatch(readDb, actor, params.id);
  if (batch.state !== 'draft') throw redirect(`/tasks/batches/${batch.id}`);
  const { id, name, currency } = batch;
  const terms = { ...batch, reserveMinor: batch.reserveWantedMinor };
  return { id, name, currency, values: orderValues(terms, currency) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, readDb, actor } = signedIn(context);
  const batch = await findBatch(readDb, actor, params.id);
  const batchId = batch.id;
  return actOn(
    request,
    formCase(
      orderSchema(batch.currency),
      async (order, key) => {
        const { title, description, keywords, currency, rewardMinor, form, requirements } = batch;
        const { timeLimitSeconds, autoApprovalSeconds } = batch;
        const of = { title, description, keywords, currency, rewardMinor, form, requirements };
        const terms = { ...of, timeLimitSeconds, autoApprovalSeconds, ...order };
        await run(changeDraft, { batchId, terms }, { actor, root: batchId, key });
        const to = `/tasks/batches/${batchId}/rows`;
        return redirectWithFlash(context, to, { tone: 'go', title: words.saved });
      },
      { refusedTitle: words.refused },
    ),
  );
}

export default function ChangeBatch({ loaderData, actionData }: Route.ComponentProps) {
  const { id, name, currency, values } = loaderData;
  return (
    <WorkPage
      head={
        <>
          <PageHead
            crumbs={[
              { href: '/tasks', label: text.site.places.tasks },
              { href: `/tasks/batches/${id}`, label: name },
            ]}
            title={words.changeTitle(name)}
          />
          <OrderSteps batchId={id} here="terms" />
        </>
      }
      aside={<OrderAside />}
      asideLabel={words.asideTitle}
    >
      <Form problems={actionData} values={values}>
        {orderFields(currency, true)}
        <SubmitButton>{words.save}</SubmitButton>
      </Form>
    </WorkPage>
  );
}
