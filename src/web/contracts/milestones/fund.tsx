import { z } from 'zod';
import { may } from '#domain/accounts/permission.ts';
import { myWallet } from '#domain/billing/queries/my-money.ts';
import { fundMilestone } from '#domain/contracts/commands/fund-milestone.ts';
import { milestonePage } from '#domain/contracts/queries/milestone-page.ts';
import { decimalAmount } from '#domain/kernel/money.ts';
import { signedIn } from '#web/context.ts';
import { walletSumHref } from '#web/evidence/addresses.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Note } from '#web/ui/bands.tsx';
import { Evidence } from '#web/ui/evidence.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { MoneyQuestion } from '#web/ui/panel.tsx';
import { changeOf, fundingOf, moneyIn, shareWords, sumIn } from '../contract-view.ts';
import type { Route } from './+types/fund.ts';
import { backToContract, openMilestone } from './open-milestone.ts';
import { QuestionPage } from './question-head.tsx';

export const handle: PageHandle = { nav: 'contracts' };

const words = text.contracts.fund;

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const open = await openMilestone(context, params.id, { act: 'fund', permission: 'fund' });
  const { currency } = open.page.contract;
  const wallet = may(actor, 'see_money') ? await myWallet(readDb, actor, currency) : null;
  return {
    ...open,
    funding: fundingOf(open.page, open.milestone),
    availableMinor: wallet?.balanceMinor ?? null,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor, readDb } = signedIn(context);
  const milestoneId = params.id;
  return actOn(
    request,
    formCase(
      z.object({}),
      async (_value, key) => {
        const options = { actor, root: milestoneId, key };
        const { contractId, seq } = await run(fundMilestone, { milestoneId }, options);
        const { page, milestone } = await milestonePage(readDb, actor, milestoneId);
        const sum = sumIn(page, milestone.amountMinor + milestone.clientFeeMinor);
        const says = words.doneText(sum, page.freelancerName);
        return backToContract(context, contractId, { seq, title: words.done, text: says });
      },
      { refusedTitle: words.refused },
    ),
  );
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData ? titleOf(loaderData) : '') },
];

function titleOf({ page, milestone, funding }: Route.ComponentProps['loaderData']): string {
  return words.question(sumIn(page, funding.totalMinor), milestone.position);
}

export default function FundPage({ loaderData, actionData }: Route.ComponentProps) {
  const { page, milestone, funding, availableMinor } = loaderData;
  const open = changeOf(page, milestone) !== undefined;
  const missing = availableMinor !== null && availableMinor < funding.totalMinor;
  return (
    <QuestionPage page={page}>
      <Form problems={actionData}>
        <MoneyQuestion
          title={titleOf(loaderData)}
          lines={<Lines data={loaderData} />}
          final={<Final data={loaderData} />}
          acts={
            <>
              <a className="btn" href={`/contracts/${page.contract.id}`}>
                {words.not}
              </a>
              {missing && !open && <AddMoney data={loaderData} availableMinor={availableMinor} />}
              {!missing && !open && (
                <SubmitButton>{words.act(sumIn(page, funding.totalMinor))}</SubmitButton>
              )}
            </>
          }
        />
      </Form>
    </QuestionPage>
  );
}

/** What stands in the way: terms that are talked about, then money; or what cannot be undone. */
function Final({ data }: { data: Route.ComponentProps['loaderData'] }) {
  const { page, people, milestone, funding, availableMinor } = data;
  if (changeOf(page, milestone) !== undefined) {
    return (
      <Note tone="hold">
        {words.changing}{' '}
        <a className="lk" href={`/contracts/${page.contract.id}`}>
          {words.toChange}
        </a>
      </Note>
    );
  }
  if (availableMinor === null || availableMinor >= funding.totalMinor) {
    return words.final(people.freelancer.name);
  }
  return (
    <Note tone="hold">
      {words.missing(sumIn(page, availableMinor), sumIn(page, funding.totalMinor))}
    </Note>
  );
}

function Lines({ data }: { data: Route.ComponentProps['loaderData'] }) {
  const { page, milestone, funding, availableMinor } = data;
  const { currency } = page.contract;
  const money = (minor: bigint) => <Money amount={moneyIn(page, minor)} />;
  return (
    <>
      <p className="mb-1 text-muted">{words.title(milestone.position, milestone.title)}</p>
      <MoneyLines>
        <MoneyLine label={words.amount}>{money(funding.amountMinor)}</MoneyLine>
        <MoneyLine kind="sub" label={words.fee(shareWords(page.contract.feeRules.client))}>
          {money(funding.feeMinor)}
        </MoneyLine>
        <MoneyLine kind="sum" label={words.total}>
          {money(funding.totalMinor)}
        </MoneyLine>
        {availableMinor !== null && (
          <MoneyLine label={words.now}>
            <Evidence href={walletSumHref(currency, 'available')}>{money(availableMinor)}</Evidence>
          </MoneyLine>
        )}
        {availableMinor !== null && availableMinor >= funding.totalMinor && (
          <MoneyLine kind="total" label={words.after}>
            {money(availableMinor - funding.totalMinor)}
          </MoneyLine>
        )}
      </MoneyLines>
    </>
  );
}

function AddMoney({
  data,
  availableMinor,
}: {
  data: Route.ComponentProps['loaderData'];
  availableMinor: bigint;
}) {
  const { page, funding } = data;
  const { currency } = page.contract;
  const missingMinor = funding.totalMinor - availableMinor;
  const amount = decimalAmount(missingMinor, currency);
  return (
    <a className="btn btn-primary" href={`/money/deposit?currency=${currency}&amount=${amount}`}>
      {words.add(sumIn(page, missingMinor))}
    </a>
  );
}
