import { Rate } from '#web/directory/figures.tsx';
import { text } from '#web/text/catalogue.ts';
import { Note } from '#web/ui/bands.tsx';
import { useFrame } from '#web/ui/frame/frame.ts';
import { MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import type { ProfileSight } from './profile-sight.ts';

const words = text.directory.profile;

/** What a client does next: ask this freelancer for a proposal. */
export function AskPanel({ sight }: { sight: ProfileSight }) {
  const { freelancer, isOwn } = sight;
  if (isOwn) return <OwnPanel sight={sight} />;
  return (
    <section aria-labelledby="ask" className="pn !border-edge">
      <h2 id="ask" className="text-lg">
        {words.inviteTitle(freelancer.name)}
      </h2>
      <Facts sight={sight} />
      <div className="mt-4">
        <Invite sight={sight} />
      </div>
    </section>
  );
}

function Facts({ sight }: { sight: ProfileSight }) {
  const { freelancer, localTime, shared } = sight;
  return (
    <>
      <MoneyLines className="mt-3 text-sm border-y border-base-300">
        <MoneyLine label={words.rate}>
          <b className="font-semibold">
            <Rate rate={freelancer} currency={freelancer.currency} />
          </b>
        </MoneyLine>
        <MoneyLine label={words.localTime}>{localTime}</MoneyLine>
        {shared !== null && (
          <MoneyLine label={words.shared}>
            {shared === 0 ? words.sharedNone : words.sharedOf(shared)}
          </MoneyLine>
        )}
        {freelancer.hoursAWeek !== null && (
          <MoneyLine label={words.hours}>{words.hoursAWeek(freelancer.hoursAWeek)}</MoneyLine>
        )}
      </MoneyLines>
      <p className="mt-2 text-sm text-muted">{words.rateNote}</p>
    </>
  );
}

function Invite({ sight }: { sight: ProfileSight }) {
  const { path } = useFrame();
  const { projects, signedIn, mayInvite, freelancer } = sight;
  if (!signedIn) {
    return (
      <>
        <p className="text-sm mb-3">{words.inviteVisitor}</p>
        <a className="btn btn-primary w-full" href={`/sign-in?next=${encodeURIComponent(path)}`}>
          {words.inviteSignIn}
        </a>
      </>
    );
  }
  if (!mayInvite) return <p className="text-sm text-muted">{words.inviteNotAllowed}</p>;
  if (projects.length === 0) {
    return (
      <>
        <p className="text-sm mb-3">{words.inviteNone}</p>
        <a className="btn btn-primary w-full" href="/projects/new">
          {words.invitePost}
        </a>
      </>
    );
  }
  return (
    <details>
      <summary className="btn btn-primary w-full">{words.inviteAct}</summary>
      <p className="mt-3 text-sm">{words.inviteSays}</p>
      <ul className="mt-2 divide-y divide-base-300 border-y border-base-300">
        {projects.map(({ id, title }) => (
          <li key={id}>
            <a className="lk block py-2.5" href={`/projects/${id}/invite?who=${freelancer.id}`}>
              {words.inviteTo(title)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** To the freelancer itself: whether others see it, and how to get there. */
function OwnPanel({ sight }: { sight: ProfileSight }) {
  const listed = sight.freelancer.listedAt !== null;
  return (
    <section aria-labelledby="own" className="pn !border-edge">
      <h2 id="own" className="text-lg">
        {words.ownTitle}
      </h2>
      <div className="mt-3">
        <Note tone={listed ? 'go' : 'hold'}>{listed ? words.ownListed : words.ownUnlisted}</Note>
      </div>
      <Facts sight={sight} />
      {!listed && <p className="mt-3 text-sm">{words.ownLacks}</p>}
      <a className={`btn w-full mt-4 ${listed ? '' : 'btn-primary'}`} href="/profile">
        {listed ? words.ownEdit : words.ownHow}
      </a>
    </section>
  );
}
