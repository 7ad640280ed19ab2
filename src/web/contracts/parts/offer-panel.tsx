import { previewFees } from '#domain/ledger/fee.ts';
import type { Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextArea } from '#web/ui/form/text-fields.tsx';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { DecisionPanel, Fold, Outcome } from '#web/ui/panel.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Deadline, Time } from '#web/ui/time.tsx';
import type { ContractData } from '../contract-data.ts';
import { moneyIn, shareWords, sumIn } from '../contract-view.ts';

type Of = { data: ContractData; problems: Problems | undefined };

/** An offer before it is signed: who is asked, what each side pays and receives, and the answers. */
export function OfferPanel({ data, problems }: Of) {
  const { page, people } = data;
  const { contract, side } = page;
  const { offer } = text.contracts;
  const { state } = contract;
  if (state !== 'offered') {
    if (state === 'active' || state === 'ended') return null;
    return <p className="max-w-[62ch]">{offer.over[state]}</p>;
  }
  const sum = sumIn(page, contract.priceMinor);
  const toSign = side === 'freelancer';
  const look = toSign
    ? { ...text.states.waitingForYou, word: offer.asked }
    : { ...text.states.contract.offered, word: offer.made };
  return (
    <DecisionPanel
      id="offer"
      asked={
        <>
          <StateBadge {...look} boxed />
          <span className="text-sm text-muted">
            {offer.until} <Deadline at={contract.offerExpiresAt} />
          </span>
        </>
      }
      title={toSign ? offer.signTitle(sum) : offer.offeredTitle(people.freelancer.name, sum)}
      about={
        <p>
          {toSign
            ? offer.freelancerAbout(people.client.name)
            : offer.clientAbout(people.freelancer.name)}
        </p>
      }
      outcomes={<Outcomes data={data} />}
      acts={
        toSign ? (
          <Answers data={data} problems={problems} />
        ) : (
          <TakeBack data={data} problems={problems} />
        )
      }
    />
  );
}

function Outcomes({ data }: { data: ContractData }) {
  const { page } = data;
  const { offer, outcome } = text.contracts;
  return (
    <>
      <Sums data={data} />
      <div className="grid gap-3">
        <Outcome title={data.people.freelancer.you ? outcome.sign : outcome.signed}>
          {page.contract.pricing === 'hourly' ? offer.signHourlyOutcome : offer.signOutcome}
        </Outcome>
        <Outcome title={outcome.nothing}>
          {offer.on} <Time at={page.contract.offerExpiresAt} relative={false} />{' '}
          {offer.nothingOutcome}
        </Outcome>
      </div>
    </>
  );
}

/** Both sides see both sums before anybody commits. */
function Sums({ data }: { data: ContractData }) {
  const { page, people, offer: terms } = data;
  const { contract } = page;
  const { offer } = text.contracts;
  const slices = terms?.milestones.map((one) => one.amountMinor) ?? [];
  const payments = slices.length > 0 ? slices : [contract.priceMinor];
  const fees = previewFees(contract.feeRules, payments, page.committedMinor);
  const money = (minor: bigint) => <Money amount={moneyIn(page, minor)} />;
  return (
    <div className="grid gap-3">
      <Outcome title={offer.bothPay}>
        <MoneyLines className="text-sm">
          <MoneyLine label={contract.pricing === 'fixed' ? offer.price : offer.estimatedPrice}>
            {money(fees.amountMinor)}
          </MoneyLine>
          <MoneyLine kind="sub" label={offer.clientFee(shareWords(contract.feeRules.client))}>
            {money(fees.clientFeeMinor)}
          </MoneyLine>
          <MoneyLine kind="sum" label={offer.clientPays(people.client)}>
            {money(fees.clientPaysMinor)}
          </MoneyLine>
        </MoneyLines>
      </Outcome>
      <Outcome title={offer.bothReceive}>
        <MoneyLines className="text-sm">
          <MoneyLine
            kind="sub"
            label={offer.freelancerFee(shareWords(contract.feeRules.freelancer))}
          >
            {money(-fees.freelancerFeeMinor)}
          </MoneyLine>
          <MoneyLine kind="sum" label={offer.freelancerReceives(people.freelancer)}>
            {money(fees.freelancerReceivesMinor)}
          </MoneyLine>
        </MoneyLines>
      </Outcome>
    </div>
  );
}

function Answers({ data, problems }: Of) {
  const { offer } = text.contracts;
  if (!data.rights.sign) return null;
  const { page } = data;
  return (
    <div className="grid gap-3 w-full">
      <Form intent="sign" problems={problems}>
        <SubmitButton>{offer.sign(sumIn(page, page.contract.priceMinor))}</SubmitButton>
      </Form>
      <Fold summary={offer.decline} open={problems?.intent === 'decline'}>
        <p className="mb-3">{offer.declineOutcome}</p>
        <Form intent="decline" problems={problems}>
          <TextArea
            name="note"
            label={offer.declineNote}
            hint={offer.declineHint}
            rows={3}
            optional
          />
          <SubmitButton look="quiet">{offer.declineAct}</SubmitButton>
        </Form>
      </Fold>
    </div>
  );
}

function TakeBack({ data, problems }: Of) {
  const { offer } = text.contracts;
  if (data.page.side !== 'client' || !data.rights.award) return null;
  return (
    <div className="w-full">
      <Fold summary={offer.withdraw} open={problems?.intent === 'withdraw-offer'}>
        <p className="mb-3">{offer.withdrawOutcome}</p>
        <Form intent="withdraw-offer" problems={problems}>
          <TextArea
            name="note"
            label={offer.withdrawNote}
            hint={offer.withdrawHint}
            rows={3}
            optional
          />
          <SubmitButton look="quiet">{offer.withdrawAct}</SubmitButton>
        </Form>
      </Fold>
    </div>
  );
}
