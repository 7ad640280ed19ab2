import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Note } from '#web/ui/bands.tsx';
import type { ContractData } from '../contract-data.ts';
import { AcceptPanel } from './accept-panel.tsx';
import { ChangePanel } from './change-panel.tsx';
import { DeliveredPanel, DeliverPanel } from './deliver-panel.tsx';
import { EndedPanel } from './ended-panel.tsx';
import { EndingPanel } from './ending-panel.tsx';
import { FundPanel } from './fund-panel.tsx';
import { OfferPanel } from './offer-panel.tsx';

export type Asked = { data: ContractData; problems: Problems | undefined };

const MOST_OF_A_KIND = 3;

/** What waits for somebody: the reader's own acts first, each in a panel of its own. */
export function Decisions({ data, problems }: Asked) {
  const { page, rights } = data;
  const { contract, milestones, changes, ending, side } = page;
  const { state } = contract;
  if (state === 'ended') return <EndedPanel data={data} />;
  if (state !== 'active') return <OfferPanel data={data} problems={problems} />;
  const client = side === 'client';
  const delivered = milestones.filter((one) => one.state === 'delivered');
  const open = milestones.filter(
    (one) => one.state === 'funded' || one.state === 'changes_requested',
  );
  const nextToFund = milestones.find((one) => one.state === 'agreed');
  const nothingRuns = delivered.length === 0 && open.length === 0;
  return (
    <div className="grid gap-5 empty:hidden">
      {ending !== null && <EndingPanel data={data} problems={problems} ending={ending} />}
      {delivered
        .slice(0, MOST_OF_A_KIND)
        .map((milestone) =>
          client && rights.accept ? (
            <AcceptPanel key={milestone.id} data={data} milestone={milestone} />
          ) : (
            <DeliveredPanel key={milestone.id} data={data} milestone={milestone} />
          ),
        )}
      {side === 'freelancer' &&
        rights.deliver &&
        open
          .slice(0, MOST_OF_A_KIND)
          .map((milestone) => (
            <DeliverPanel key={milestone.id} data={data} milestone={milestone} />
          ))}
      {changes.slice(0, MOST_OF_A_KIND).map((change) => (
        <ChangePanel key={change.id} data={data} problems={problems} change={change} />
      ))}
      {side === 'freelancer' && nothingRuns && nextToFund !== undefined && ending === null && (
        <Note tone="hold">
          {text.contracts.fund.waits(data.people.client.name, nextToFund.position)}
        </Note>
      )}
      {client && rights.fund && nothingRuns && nextToFund !== undefined && ending === null && (
        <FundPanel data={data} milestone={nextToFund} />
      )}
    </div>
  );
}
