import { redirect } from 'react-router';
import { draftBatch } from '#domain/tasks/commands/draft-batch.ts';
import { findTaskType } from '#domain/tasks/queries/task-types.ts';
import { signedIn } from '#web/context.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/new-batch.ts';
import { OrderAside, orderFields } from './order-fields.tsx';
import { freshOrder, orderSchema } from './order-form.ts';

const words = text.tasks.order;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(words.newTitle(loaderData?.title ?? '')) },
];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, actor, now } = signedIn(context);
  const typeId = new URL(request.url).searchParams.get('type');
  if (typeId === null) throw redirect('/tasks#types');
  const { id, title, currency } = await findTaskType(readDb, actor, typeId);
  return { id, title, currency, values: freshOrder(title, now) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { run, readDb, actor } = signedIn(context);
  const typeId = new URL(request.url).searchParams.get('type') ?? '';
  const type = await findTaskType(readDb, actor, typeId);
  return actOn(
    request,
    formCase(
      orderSchema(type.currency),
      async (order, key) => {
        const { title, description, keywords, currency, rewardMinor, form, requirements } = type;
        const { timeLimitSeconds, autoApprovalSeconds } = type;
        const of = { title, description, keywords, currency, rewardMinor, form, requirements };
        const terms = { ...of, timeLimitSeconds, autoApprovalSeconds, ...order };
        const input = { taskTypeId: type.id, terms };
        const { batchId } = await run(draftBatch, input, { actor, root: 'new', key });
        return redirect(`/tasks/batches/${batchId}/rows`, 303);
      },
      { refusedTitle: words.refused },
    ),
  );
}

export default function NewBatch({ loaderData, actionData }: Route.ComponentProps) {
  const { id, title, currency, values } = loaderData;
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[
            { href: '/tasks', label: text.site.places.tasks },
            { href: `/tasks/types/${id}`, label: title },
          ]}
          title={words.newTitle(title)}
        />
      }
      aside={<OrderAside />}
      asideLabel={words.asideTitle}
    >
      <Form problems={actionData} values={values}>
        {orderFields(currency, actionData !== undefined)}
        <SubmitButton>{words.go}</SubmitButton>
      </Form>
    </WorkPage>
  );
}
