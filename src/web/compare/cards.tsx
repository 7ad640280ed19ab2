import { shareOf } from '#web/landing/fee-words.ts';
import { text } from '#web/text/catalogue.ts';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { Day } from '#web/ui/time.tsx';
import type { CompareSight, RankedProposal } from './compare-sight.ts';
import {
  Answers,
  FitBar,
  FitNumber,
  Initials,
  OnTime,
  PastWork,
  Quality,
  Shore,
} from './figures.tsx';
import { Marks } from './marks.tsx';
import { AwardLink, Hours, ReadyBy } from './sums.tsx';

const words = text.compare.table;

/** The same on a phone: one card each, in their order. */
export function Cards({ sight }: { sight: CompareSight }) {
  return (
    <ol className="grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-2">
      {sight.shown.map((one) => (
        <li key={one.id} className={`pn ${one.fit.place === 1 ? '!border-primary !border-2' : ''}`}>
          <CardHead sight={sight} one={one} />
          <div className="mt-3">
            <FitBar fit={one.fit} />
          </div>
          <CardLines sight={sight} one={one} />
          <div className="mt-3">
            <Marks one={one} mayMark={sight.mayMark} />
          </div>
          <div className="mt-3">
            <AwardLink sight={sight} one={one} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function CardHead({ sight, one }: { sight: CompareSight; one: RankedProposal }) {
  return (
    <div className="flex items-center gap-3">
      <Initials name={one.name} strong={one.fit.place === 1} />
      <span className="min-w-0">
        <a className="font-semibold block" href={`/proposals/${one.id}`}>
          {one.name}
        </a>
        <Shore one={one} />
      </span>
      <span className="ms-auto text-end">
        <span className="text-xl font-semibold">
          <FitNumber sight={sight} one={one} />
        </span>
        <span className="block text-sm text-muted">
          {`${words.fitCard}, ${words.place(one.fit.place)}`}
        </span>
      </span>
    </div>
  );
}

function CardLines({ sight, one }: { sight: CompareSight; one: RankedProposal }) {
  const { project, rules } = sight;
  const money = (amountMinor: bigint) => (
    <Money amount={{ amountMinor, currency: project.currency }} />
  );
  return (
    <MoneyLines className="text-sm mt-2">
      <MoneyLine label={words.pay}>
        <b className="font-semibold">{money(one.fees.clientPaysMinor)}</b>
        <Hours sight={sight} one={one} />
      </MoneyLine>
      <MoneyLine kind="sub" label={words.receiveAfter(shareOf(rules.freelancer))}>
        {money(one.fees.freelancerReceivesMinor)}
      </MoneyLine>
      <MoneyLine label={words.delivery}>
        {words.days(one.deliveryDays)}, <ReadyBy sight={sight} one={one} />
      </MoneyLine>
      <MoneyLine label={words.qualityCard}>
        <Quality one={one} brief />
      </MoneyLine>
      <MoneyLine label={words.onTime}>
        <OnTime one={one} />
      </MoneyLine>
      <MoneyLine label={words.past}>
        <PastWork one={one} />
      </MoneyLine>
      <MoneyLine label={words.answers}>
        <Answers one={one} />
      </MoneyLine>
      <MoneyLine label={words.sent}>
        <Day at={one.sentAt} />
      </MoneyLine>
    </MoneyLines>
  );
}
