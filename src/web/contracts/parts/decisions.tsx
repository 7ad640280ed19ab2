import type { MilestoneSight } from '#domain/contracts/queries/contract-page.ts';
import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Note } from '#web/ui/bands.tsx';
import type { ContractData } from '../contract-data.ts';
import { mayBeFunded } from '../contract-view.ts';
import { AcceptPanel } from './accept-panel.tsx';
import { ChangePanel } from './change-panel.tsx';
import { DeliveredPanel, DeliverPanel } from './deliver-panel.tsx';
import { EndedPanel } from './ended-panel.tsx';
import { EndingPanel } from './ending-panel.tsx';
import { FirstPanel, FundPanel } from './fund-panel.tsx';
import { OfferPanel } from './offer-panel.tsx';

export type Asked = { data: ContractData; problems: Problems | undefined };

/** Of milestones in one state; the rest are answered from their rows in the table. */
const MOST_OF_A_KIND = 3;

/** What waits for somebody: the reader's own acts first, each in a panel of its own. */
export function Decisions({ data, problems }: Asked) {
  const { state } = data.page.contract;
  if (state === 'ended') return <EndedPanel data={data} />;
  if (state !== 'active') return <OfferPanel data={data} problems={problems} />;
  return (
    <div className="grid gap-5 empty:hidden">
      <Proposed data={data} problems={problems} own={false} />
      <Work data={data} />
      <Proposed data={data} problems={problems} own={true} />
      <NextToFund data={data} />
      <FirstToAgree data={data} />
    </div>
  );
}

/** An ending and changes: all of them, since they are answered nowhere but here. */
function Proposed({ data, problems, own }: Asked & { own: boolean }) {
  const { page, partyId } = data;
  const { ending } = page;
  const isOfThese = (one: { proposedBy: string }) => (one.proposedBy === partyId) === own;
  return (
    <>
      {ending !== null && isOfThese(ending) && (
        <EndingPanel data={data} problems={problems} ending={ending} />
      )}
      {page.changes.filter(isOfThese).map((change) => (
        <ChangePanel key={change.id} data={data} problems={problems} change={change} />
      ))}
    </>
  );
}

/** Milestones to hand in and to accept; what the reader has done waits below for the other side. */
function Work({ data }: { data: ContractData }) {
  const { page, rights } = data;
  const answers = page.side === 'client' && rights.accept;
  const delivers = page.side === 'freelancer' && rights.deliver;
  const delivered = page.milestones.filter((one) => one.state === 'delivered').sort(soonestFirst);
  const open = delivers ? page.milestones.filter(isOpen) : [];
  return (
    <>
      {open.slice(0, MOST_OF_A_KIND).map((milestone) => (
        <DeliverPanel key={milestone.id} data={data} milestone={milestone} />
      ))}
      {delivered
        .slice(0, MOST_OF_A_KIND)
        .map((milestone) =>
          answers ? (
            <AcceptPanel key={milestone.id} data={data} milestone={milestone} />
          ) : (
            <DeliveredPanel key={milestone.id} data={data} milestone={milestone} />
          ),
        )}
    </>
  );
}

function isOpen({ state }: MilestoneSight): boolean {
  return state === 'funded' || state === 'changes_requested';
}

/** By the moment at which silence accepts. */
function soonestFirst(a: MilestoneSight, b: MilestoneSight): number {
  return (a.acceptBy?.getTime() ?? 0) - (b.acceptBy?.getTime() ?? 0);
}

/** Where no work runs, somebody waits for money. */
function NextToFund({ data }: { data: ContractData }) {
  const { page, people, rights } = data;
  const { milestones, side } = page;
  const next = milestones.find((one) => mayBeFunded(page, one));
  const runs = milestones.some((one) => isOpen(one) || one.state === 'delivered');
  if (next === undefined || runs || page.ending !== null) return null;
  if (side === 'client') return rights.fund && <FundPanel data={data} milestone={next} />;
  if (side !== 'freelancer') return null;
  return <Note tone="hold">{text.contracts.fund.waits(people.client.name, next.position)}</Note>;
}

/** Nothing was agreed that could be funded, as by the hour after signing; nor does a proposal wait. */
function FirstToAgree({ data }: { data: ContractData }) {
  const { milestones, changes, ending } = data.page;
  const talked = changes.length > 0 || ending !== null;
  if (!data.rights.sign || talked || milestones.some((one) => one.state !== 'dropped')) return null;
  return <FirstPanel data={data} />;
}
