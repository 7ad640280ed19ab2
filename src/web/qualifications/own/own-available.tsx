import type { RequestVerdict } from '#domain/qualifications/qualification.ts';
import type { TypeRow } from '#domain/qualifications/queries/types.ts';
import { FilterText } from '#web/operator/filter-text.tsx';
import { text } from '#web/text/catalogue.ts';
import { EmptyState } from '#web/ui/panel.tsx';
import { FilterBar } from '#web/ui/table-controls.tsx';
import { Time } from '#web/ui/time.tsx';
import { wayWords } from '../way-words.ts';
import { Older } from './own-parts.tsx';

const { own: words, ask: askWords } = text.qualifications;

export type Ask = { verdict: RequestVerdict; requestId: string | null } | undefined;

/** What may be asked for, with a search; and why not, where it may not. */
export function Available({
  rows,
  search,
  older,
}: {
  rows: readonly { type: TypeRow; ask: Ask }[];
  search: string;
  older: string | undefined;
}) {
  return (
    <div className="mt-3 min-w-0">
      <FilterBar>
        <FilterText name="q" label={words.search} value={search} />
      </FilterBar>
      {rows.length === 0 ? (
        <div className="mt-5">
          <EmptyState title={words.availableNone.title} level={3}>
            {words.availableNone.text}
          </EmptyState>
        </div>
      ) : (
        <ul className="mt-4 border-t border-edge" aria-label={words.availableCaption}>
          {rows.map(({ type, ask }) => (
            <Row key={type.id} type={type} ask={ask} />
          ))}
        </ul>
      )}
      <Older href={older} />
    </div>
  );
}

function Row({ type, ask }: { type: TypeRow; ask: Ask }) {
  const href = `/work/qualifications/${type.id}`;
  return (
    <li className="border-b border-base-300 py-3.5 grid grid-cols-[minmax(0,1fr)] sm:grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-2 items-start">
      <div className="min-w-0">
        <h3 className="text-base leading-6">
          <a className="lk" href={href}>
            {type.name}
          </a>{' '}
          <span className="font-normal text-sm text-muted">{askWords.by(type.ownerName)}</span>
        </h3>
        <p className="text-sm [overflow-wrap:anywhere]">{type.description}</p>
        <p className="text-sm text-muted">{wayWords(type)}</p>
      </div>
      {ask?.verdict.may === true ? (
        <a className="btn" href={href}>
          {askWords.look}
          <span className="sr-only">: {type.name}</span>
        </a>
      ) : (
        <p className="text-sm text-muted">
          {ask?.verdict.why === 'begun' ? (
            <a className="lk" href={`/work/tests/${ask.requestId}`}>
              {askWords.goOn}
              <span className="sr-only">: {type.name}</span>
            </a>
          ) : (
            <WhyNot verdict={ask?.verdict} />
          )}
        </p>
      )}
    </li>
  );
}

/** Why a worker cannot ask now, in a few words; nothing where it can. */
export function WhyNot({ verdict }: { verdict: RequestVerdict | undefined }) {
  if (verdict === undefined || verdict.may) return null;
  switch (verdict.why) {
    case 'closed':
      return askWords.never;
    case 'begun':
      return askWords.begun;
    case 'waits':
      return askWords.waits;
    case 'once':
      return askWords.once;
    case 'later':
      return (
        <>
          {askWords.later} <Time at={verdict.at} relative={false} />
        </>
      );
  }
}
