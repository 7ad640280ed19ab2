import { text } from '#web/text/catalogue.ts';
import { Icon } from '#web/ui/icon.tsx';
import { StateBadge } from '#web/ui/state.tsx';

const words = text.landing.ways;

type Way = {
  name: string;
  what: string;
  text: string;
  route: readonly string[];
  list: readonly string[];
};

/** Projects and tasks as they work today; services as they are planned, and marked so. */
export function Ways({ share, taskShare }: { share: string; taskShare: string }) {
  const { projects, tasks, services } = words;
  return (
    <section className="pt-14" aria-labelledby="ways">
      <h2 id="ways" className="text-2xl">
        {words.title}
      </h2>
      <p className="mt-2">
        {words.unsure}{' '}
        <a className="lk" href="/which-way">
          {words.helper}
        </a>
      </p>
      <div className="mt-7">
        <WayRow
          way={{ ...projects, route: projects.route(`Paid, less ${share}`) }}
          href="/projects/new"
          act={projects.act}
        />
        <WayRow
          way={{ ...tasks, route: tasks.route(taskShare) }}
          href="/tasks/new"
          act={tasks.act}
        />
        <WayRow way={services} />
      </div>
    </section>
  );
}

function WayRow({ way, href, act }: { way: Way; href?: string; act?: string }) {
  const open = href !== undefined;
  return (
    <section className="py-7 border-t border-base-300 grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-3 md:grid-cols-[13rem_minmax(0,1fr)_17rem]">
      <div>
        <h3 className="text-xl">{way.name}</h3>
        <p className="text-sm text-muted mt-1">{way.what}</p>
        {!open && (
          <p className="text-sm mt-3">
            <StateBadge word={words.later} icon="calendar-clock" tone="rest" />
          </p>
        )}
      </div>
      <div>
        <p className={`max-w-[54ch] text-lg ${open ? '' : 'text-muted'}`}>{way.text}</p>
        <Route stops={way.route} open={open} />
      </div>
      <div>
        {!open && <p className="text-sm text-muted mb-2">{words.planned}</p>}
        <ul className={`text-sm grid gap-2 ${open ? '' : 'text-muted'}`}>
          {way.list.map((line) => (
            <li key={line} className="flex gap-2">
              <Icon
                name={open ? 'check' : 'circle-dashed'}
                className={`mt-0.5 ${open ? 'text-primary' : ''}`}
              />
              <span>{line}</span>
            </li>
          ))}
        </ul>
        {open && (
          <a
            className="lk inline-flex items-center gap-1.5 mt-3 text-sm font-semibold py-1"
            href={href}
          >
            {act}
            <Icon name="arrow-right" />
          </a>
        )}
      </div>
    </section>
  );
}

/** The way of the money as stops on a line; the last one is where it arrives. */
function Route({ stops, open }: { stops: readonly string[]; open: boolean }) {
  const edge = open ? 'border-primary' : 'border-edge';
  const fill = open ? 'bg-primary' : 'bg-base-300';
  return (
    <ol className="mt-5 grid grid-flow-col auto-cols-fr max-w-[34rem] text-[0.8125rem] text-muted leading-4">
      {stops.map((stop, at) => {
        const last = at === stops.length - 1;
        return (
          <li key={stop} className="relative pt-4 pe-3">
            {!last && <span className="absolute top-1 start-0 end-0 h-0.5 bg-d2" />}
            <span
              className={`absolute top-0 start-0 size-2.5 rounded-full border-2 ${edge} ${last ? fill : 'bg-base-100'}`}
            />
            {stop}
          </li>
        );
      })}
    </ol>
  );
}
