import { type Advice, WAYS } from '#domain/market/which-way.ts';
import { text } from '#web/text/catalogue.ts';
import { Icon } from '#web/ui/icon.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import { Cost, type KnownCost } from './cost.tsx';

const words = text.whichWay.answer;

/** The way that fits with its reasons, what can be done today, and what it would cost. */
export function Answer({
  advice,
  cost,
  category,
}: {
  advice: Advice;
  cost: KnownCost;
  category: string | null;
}) {
  const { way, pricing, reasons, open } = advice;
  const post = category === null ? '/projects/new' : `/projects/new?category=${category}`;
  const next =
    way === 'tasks'
      ? { href: '/tasks/new', label: words.order, says: words.todayOpen.tasks }
      : {
          href: post,
          label: words.post,
          says: way === 'project' ? words.todayOpen[pricing] : words.todayLater[way],
        };
  return (
    <section id="answer" aria-labelledby="answer-title" className="pn !border-edge">
      <h2 id="answer-title" className="text-xl">
        {words.why}
      </h2>
      {!open && (
        <p className="mt-2 text-sm">
          <StateBadge word={words.later} icon="calendar-clock" tone="rest" boxed />
        </p>
      )}
      <ul className="mt-3 grid gap-2">
        {reasons.map((reason) => (
          <li key={reason} className="flex gap-2">
            <Icon name="check" className="mt-1 text-primary" />
            <span>{words.reasons[reason]}</span>
          </li>
        ))}
      </ul>
      <h3 className="mt-5 font-semibold text-sm">{words.today}</h3>
      <p className="mt-1">{next.says}</p>
      <p className="mt-4">
        <a className="btn btn-primary" href={next.href}>
          {next.label}
        </a>
      </p>
      <Cost cost={cost} />
      <h3 className="mt-6 font-semibold text-sm">{words.others}</h3>
      <ul className="mt-1 grid gap-1.5 text-sm">
        {WAYS.filter((one) => one !== way).map((one) => (
          <li key={one}>{words.otherWays[one]}</li>
        ))}
      </ul>
    </section>
  );
}
