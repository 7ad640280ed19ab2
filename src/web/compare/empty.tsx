import { text } from '#web/text/catalogue.ts';
import { EmptyState } from '#web/ui/panel.tsx';
import { compareHref } from './compare-question.ts';
import type { CompareSight } from './compare-sight.ts';

const words = text.compare.empty;

/** Nothing to rank: no proposal came, all are hidden, or none is on the shortlist. */
export function EmptyComparison({ sight }: { sight: CompareSight }) {
  const { project, question, counts, mayInvite } = sight;
  const link = (href: string, label: string) => (
    <a className="btn" href={href}>
      {label}
    </a>
  );
  const view = (one: 'all' | 'hidden') =>
    compareHref(project.id, question, { view: one, show: [] });
  if (counts.all + counts.hidden === 0) {
    return (
      <div className="mt-6">
        <EmptyState
          title={words.title}
          acts={
            mayInvite
              ? link(`/projects/${project.id}/invite`, words.act)
              : link(`/projects/${project.id}`, text.compare.toProject)
          }
        >
          {words.says}
        </EmptyState>
      </div>
    );
  }
  if (counts.all === 0) {
    return (
      <EmptyState title={words.allHidden} acts={link(view('hidden'), words.showHidden)}>
        {words.allHiddenSays}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={words.noneShort} acts={link(view('all'), words.toAll)}>
      {words.noneShortSays}
    </EmptyState>
  );
}
