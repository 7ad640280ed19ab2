import type { MilestoneSight } from '#domain/contracts/queries/contract-page.ts';
import { text } from '#web/text/catalogue.ts';
import { Money } from '#web/ui/money.tsx';
import { DecisionPanel, Outcome } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Day, Deadline } from '#web/ui/time.tsx';
import type { ContractData } from '../contract-data.ts';
import { moneyIn } from '../contract-view.ts';
import { IfAccepted } from './if-accepted.tsx';

type Of = { data: ContractData; milestone: MilestoneSight };

/** The freelancer's turn: hand in, and what that starts. */
export function DeliverPanel({ data, milestone }: Of) {
  const { page, people, rights } = data;
  const { deliver, outcome, delivered } = text.contracts;
  const changes = milestone.state === 'changes_requested';
  const answer = milestone.deliveries[0]?.answerNote ?? '';
  return (
    <DecisionPanel
      id={`deliver-${milestone.position}`}
      asked={
        <>
          <StateBadge
            {...text.states.waitingForYou}
            word={changes ? deliver.changesAsked : deliver.asked}
            boxed
          />
          <span className="text-sm text-muted">
            {milestone.dueOn === null ? (
              deliver.noDue
            ) : (
              <>
                {deliver.due} <Day at={milestone.dueOn} />
              </>
            )}
          </span>
        </>
      }
      title={deliver.title(milestone.position, milestone.title)}
      about={
        <>
          <p>
            <Money amount={moneyIn(page, milestone.amountMinor)} /> {deliver.escrow}
          </p>
          {changes && answer !== '' && (
            <blockquote className="mt-3 border-s-3 border-base-300 ps-3.5 whitespace-pre-line max-w-[62ch]">
              {answer}
            </blockquote>
          )}
        </>
      }
      outcomes={
        <>
          <Outcome title={outcome.deliver}>
            {deliver.outcome(people.client.name, page.contract.acceptanceDays)}
            <div className="mt-2">
              <IfAccepted data={data} milestone={milestone} />
            </div>
          </Outcome>
          <Outcome title={outcome.refund}>{deliver.refundOutcome(people.client.name)}</Outcome>
        </>
      }
      acts={
        <>
          <a className="btn btn-primary" href={`/milestones/${milestone.id}/deliver`}>
            {deliver.act}
          </a>
          {rights.refund && (
            <a
              className="btn btn-ghost sm:ms-auto text-muted"
              href={`/milestones/${milestone.id}/refund`}
            >
              {delivered.refund}
            </a>
          )}
        </>
      }
    />
  );
}

/** Handed in and waiting for the client, as everybody else sees it. */
export function DeliveredPanel({ data, milestone }: Of) {
  const { people, rights, page } = data;
  const { delivered, waitsFor } = text.contracts;
  const own = page.side === 'freelancer';
  return (
    <DecisionPanel
      id={`delivered-${milestone.position}`}
      asked={
        <>
          <StateBadge
            {...text.states.milestone.delivered}
            word={waitsFor(people.client.name)}
            boxed
          />
          {milestone.acceptBy !== null && (
            <span className="text-sm text-muted">
              {text.parts.until} <Deadline at={milestone.acceptBy} />
            </span>
          )}
        </>
      }
      title={delivered.title(milestone.position, milestone.title)}
      about={<p>{delivered.says(people.client.name)}</p>}
      outcomes={
        <Outcome title={delivered.ifAccepted(people.client.name)}>
          <IfAccepted data={data} milestone={milestone} />
        </Outcome>
      }
      acts={
        own && (
          <>
            {rights.deliver && (
              <a className="btn" href={`/milestones/${milestone.id}/deliver`}>
                {delivered.again}
              </a>
            )}
            {rights.refund && (
              <a
                className="btn btn-ghost sm:ms-auto text-muted"
                href={`/milestones/${milestone.id}/refund`}
              >
                {delivered.refund}
              </a>
            )}
          </>
        )
      }
    />
  );
}
