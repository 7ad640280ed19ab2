import { formatMoney } from '#domain/kernel/money.ts';
import type { ActingFor } from '#web/context.ts';
import { text } from '#web/text/catalogue.ts';
import { Icon } from '../icon.tsx';
import { Initials } from '../initials.tsx';
import { type FrameViewer, useFrame } from './frame.ts';
import { MenuPanel } from './menu.tsx';

/** Who acts, always in sight; opens the list of parties. */
export function ActingForSwitch({ viewer }: { viewer: FrameViewer }) {
  const current = viewer.actingFor.find((one) => one.partyId === viewer.partyId);
  const name = current?.name ?? viewer.name;
  return (
    <details className="relative min-w-0" name="bar">
      <summary className="flex items-center gap-2 h-11 px-2 rounded-field cursor-pointer hover:bg-base-200">
        <Initials name={name} strong />
        <span className="text-start leading-4 min-w-0">
          <span className="block text-xs text-muted">{text.site.acting.label}</span>
          <span className="block text-sm font-medium truncate max-w-36">{name}</span>
        </span>
        <Icon name="chevron-down" className="text-muted" />
      </summary>
      <MenuPanel>
        <ActingForList parties={viewer.actingFor} partyId={viewer.partyId} />
      </MenuPanel>
    </details>
  );
}

/** Every party one may act for: role and balance per row, so that nobody pays from the wrong purse. */
export function ActingForList({
  parties,
  partyId,
}: {
  parties: readonly ActingFor[];
  partyId: string;
}) {
  const { path } = useFrame();
  return (
    <form method="post" action="/acting-for">
      <input type="hidden" name="next" value={path} />
      <p className="px-3 pt-1.5 pb-2 text-sm text-muted">{text.site.acting.question}</p>
      {parties.map((party) => (
        <ActingForRow key={party.partyId} party={party} on={party.partyId === partyId} />
      ))}
    </form>
  );
}

function ActingForRow({ party, on }: { party: ActingFor; on: boolean }) {
  const money = moneyWords(party.balances);
  return (
    <button
      type="submit"
      name="partyId"
      value={party.partyId}
      aria-current={on ? 'true' : undefined}
      className={`w-full flex items-center gap-3 px-3 min-h-14 rounded-field text-start cursor-pointer hover:bg-base-200 ${on ? 'bg-base-200' : ''}`}
    >
      <Initials name={party.name} strong={on} size="middle" />
      <span className="min-w-0">
        <span className="block font-medium truncate">{party.name}</span>
        <span className="block text-sm text-muted">
          {text.site.acting.roles[party.role]} · {money}
        </span>
      </span>
      {on && <Icon name="check" className="ms-auto" />}
    </button>
  );
}

function moneyWords(balances: ActingFor['balances']): string {
  if (balances === null) return text.site.acting.noMoney;
  return balances.length === 0 ? text.site.acting.emptyPurse : balances.map(formatMoney).join(', ');
}
