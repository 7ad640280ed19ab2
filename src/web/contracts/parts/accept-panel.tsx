import type { MilestoneSight } from '#domain/contracts/queries/contract-page.ts';
import { text } from '#web/text/catalogue.ts';
import { FileList } from '#web/ui/files.tsx';
import { DecisionPanel, Outcome } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Deadline, Time } from '#web/ui/time.tsx';
import type { ContractData } from '../contract-data.ts';
import { sumIn } from '../contract-view.ts';
import { fileItems } from './deliveries.tsx';
import { IfAccepted } from './if-accepted.tsx';

/** The client's decision on a delivery: what each answer does with the money. */
export function AcceptPanel({
  data,
  milestone,
}: {
  data: ContractData;
  milestone: MilestoneSight;
}) {
  const { page, people } = data;
  const { accept, outcome } = text.contracts;
  const until = milestone.acceptBy;
  return (
    <DecisionPanel
      id={`decide-${milestone.position}`}
      asked={
        <>
          <StateBadge {...text.states.waitingForYou} word={accept.asked} boxed />
          {until !== null && (
            <span className="text-sm text-muted">
              {text.parts.until} <Deadline at={until} />
            </span>
          )}
        </>
      }
      title={accept.title(milestone.position, milestone.title)}
      about={<About milestone={milestone} />}
      outcomes={
        <>
          <Outcome title={outcome.accept}>
            <IfAccepted data={data} milestone={milestone} />
          </Outcome>
          <div className="grid gap-3">
            <Outcome title={outcome.changes}>
              {accept.changesOutcome(people.freelancer.name)}
            </Outcome>
            {until !== null && (
              <Outcome title={outcome.nothing}>
                {accept.on} <Time at={until} relative={false} /> {accept.nothingOutcome}
              </Outcome>
            )}
          </div>
        </>
      }
      acts={
        <>
          <a className="btn btn-primary" href={`/milestones/${milestone.id}/accept`}>
            {accept.act(sumIn(page, milestone.amountMinor))}
          </a>
          <a className="btn" href={`/milestones/${milestone.id}/request-changes`}>
            {accept.changes}
          </a>
        </>
      }
    />
  );
}

function About({ milestone }: { milestone: MilestoneSight }) {
  const { accept } = text.contracts;
  const delivery = milestone.deliveries[0];
  if (delivery === undefined) return null;
  return (
    <>
      <p>
        {accept.handedIn} <Time at={delivery.deliveredAt} />
        {milestone.dueOn !== null && <>, {punctuality(milestone.dueOn, delivery.deliveredAt)}</>}.
      </p>
      <blockquote className="mt-3 border-s-3 border-base-300 ps-3.5 whitespace-pre-line max-w-[62ch]">
        {delivery.note}
      </blockquote>
      {delivery.files.length === 0 ? (
        <p className="mt-3 text-sm text-muted">{accept.noFiles}</p>
      ) : (
        <div className="mt-3">
          <FileList files={fileItems(delivery.files)} />
        </div>
      )}
    </>
  );
}

const DAY_MS = 86_400_000;

/** How a delivery stands to its date, in whole days of UTC. */
function punctuality(dueOn: string, deliveredAt: Date): string {
  const delivered = Date.parse(deliveredAt.toISOString().slice(0, 10));
  const left = Math.round((Date.parse(dueOn) - delivered) / DAY_MS);
  const { accept } = text.contracts;
  return left < 0 ? accept.late(-left) : accept.onTime(left);
}
