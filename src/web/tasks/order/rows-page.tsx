import type { ProblemsWithFiles } from '#web/files/receive-form.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { FileField } from '#web/ui/form/file-field.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { Fold } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { TaskSightView } from '../task-sight.tsx';
import type { Route } from './+types/rows-page.ts';
import { HandRows } from './hand-rows.tsx';
import { ImportState, isRunning } from './import-state.tsx';
import { OrderSteps } from './order-steps.tsx';
import { actOnRows } from './rows-acts.ts';
import { loadRows, type RowsData } from './rows-data.ts';

const words = text.tasks.rows;

export const handle: PageHandle = { nav: 'tasks', tasks: true, enhance: ['batch-live'] };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(words.title(loaderData?.name ?? '')) },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  return loadRows(context, params.id);
}

export async function action({ request, context, params }: Route.ActionArgs) {
  return actOnRows(context, request, params.id);
}

export default function RowsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { id, name, tasks, goldTasks, running, mayPost } = loaderData;
  const count = tasks + goldTasks;
  const busy = isRunning(running);
  return (
    <WorkPage
      head={
        <>
          <PageHead
            crumbs={[{ href: '/tasks', label: text.site.places.tasks }]}
            title={words.title(name)}
            state={<StateBadge {...text.states.batch.draft} boxed />}
            facts={[count === 0 ? words.none : words.has(tasks, goldTasks)]}
          />
          <OrderSteps batchId={id} here="rows" />
        </>
      }
      aside={<Columns data={loaderData} />}
      asideLabel={words.columnsTitle}
    >
      {running !== null && (busy || running.state === 'failed') && (
        <div
          data-live={busy ? `/tasks/batches/${id}/live?of=import` : undefined}
          data-live-ends={busy ? '' : undefined}
        >
          <div id="import">
            <ImportState sight={running} />
          </div>
          {busy && (
            <p className="mt-2 text-sm text-muted">
              {words.importingNote}{' '}
              <a className="lk" href={`/tasks/batches/${id}/rows`}>
                {words.again}
              </a>
            </p>
          )}
        </div>
      )}
      {count > 0 && !busy && (
        <p>
          <a className="btn btn-primary" href={`/tasks/batches/${id}/order`}>
            {words.go}
          </a>
        </p>
      )}
      {count > 0 && !busy && <Preview data={loaderData} />}
      {mayPost && !busy && (
        <>
          {count === 0 && <Upload data={loaderData} answer={actionData} />}
          <HandRows data={loaderData} problems={actionData} />
          <Further data={loaderData} />
        </>
      )}
    </WorkPage>
  );
}

type Answer = Route.ComponentProps['actionData'];

function Upload({ data, answer }: { data: RowsData; answer: Answer }) {
  const kept = (answer as Partial<ProblemsWithFiles> | undefined)?.kept ?? [];
  return (
    <Section id="upload" title={words.uploadTitle}>
      <div className="mt-3">
        <Form intent="upload" problems={answer} files>
          <FileField
            name="files"
            label={words.upload}
            hint={words.uploadHint}
            accept=".csv,.jsonl,.ndjson"
            multiple={false}
            kept={kept}
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton>{words.uploadAct}</SubmitButton>
            {data.needed.length > 0 && (
              <a className="btn" href={`/tasks/batches/${data.id}/columns.csv`} download>
                <Icon name="download" />
                {words.template}
              </a>
            )}
          </div>
        </Form>
      </div>
    </Section>
  );
}

function Columns({ data }: { data: RowsData }) {
  const { needed, missing, unused, tasks, goldTasks } = data;
  const started = tasks + goldTasks > 0;
  return (
    <section aria-labelledby="columns" className="text-sm">
      <h2 id="columns" className="text-lg">
        {words.columnsTitle}
      </h2>
      <p className="mt-1 text-muted">{needed.length === 0 ? words.wantsNothing : words.wants}</p>
      {needed.length > 0 && (
        <ul className="mt-2 divide-y divide-base-300 border-y border-base-300">
          {needed.map((name) => {
            const lacks = missing.includes(name);
            return (
              <li key={name} className="py-2.5 flex justify-between gap-3">
                <code className="[overflow-wrap:anywhere]">{name}</code>
                {started && (
                  <StateBadge
                    word={lacks ? words.missing : words.found}
                    icon={lacks ? 'triangle-alert' : 'circle-check'}
                    tone={lacks ? 'hold' : 'go'}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {unused.length > 0 && <p className="mt-2 text-muted">{words.unused(unused.join(', '))}</p>}
    </section>
  );
}

function Preview({ data }: { data: RowsData }) {
  const { number, shown } = data;
  return (
    <Section id="sight" title={words.previewTitle}>
      <form method="get" action="#sight" className="mt-3 flex flex-wrap items-end gap-3">
        <label className="grid gap-1 text-sm font-medium">
          {words.previewNumber}
          <input
            className="input w-28 text-end"
            name="task"
            inputMode="numeric"
            defaultValue={number}
          />
        </label>
        <button type="submit" className="btn">
          {words.previewAct}
        </button>
        {shown?.gold === true && <span className="text-sm text-muted py-3">{words.goldMark}</span>}
      </form>
      <div className="mt-4 border border-base-300 rounded-box p-4">
        {shown === null ? (
          <p className="text-muted">{words.noSuch}</p>
        ) : (
          <TaskSightView sight={shown} />
        )}
      </div>
    </Section>
  );
}

function Further({ data }: { data: RowsData }) {
  const { id, tasks, goldTasks } = data;
  return (
    <div className="border-t border-base-300 pt-3 text-sm">
      {tasks + goldTasks > 0 && (
        <Fold summary={words.clear}>
          <Form intent="clear">
            <p className="mt-2 max-w-[52ch]">{words.clearText(words.has(tasks, goldTasks))}</p>
            <SubmitButton look="quiet">{words.clearAct}</SubmitButton>
          </Form>
        </Fold>
      )}
      <a className="lk inline-block py-2 mt-1" href={`/tasks/batches/${id}/drop`}>
        {words.drop}
      </a>
    </div>
  );
}
