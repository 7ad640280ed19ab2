import { z } from 'zod';
import { orderBatch } from '#domain/tasks/commands/order-batch.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import { signedIn } from '#web/context.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { sumOf } from '../batch-words.ts';
import { toBatch } from '../to-batch.ts';
import type { Route } from './+types/order-page.ts';
import { type CostData, loadCost } from './cost-data.ts';
import { AddMoney, CostLines, CostPace, Hindrance, MoneyThen } from './cost-parts.tsx';
import { OrderSteps } from './order-steps.tsx';

const words = text.tasks.cost;

export const handle: PageHandle = { nav: 'tasks', enhance: ['ask-again'] };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData ? titleOf(loaderData) : '') },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  return loadCost(context, params.id);
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor, readDb } = signedIn(context);
  const batchId = params.id;
  const order = formCase(
    z.object({ totalMinor: z.string().regex(/^\d{1,18}$/) }),
    async ({ totalMinor }, key) => {
      const input = { batchId, totalMinor };
      const { seq } = await run(orderBatch, input, { actor, root: batchId, key });
      const batch = await findBatch(readDb, actor, batchId);
      const says = words.doneText(sumOf(batch, BigInt(totalMinor)));
      return toBatch(context, batchId, { seq, title: words.done, text: says });
    },
    { refusedTitle: words.refused },
  );
  return actOn(request, order);
}

function titleOf({ batch, cost }: CostData): string {
  return batch.tasks === 0 ? words.noTasksTitle : words.title(sumOf(batch, cost.totalMinor));
}

export default function OrderPage({ loaderData, actionData }: Route.ComponentProps) {
  const { batch } = loaderData;
  return (
    <WorkPage
      head={
        <>
          <PageHead
            crumbs={[
              { href: '/tasks', label: text.site.places.tasks },
              { href: `/tasks/batches/${batch.id}/rows`, label: batch.name },
            ]}
            title={titleOf(loaderData)}
            state={<StateBadge {...text.states.batch.draft} boxed />}
            facts={[batch.title]}
          />
          <OrderSteps batchId={batch.id} here="order" />
        </>
      }
      {...(batch.tasks === 0
        ? {}
        : { aside: <MoneyThen data={loaderData} />, asideLabel: words.thenTitle })}
    >
      {batch.tasks === 0 ? (
        <NoTasks data={loaderData} />
      ) : (
        <Costs data={loaderData} problems={actionData} />
      )}
    </WorkPage>
  );
}

function NoTasks({ data: { batch } }: { data: CostData }) {
  const add = (
    <a className="btn btn-primary" href={`/tasks/batches/${batch.id}/rows`}>
      {words.addRows}
    </a>
  );
  return (
    <EmptyState title={words.noRows} acts={add}>
      {words.noRowsText}
    </EmptyState>
  );
}

type Shown = { data: CostData; problems: Route.ComponentProps['actionData'] };

function Costs({ data, problems }: Shown) {
  return (
    <>
      <section className="pn !border-edge" aria-labelledby="what">
        <h2 id="what" className="text-lg">
          {words.what}
        </h2>
        <CostLines data={data} />
        <p className="mt-4 text-sm">{words.final}</p>
        <div className="mt-4">
          <Acts data={data} problems={problems} />
        </div>
      </section>
      <CostPace data={data} />
    </>
  );
}

function Acts({ data, problems }: Shown) {
  const { batch, cost, missing, availableMinor, mayFund } = data;
  const short = availableMinor !== null && availableMinor < cost.totalMinor;
  const lacking = missing.length > 0;
  const capped = batch.budgetCapMinor !== null && batch.budgetCapMinor < cost.totalMinor;
  const back = (
    <a className="btn" href={`/tasks/batches/${batch.id}/rows`}>
      {lacking ? words.addRows : words.not}
    </a>
  );
  if (lacking || capped || short || !mayFund) {
    return (
      <div className="grid gap-4">
        {mayFund ? <Hindrance data={data} /> : <p>{words.notAllowed}</p>}
        <div className="flex flex-wrap gap-3">
          {back}
          {mayFund && !lacking && !capped && short && <AddMoney data={data} />}
        </div>
      </div>
    );
  }
  return (
    <Form problems={problems}>
      <input type="hidden" name="totalMinor" value={cost.totalMinor.toString()} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{words.act(sumOf(batch, cost.totalMinor))}</SubmitButton>
        {back}
      </div>
    </Form>
  );
}
