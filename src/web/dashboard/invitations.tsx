import type { MyInvitation } from '#domain/projects/queries/my-invitations.ts';
import { text } from '#web/text/catalogue.ts';
import { Deadline } from '#web/ui/time.tsx';
import { WaitingItem } from './waiting-item.tsx';

const words = text.dashboard.invitations;

/** Invitations to propose, as further items of the list of what waits. */
export function Invitations({ invitations }: { invitations: readonly MyInvitation[] }) {
  return invitations.map(({ projectId, title, clientName, expiresAt }) => (
    <WaitingItem
      key={projectId}
      icon="mail"
      about={{ href: `/projects/${projectId}`, title }}
      until={expiresAt !== null && <OpenUntil at={expiresAt} />}
      act={{ href: `/projects/${projectId}`, label: words.act }}
    >
      {words.title} {words.from(clientName)}
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
