import type { MilestoneSight } from '#domain/contracts/queries/contract-page.ts';
import { contractSumHref, eventHref } from '#web/evidence/addresses.ts';
import { text } from '#web/text/catalogue.ts';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Evidence } from '#web/ui/evidence.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Amount } from '#web/ui/money.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Day } from '#web/ui/time.tsx';
import type { ContractData } from '../contract-data.ts';
import {
  changeOf,
  fundingOf,
  mayBeFunded,
  moneyIn,
  settlementIfAccepted,
  sumIn,
} from '../contract-view.ts';
import { MilestoneLinks } from './milestone-links.tsx';

/** Every milestone with its state, its price and what the freelancer has of it. */
export function MilestonesTable({ data }: { data: ContractData }) {
  const { page, rights } = data;
  const { contract, milestones, side } = page;
  const words = text.contracts.milestones;
  const active = contract.state === 'active';
  const shown = milestones.filter((one) => one.state !== 'dropped');
  return (
    <Section id="milestones" title={words.title}>
      {shown.length === 0 ? (
        <div className="mt-3">
          <EmptyState title={words.empty} level={3}>
            {contract.pricing === 'hourly' ? words.emptyHourly : words.emptyFixed}
          </EmptyState>
        </div>
      ) : (
        <DataTable
          caption={words.caption}
          columns={columnsOf(data)}
          rows={shown}
          rowKey={(row) => row.id}
        />
      )}
      <div className="mt-3 flex flex-wrap gap-3 text-sm">
        {active && side === 'client' && rights.fund && <FundLinks data={data} />}
        {active && rights.sign && (
          <a className="btn btn-sm" href={`/contracts/${contract.id}/milestones/new`}>
            <Icon name="plus" />
            {words.add}
          </a>
        )}
      </div>
    </Section>
  );
}

const MOST_FUND_LINKS = 4;

function FundLinks({ data }: { data: ContractData }) {
  const { page } = data;
  const open = page.milestones.filter((one) => mayBeFunded(page, one)).slice(0, MOST_FUND_LINKS);
  return open.map((milestone) => (
    <a key={milestone.id} className="btn btn-sm" href={`/milestones/${milestone.id}/fund`}>
      <Icon name="lock" />
      {text.contracts.fund.actNumbered(
        milestone.position,
        sumIn(page, fundingOf(page, milestone).totalMinor),
      )}
    </a>
  ));
}

function columnsOf(data: ContractData): Column<MilestoneSight>[] {
  const { page, people, money } = data;
  const { currency } = page.contract;
  const words = text.contracts.milestones;
  const shown = page.milestones.filter((one) => one.state !== 'dropped');
  const total = shown.reduce((sum, one) => sum + one.amountMinor, 0n);
  const amount = (minor: bigint) => <Amount amount={moneyIn(page, minor)} />;
  return [
    {
      key: 'number',
      head: words.number,
      card: 'hide',
      cell: (row) => <span className="text-muted">{row.position}</span>,
    },
    {
      key: 'name',
      head: words.name,
      card: 'name',
      cell: (row) => (
        <>
          <span className="md:hidden text-muted font-normal">{row.position}. </span>
          {row.title}
          <CellNote>
            <WhatLast milestone={row} />
          </CellNote>
          <MilestoneLinks data={data} milestone={row} />
        </>
      ),
      foot: words.total,
    },
    {
      key: 'state',
      head: words.state,
      card: 'full',
      cell: (row) => <StateCell data={data} milestone={row} />,
    },
    {
      key: 'price',
      head: words.price(currency),
      numeric: true,
      card: 'half',
      cell: (row) => amount(row.amountMinor),
      foot: amount(total),
    },
    {
      key: 'to',
      head: words.to(people.freelancer, currency),
      label: words.to(people.freelancer, currency),
      numeric: true,
      card: 'half',
      cell: (row) => <ToFreelancer data={data} milestone={row} />,
      foot: (
        <Evidence href={contractSumHref(page.contract.id, 'received')}>
          {amount(money.receivedMinor)}
        </Evidence>
      ),
    },
  ];
}

function StateCell({ data, milestone }: { data: ContractData; milestone: MilestoneSight }) {
  const { page } = data;
  const words = text.contracts.milestones;
  const waits = milestone.state === 'delivered' && page.side === 'client';
  const look = waits ? text.states.waitingForYou : text.states.milestone[milestone.state];
  const back = milestone.toClientMinor ?? 0n;
  const changing = changeOf(page, milestone) !== undefined;
  return (
    <>
      <StateBadge {...look} />
      {back > 0n && (
        <span className="block text-[0.8125rem] text-muted">
          <Evidence href={eventHref(data.marks.settled[milestone.id] ?? '')}>
            {words.back(sumIn(page, back))}
          </Evidence>
        </span>
      )}
      {changing && <CellNote>{words.changeWaits}</CellNote>}
    </>
  );
}

/** The last thing that happened to it, with its day. */
function WhatLast({ milestone }: { milestone: MilestoneSight }) {
  const words = text.contracts.milestones;
  const { state, settledAt, deliveredAt, dueOn } = milestone;
  if (settledAt !== null) {
    const accepted = milestone.acceptedByRule === true ? words.acceptedByRule : words.accepted;
    const says = state === 'refunded' ? words.refunded : state === 'split' ? words.split : accepted;
    return <Said says={says} at={settledAt} />;
  }
  if (state === 'delivered' && deliveredAt !== null) {
    return <Said says={words.delivered} at={deliveredAt} />;
  }
  return dueOn === null ? words.noDue : <Said says={words.due} at={dueOn} />;
}

function Said({ says, at }: { says: string; at: Date | string }) {
  return (
    <>
      {says} <Day at={at} />
    </>
  );
}

function ToFreelancer({ data, milestone }: { data: ContractData; milestone: MilestoneSight }) {
  const { page, marks } = data;
  const words = text.contracts.milestones;
  const { toFreelancerMinor } = milestone;
  if (toFreelancerMinor !== null) {
    return (
      <Evidence href={eventHref(marks.settled[milestone.id] ?? '')}>
        <Amount amount={moneyIn(page, toFreelancerMinor)} />
      </Evidence>
    );
  }
  if (milestone.state === 'agreed') {
    return <span className="text-muted">{words.afterFunding}</span>;
  }
  const settlement = settlementIfAccepted(page, milestone);
  return (
    <span>
      <span className="text-muted">{words.willBe}</span>{' '}
      <Amount amount={moneyIn(page, settlement.toFreelancerMinor)} />
    </span>
  );
}
