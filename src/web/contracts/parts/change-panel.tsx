import type { ReactNode } from 'react';
import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { Money } from '#web/ui/money.tsx';
import { DecisionPanel, Outcome } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Day, Time } from '#web/ui/time.tsx';
import type { ContractData } from '../contract-data.ts';
import { moneyIn, sumIn } from '../contract-view.ts';

type Change = ContractData['page']['changes'][number];
type Of = { data: ContractData; problems: Problems | undefined; change: Change };

/** A milestone to be added, altered or dropped: one side proposed it, the other answers. */
export function ChangePanel({ data, problems, change }: Of) {
  const { page, people, partyId, rights } = data;
  const words = text.contracts.change;
  const own = change.proposedBy === partyId;
  const milestone = page.milestones.find((one) => one.id === change.milestoneId);
  const proposer = change.proposedBy === page.contract.clientId ? people.client : people.freelancer;
  const asked = proposer === people.client ? people.freelancer : people.client;
  const before = milestone?.amountMinor ?? null;
  return (
    <DecisionPanel
      id={`change-${change.id.slice(-6)}`}
      asked={
        <>
          <StateBadge {...text.states.waitingForYou} word={own ? words.yours : words.asked} boxed />
          <span className="text-sm text-muted">
            {words.proposedBy(proposer.you ? text.evidence.you : proposer.name)}{' '}
            <Time at={change.proposedAt} />
          </span>
        </>
      }
      title={titleOf(change, milestone)}
      about={
        change.details === '' ? undefined : <p className="whitespace-pre-line">{change.details}</p>
      }
      outcomes={
        <>
          <dl className="text-sm grid gap-2">
            {milestone !== undefined && (
              <Terms label={words.was} dueOn={milestone.dueOn}>
                <Money amount={moneyIn(page, before ?? 0n)} />
              </Terms>
            )}
            {change.amountMinor !== null && (
              <Terms label={words.willBe} dueOn={change.dueOn}>
                <Money amount={moneyIn(page, change.amountMinor)} />
              </Terms>
            )}
          </dl>
          <div className="grid gap-3">
            <Outcome title={text.contracts.outcome.agree(asked)}>
              {change.kind === 'drop' ? words.dropOutcome : words.agreeOutcome}
            </Outcome>
            <Outcome title={text.contracts.outcome.refuse(asked)}>{words.refuseOutcome}</Outcome>
          </div>
        </>
      }
      acts={rights.sign && <Answers data={data} problems={problems} change={change} />}
    />
  );
}

function titleOf(
  change: Change,
  milestone: { position: number; title: string } | undefined,
): string {
  const titles = text.contracts.change.askedTitle;
  if (milestone === undefined) return titles.add(change.title);
  if (change.kind === 'drop') return titles.drop(milestone.position, milestone.title);
  return titles.change(milestone.position, change.title);
}

function Terms({
  label,
  dueOn,
  children,
}: {
  label: string;
  dueOn: string | null;
  children: ReactNode;
}) {
  const words = text.contracts.change;
  return (
    <div>
      <dt className="font-semibold">{label}</dt>
      <dd className="mt-1">
        {children}, {dueOn === null ? words.noDue : <DueOn dueOn={dueOn} />}
      </dd>
    </div>
  );
}

function DueOn({ dueOn }: { dueOn: string }) {
  return (
    <>
      {text.contracts.deliver.due.toLowerCase()} <Day at={dueOn} />
    </>
  );
}

function Answers({ data, problems, change }: Of) {
  const words = text.contracts.change;
  const id = <input type="hidden" name="changeId" value={change.id} />;
  if (change.proposedBy === data.partyId) {
    return (
      <Form intent="change-withdraw" problems={problems}>
        {id}
        <SubmitButton look="quiet">{words.withdraw}</SubmitButton>
      </Form>
    );
  }
  return (
    <>
      <Form intent="change-agree" problems={problems}>
        {id}
        <SubmitButton>
          {change.amountMinor === null
            ? words.agree
            : words.agreeAt(sumIn(data.page, change.amountMinor))}
        </SubmitButton>
      </Form>
      <Form intent="change-refuse" problems={problems}>
        {id}
        <SubmitButton look="quiet">{words.refuse}</SubmitButton>
      </Form>
    </>
  );
}
