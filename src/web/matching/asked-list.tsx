import { countryName } from '#domain/accounts/country.ts';
import { shoreOf } from '#domain/directory/region.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { ShoreGlyph } from '#web/ui/icon.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Day } from '#web/ui/time.tsx';
import { ASKED_LOOK } from './asked-state.ts';
import type { AskedRow, MatchSight } from './match-sight.ts';
import { Reasons } from './reasons.tsx';

const words = text.matching.page;

/** Everybody on the list, or everybody who was told, each with why and what came of it. */
export function AskedList({ sight, rows }: { sight: MatchSight; rows: readonly AskedRow[] }) {
  return (
    <ul className="mt-2 divide-y divide-base-300 border-y border-base-300">
      {rows.map((one) => (
        <li
          key={one.id}
          className="py-3 grid grid-cols-[minmax(0,1fr)] md:grid-cols-[4rem_minmax(0,1fr)_13rem] gap-x-5 gap-y-2"
        >
          <Score score={one.score} />
          <div className="min-w-0">
            <WhoLine sight={sight} one={one} />
            {one.best !== null && <p className="mt-0.5 text-sm">{one.best}</p>}
            {one.note !== '' && <p className="mt-0.5 text-sm text-muted">“{one.note}”</p>}
            {one.score !== null && <Reasons reasons={one.reasons} score={one.score} />}
          </div>
          <div className="text-sm md:text-end">
            <State one={one} />
            {sight.mayAsk && <RowAct sight={sight} one={one} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

export function Score({ score }: { score: number | null }) {
  return (
    <div className="md:pt-0.5">
      {score === null ? (
        <span className="text-sm text-muted">{words.byYou}</span>
      ) : (
        <>
          <b className="text-xl font-semibold">{score.toFixed(1)}</b>
          <span className="text-sm text-muted md:block"> {words.ofHundred}</span>
        </>
      )}
    </div>
  );
}

export function WhoLine({
  sight,
  one,
}: {
  sight: MatchSight;
  one: { freelancerId: string | null; name: string; country: string | null; newcomer: boolean };
}) {
  const shore = one.country === null ? null : shoreOf(sight.project.clientCountry, one.country);
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      {one.freelancerId === null ? (
        <b className="font-semibold">{one.name}</b>
      ) : (
        <a className="lk font-semibold" href={`/freelancers/${one.freelancerId}`}>
          {one.name}
        </a>
      )}
      <span className="text-sm text-muted inline-flex items-center gap-1.5">
        {shore !== null && <ShoreGlyph shore={shore} />}
        {one.country !== null && countryName(one.country)}
        {shore !== null && `, ${text.compare.shores[shore]}`}
      </span>
      {one.newcomer && <span className="text-sm text-muted">· {words.newcomer}</span>}
    </p>
  );
}

function State({ one }: { one: AskedRow }) {
  const at = one.declinedAt ?? one.withdrawnAt ?? one.seenAt ?? one.invitedAt;
  const because = one.look === 'declined' && one.declineReason !== null;
  return (
    <>
      <StateBadge {...ASKED_LOOK[one.look]} />
      {at !== null && one.look !== 'suggested' && one.look !== 'draft' && (
        <span className="block text-muted">
          <Day at={at} />
        </span>
      )}
      {because && (
        <span className="block text-muted">
          {words.because(text.matching.declinedSays[one.declineReason ?? 'other'])}
        </span>
      )}
      {one.look === 'declined' && one.declineNote !== '' && (
        <span className="block text-muted">“{one.declineNote}”</span>
      )}
    </>
  );
}

function RowAct({ sight, one }: { sight: MatchSight; one: AskedRow }) {
  if (one.look === 'proposed' && one.proposalId !== null) {
    return (
      <a className="btn btn-sm mt-1.5 max-md:h-11" href={`/proposals/${one.proposalId}`}>
        {words.proposal}
      </a>
    );
  }
  if (one.look === 'suggested') {
    return (
      <Form intent="remove" className="mt-1.5">
        <input type="hidden" name="freelancerId" value={one.id} />
        <input type="hidden" name="name" value={one.name} />
        <button
          type="submit"
          className="btn btn-sm max-md:h-11"
          aria-label={words.remove(one.name)}
        >
          {words.removeShort}
        </button>
      </Form>
    );
  }
  if (one.look === 'declined' || one.look === 'withdrawn') return null;
  return (
    <a
      className="btn btn-sm mt-1.5 max-md:h-11"
      href={`/projects/${sight.project.id}/invite/${one.id}/withdraw`}
      aria-label={words.withdraw(one.name)}
    >
      {words.withdrawShort}
    </a>
  );
}
