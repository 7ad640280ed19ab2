import type { AppealRow, StoppedBatch } from '#domain/assignments/queries/open-appeals.ts';
import { text } from '#web/text/catalogue.ts';
import { Section } from '#web/ui/page-head.tsx';
import { Time } from '#web/ui/time.tsx';

const words = text.operator.overview;
const SHOWN = 5;

/** What waits because of tasks, the oldest first; nothing where nothing does. */
export function TasksWaiting({
  appeals,
  stopped,
  most,
}: {
  appeals: readonly AppealRow[];
  stopped: readonly StoppedBatch[];
  /** How far they were counted. */
  most: number;
}) {
  if (appeals.length + stopped.length === 0) return null;
  return (
    <Section id="tasks" title={words.tasks}>
      <ul className="mt-3 divide-y divide-base-300 border-y border-base-300">
        {stopped.slice(0, SHOWN).map((batch) => (
          <li key={batch.batchId} className="py-2">
            <a className="lk" href="/operator/appeals#stopped">
              {words.stopped(batch.name)}
            </a>
            , {batch.clientName}:{' '}
            {text.appeals.stoppedSays(batch.rejected, batch.approved + batch.rejected)}{' '}
            <Since at={batch.breakerAt} />
          </li>
        ))}
        {appeals.slice(0, SHOWN).map((appeal) => (
          <li key={appeal.assignmentId} className="py-2">
            <a className="lk" href={`/operator/appeals/${appeal.assignmentId}`}>
              {words.appeal(appeal.title)}
            </a>
            , {words.appealOf(appeal.workerName, appeal.clientName)} <Since at={appeal.filedAt} />
          </li>
        ))}
      </ul>
      <p className="mt-2">
        {words.allOf(words.many(appeals.length, most), words.many(stopped.length, most))}{' '}
        <a className="lk" href="/operator/appeals">
          {words.toTasks}
        </a>
      </p>
    </Section>
  );
}

function Since({ at }: { at: Date }) {
  return (
    <span className="text-sm text-muted">
      <Time at={at} />
    </span>
  );
}
