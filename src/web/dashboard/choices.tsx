import type { ProjectToChoose } from '#domain/projects/queries/projects-to-choose.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { text } from '#web/text/catalogue.ts';
import { Evidence } from '#web/ui/evidence.tsx';
import { OpenUntil } from './invitations.tsx';
import { WaitingItem } from './waiting-item.tsx';

const words = text.dashboard.choose;

/** Projects with proposals to choose from, as further items of the list of what waits. */
export function Choices({ projects }: { projects: readonly ProjectToChoose[] }) {
  return projects.map(({ id, title, proposalsCount, expiresAt }) => (
    <WaitingItem
      key={id}
      icon="inbox"
      about={{ href: `/projects/${id}`, title }}
      until={expiresAt !== null && <OpenUntil at={expiresAt} />}
      act={{ href: `/projects/${id}/compare`, label: words.act(proposalsCount) }}
    >
      <Phrase
        says={words.says(proposalsCount)}
        values={{
          count: (
            <Evidence href={`/projects/${id}/evidence/proposals`}>
              {text.dashboard.projects.proposals(proposalsCount)}
            </Evidence>
          ),
        }}
      />
    </WaitingItem>
  ));
}
