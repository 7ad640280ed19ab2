import { z } from 'zod';
import { isId } from '#domain/kernel/ids.ts';
import {
  readAllNotifications,
  readNotification,
} from '#domain/notifications/commands/read-notifications.ts';
import { type Notification, notifications } from '#domain/notifications/queries/notifications.ts';
import { signedIn } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { useFrame } from '#web/ui/frame/frame.ts';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import { EmptyState } from '#web/ui/panel.tsx';
import { Paging, withQuery } from '#web/ui/table-controls.tsx';
import { Time } from '#web/ui/time.tsx';
import { ViewLinks } from '#web/ui/timeline.tsx';
import type { Route } from './+types/notifications.ts';

const words = text.notifications;
const ROWS = 30;

export const handle: PageHandle = {};
export const meta = () => [{ title: text.site.title(words.crumb) }];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { readDb, actor, viewer } = signedIn(context);
  const { pathname, search, searchParams } = new URL(request.url);
  const unread = searchParams.get('show') === 'new';
  const cursor = searchParams.get('cursor');
  const question = { unread, limit: ROWS, timeZone: viewer.timeZone };
  const page = await notifications(
    readDb,
    actor,
    cursor === null ? question : { ...question, cursor },
  );
  const here = pathname + search;
  return {
    rows: page.rows,
    unread,
    earlier: page.next === null ? undefined : withQuery(here, { cursor: page.next }),
    later: cursor === null ? undefined : withQuery(here, {}),
  };
}

const one = z.object({ id: z.string().refine(isId) });

export async function action({ context, request }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const { pathname, search } = new URL(request.url);
  return actOnIntent(request, {
    one: formCase(one, async ({ id }) => {
      await run(readNotification, { notificationId: id }, { actor, root: id });
      return redirectWithFlash(context, pathname + search, { tone: 'go', title: words.readTitle });
    }),
    all: formCase(z.object({}), async () => {
      const { read } = await run(readAllNotifications, null, { actor, root: actor.memberId });
      return redirectWithFlash(context, pathname, { tone: 'go', title: words.allRead(read) });
    }),
  });
}

export default function Notifications({ loaderData }: Route.ComponentProps) {
  const { rows, unread, earlier, later } = loaderData;
  const news = useFrame().viewer?.unreadNotifications ?? 0;
  const acts = news > 0 && (
    <Form intent="all">
      <button type="submit" className="btn">
        {words.readAll}
      </button>
    </Form>
  );
  const links = [
    { href: '/notifications', label: words.all, current: !unread },
    { href: '/notifications?show=new', label: words.unread, current: unread },
  ];
  return (
    <WorkPage head={<PageHead title={words.title(news)} acts={acts || undefined} />}>
      <div className="max-w-3xl">
        <ViewLinks label={words.show} links={links} />
        {rows.length === 0 ? (
          <Empty unread={unread} />
        ) : (
          <>
            <ul className="mt-3 border-t border-base-300">
              {rows.map((row) => (
                <NoticeRow key={row.id} row={row} />
              ))}
            </ul>
            <Paging earlier={earlier} later={later} span={words.span(rows.length)} />
          </>
        )}
        <p className="mt-6 text-sm text-muted">
          {words.mails}{' '}
          <a className="lk" href="/settings">
            {words.account}
          </a>
        </p>
      </div>
    </WorkPage>
  );
}

/** Unread ones carry the word, a bold title and a bar at the start edge. */
function NoticeRow({ row }: { row: Notification }) {
  const { viewer } = useFrame();
  const fresh = row.readAt === null;
  const party = viewer?.actingFor.find((one) => one.partyId === row.partyId);
  const edge = fresh
    ? 'border-s-4 border-s-primary bg-base-200'
    : 'border-s-4 border-s-transparent';
  return (
    <li
      className={`border-b border-base-300 ps-3 pe-2 py-3 flex flex-wrap sm:flex-nowrap gap-x-4 gap-y-1 items-start ${edge}`}
    >
      <div className="min-w-0 flex-1 basis-64">
        <h2
          className={`text-base tracking-normal text-pretty ${fresh ? 'font-semibold' : 'font-normal'}`}
        >
          <a className="lk" href={`/notifications/${row.id}`}>
            {row.title}
          </a>
        </h2>
        {row.body !== '' && <p className="mt-0.5">{row.body}</p>}
        <p className="mt-0.5 text-sm text-muted">
          {fresh && <b className="text-base-content">{words.new} · </b>}
          <Time at={row.createdAt} />
          {party?.role !== 'self' && <> · {words.forParty(row.partyName)}</>}
        </p>
      </div>
      {fresh && (
        <Form intent="one" className="contents">
          <input type="hidden" name="id" value={row.id} />
          <button type="submit" className="btn btn-sm btn-ghost max-sm:-ms-3">
            {words.read}
            <span className="sr-only">: {row.title}</span>
          </button>
        </Form>
      )}
    </li>
  );
}

function Empty({ unread }: { unread: boolean }) {
  const { title, text: says, act } = unread ? words.emptyUnread : words.empty;
  return (
    <div className="mt-4">
      <EmptyState
        title={title}
        acts={
          <a className="btn" href={unread ? '/notifications' : '/projects'}>
            {act}
          </a>
        }
      >
        {says}
      </EmptyState>
    </div>
  );
}
