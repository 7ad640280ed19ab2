/**
 * Who is told of what happens to qualifications: acts of the client hang on its root and are about
 * the worker, acts of a worker hang on the worker's and are about the client.
 */
import type { NoticeEvent, NoticeRule } from './notice.ts';

const requests = (event: NoticeEvent) => `/tasks/qualifications/${event.data.typeId}/requests`;
const held = () => '/work/qualifications';

const toWorker = { tells: 'subject', needs: 'see_work', link: held } as const;
/** Only what waits for the client: what a key grades needs nobody. */
const toClient = {
  tells: 'subject',
  needs: 'award',
  link: requests,
  when: (data: NoticeEvent['data']) => data.waits === true,
} as const;

export const QUALIFICATION_NOTICES = {
  'qualification.made': 'nobody',
  'qualification.changed': 'nobody',
  'qualification.retired': 'nobody',
  'qualification.requested': [toClient],
  'qualification.submitted': [toClient],
  'qualification.earned': 'nobody',
  'qualification.granted': [{ ...toWorker, when: (data) => data.quiet !== true }],
  'qualification.rejected': [toWorker],
  'qualification.revoked': [toWorker],
  // Whom a client blocks is its own affair: no reason, and no word of it, reaches the worker.
  'worker.blocked': 'nobody',
  'worker.unblocked': 'nobody',
  'worker.stated': 'nobody',
} as const satisfies Record<string, readonly NoticeRule[] | 'nobody'>;
