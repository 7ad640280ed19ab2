/** Right requests for scores, feedback, records and reports. */
import type { Right } from './requests.ts';
import type { World } from './world.ts';

const paging = { limit: '5' };

export const REPUTATION_REQUESTS: Record<string, (w: World) => Right> = {
  listFeedbackAbout: (w) => ({
    by: 'visitor',
    params: { partyId: w.freelancerId },
    query: paging,
  }),
  replyToFeedback: (w) => ({
    by: 'freelancer',
    params: { feedbackId: w.feedbackId },
    body: { text: 'It was not agreed.' },
  }),
  getScore: (w) => ({
    by: 'visitor',
    params: { partyId: w.freelancerId },
    query: { side: 'client' },
  }),
  exportScore: (w) => ({
    by: 'visitor',
    params: { partyId: w.freelancerId },
    query: { side: 'freelancer' },
  }),
  signRecord: () => ({
    by: 'freelancer',
    body: { side: 'freelancer', since: '2026-01-01', category: 'software' },
  }),
  reportAbuse: (w) => ({
    by: 'freelancer',
    body: {
      subject_kind: 'feedback',
      subject_id: w.feedbackId,
      reason: 'retaliation',
      note: 'Look.',
    },
  }),
  listReports: () => ({ by: 'operator', query: { ...paging, state: 'open' } }),
  getReport: (w) => ({ by: 'operator', params: { reportId: w.reportId } }),
  decideReport: (w) => ({
    by: 'operator',
    params: { reportId: w.reportId },
    body: { decision: 'hide', note: 'It says nothing of the work.' },
  }),
};
