import type { MyInvitation } from '#domain/projects/queries/my-invitations.ts';
import { text } from '#web/text/catalogue.ts';
import { Deadline } from '#web/ui/time.tsx';
import { WaitingItem } from './waiting-item.tsx';

const words = text.dashboard.invitations;

/** With the reason that speaks most for this reader; none where a client asked by name. */
export type InvitationSight = Omit<MyInvitation, 'reasons'> & { best: string | null };

/** Invitations to propose, as further items of the list of what waits. */
export function Invitations({ invitations }: { invitations: readonly InvitationSight[] }) {
  return invitations.map(({ projectId, title, clientName, expiresAt, best }) => (
    <WaitingItem
      key={projectId}
      icon="mail"
      about={{ href: `/projects/${projectId}`, title }}
      until={expiresAt !== null && <OpenUntil at={expiresAt} />}
      act={{ href: `/projects/${projectId}`, label: words.act }}
    >
      {words.title} {words.from(clientName)}
      {best !== null && <span className="block text-sm text-muted">{best}</span>}
    </WaitingItem>
  ));
}

export function OpenUntil({ at }: { at: Date }) {
  return (
    <>
      {words.until} <Deadline at={at} />
    </>
  );
}
