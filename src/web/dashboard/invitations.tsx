import type { MyInvitation } from '#domain/projects/queries/my-invitations.ts';
import { text } from '#web/text/catalogue.ts';
import { Icon } from '#web/ui/icon.tsx';
import { Deadline } from '#web/ui/time.tsx';

const words = text.dashboard.invitations;

/** Invitations to propose, as further items of the list of what waits. */
export function Invitations({ invitations }: { invitations: readonly MyInvitation[] }) {
  return invitations.map((one) => (
    <li
      key={one.projectId}
      className="py-4 grid gap-x-4 gap-y-3 sm:grid-cols-[1.75rem_minmax(0,1fr)_auto] sm:items-center"
    >
      <span className="tl-i st-hold max-sm:hidden">
        <Icon name="mail" />
      </span>
      <div className="min-w-0">
        <p className="font-semibold">
          <a className="hover:underline" href={`/projects/${one.projectId}`}>
            {one.title}
          </a>
        </p>
        <p className="mt-0.5">
          {words.title} {words.from(one.clientName)}
        </p>
        {one.expiresAt !== null && (
          <p className="mt-0.5 text-sm text-muted">
            {words.until} <Deadline at={one.expiresAt} />
          </p>
        )}
      </div>
      <a className="btn justify-self-start" href={`/projects/${one.projectId}`}>
        {words.act}
        <span className="sr-only">: {one.title}</span>
      </a>
    </li>
  ));
}
