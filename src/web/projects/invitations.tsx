import type { ProjectState } from '#domain/projects/project.ts';
import type { ProjectInvitation } from '#domain/projects/queries/project-invitations.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { text } from '#web/text/catalogue.ts';
import { Section } from '#web/ui/page-head.tsx';
import { StateBadge, type StateLook } from '#web/ui/state.tsx';
import { Day } from '#web/ui/time.tsx';
import { PartyName } from './project-facts.tsx';

const words = text.projects.client;

/** Who was asked and what came of it, for the client. */
export function Invitations({
  project,
  invitations,
  mayInvite,
}: {
  project: { id: string; state: ProjectState };
  invitations: readonly ProjectInvitation[];
  mayInvite: boolean;
}) {
  return (
    <Section id="invitations" title={words.invitations}>
      {invitations.length === 0 ? (
        <p className="mt-2 text-muted">{words.invitationsNone}</p>
      ) : (
        <ul className="mt-2 divide-y divide-base-300 border-y border-base-300">
          {invitations.map((one) => (
            <li key={one.freelancerId} className="py-2.5 flex flex-wrap gap-x-4 gap-y-1">
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
                <StateBadge {...answerOf(one)} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {mayInvite && (
        <p className="mt-3">
          <a className="btn btn-sm" href={`/projects/${project.id}/invite`}>
            {words.invite}
          </a>
        </p>
      )}
    </Section>
  );
}

function answerOf(one: ProjectInvitation): StateLook {
  const { answers } = words;
  if (one.proposalId !== null) return { word: answers.proposed, icon: 'inbox', tone: 'hold' };
  return one.declinedAt === null
    ? { word: answers.waiting, icon: 'circle-dashed', tone: 'rest' }
    : { word: answers.declined, icon: 'circle-slash', tone: 'rest' };
}
