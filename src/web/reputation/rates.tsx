import { text } from '#web/text/catalogue.ts';
import { MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import type { ScoreSight } from './score-sight.ts';

const words = text.reputation.sheet;

/** What is counted besides the score. */
export function Rates({ sight }: { sight: ScoreSight }) {
  const { reputation: of, side } = sight;
  const nothing = <span className="text-muted">{words.nothing}</span>;
  const percent = (share: number) => (Math.round(share * 1000) / 10).toString();
  return (
    <section aria-labelledby="rates" className="text-sm">
      <h2 id="rates" className="text-lg">
        {words.rates}
      </h2>
      <p className="mt-1 text-muted">{words.ratesSays}</p>
      <MoneyLines className="mt-2">
        {side === 'freelancer' && (
          <MoneyLine label={words.onTime}>
            {of === null || of.onTime === null
              ? nothing
              : words.onTimeSays(percent(of.onTime), of.onTimeCount)}
          </MoneyLine>
        )}
        <MoneyLine label={words.clients[side]}>
          {of === null || of.clients === 0
            ? nothing
            : words.clientsSays(of.clients, of.repeatClients)}
        </MoneyLine>
        {side === 'freelancer' && (
          <>
            <MoneyLine label={words.response}>
              {of === null || of.responseRate === null
                ? nothing
                : words.responseSays(percent(of.responseRate), of.responseCount)}
            </MoneyLine>
            <MoneyLine label={words.responseHours}>
              {of === null || of.responseHours === null ? nothing : words.hours(of.responseHours)}
            </MoneyLine>
          </>
        )}
      </MoneyLines>
    </section>
  );
}
