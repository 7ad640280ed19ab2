import { answersEveryCent } from '#domain/contracts/ending.ts';
import { computeSettlement, isEscrowed } from '#domain/contracts/milestone.ts';
import type { EndingSight, MilestoneSight } from '#domain/contracts/queries/contract-page.ts';
import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Note } from '#web/ui/bands.tsx';
import { CellNote, type Column, DataTable } from '#web/ui/data-table.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { Amount, Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { DecisionPanel, Outcome } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Time } from '#web/ui/time.tsx';
import type { ContractData } from '../contract-data.ts';
import { moneyIn, shareWords, sumIn } from '../contract-view.ts';

type Of = { data: ContractData; problems: Problems | undefined; ending: EndingSight };
type Line = { milestone: MilestoneSight; toFreelancerMinor: bigint; toClientMinor: bigint };

/** A proposed split of everything in escrow: where every cent would go, and the answers. */
export function EndingPanel({ data, problems, ending }: Of) {
  const { page, people, partyId, rights } = data;
  const words = text.contracts.ending;
  const own = ending.proposedBy === partyId;
  const proposer = ending.proposedBy === page.contract.clientId ? people.client : people.freelancer;
  const asked = proposer === people.client ? people.freelancer : people.client;
  const lines = linesOf(page.milestones, ending);
  const total = lines.reduce((sum, one) => sum + one.toFreelancerMinor + one.toClientMinor, 0n);
  const outdated = isOutdated(data, ending);
  return (
    <DecisionPanel
      id="ending"
      asked={
        <>
          <StateBadge {...text.states.waitingForYou} word={own ? words.yours : words.asked} boxed />
          <span className="text-sm text-muted">
            {words.proposedBy(proposer.you ? text.evidence.you : proposer.name)}{' '}
            <Time at={ending.proposedAt} />
          </span>
        </>
      }
      title={words.title(sumIn(page, total))}
      about={
        <>
          {ending.note !== '' && <p className="whitespace-pre-line">{ending.note}</p>}
          <SplitTable data={data} lines={lines} />
          {outdated && (
            <div className="mt-3">
              <Note tone="hold">{words.outdated(proposer)}</Note>
            </div>
          )}
        </>
      }
      outcomes={
        <>
          {!outdated && (
            <Outcome title={text.contracts.outcome.agree(asked)}>
              <Totals data={data} lines={lines} />
              <p className="mt-2">{words.agreeOutcome}</p>
            </Outcome>
          )}
          <Outcome title={text.contracts.outcome.refuse(asked)}>{words.refuseOutcome}</Outcome>
        </>
      }
      acts={rights.refund && <Answers data={data} problems={problems} ending={ending} />}
    />
  );
}

/** Money went into escrow or out of it since: the lines do not answer all of it, or too much. */
function isOutdated({ page }: ContractData, ending: EndingSight): boolean {
  const escrowed = page.milestones.filter((one) => isEscrowed(one.state));
  return !answersEveryCent(escrowed, ending.lines);
}

function linesOf(milestones: readonly MilestoneSight[], ending: EndingSight): Line[] {
  return ending.lines.flatMap((line) => {
    const milestone = milestones.find((one) => one.id === line.milestoneId);
    return milestone === undefined ? [] : [{ ...line, milestone }];
  });
}

function SplitTable({ data, lines }: { data: ContractData; lines: readonly Line[] }) {
  const { page, people } = data;
  const words = text.contracts.ending;
  const { milestones } = text.contracts;
  const amount = (minor: bigint) => <Amount amount={moneyIn(page, minor)} />;
  const columns: Column<Line>[] = [
    {
      key: 'name',
      head: milestones.name,
      card: 'name',
      cell: ({ milestone }) => (
        <>
          {milestone.title}
          <CellNote>{words.held(sumIn(page, milestone.amountMinor))}</CellNote>
        </>
      ),
    },
    {
      key: 'freelancer',
      head: words.toFreelancer(people.freelancer),
      numeric: true,
      card: 'half',
      cell: (line) => amount(line.toFreelancerMinor),
    },
    {
      key: 'client',
      head: words.toClient(people.client),
      numeric: true,
      card: 'half',
      cell: (line) => amount(line.toClientMinor),
    },
  ];
  return (
    <DataTable
      caption={words.asked}
      columns={columns}
      rows={lines}
      rowKey={({ milestone }) => milestone.id}
    />
  );
}

/** The fee is taken milestone by milestone, as it will be when it is divided. */
function Totals({ data, lines }: { data: ContractData; lines: readonly Line[] }) {
  const { page, people } = data;
  const words = text.contracts.ending;
  let lifetimeMinor = page.lifetimeMinor;
  const sums = { gross: 0n, fee: 0n, net: 0n, back: 0n };
  for (const { milestone, toFreelancerMinor } of lines) {
    const part = computeSettlement(milestone, {
      grossMinor: toFreelancerMinor,
      lifetimeMinor,
      rules: page.contract.feeRules,
    });
    lifetimeMinor += toFreelancerMinor;
    sums.gross += part.grossMinor;
    sums.fee += part.freelancerFeeMinor;
    sums.net += part.toFreelancerMinor;
    sums.back += part.toClientMinor;
  }
  const money = (minor: bigint) => <Money amount={moneyIn(page, minor)} />;
  return (
    <MoneyLines className="text-sm">
      <MoneyLine label={words.toFreelancerTotal(people.freelancer)}>{money(sums.gross)}</MoneyLine>
      <MoneyLine kind="sub" label={words.fee(shareWords(page.contract.feeRules.freelancer))}>
        {money(-sums.fee)}
      </MoneyLine>
      <MoneyLine kind="sum" label={words.receives(people.freelancer)}>
        {money(sums.net)}
      </MoneyLine>
      <MoneyLine kind="sum" label={words.back(people.client)}>
        {money(sums.back)}
      </MoneyLine>
    </MoneyLines>
  );
}

function Answers({ data, problems, ending }: Of) {
  const words = text.contracts.ending;
  const id = <input type="hidden" name="endingId" value={ending.id} />;
  if (ending.proposedBy === data.partyId) {
    return (
      <Form intent="ending-withdraw" problems={problems}>
        {id}
        <SubmitButton look="quiet">{words.withdraw}</SubmitButton>
      </Form>
    );
  }
  const total = ending.lines.reduce(
    (sum, one) => sum + one.toFreelancerMinor + one.toClientMinor,
    0n,
  );
  return (
    <>
      {!isOutdated(data, ending) && (
        <Form intent="ending-agree" problems={problems}>
          {id}
          <SubmitButton>{words.agree(sumIn(data.page, total))}</SubmitButton>
        </Form>
      )}
      <Form intent="ending-refuse" problems={problems}>
        {id}
        <SubmitButton look="quiet">{words.refuse}</SubmitButton>
      </Form>
    </>
  );
}
