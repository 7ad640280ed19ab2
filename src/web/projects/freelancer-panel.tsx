import type { ReactNode } from 'react';
import { isLive } from '#domain/projects/proposal.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import type { Problems } from '#web/form-act.ts';
import { DeclineFold } from '#web/matching/decline-fold.tsx';
import { Reasons } from '#web/matching/reasons.tsx';
import { text } from '#web/text/catalogue.ts';
import { Money } from '#web/ui/money.tsx';
import { DecisionPanel, EmptyState, Outcome } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Day, Deadline, Time } from '#web/ui/time.tsx';
import type { ProjectSight } from './project-sight.ts';

const words = text.projects.freelancer;

/** What a freelancer or a visitor can do with the project. */
export function FreelancerPanel({
  sight,
  problems,
}: {
  sight: ProjectSight;
  problems: Problems | undefined;
}): ReactNode {
  const { ownProposal, takes } = sight;
  const state = ownProposal?.state ?? 'withdrawn';
  if (isLive(state)) return <OwnProposal sight={sight} />;
  // Whatever became of an earlier one, its author may try again.
  if (takes) return <ProposePanel sight={sight} problems={problems} />;
  if (state !== 'withdrawn') return <OwnProposal sight={sight} />;
  return <EmptyState title={words.over}>{words.overSays}</EmptyState>;
}

function ProposePanel({
  sight,
  problems,
}: {
  sight: ProjectSight;
  problems: Problems | undefined;
}) {
  const { project, invitation } = sight;
  const client = <b>{project.clientName}</b>;
  const waiting = stands(invitation);
  return (
    <DecisionPanel
      id="propose"
      asked={
        <>
          <StateBadge {...(waiting ? text.states.waitingForYou : text.states.project.open)} boxed />
          {project.expiresAt && (
            <span className="text-sm text-muted">
              <Phrase
                says={words.proposeBy}
                values={{ time: <Deadline at={project.expiresAt} /> }}
              />
            </span>
          )}
        </>
      }
      title={
        waiting ? (
          <Phrase says={words.invitedTitle} values={{ client: project.clientName }} />
        ) : (
          words.proposeTitle
        )
      }
      about={<InvitationNote sight={sight} />}
      outcomes={
        <>
          <Outcome title={words.ifPropose}>
            <Phrase says={words.ifProposeSays} values={{ client }} />
          </Outcome>
          <Outcome title={words.ifAwarded}>{words.ifAwardedSays}</Outcome>
        </>
      }
      acts={<ProposeActs sight={sight} waiting={waiting} problems={problems} />}
    />
  );
}

function stands(invitation: ProjectSight['invitation']): boolean {
  if (invitation === null) return false;
  return invitation.declinedAt === null && invitation.withdrawnAt === null;
}

function InvitationNote({ sight }: { sight: ProjectSight }) {
  const { invitation } = sight;
  if (invitation === null) return null;
  const { note, declinedAt, withdrawnAt } = invitation;
  if (withdrawnAt !== null) {
    return <Phrase says={words.withdrawn} values={{ day: <Day at={withdrawnAt} /> }} />;
  }
  if (declinedAt !== null) {
    return <Phrase says={words.declined} values={{ day: <Day at={declinedAt} /> }} />;
  }
  return (
    <>
      {note !== '' && <p>“{note}”</p>}
      <Why sight={sight} />
    </>
  );
}

/** Each invitation says why this one was asked. */
function Why({ sight }: { sight: ProjectSight }) {
  const { why } = sight;
  if (why === null) return null;
  return (
    <>
      {why.best !== null && (
        <p>
          <b className="font-semibold">{text.matching.invited.whyTitle}:</b> {why.best}
        </p>
      )}
      <Reasons reasons={why.reasons} score={why.score} label={text.matching.reasons.whyYou} />
    </>
  );
}

function ProposeActs({
  sight,
  waiting,
  problems,
}: {
  sight: ProjectSight;
  waiting: boolean;
  problems: Problems | undefined;
}) {
  const { project, signedIn, mayPropose, ownProposal } = sight;
  const href = `/projects/${project.id}/propose`;
  if (!signedIn) {
    return (
      <a className="btn btn-primary" href={`/sign-in?next=${encodeURIComponent(href)}`}>
        {words.signIn}
      </a>
    );
  }
  if (!mayPropose) return <p className="text-sm text-muted">{words.notAllowed}</p>;
  return (
    <>
      <a className="btn btn-primary" href={href}>
        {words.propose}
      </a>
      {ownProposal !== null && (
        <a className="btn" href={`/proposals/${ownProposal.id}`}>
          {words.openEarlier}
        </a>
      )}
      {waiting && <DeclineFold problems={problems} />}
    </>
  );
}

function OwnProposal({ sight }: { sight: ProjectSight }) {
  const { project, ownProposal, contract } = sight;
  if (ownProposal === null) return null;
  const sum = (
    <Money amount={{ amountMinor: ownProposal.priceMinor, currency: project.currency }} />
  );
  const chosen = ownProposal.state === 'offered' && contract !== null;
  return (
    <DecisionPanel
      id="own"
      asked={<StateBadge {...text.states.proposal[ownProposal.state]} boxed />}
      title={
        <Phrase
          says={chosen ? words.offeredTitle : words.ownTitle}
          values={{ sum, client: project.clientName }}
        />
      }
      about={
        chosen ? (
          words.offered
        ) : (
          <Phrase says={words.own} values={{ time: <Time at={ownProposal.sentAt} /> }} />
        )
      }
      acts={
        <a
          className="btn btn-primary"
          href={chosen ? `/contracts/${contract.id}` : `/proposals/${ownProposal.id}`}
        >
          {chosen ? text.proposals.decide.toOffer : words.openOwn}
        </a>
      }
    />
  );
}
