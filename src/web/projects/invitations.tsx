import type { ProjectState } from '#domain/projects/project.ts';
import type { ProjectInvitation } from '#domain/projects/queries/project-invitations.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { ASKED_LOOK, askedState } from '#web/matching/asked-state.ts';
import { ToldLine } from '#web/matching/told-line.tsx';
import { text } from '#web/text/catalogue.ts';
import { Section } from '#web/ui/page-head.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Day } from '#web/ui/time.tsx';
import { PartyName } from './project-facts.tsx';

const words = text.projects.client;
const SHOWN = 8;

/** Who was asked and what came of it, for the client. */
export function Invitations({
  project,
  invitations,
  unsent,
  mayInvite,
}: {
  project: { id: string; state: ProjectState };
  invitations: readonly ProjectInvitation[];
  /** How many are on the list that waits for the client. */
  unsent: number;
  mayInvite: boolean;
}) {
  return (
    <Section id="invitations" title={words.invitations}>
      {project.state !== 'draft' && <ToldLine projectId={project.id} invitations={invitations} />}
      {unsent > 0 && <Unsent projectId={project.id} n={unsent} />}
      {invitations.length === 0 && unsent === 0 && (
        <p className="mt-2 text-muted">{words.invitationsNone}</p>
      )}
      {invitations.length > 0 && (
        <ul className="mt-2 divide-y divide-base-300 border-y border-base-300">
          {invitations.slice(0, SHOWN).map((one) => (
            <li key={one.id} className="py-2.5 flex flex-wrap gap-x-4 gap-y-1">
              <div className="min-w-0 flex-1 basis-56">
                <PartyName name={one.freelancerName} country={one.freelancerCountry} />
                {one.note !== '' && <p className="text-sm text-muted">{one.note}</p>}
              </div>
              <div className="text-sm text-muted">
                {project.state === 'draft' ? (
                  words.willBeTold
                ) : (
                  <Phrase says={words.invitedOn} values={{ day: <Day at={one.invitedAt} /> }} />
                )}
              </div>
              <div className="text-sm basis-40">
                <StateBadge {...lookOf(one, project.state)} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {mayInvite && (
        <p className="mt-3">
          <a className="btn btn-sm max-md:h-11" href={`/projects/${project.id}/invite`}>
            {invitations.length > SHOWN
              ? text.matching.told.more(invitations.length)
              : words.invite}
          </a>
        </p>
      )}
    </Section>
  );
}

/** The list that waits until the client sends it. */
function Unsent({ projectId, n }: { projectId: string; n: number }) {
  const href = `/projects/${projectId}/invite#list`;
  return (
    <p className="mt-2">
      {words.unsent(n)}{' '}
      <a className="lk" href={href}>
        {words.unsentLook}
      </a>
    </p>
  );
}

function lookOf(one: ProjectInvitation, state: ProjectState) {
  return ASKED_LOOK[askedState({ ...one, state: 'sent' }, state === 'draft')];
}
