import { workerQueue } from '#domain/assignments/queries/worker-assignments.ts';
import { type EarningsSum, workerEarnings } from '#domain/assignments/queries/worker-earnings.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import type { ReadDb } from '#platform/database.ts';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { Money } from '#web/ui/money.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { Tile, Tiles } from '#web/ui/tiles.tsx';
import { earningsSumHref } from '#web/work/addresses.ts';

const words = text.work.home;

export type TasksSight = { sum: EarningsSum; held: number };

/** What a worker has going with tasks; null for who never did any. Server only. */
export async function tasksSight(
  db: ReadDb,
  actor: MemberActor,
  at: { timeZone: string; now: Date },
): Promise<TasksSight | null> {
  if (actor.role !== 'self') return null;
  const { sums } = await workerEarnings(db, actor, at);
  const [sum] = sums;
  if (sum === undefined) return null;
  return { sum, held: (await workerQueue(db, actor)).length };
}

/** In the currency that tasks paid the most in; the others stand under earnings. */
export function YourTasks({ sight: { sum, held } }: { sight: TasksSight }) {
  const { currency, todayMinor, pendingMinor } = sum;
  return (
    <Section
      id="your-tasks"
      title={words.title}
      beside={
        <a className="lk text-sm py-2" href="/work">
          {words.all}
        </a>
      }
    >
      <div className="mt-2">
        <Tiles label={words.figures}>
          <Tile
            label={words.today}
            number={
              <Evidence href={earningsSumHref(currency, 'today')}>
                <Money amount={{ amountMinor: todayMinor, currency }} />
              </Evidence>
            }
            words={text.work.earnings.todayWords}
          />
          <Tile
            label={words.waits}
            number={
              <Evidence href={earningsSumHref(currency, 'waits')}>
                <Money amount={{ amountMinor: pendingMinor, currency }} />
              </Evidence>
            }
            words={text.work.earnings.pendingWords(sum.waiting)}
          />
          <Tile
            label={words.queue}
            number={<Evidence href="/work/queue">{held}</Evidence>}
            words={words.queueWords(held)}
          />
        </Tiles>
      </div>
    </Section>
  );
}
