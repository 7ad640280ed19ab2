import type { RecordTasks } from '#domain/reputation/record.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { text } from '#web/text/catalogue.ts';
import { MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { Time } from '#web/ui/time.tsx';

const words = text.reputation.record;
const { taskLines } = words;

/** What the record will say of small tasks. */
export function RecordedTasks({ tasks }: { tasks: RecordTasks }) {
  const rate = tasks.approval_rate;
  return (
    <Section id="tasks" title={words.tasks}>
      <MoneyLines className="mt-2 max-w-md">
        <MoneyLine label={taskLines.submitted}>{tasks.submitted.toLocaleString('en')}</MoneyLine>
        <MoneyLine label={taskLines.approved}>{tasks.approved.toLocaleString('en')}</MoneyLine>
        <MoneyLine label={taskLines.rejected}>{tasks.rejected.toLocaleString('en')}</MoneyLine>
        <MoneyLine label={taskLines.rate}>
          {rate === null ? taskLines.none : `${(rate * 100).toFixed(1)}%`}
        </MoneyLine>
        <MoneyLine label={taskLines.hours}>{tasks.active_hours.toLocaleString('en')}</MoneyLine>
      </MoneyLines>
      <p className="mt-2 text-sm text-muted">
        <Phrase says={taskLines.counted} values={{ time: <Time at={tasks.as_of} /> }} />{' '}
        <a className="lk" href="/work/submissions">
          {taskLines.list}
        </a>
        .
      </p>
    </Section>
  );
}
