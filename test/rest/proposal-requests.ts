import { terms } from './bodies.ts';
import type { Right } from './requests.ts';
import type { World } from './world.ts';

const paging = { limit: '5' };

/** Invitations, matches and proposals: one right request for every operation. */
export const PROPOSAL_REQUESTS: Record<string, (w: World) => Right> = {
  listProjectInvitations: (w) => ({ by: 'owner', params: { projectId: w.emptyProjectId } }),
  inviteFreelancer: (w) => ({
    by: 'owner',
    params: { projectId: w.emptyProjectId },
    body: { freelancer_id: w.rivalId, note: 'Please look.' },
  }),
  findFreelancersToInvite: (w) => ({
    by: 'owner',
    params: { projectId: w.projectId },
    query: { q: 'rival' },
  }),
  listMyInvitations: () => ({ by: 'freelancer' }),
  declineInvitation: (w) => ({
    by: 'freelancer',
    params: { projectId: w.emptyProjectId },
    body: { reason: 'dates', note: 'From March on, gladly.' },
  }),
  withdrawProjectInvitation: (w) => ({
    by: 'owner',
    params: { projectId: w.emptyProjectId, freelancerId: w.freelancerId },
  }),
  listMatches: (w) => ({ by: 'owner', params: { projectId: w.reviewId } }),
  suggestMatches: (w) => ({
    by: 'owner',
    params: { projectId: w.reviewId },
    query: { limit: '5' },
  }),
  addMatch: (w) => ({
    by: 'owner',
    params: { projectId: w.projectId },
    body: { freelancer_id: w.rivalId },
  }),
  removeMatch: (w) => ({
    by: 'owner',
    params: { projectId: w.reviewId, freelancerId: w.rivalId },
  }),
  sendMatches: (w) => ({ by: 'owner', params: { projectId: w.reviewId } }),
  listWorkForYou: () => ({ by: 'rival', query: { limit: '5' } }),
  listProjectProposals: (w) => ({
    by: 'owner',
    params: { projectId: w.projectId },
    query: { sort: 'price', direction: 'up' },
  }),
  listMyProposals: () => ({ by: 'freelancer', query: { ...paging, state: 'sent' } }),
  sendProposal: (w) => ({
    by: 'freelancer',
    params: { projectId: w.emptyProjectId },
    body: { ...terms, file_ids: [w.waitingFileId] },
  }),
  getProposal: (w) => ({ by: 'freelancer', params: { proposalId: w.proposalId } }),
  changeProposal: (w) => ({
    by: 'freelancer',
    params: { proposalId: w.proposalId },
    body: { ...terms, file_ids: [w.waitingFileId] },
  }),
  withdrawProposal: (w) => ({ by: 'freelancer', params: { proposalId: w.proposalId } }),
  compareProposals: (w) => ({
    by: 'owner',
    params: { projectId: w.projectId },
    query: { price: '50', time: '20', quality: '30' },
  }),
  markProposal: (w) => ({
    by: 'owner',
    params: { proposalId: w.proposalId },
    body: { shortlisted: true, hidden: false, note: 'Ask for a sketch.' },
  }),
};
