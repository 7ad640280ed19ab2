import { findWork } from '#domain/assignments/queries/find-work.ts';
import { workPace } from '#domain/assignments/queries/work-pace.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { signedIn } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { useFrame } from '#web/ui/frame/frame.ts';
import { Money } from '#web/ui/money.tsx';
import { PageHead, Section, WorkPage } from '#web/ui/page-head.tsx';
import { Tile, Tiles } from '#web/ui/tiles.tsx';
import { batchHref, workSumHref } from '../addresses.ts';
import { offerRows } from '../find/offer-rows.ts';
import { OfferTable } from '../find/offer-table.tsx';
import { seekerOf } from '../seeker.ts';
import type { Route } from './+types/done.ts';
import { batchSight } from './batch-sight.ts';

const words = text.work.done;
const SIMILAR = 5;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(text.work.crumb) }];

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const ground = signedIn(context);
  const { readDb, actor, viewer, now } = ground;
  const batch = await batchSight(ground, params.id);
  const { timeZone } = viewer;
  const question = { batchId: params.id, timeZone, now };
  const pace = await workPace(readDb, actor, question);
  if (pace === null) refuse('not_found', { thing: 'batch' });
  const seeker = await seekerOf(readDb, actor, now);
  const found = await findWork(readDb, seeker, { qualified: true, limit: SIMILAR + 1 });
  const others = found.rows.filter(({ batchId }) => batchId !== params.id).slice(0, SIMILAR);
  return {
    batch,
    pace,
    similar: await offerRows(readDb, others, seeker),
    why: new URL(request.url).searchParams.get('why') ?? '',
  };
}

type Data = Route.ComponentProps['loaderData'];

/** The end of the work in a batch: why, what it brought, and what else there is. */
export default function Done({ loaderData }: Route.ComponentProps) {
  const { batch, pace, similar, why } = loaderData;
  const count = (pace?.waiting ?? 0) + (pace?.approved ?? 0);
  const stopped = why === 'stopped';
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[
            { href: '/work', label: text.work.crumb },
            { href: batchHref(batch.id), label: batch.title },
          ]}
          title={stopped ? words.stopped(count) : words.title(count)}
        />
      }
    >
      <div>
        <p className="max-w-[62ch]">{words.why[why] ?? words.why.no_task_left}</p>
        {pace !== null && <Brought batch={batch} pace={pace} />}
        <Acts batch={batch} stopped={stopped} />
      </div>
      {similar.length > 0 && (
        <Section id="similar" title={words.similar}>
          <OfferTable rows={similar} />
        </Section>
      )}
    </WorkPage>
  );
}

function Brought({ batch, pace }: { batch: Data['batch']; pace: NonNullable<Data['pace']> }) {
  const { currency } = pace;
  const sum = (amountMinor: bigint) => <Money amount={{ amountMinor, currency }} />;
  const { ownHourlyMinor: hourly } = pace;
  return (
    <div className="mt-6">
      <Tiles label={words.all}>
        <Tile
          label={words.today}
          number={<Evidence href={workSumHref(batch.id, 'today')}>{sum(pace.todayMinor)}</Evidence>}
          words={words.atOnce(batch.autoApprovalSeconds)}
        />
        <Tile
          label={words.all}
          number={
            <Evidence href={`/work/submissions?client=${batch.clientId}`}>
              {sum(pace.allMinor)}
            </Evidence>
          }
          words={words.ofWhich(pace.waiting, pace.approved)}
        />
        <Tile
          label={words.pace}
          number={
            hourly === null ? (
              text.work.find.notMeasured
            ) : (
              <Evidence href={workSumHref(batch.id, 'pace')}>{sum(hourly)}</Evidence>
            )
          }
        />
      </Tiles>
    </div>
  );
}

function Acts({ batch, stopped }: { batch: Data['batch']; stopped: boolean }) {
  const { formKey } = useFrame();
  return (
    <div className="mt-6 flex flex-wrap gap-3">
      {stopped && batch.state === 'open' && (
        <form method="post" action={`${batchHref(batch.id)}?auto=${batch.auto}`}>
          <input type="hidden" name="_key" value={`${formKey}-take`} />
          <button type="submit" className="btn btn-primary" name="_intent" value="take">
            {words.next}
          </button>
        </form>
      )}
      <a className={`btn ${stopped ? '' : 'btn-primary'}`} href="/work">
        {words.more}
      </a>
      <a className="btn" href={batchHref(batch.id)}>
        {words.batch}
      </a>
    </div>
  );
}
