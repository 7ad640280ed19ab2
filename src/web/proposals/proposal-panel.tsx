import type { ReactNode } from 'react';
import { formatMoney } from '#domain/kernel/money.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { text } from '#web/text/catalogue.ts';
import { DecisionPanel, Outcome } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Deadline, Time } from '#web/ui/time.tsx';
import type { ProposalSight } from './proposal-sight.ts';

const words = text.proposals.decide;

/** What the reader of a proposal can do next: award it, wait, or go on in the contract. */
export function ProposalPanel({ sight }: { sight: ProposalSight }): ReactNode {
  const { proposal, side, awardable, contract } = sight;
  const live = contract !== null && (contract.state === 'offered' || contract.state === 'active');
  if (live) return <ContractPanel sight={sight} contract={contract} />;
  if (awardable) return <AwardPanel sight={sight} />;
  if (proposal.state !== 'sent') return null;
  return side === 'client' ? <Elsewhere /> : <Waiting sight={sight} />;
}

function AwardPanel({ sight }: { sight: ProposalSight }) {
  const { proposal, sides, mayAward } = sight;
  const { freelancerName, projectExpiresAt } = proposal;
  const pays = { amountMinor: sides.preview.clientPaysMinor, currency: sides.currency };
  const name = <b>{freelancerName}</b>;
  const time = projectExpiresAt && <Time at={projectExpiresAt} relative={false} />;
  return (
    <DecisionPanel
      id="award"
      asked={
        <>
          <StateBadge {...text.states.waitingForYou} boxed />
          {projectExpiresAt && (
            <span className="text-sm text-muted">
              <Phrase
                says={text.projects.client.chooseUntil}
                values={{ time: <Deadline at={projectExpiresAt} /> }}
              />
            </span>
          )}
        </>
      }
      title={<Phrase says={words.title} values={{ name: freelancerName }} />}
      outcomes={
        <>
          <Outcome title={words.ifAward}>
            <Phrase says={words.ifAwardSays} values={{ name }} />
          </Outcome>
          <Outcome title={words.ifWait}>
            <Phrase says={words.ifWaitSays} values={{ name, time }} />
          </Outcome>
        </>
      }
      acts={
        mayAward ? (
          <a className="btn btn-primary" href={`/proposals/${proposal.id}/award`}>
            {words.act(formatMoney(pays))}
          </a>
        ) : (
          <p className="text-sm text-muted">{words.notAllowed}</p>
        )
      }
    />
  );
}

/** The award led to an offer or a contract; to the freelancer an offer is a question. */
function ContractPanel({
  sight,
  contract,
}: {
  sight: ProposalSight;
  contract: NonNullable<ProposalSight['contract']>;
}) {
  const { proposal, side } = sight;
  const offered = contract.state === 'offered';
  const asked = offered && side === 'freelancer';
  const title = asked ? words.chosen : offered ? words.offered : text.projects.client.awardedTitle;
  const about = asked
    ? words.chosenSays
    : offered
      ? words.offeredSays
      : text.projects.client.awarded;
  const names = { name: proposal.freelancerName, client: proposal.clientName };
  return (
    <DecisionPanel
      id="contract"
      asked={
        <>
          <StateBadge
            {...(asked ? text.states.waitingForYou : text.states.contract[contract.state])}
            boxed
          />
          {offered && (
            <span className="text-sm text-muted">
              <Phrase
                says={text.projects.client.offeredUntil}
                values={{ time: <Deadline at={contract.offerExpiresAt} /> }}
              />
            </span>
          )}
        </>
      }
      title={<Phrase says={title} values={names} />}
      about={about}
      acts={
        <a className="btn btn-primary" href={`/contracts/${contract.id}`}>
          {asked ? words.toOffer : words.toContract}
        </a>
      }
    />
  );
}

function Elsewhere() {
  return (
    <DecisionPanel
      id="elsewhere"
      asked={<StateBadge {...text.states.proposal.sent} boxed />}
      title={words.elsewhere}
      about={words.elsewhereSays}
      acts={null}
    />
  );
}

function Waiting({ sight }: { sight: ProposalSight }) {
  const { proposal, changeable } = sight;
  return (
    <DecisionPanel
      id="waiting"
      asked={<StateBadge {...text.states.proposal.sent} boxed />}
      title={<Phrase says={words.waiting} values={{ client: proposal.clientName }} />}
      about={words.waitingSays}
      acts={
        changeable && (
          <>
            <a className="btn" href={`/proposals/${proposal.id}/edit`}>
              {text.proposals.page.change}
            </a>
            <a className="btn" href={`/proposals/${proposal.id}/withdraw`}>
              {text.proposals.page.withdraw}
            </a>
          </>
        )
      }
    />
  );
}
