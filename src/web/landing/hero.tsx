import type { MarketTerms } from '#domain/billing/queries/market-terms.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { Amount } from '#web/ui/money.tsx';
import { Certificate } from '#web/ui/panel.tsx';
import type { FeeExample } from './fee-words.ts';

const words = text.landing;

type Share = { freelancer: string; client: string };

/** The first screen: what it is, the next act, and one payment followed to its end. */
export function Hero({
  terms,
  share,
  example,
}: {
  terms: MarketTerms;
  share: Share;
  example: FeeExample;
}) {
  return (
    <div className="bg-base-200 border-b border-base-300">
      <div className="wrap pt-12 pb-12 md:pt-20 md:pb-16 grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_30rem] items-center">
        <div>
          <h1 className="text-3xl md:text-4xl">{words.head}</h1>
          <p className="mt-5 text-lg max-w-[52ch]">{words.lead}</p>
          <div className="mt-7 flex flex-col sm:flex-row gap-3">
            <a className="btn btn-primary btn-lg" href="/projects/new">
              {words.post}
            </a>
            <a className="btn btn-lg" href="/projects">
              {words.findWork}
            </a>
          </div>
          <p className="mt-4 text-sm text-muted max-w-[48ch]">
            {words.noFee(text.fees.short(share.freelancer, share.client))}
          </p>
        </div>
        <MoneyPath terms={terms} example={example} />
      </div>
    </div>
  );
}

function MoneyPath({ terms, example }: { terms: MarketTerms; example: FeeExample }) {
  const { path } = words;
  return (
    <Certificate id="path">
      <p className="text-sm text-muted">{path.about}</p>
      <h2 id="path" className="text-lg mt-0.5">
        {path.title(formatMoney(example.price))}
      </h2>
      <table className="tb mt-3">
        <thead>
          <tr>
            <th scope="col">{path.columns.step}</th>
            <th scope="col">{path.columns.safe}</th>
            <th
              scope="col"
              className="n md:whitespace-nowrap"
            >{`${path.columns.total}, ${example.price.currency}`}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <StepHead step={path.fund.step} note={path.fund.note} />
            <td>{path.fund.safe}</td>
            <td className="n">
              <Amount amount={example.clientPays} />
            </td>
          </tr>
          <tr>
            <StepHead step={path.accept.step} note={path.accept.note(terms.acceptanceDays)} />
            <td>{path.accept.safe}</td>
            <td className="n">
              <Evidence href="/fees">
                <Amount amount={example.freelancerFee} />
              </Evidence>
            </td>
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{path.receive.step}</th>
            <td className="!font-normal">{path.receive.safe(terms.securityDays)}</td>
            <td className="n">
              <Evidence href="/fees">
                <Amount amount={example.freelancerReceives} />
              </Evidence>
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="mt-3 text-[0.8125rem] text-muted">
        {path.foot} <Evidence href="/fees">{path.dotted}</Evidence> {path.footEnd}
      </p>
    </Certificate>
  );
}

function StepHead({ step, note }: { step: string; note: string }) {
  return (
    <th scope="row">
      {step}
      <span className="block font-normal text-muted text-[0.8125rem]">{note}</span>
    </th>
  );
}
