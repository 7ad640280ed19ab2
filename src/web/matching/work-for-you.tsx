import { may } from '#domain/accounts/permission.ts';
import { ownFreelancer } from '#domain/directory/queries/own-freelancer.ts';
import { type WorkForYou, workForYou } from '#domain/matching/queries/work-for-you.ts';
import { signedIn } from '#web/context.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import type { PageHandle } from '#web/page-handle.ts';
import { Budget, PartyName } from '#web/projects/project-facts.tsx';
import { ProjectPlaces } from '#web/projects/project-places.tsx';
import { text } from '#web/text/catalogue.ts';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Deadline } from '#web/ui/time.tsx';
import type { Route } from './+types/work-for-you.ts';
import { Score } from './asked-list.tsx';
import { bestSentence, type ReasonSight, reasonNames, reasonSights } from './reason-words.ts';
import { Reasons } from './reasons.tsx';

const words = text.matching.forYou;
const SHOWN = 40;

export const handle: PageHandle = { nav: 'projects' };
export const meta = () => [{ title: text.site.title(words.crumb) }];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, actor, now } = signedIn(context);
  const [found, namesOf, own] = await Promise.all([
    workForYou(readDb, actor, { limit: SHOWN, now }),
    reasonNames(readDb),
    ownFreelancer(readDb, actor),
  ]);
  const rows = found.map(({ reasons, ...one }) => {
    const names = namesOf(one.categoryName);
    return { ...one, best: bestSentence(reasons, names), reasons: reasonSights(reasons, names) };
  });
  return { rows, listed: own?.listedAt != null, mayPropose: may(actor, 'propose') };
}

export default function WorkForYouPage({ loaderData }: Route.ComponentProps) {
  const { rows, listed } = loaderData;
  return (
    <WorkPage
      head={<PageHead title={rows.length === 0 ? words.title(0) : words.finding(rows.length)} />}
    >
      <ProjectPlaces here="for-you" />
      {rows.length === 0 ? (
        <Nothing listed={listed} />
      ) : (
        <div>
          <p className="max-w-[62ch]">{words.lead}</p>
          <ul className="mt-5 divide-y divide-base-300 border-y border-base-300">
            {rows.map((one) => (
              <Row key={one.id} one={one} mayPropose={loaderData.mayPropose} />
            ))}
          </ul>
        </div>
      )}
    </WorkPage>
  );
}

type Shown = Omit<WorkForYou, 'reasons'> & { best: string | null; reasons: ReasonSight[] };

function Row({ one, mayPropose }: { one: Shown; mayPropose: boolean }) {
  const client = <PartyName name={one.clientName} country={one.clientCountry} />;
  return (
    <li className="py-4 grid grid-cols-[minmax(0,1fr)] md:grid-cols-[4rem_minmax(0,1fr)_13rem] gap-x-5 gap-y-2">
      <Score score={one.score} />
      <div className="min-w-0">
        <h2 className="text-base">
          <a className="lk" href={`/projects/${one.id}`}>
            {one.title}
          </a>
        </h2>
        <p className="text-sm text-muted">
          <Phrase says={words.by} values={{ client }} />
          {` · ${one.categoryName} · ${words.proposals(one.proposalsCount)}`}
        </p>
        {one.best !== null && <p className="mt-1 text-sm">{one.best}</p>}
        <Reasons reasons={one.reasons} score={one.score} />
      </div>
      <div className="text-sm md:text-end">
        {one.invitedAt !== null && (
          <p>
            <StateBadge word={words.invited} icon="mail" tone="hold" />
          </p>
        )}
        <p className="font-semibold">
          <Budget project={one} />
        </p>
        {one.expiresAt !== null && (
          <p className="text-muted">
            <Phrase says={words.until} values={{ time: <Deadline at={one.expiresAt} /> }} />
          </p>
        )}
        <a
          className="btn btn-sm mt-1.5 max-md:h-11"
          href={`/projects/${one.id}${mayPropose ? '/propose' : ''}`}
        >
          {mayPropose ? words.propose : words.open}
        </a>
      </div>
    </li>
  );
}

function Nothing({ listed }: { listed: boolean }) {
  return listed ? (
    <EmptyState
      title={words.empty}
      acts={
        <a className="btn btn-primary" href="/projects">
          {words.browse}
        </a>
      }
    >
      {words.emptySays}
    </EmptyState>
  ) : (
    <EmptyState
      title={words.noProfile}
      acts={
        <a className="btn btn-primary" href="/profile">
          {words.makeProfile}
        </a>
      }
    >
      {words.noProfileSays}
    </EmptyState>
  );
}
