import { formatAmount } from '#domain/kernel/money.ts';
import { type FeeRules, previewFees } from '#domain/ledger/fee.ts';
import type { Pricing } from '#domain/projects/project.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { text } from '#web/text/catalogue.ts';
import { type DrawnMoney, drawMoney } from './drawn-money.ts';
import { FeeNote, MoneySides } from './money-sides.tsx';
import { typedMoney } from './typed-money.ts';

const words = text.proposals.money;

/** What decides the sums. */
export type MoneyGround = {
  pricing: Pricing;
  currency: string;
  rules: FeeRules;
  /** Paid or in escrow between the two before, in minor units: where tiers begin. */
  lifetimeMinor: bigint;
  clientName: string;
  freelancerName: string;
};

/**
 * Both sums beside the fields of a proposal, as far as they are written. With script
 * (`enhance: ['both-sums']`) they follow every key; without it the button sends the form for a new
 * drawing. So every part is in the page, and those without a meaning yet are hidden.
 */
export function MoneyPreview({
  ground,
  initial,
  rows,
}: {
  ground: MoneyGround;
  /** What stands in the fields when the page comes. */
  initial: Readonly<Record<string, string>>;
  rows: number;
}) {
  const { pricing, currency, rules, lifetimeMinor } = ground;
  const money = typedMoney((name) => initial[name] ?? '', { pricing, currency, rows });
  const drawn = drawMoney(money, { rules, lifetimeMinor });
  const script = { pricing, currency, rules, rows, lifetimeMinor: lifetimeMinor.toString() };
  const { clientName, freelancerName } = ground;
  const preview = previewFees(rules, money?.payments ?? [], lifetimeMinor);
  const sides = { rules, preview, currency, clientName, freelancerName };
  return (
    <div className="pn" data-both-sums={JSON.stringify(script)}>
      <h2 className="text-lg">{words.title}</h2>
      <p
        className="mt-2 text-sm text-muted"
        data-when="waiting"
        hidden={isHidden(drawn, 'waiting')}
      >
        {words.waiting}
      </p>
      <div data-when="drawn" hidden={isHidden(drawn, 'drawn')}>
        <Slices drawn={drawn} currency={currency} />
        <MoneySides sides={{ ...sides, reader: 'freelancer' }} />
        <FeeNote />
      </div>
      <p className="sr-only" role="status" data-says={words.receive} />
      <button
        type="submit"
        name="act"
        value="show"
        className="btn btn-sm mt-4"
        data-without-script=""
      >
        {text.proposals.form.show}
      </button>
    </div>
  );
}

/** Whether the milestones make the price. */
function Slices({ drawn, currency }: { drawn: DrawnMoney; currency: string }) {
  const sum = (name: string) => (
    <span className="whitespace-nowrap">
      {currency}&nbsp;
      <span data-sum={name}>{formatAmount(drawn.sums[name] ?? 0n, currency)}</span>
    </span>
  );
  const values = { sum: sum('milestones'), rest: sum('rest') };
  const says = { exact: words.sum, missing: words.missing, over: words.over };
  return Object.entries(says).map(([stand, sentence]) => (
    <p
      key={stand}
      className={`mt-2 text-sm ${stand === 'exact' ? 'text-muted' : 'text-hold'}`}
      data-when={stand}
      hidden={isHidden(drawn, stand)}
    >
      <Phrase says={sentence} values={values} />
    </p>
  ));
}

function isHidden({ shown }: DrawnMoney, part: string): boolean {
  return !shown.has(part);
}
