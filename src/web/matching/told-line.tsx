import type { ProjectInvitation } from '#domain/projects/queries/project-invitations.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { askedState, countAsked } from './asked-state.ts';

const words = text.matching.told;

/** `10 freelancers were told, 4 seen, 2 answered`, opening who they are and why. */
export function ToldLine({
  projectId,
  invitations,
}: {
  projectId: string;
  invitations: readonly ProjectInvitation[];
}) {
  const states = invitations.map((one) => askedState({ ...one, state: 'sent' }, false));
  const { told, seen, answered } = countAsked(states);
  if (told === 0) return null;
  const href = `/projects/${projectId}/invite#told`;
  const number = (n: number | string) => <Evidence href={href}>{n}</Evidence>;
  return (
    <p className="mt-2">
      <Phrase
        says={words.says}
        values={{
          told: number(words.toldOf(told)),
          seen: number(seen),
          answered: number(answered),
        }}
      />
      {'.'}
    </p>
  );
}
