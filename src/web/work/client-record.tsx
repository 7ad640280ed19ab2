/** How a client treats workers: what it approves, how fast, what an hour brings, appeals it lost. */
import type { ReactNode } from 'react';
import type { ClientRecord } from '#domain/assignments/queries/find-work.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { Money } from '#web/ui/money.tsx';
import { Tile, Tiles } from '#web/ui/tiles.tsx';
import { clientRecordHref } from './addresses.ts';

const { find, record: words, duration } = text.work;

/** `98.6%`; null while nothing is decided. */
export function approvedShare({
  approved,
  rejected,
}: Pick<ClientRecord, 'approved' | 'rejected'>): string | null {
  const decided = approved + rejected;
  if (decided === 0n) return null;
  return `${(Math.floor(Number((approved * 10_000n) / decided) / 10) / 10).toFixed(1)}%`;
}

/** In a line beside an offer. */
export function RecordLine({
  clientId,
  record,
}: {
  clientId: string;
  record: ClientRecord | null;
}) {
  const rate = record === null ? null : approvedShare(record);
  if (record === null || rate === null) return <>{find.noRecord}</>;
  const href = clientRecordHref(clientId);
  const { decisionSeconds, appealsUpheld } = record;
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-0.5">
      <span>
        <Phrase says={find.approves} values={{ rate: <Evidence href={href}>{rate}</Evidence> }} />
      </span>
      {decisionSeconds !== null && (
        <span>
          <Phrase
            says={find.decides}
            values={{ time: <Evidence href={href}>{duration(decisionSeconds)}</Evidence> }}
          />
        </span>
      )}
      <Effective record={record} href={href} says={find.pays} />
      <span>
        <Evidence href={href}>
          {appealsUpheld === 0n ? find.noneLost : find.lost(appealsUpheld)}
        </Evidence>
      </span>
    </span>
  );
}

function Effective({
  record: { hourlyMinor, hourlyCurrency },
  href,
  says,
}: {
  record: ClientRecord;
  href: string;
  says: string;
}) {
  if (hourlyMinor === null || hourlyCurrency === null) return null;
  const sum = <Money amount={{ amountMinor: hourlyMinor, currency: hourlyCurrency }} />;
  return (
    <span>
      <Phrase says={says} values={{ sum: <Evidence href={href}>{sum}</Evidence> }} />
    </span>
  );
}

/** As tiles, before the first task. */
export function RecordTiles({
  clientId,
  record,
}: {
  clientId: string;
  record: ClientRecord | null;
}) {
  const rate = record === null ? null : approvedShare(record);
  if (record === null || rate === null) {
    return <p className="mt-2">{text.work.batch.noRecord}</p>;
  }
  const linked = (shown: ReactNode) => (
    <Evidence href={clientRecordHref(clientId)}>{shown}</Evidence>
  );
  const { approved, rejected, decisionSeconds, appealsUpheld } = record;
  const { hourlyMinor: amountMinor, hourlyCurrency: currency } = record;
  return (
    <div className="mt-2">
      <Tiles label={words.label}>
        <Tile
          label={words.rate}
          number={linked(rate)}
          words={words.rateOf(approved, approved + rejected)}
        />
        <Tile
          label={words.time}
          number={decisionSeconds === null ? words.unknown : linked(duration(decisionSeconds))}
        />
        <Tile
          label={words.hourly}
          number={
            amountMinor === null || currency === null
              ? words.unknown
              : linked(<Money amount={{ amountMinor, currency }} />)
          }
        />
        <Tile label={words.appeals} number={linked(appealsUpheld.toLocaleString('en'))} />
      </Tiles>
    </div>
  );
}
