import type { MemberActor } from '#domain/kernel/actor.ts';
import { workForYou } from '#domain/matching/queries/work-for-you.ts';
import { myInvitations } from '#domain/projects/queries/my-invitations.ts';
import type { ReadDb } from '#platform/database.ts';
import { bestSentence, reasonNames } from '#web/matching/reason-words.ts';
import { Budget } from '#web/projects/project-facts.tsx';
import { text } from '#web/text/catalogue.ts';
import { Section } from '#web/ui/page-head.tsx';

const words = text.matching.forYou;
const SHOWN = 3;

/** What a freelancer could do next: who asked, and the open projects that fit best. Server only. */
export async function workSight(db: ReadDb, actor: MemberActor, now: Date) {
  const [invitations, work, namesOf] = await Promise.all([
    myInvitations(db, actor, now),
    workForYou(db, actor, { limit: SHOWN * 2, now }),
    reasonNames(db),
  ]);
  const invited = new Set(invitations.map((one) => one.projectId));
  return {
    invitations: invitations.map(({ reasons, ...one }) => ({
      ...one,
      best: bestSentence(reasons, namesOf(one.categoryName)),
    })),
    forYou: work
      .filter((one) => !invited.has(one.id))
      .slice(0, SHOWN)
      .map(({ reasons, ...one }) => ({
        ...one,
        best: bestSentence(reasons, namesOf(one.categoryName)),
      })),
  };
}

type Row = Awaited<ReturnType<typeof workSight>>['forYou'][number];

export function ForYou({ rows }: { rows: readonly Row[] }) {
  return (
    <Section
      id="for-you"
      title={words.dashboard}
      beside={
        <a className="lk text-sm py-2" href="/work-for-you">
          {words.all}
        </a>
      }
    >
      <ul className="mt-2 divide-y divide-base-300 border-y border-base-300">
        {rows.map((one) => (
          <li key={one.id} className="py-2.5 flex flex-wrap gap-x-5 gap-y-1">
            <div className="min-w-0 flex-1 basis-72">
              <a className="lk font-medium" href={`/projects/${one.id}`}>
                {one.title}
              </a>
              {one.best !== null && <p className="text-sm text-muted">{one.best}</p>}
            </div>
            <p className="text-sm">
              <Budget project={one} />
            </p>
            <p className="text-sm text-muted">
              {words.score} <b className="text-base-content">{one.score.toFixed(1)}</b>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
