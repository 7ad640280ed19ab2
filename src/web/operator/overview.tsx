import { openAppeals, stoppedBatches } from '#domain/assignments/queries/open-appeals.ts';
import { waitingRequests } from '#domain/billing/queries/waiting-requests.ts';
import { findEvents } from '#domain/evidence/queries/find-events.ts';
import type { AccountKind } from '#domain/ledger/account.ts';
import { lastLedgerCheck } from '#domain/market/queries/last-ledger-check.ts';
import type { LedgerCheck } from '#domain/market/queries/ledger-check.ts';
import { termsNow } from '#domain/market/queries/terms.ts';
import { unsentMails } from '#domain/notifications/queries/outbox.ts';
import { waitingReports } from '#domain/reputation/queries/reports.ts';
import { operatorOnly } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { Money } from '#web/ui/money.tsx';
import { Section } from '#web/ui/page-head.tsx';
import { Tile, Tiles } from '#web/ui/tiles.tsx';
import { Time } from '#web/ui/time.tsx';
import type { Route } from './+types/overview.ts';
import { OperatorArea } from './area.tsx';
import { EventList } from './event-list.tsx';
import { TasksWaiting } from './tasks-waiting.tsx';

const words = text.operator.overview;
const MANY = 100;
const LATEST = 8;

export const handle: PageHandle = { nav: 'operator' };
export const meta = () => [{ title: text.site.title(text.operator.area) }];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, actor, now, config } = operatorOnly(context);
  const [waiting, reported, appeals, stopped, unsent, ledger, terms, events] = await Promise.all([
    waitingRequests(readDb, MANY),
    waitingReports(readDb, MANY),
    openAppeals(readDb, actor, { limit: MANY }),
    stoppedBatches(readDb, actor),
    unsentMails(readDb, MANY),
    lastLedgerCheck(readDb),
    termsNow(readDb),
    findEvents(readDb, actor, { limit: LATEST, now }),
  ]);
  const { baseCurrency } = terms;
  const last = ledger.last ?? null;
  const held = (kind: AccountKind) =>
    last === null ? null : totalOf(last.check, kind, baseCurrency);
  return {
    waiting,
    reported: reported.count,
    appeals: appeals.rows,
    stopped,
    unsent,
    delivers: config.delivers === true,
    checkedAt: last?.at ?? null,
    differences: last?.check.differenceCount ?? null,
    escrow: held('escrow'),
    income: held('fee_income'),
    currency: baseCurrency,
    events: events.rows,
    partyId: actor.partyId,
  };
}

function totalOf(check: LedgerCheck, kind: AccountKind, currency: string) {
  const found = check.totals.find((one) => one.kind === kind && one.currency === currency);
  return { amountMinor: BigInt(found?.totalMinor ?? '0'), currency };
}

export default function Overview({ loaderData }: Route.ComponentProps) {
  const { waiting, reported, appeals, stopped, events, partyId } = loaderData;
  const counts = [waiting.count, reported, appeals.length, stopped.length];
  return (
    <OperatorArea place="overview" title={words.title(counts, MANY)}>
      <Figures figures={loaderData} />
      <ReportsLine count={reported} />
      <TasksWaiting appeals={appeals} stopped={stopped} most={MANY} />
      <Section id="mails" title={words.mails}>
        <MailWords unsent={loaderData.unsent} delivers={loaderData.delivers} />
      </Section>
      <Section id="latest" title={words.latest}>
        <EventList events={events} partyId={partyId} />
        <p className="mt-2">
          <a className="lk" href="/operator/events">
            {words.allEvents}
          </a>
        </p>
      </Section>
    </OperatorArea>
  );
}

/** Reports of content that wait; nothing where none do. */
function ReportsLine({ count }: { count: number }) {
  if (count === 0) return null;
  const reports = text.reputation.operator;
  return (
    <p>
      {count === 1 ? reports.waitingOne : reports.waiting(words.many(count, MANY))}{' '}
      <a className="lk" href="/operator/reports">
        {reports.toReports}
      </a>
    </p>
  );
}

function Figures({ figures }: { figures: Route.ComponentProps['loaderData'] }) {
  const { waiting, differences, checkedAt, escrow, income, currency } = figures;
  const atCheck = checkedAt === null ? words.unchecked : words.atCheck;
  return (
    <Tiles label={words.figures}>
      <Tile
        label={words.requests}
        number={<Evidence href="/operator/money">{words.many(waiting.count, MANY)}</Evidence>}
        words={
          waiting.oldest === null ? (
            words.noRequests
          ) : (
            <>
              {words.oldest} <Time at={waiting.oldest} />
            </>
          )
        }
      />
      <Tile
        label={words.ledger}
        number={<Evidence href="/operator/ledger">{differences ?? '–'}</Evidence>}
        words={
          checkedAt === null ? (
            words.unchecked
          ) : (
            <>
              {words.checked} <Time at={checkedAt} />
            </>
          )
        }
      />
      <Tile
        label={words.escrow(currency)}
        number={
          <Evidence href="/operator/ledger">
            {escrow === null ? '–' : <Money amount={escrow} />}
          </Evidence>
        }
        words={atCheck}
      />
      <Tile
        label={words.income(currency)}
        number={
          <Evidence href="/operator/ledger">
            {income === null ? '–' : <Money amount={income} />}
          </Evidence>
        }
        words={atCheck}
      />
    </Tiles>
  );
}

function MailWords({ unsent, delivers }: { unsent: number; delivers: boolean }) {
  const waiting = unsent === 0 ? words.mailsNone : words.mailsWaiting(words.many(unsent, MANY));
  return (
    <p className="mt-1 max-w-[62ch]">
      {delivers ? waiting : words.mailsKept}{' '}
      <a className="lk" href="/operator/outbox">
        {words.readMails}
      </a>
    </p>
  );
}
