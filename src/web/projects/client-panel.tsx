import type { ReactNode } from 'react';
import { Phrase } from '#web/evidence/phrase.tsx';
import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { DecisionPanel, EmptyState, Outcome } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Day, Deadline } from '#web/ui/time.tsx';
import type { ProjectSight } from './project-sight.ts';

const words = text.projects.client;

/** What the client is asked to do next, by the state of the project; nothing where it only waits. */
export function ClientPanel({
  sight,
  problems,
}: {
  sight: ProjectSight;
  problems: Problems | undefined;
}): ReactNode {
  switch (sight.project.state) {
    case 'draft':
      return <PublishPanel sight={sight} problems={problems} />;
    case 'open':
      return sight.proposals.length === 0 ? <NoProposals sight={sight} /> : null;
    case 'offered':
    case 'awarded':
      return <ContractPanel sight={sight} />;
    case 'expired':
      return <ExpiredPanel sight={sight} problems={problems} />;
    case 'closed':
      return <ClosedNote sight={sight} />;
  }
}

function PublishPanel({
  sight,
  problems,
}: {
  sight: ProjectSight;
  problems: Problems | undefined;
}) {
  const { project, projectDays, mayPost } = sight;
  const complete = project.requirements.trim() !== '';
  return (
    <DecisionPanel
      id="publish"
      asked={
        <>
          <StateBadge {...text.states.project.draft} boxed />
          <span className="text-sm text-muted">{words.draftAsked}</span>
        </>
      }
      title={words.draftTitle(projectDays)}
      about={complete ? undefined : words.lacks}
      outcomes={
        <>
          <Outcome title={words.ifPublish}>{words.ifPublishSays[project.audience]}</Outcome>
          <Outcome title={words.ifWait}>{words.ifWaitSays}</Outcome>
        </>
      }
      acts={
        mayPost && (
          <>
            {complete && (
              <Form intent="publish" problems={problems}>
                <SubmitButton>{words.publish(projectDays)}</SubmitButton>
              </Form>
            )}
            <a
              className={complete ? 'btn' : 'btn btn-primary'}
              href={`/projects/${project.id}/edit`}
            >
              {words.change}
            </a>
          </>
        )
      }
    />
  );
}

function NoProposals({ sight }: { sight: ProjectSight }) {
  const { project, invitations, unsent, mayInvite, earlier } = sight;
  const alone = project.audience === 'invited' && invitations.length === 0;
  return (
    <EmptyState
      title={earlier.length > 0 ? words.emptyAgain : words.emptyTitle}
      acts={
        mayInvite && (
          <a className="btn btn-primary" href={`/projects/${project.id}/invite`}>
            {unsent > 0 ? words.unsentLook : words.invite}
          </a>
        )
      }
    >
      {unsent > 0 && words.unsent(unsent)}
      {unsent === 0 && (alone ? words.emptyInvitedOnly : words.empty(invitations.length))}
    </EmptyState>
  );
}

/** The offer or the contract that the award led to. */
function ContractPanel({ sight }: { sight: ProjectSight }) {
  const { project, contract } = sight;
  if (contract === null) return null;
  const offered = project.state === 'offered';
  const values = { name: contract.freelancerName };
  return (
    <DecisionPanel
      id="contract"
      asked={
        <>
          <StateBadge {...text.states.project[project.state]} boxed />
          {offered && (
            <span className="text-sm text-muted">
              <Phrase
                says={words.offeredUntil}
                values={{ time: <Deadline at={contract.offerExpiresAt} /> }}
              />
            </span>
          )}
        </>
      }
      title={<Phrase says={offered ? words.offeredTitle : words.awardedTitle} values={values} />}
      about={offered ? words.offered : words.awarded}
      acts={
        <a className="btn btn-primary" href={`/contracts/${contract.id}`}>
          {words.toContract}
        </a>
      }
    />
  );
}

function ExpiredPanel({
  sight,
  problems,
}: {
  sight: ProjectSight;
  problems: Problems | undefined;
}) {
  const { project, projectDays, mayPost } = sight;
  return (
    <DecisionPanel
      id="expired"
      asked={<StateBadge {...text.states.project.expired} boxed />}
      title={words.expiredTitle}
      about={
        <Phrase
          says={words.expired}
          values={{ day: project.endedAt && <Day at={project.endedAt} /> }}
        />
      }
      acts={
        mayPost && (
          <Form intent="extend" problems={problems}>
            <SubmitButton>{text.projects.page.extend(projectDays)}</SubmitButton>
          </Form>
        )
      }
    />
  );
}

function ClosedNote({ sight }: { sight: ProjectSight }) {
  const { endedAt } = sight.project;
  return (
    <EmptyState title={words.closedTitle}>
      <Phrase says={words.closed} values={{ day: endedAt && <Day at={endedAt} /> }} />
    </EmptyState>
  );
}
