import {
  MILESTONE_STATES,
  type MilestoneAct,
  type MilestoneState,
} from '#domain/contracts/milestone.ts';
import type { MilestoneSight } from '#domain/contracts/queries/contract-page.ts';
import { mayAct } from '#domain/kernel/state-table.ts';
import { text } from '#web/text/catalogue.ts';
import type { ContractData } from '../contract-data.ts';
import { changeOf, type Rights } from '../contract-view.ts';

type Link = { path: string; label: string };

/** The quiet acts on one milestone, under its name. */
export function MilestoneLinks({
  data,
  milestone,
}: {
  data: ContractData;
  milestone: MilestoneSight;
}) {
  const links = linksOf(data, milestone);
  if (links.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-x-4 font-normal text-[0.8125rem]">
      {links.map(({ path, label }) => (
        <a key={path} className="lk py-1" href={`/milestones/${milestone.id}/${path}`}>
          {label}
          <span className="sr-only">: {milestone.title}</span>
        </a>
      ))}
    </span>
  );
}

/** Every act that the reader's side may do on it now: panels above show only the first of a kind. */
function linksOf({ page, rights }: ContractData, milestone: MilestoneSight): Link[] {
  const { contract, side } = page;
  const { state } = milestone;
  const words = text.contracts.milestones;
  if (contract.state !== 'active' || side === null) return [];
  if (changeOf(page, milestone) !== undefined) return [];
  const links = ACTS.filter(
    ({ act, right }) => rights[right] && mayAct(MILESTONE_STATES, state, { act, who: side }),
  ).map(({ path, label }) => ({ path, label: label(state) }));
  if (state !== 'agreed' || !rights.sign) return links;
  return [...links, { path: 'change', label: words.change }, { path: 'drop', label: words.drop }];
}

type Offered = {
  act: MilestoneAct;
  path: string;
  right: keyof Rights;
  label: (state: MilestoneState) => string;
};

const { accept, deliver, delivered, milestones } = text.contracts;

const ACTS: readonly Offered[] = [
  { act: 'fund', path: 'fund', right: 'fund', label: () => milestones.fund },
  {
    act: 'accept',
    path: 'accept',
    right: 'accept',
    label: (state) => (state === 'delivered' ? milestones.accept : milestones.acceptAsItIs),
  },
  {
    act: 'request_changes',
    path: 'request-changes',
    right: 'accept',
    label: () => accept.changes,
  },
  {
    act: 'deliver',
    path: 'deliver',
    right: 'deliver',
    label: (state) => (state === 'delivered' ? delivered.again : deliver.act),
  },
  { act: 'refund', path: 'refund', right: 'refund', label: () => delivered.refund },
];
