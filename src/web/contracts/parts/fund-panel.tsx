import type { MilestoneSight } from '#domain/contracts/queries/contract-page.ts';
import { text } from '#web/text/catalogue.ts';
import { DecisionPanel, Outcome } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Day } from '#web/ui/time.tsx';
import type { ContractData } from '../contract-data.ts';
import { fundingOf, sumIn } from '../contract-view.ts';
import { IfAccepted } from './if-accepted.tsx';

/** Nothing is funded: the client's next act. */
export function FundPanel({ data, milestone }: { data: ContractData; milestone: MilestoneSight }) {
  const { page, people } = data;
  const { fund, outcome, deliver, delivered } = text.contracts;
  const { totalMinor } = fundingOf(page, milestone);
  return (
    <DecisionPanel
      id={`fund-${milestone.position}`}
      asked={
        <>
          <StateBadge {...text.states.waitingForYou} word={fund.asked} boxed />
          {milestone.dueOn !== null && (
            <span className="text-sm text-muted">
              {deliver.due} <Day at={milestone.dueOn} />
            </span>
          )}
        </>
      }
      title={fund.title(milestone.position, milestone.title)}
      about={<p>{fund.about(people.freelancer.name)}</p>}
      outcomes={
        <>
          <div className="grid gap-3">
            <Outcome title={outcome.fund}>{fund.escrowOutcome}</Outcome>
            <Outcome title={outcome.nothing}>{fund.nothingOutcome(people.freelancer.name)}</Outcome>
          </div>
          <Outcome title={delivered.whenYouAccept}>
            <IfAccepted data={data} milestone={milestone} />
          </Outcome>
        </>
      }
      acts={
        <a className="btn btn-primary" href={`/milestones/${milestone.id}/fund`}>
          {fund.act(sumIn(page, totalMinor))}
        </a>
      }
    />
  );
}

/** Signed, and no milestone to fund or to work on: either side proposes the first one. */
export function FirstPanel({ data }: { data: ContractData }) {
  const { contract } = data.page;
  const { first, milestones } = text.contracts;
  return (
    <DecisionPanel
      id="first-milestone"
      asked={<StateBadge {...text.states.waitingForYou} boxed />}
      title={first.title}
      about={<p>{contract.pricing === 'hourly' ? first.hourly : first.fixed}</p>}
      acts={
        <a className="btn btn-primary" href={`/contracts/${contract.id}/milestones/new`}>
          {milestones.add}
        </a>
      }
    />
  );
}
