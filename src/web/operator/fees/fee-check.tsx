import { redirect } from 'react-router';
import { type Money as MoneyValue, minorUnit } from '#domain/kernel/money.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { type FeeRule, type FeeRules, previewFees } from '#domain/ledger/fee.ts';
import { feeRulesAt } from '#domain/ledger/queries/fee-rules.ts';
import { addFeeRule } from '#domain/market/commands/add-fee-rule.ts';
import { beginningOf, type NewFeeRule } from '#domain/market/fee-rule.ts';
import { MARKET_ROOT } from '#domain/market/market.ts';
import { termsNow } from '#domain/market/queries/terms.ts';
import { operatorOnly } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { Money } from '#web/ui/money.tsx';
import { formatTime } from '#web/ui/time.tsx';
import { OperatorArea, placeCrumb } from '../area.tsx';
import type { Route } from './+types/fee-check.ts';
import { feeForm, feeValues, ruleOf } from './fee-form.ts';
import { limitWords, shareWords } from './fee-words.ts';

const words = text.operator.fees.check;
const EXAMPLES = [100n, 1_600n, 10_000n];

export const handle: PageHandle = { nav: 'operator' };
export const meta = () => [{ title: text.site.title(text.operator.fees.form.title) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, now, viewer } = operatorOnly(context);
  const { search } = new URL(request.url);
  const rule = readRule(request.url, now);
  if (rule === null) throw redirect(`/operator/fees/new${search}`);
  const { contractKind, payer, tiers, minimumMinor, maximumMinor } = rule;
  const currency = rule.currency ?? (await termsNow(readDb)).baseCurrency;
  const at = beginningOf(rule.startsAt, now);
  const others = await feeRulesAt(readDb, { contractKind, currency, at });
  const planned: FeeRule = { tiers: [...tiers], minimumMinor, maximumMinor };
  return {
    rule,
    values: feeValues(request.url),
    search,
    currency,
    from: at > now ? formatTime(at, viewer.timeZone) : words.now,
    examples: EXAMPLES.map((units) => example({ ...others, [payer]: planned }, currency, units)),
  };
}

/** The rule that the address carries; null when it does not hold one. */
function readRule(url: string, now: Date): NewFeeRule | null {
  const typed = Object.entries(feeValues(url)).filter(([, value]) => value !== '');
  const form = feeForm.safeParse(Object.fromEntries(typed));
  if (!form.success) return null;
  try {
    return ruleOf(form.data, now);
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

type Example = Record<
  'price' | 'clientFee' | 'clientPays' | 'freelancerFee' | 'receives',
  MoneyValue
>;

function example(rules: FeeRules, currency: string, units: bigint): Example {
  const money = (amountMinor: bigint) => ({ amountMinor, currency });
  const price = units * 10n ** BigInt(minorUnit(currency));
  const sums = previewFees(rules, [price]);
  return {
    price: money(price),
    clientFee: money(sums.clientFeeMinor),
    clientPays: money(sums.clientPaysMinor),
    freelancerFee: money(sums.freelancerFeeMinor),
    receives: money(sums.freelancerReceivesMinor),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { run, actor, now } = operatorOnly(context);
  return actOn(
    request,
    formCase(
      feeForm,
      async (form, key) => {
        const rule = ruleOf(form, now);
        const { seq } = await run(addFeeRule, rule, { actor, root: MARKET_ROOT, key });
        return redirectWithFlash(context, '/operator/fees', {
          tone: 'go',
          title: words.done,
          text: words.final,
          evidence: { href: eventNumberHref(MARKET_ROOT, seq), label: text.parts.event(seq) },
        });
      },
      { refusedTitle: words.refused },
    ),
  );
}

const COLUMNS: Column<Example>[] = (
  ['price', 'clientFee', 'clientPays', 'freelancerFee', 'receives'] as const
).map((key) => ({
  key,
  head: words.columns[key],
  numeric: true,
  card: key === 'price' ? 'name' : 'half',
  cell: (row) => <Money amount={row[key]} />,
}));

export default function FeeCheck({ loaderData, actionData }: Route.ComponentProps) {
  const { rule, values, search, examples, currency, from } = loaderData;
  const { contractKinds, payers, allCurrencies } = text.operator.fees;
  const facts = [
    contractKinds[rule.contractKind],
    rule.currency ?? allCurrencies,
    ...(rule.minimumMinor === null && rule.maximumMinor === null
      ? []
      : [limitWords({ ...rule }, rule.currency)]),
  ];
  return (
    <OperatorArea
      place="fees"
      title={words.title(payers[rule.payer], shareWords({ tiers: [...rule.tiers] }, currency))}
      crumbs={[placeCrumb('fees')]}
      facts={facts}
    >
      <div>
        <p className="max-w-[62ch]">
          {words.lead} {words.beside}
        </p>
        <DataTable
          caption={words.caption}
          columns={COLUMNS}
          rows={examples}
          rowKey={(row) => String(row.price.amountMinor)}
        />
        <p className="mt-5 max-w-[62ch]">{words.final}</p>
        <div className="mt-4 flex flex-wrap gap-3 items-start">
          <Form problems={actionData}>
            {Object.entries(values).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <SubmitButton>{words.add(from)}</SubmitButton>
          </Form>
          <a className="btn" href={`/operator/fees/new${search}`}>
            {words.change}
          </a>
        </div>
      </div>
    </OperatorArea>
  );
}
