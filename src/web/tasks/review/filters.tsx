import type { ReactNode } from 'react';
import { shortName } from '#domain/kernel/ids.ts';
import { text } from '#web/text/catalogue.ts';
import { FilterBar, FilterSelect, SelectedFilters, withQuery } from '#web/ui/table-controls.tsx';
import type { Asked } from './review-question.ts';

const words = text.review;

/** What the review is narrowed to; the address keeps it. */
export function ReviewFilters({ asked, here }: { asked: Asked; here: string }) {
  const { state, gold, agreement, faster, since, until, worker } = asked;
  const narrow = [gold, agreement, faster, since, until, worker].some((one) => one !== '');
  return (
    <>
      <FilterBar>
        {asked.view === 'one' && <input type="hidden" name="view" value="one" />}
        <FilterSelect
          name="state"
          label={words.state}
          value={state}
          options={optionsOf(words.states)}
        />
        <details open={narrow} className="order-last basis-full">
          <summary className="sm">{words.further}</summary>
          <div className="mt-3 flex flex-wrap items-end gap-3">
            <FilterSelect
              name="agreement"
              label={words.agreement}
              value={agreement}
              options={optionsOf(words.agreements)}
            />
            <FilterSelect
              name="gold"
              label={words.gold}
              value={gold}
              options={optionsOf(words.golds)}
            />
            <Labelled label={words.worker}>
              <input
                className="input w-32"
                name="worker"
                defaultValue={worker}
                placeholder={words.workerHint}
                autoComplete="off"
              />
            </Labelled>
            <Labelled label={words.faster}>
              <input
                className="input w-28 text-end"
                name="faster"
                inputMode="numeric"
                defaultValue={faster}
              />
            </Labelled>
            <Labelled label={words.since}>
              <input className="input" type="date" name="since" defaultValue={since} />
            </Labelled>
            <Labelled label={words.until}>
              <input className="input" type="date" name="until" defaultValue={until} />
            </Labelled>
          </div>
        </details>
      </FilterBar>
      <SelectedFilters filters={chosen(asked, here)} />
    </>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="grid gap-1 text-sm font-medium">
      {label}
      {children}
    </label>
  );
}

function optionsOf(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}

function chosen(asked: Asked, here: string) {
  const named: [keyof Asked, string][] = [
    ['agreement', asked.agreement && words.agreements[asked.agreement]],
    ['gold', asked.gold && `${words.gold}: ${words.golds[asked.gold]}`],
    ['worker', asked.worker && `${words.worker} ${nameOf(asked.worker)}`],
    ['faster', asked.faster && `${words.faster}: ${asked.faster}`],
    ['since', asked.since && `${words.since} ${asked.since}`],
    ['until', asked.until && `${words.until} ${asked.until}`],
    ['task', asked.task && words.columns.task],
  ];
  return named
    .filter(([, label]) => label !== '')
    .map(([name, label]) => ({ label, without: withQuery(here, { [name]: null }) }));
}

function nameOf(worker: string): string {
  return worker.length > 12 ? shortName(worker) : worker;
}
