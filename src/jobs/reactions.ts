import type { EventKind } from '#domain/kernel/event.ts';
import { TOLD_KINDS } from '#domain/notifications/notice.ts';
import type { JobName } from './jobs.ts';

/** Which jobs an event starts. Each gets an `EventReference` and must bear being done twice. */
const REACTIONS: Partial<Record<EventKind, readonly JobName[]>> = {
  ...Object.fromEntries(TOLD_KINDS.map((kind) => [kind, ['tell-members']])),
  'ledger.check_asked': ['check-ledger'],
  'taxonomy.changed': ['refresh-uses'],
  'contract.ended': ['tell-members', 'score-parties'],
  'feedback.revealed': ['tell-members', 'score-parties'],
  'abuse.decided': ['tell-members', 'score-parties'],
  'project.invitation_declined': ['tell-members', 'note-response'],
  'proposal.sent': ['tell-members', 'note-response'],
  'project.published': ['match-project'],
  'batch.import_started': ['import-tasks'],
  'batch.decisions_asked': ['decide-list'],
  'batch.cancelled': ['turn-pages'],
  'batch.expired': ['tell-members', 'turn-pages'],
  'batch.extended': ['turn-pages'],
  // A client may ask for matching later than at the publication.
  'project.edited': ['match-project'],
};

/** What may take minutes, and what nothing that follows it on its root depends on. */
export const LONG_JOBS: ReadonlySet<string> = new Set<JobName>([
  'import-tasks',
  'decide-list',
  'turn-pages',
]);

export function reactionsTo(kind: string): readonly JobName[] {
  return REACTIONS[kind as EventKind] ?? [];
}
