import type { ReactNode } from 'react';
import { Phrase } from '#web/evidence/phrase.tsx';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { Money } from '#web/ui/money.tsx';
import type { CompareSight, RankedProposal } from './compare-sight.ts';
import { fitHref } from './figures.tsx';

const words = text.compare.verdict;

/** Who fits best, by how much, and whether that is more than the quality scores can be wrong by. */
export function VerdictSentence({ sight }: { sight: CompareSight }): ReactNode {
  const [first, second] = sight.ranked;
  if (first === undefined) return null;
  if (second === undefined) {
    return (
      <Sentence sight={sight}>
        <b>
          <Phrase says={words.alone} values={{ first: first.name }} />
        </b>{' '}
        {words.aloneSays}
      </Sentence>
    );
  }
  const values = { first: first.name, second: second.name, fit: first.fit.fit.toFixed(1) };
  const even = first.fit.place === second.fit.place;
  return (
    <Sentence sight={sight}>
      <b>
        <Phrase says={even ? words.even : words.best} values={values} />
      </b>{' '}
      {!even && <Behind sight={sight} first={first} second={second} />}
      <Difference sight={sight} first={first} second={second} />
    </Sentence>
  );
}

function Sentence({ sight, children }: { sight: CompareSight; children: ReactNode }) {
  const { view } = sight.question;
  const part = sight.ranked.length < sight.counts.all;
  return (
    <p className="max-w-[70ch]">
      {part && `${view === 'shortlist' ? words.amongShort : words.among} `}
      {children}
    </p>
  );
}

type Two = { sight: CompareSight; first: RankedProposal; second: RankedProposal };

function Behind({ sight, first, second }: Two) {
  const { verdict, shares } = sight;
  // Between the numbers as they are shown: a reader who subtracts must get the same.
  const apart = Number(first.fit.fit.toFixed(1)) - Number(second.fit.fit.toFixed(1));
  const points = words.points(apart.toFixed(1));
  const uncertainty = <Evidence href={fitHref(sight, first.id)}>{words.uncertainty}</Evidence>;
  const alike = verdict.says === 'equal' ? verdict.withIds.length : 0;
  const says =
    alike > 1
      ? words.equalMany.replace('{n}', String(alike + 1))
      : alike === 1
        ? words.equal
        : shares.quality === 0
          ? words.leadPlain
          : words.lead;
  return (
    <>
      <Phrase says={words.behind} values={{ second: second.name, points }} />{' '}
      <Phrase says={says} values={{ uncertainty }} />{' '}
    </>
  );
}

/** What the second asks and takes against the first: the thing to decide by where they are equal. */
function Difference({ sight, first, second }: Two) {
  const apart = second.fees.clientPaysMinor - first.fees.clientPaysMinor;
  const days = second.deliveryDays - first.deliveryDays;
  if (apart === 0n && days === 0) return null;
  const { currency } = sight.project;
  const amountMinor = apart < 0n ? -apart : apart;
  const values = {
    second: second.name,
    sum: <Money amount={{ amountMinor, currency }} />,
    moreOrLess: apart < 0n ? words.less : words.more,
    days: days < 0 ? words.daysLess(-days) : words.daysMore(days),
  };
  const says = apart === 0n ? words.differDays : days === 0 ? words.differPrice : words.differ;
  return <Phrase says={says} values={values} />;
}
