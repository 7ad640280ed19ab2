import { text } from '#web/text/catalogue.ts';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import type { FeeExample } from './fee-words.ts';

export function CostAndApi({
  example,
  share,
  url,
}: {
  example: FeeExample;
  share: string;
  url: string;
}) {
  const { cost, api } = text.landing;
  return (
    <div className="pt-14 grid gap-x-14 gap-y-8 grid-cols-[minmax(0,1fr)] lg:grid-cols-[repeat(2,minmax(0,1fr))] items-start">
      <section aria-labelledby="cost">
        <h2 id="cost" className="text-2xl">
          {cost.title}
        </h2>
        <p className="mt-3 max-w-[50ch]">{cost.text}</p>
        <FeeLines example={example} share={share} className="mt-4 max-w-md" />
        <MoreLink href="/fees">{cost.act}</MoreLink>
      </section>
      <section aria-labelledby="api">
        <h2 id="api" className="text-2xl">
          {api.title}
        </h2>
        <p className="mt-3 max-w-[50ch]">{api.text}</p>
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, also by keyboard
          tabIndex={0}
          className="mt-4 rounded-box bg-neutral text-neutral-content p-4 text-[0.75rem] sm:text-sm overflow-x-auto"
        >
          <code>{`curl ${url}/api/v1/projects \\\n  -H "Authorization: Bearer $ANYSHORE_KEY"`}</code>
        </pre>
        <MoreLink href="/api/docs">{api.act}</MoreLink>
      </section>
    </div>
  );
}

/** Both sums and what lies between them; nothing is shown that is nothing. */
export function FeeLines({
  example,
  share,
  className = '',
}: {
  example: FeeExample;
  share: string;
  className?: string;
}) {
  const words = text.fees;
  const onTop = example.clientFee.amountMinor > 0n;
  return (
    <MoneyLines className={className}>
      <MoneyLine label={words.youPay}>
        <Money amount={example.clientPays} />
      </MoneyLine>
      {onTop && (
        <MoneyLine kind="sub" label={words.clientFee}>
          <Money amount={{ ...example.clientFee, amountMinor: -example.clientFee.amountMinor }} />
        </MoneyLine>
      )}
      <MoneyLine kind="sub" label={words.freelancerFee(share)}>
        <Money amount={example.freelancerFee} />
      </MoneyLine>
      <MoneyLine kind="total" label={words.receives}>
        <Money amount={example.freelancerReceives} />
      </MoneyLine>
    </MoneyLines>
  );
}

function MoreLink({ href, children }: { href: string; children: string }) {
  return (
    <p className="mt-3">
      <a className="lk text-sm font-semibold py-1" href={href}>
        {children}
      </a>
    </p>
  );
}
