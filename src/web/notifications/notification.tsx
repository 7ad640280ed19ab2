import { redirect } from 'react-router';
import { readNotification } from '#domain/notifications/commands/read-notifications.ts';
import { notification } from '#domain/notifications/queries/notifications.ts';
import { signedIn } from '#web/context.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/notification.ts';

const words = text.notifications;

export const handle: PageHandle = {};
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(loaderData?.title ?? words.crumb) },
];

/**
 * Marks it as read and goes on to the thing. Where that belongs to another party than the one the
 * member acts for, it asks first: nobody's purse is switched by following a link.
 */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, run, actor, viewer } = signedIn(context);
  const { id } = params;
  const row = await notification(readDb, actor, { id, timeZone: viewer.timeZone });
  if (row.readAt === null) await run(readNotification, { notificationId: id }, { actor, root: id });
  const own = viewer.actingFor.find((one) => one.partyId === row.partyId);
  // What stands in the operator area or the account is nobody's purse.
  const anybodys = /^\/(operator|settings|organizations)(\/|$)/.test(row.link);
  if (anybodys || row.partyId === actor.partyId) throw redirect(row.link);
  const acting = viewer.actingFor.find((one) => one.partyId === actor.partyId);
  const { title, body, link, partyId, partyName } = row;
  return {
    title,
    body,
    link,
    partyId,
    partyName,
    acting: acting?.name ?? '',
    mine: own !== undefined,
  };
}

export default function NotificationPage({ loaderData }: Route.ComponentProps) {
  const { title, body, link, partyId, partyName, acting, mine } = loaderData;
  const { switch: change } = words;
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[{ href: '/notifications', label: words.crumb }]}
          title={change.title(partyName)}
        />
      }
    >
      <div className="grid gap-4 max-w-[62ch]">
        <div>
          <p className="font-semibold">{title}</p>
          {body !== '' && <p className="mt-1">{body}</p>}
        </div>
        <p>{mine ? change.text(partyName, acting) : change.gone(partyName)}</p>
        <div className="flex flex-wrap gap-3 items-start">
          {mine && (
            <Form action="/acting-for">
              <input type="hidden" name="partyId" value={partyId} />
              <input type="hidden" name="next" value={link} />
              <SubmitButton>{change.act(partyName)}</SubmitButton>
            </Form>
          )}
          <a className="btn" href="/notifications">
            {change.stay}
          </a>
        </div>
      </div>
    </WorkPage>
  );
}
