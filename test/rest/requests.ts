/** One right request for every operation, and who sends it. `full` bodies give every field. */
import { project, usd } from './bodies.ts';
import { DIRECTORY_REQUESTS } from './directory-requests.ts';
import { OPERATOR_REQUESTS } from './operator-requests.ts';
import { PROPOSAL_REQUESTS } from './proposal-requests.ts';
import { QUALIFICATION_REQUESTS } from './qualification-requests.ts';
import { REPUTATION_REQUESTS } from './reputation-requests.ts';
import { TASK_REQUESTS } from './task-requests.ts';
import { WORK_REQUESTS } from './work-requests.ts';
import type { Role, World } from './world.ts';

export type Right = {
  by: Role;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: object;
  raw?: string;
};

const paging = { limit: '5' };

const asked = {
  q: 'street views',
  category: 'architectural-illustration',
  skills: 'photo-montage',
  place: 'europe',
  rate_from: '5',
  rate_to: '49.50',
  score: '4',
  available: 'open',
  language: 'en',
};

export const REQUESTS: Record<string, (w: World) => Right> = {
  ...DIRECTORY_REQUESTS,
  ...PROPOSAL_REQUESTS,
  ...REPUTATION_REQUESTS,
  ...TASK_REQUESTS,
  ...WORK_REQUESTS,
  ...QUALIFICATION_REQUESTS,
  ...OPERATOR_REQUESTS,
  getMe: () => ({ by: 'freelancer' }),
  changeProfile: () => ({
    by: 'freelancer',
    body: {
      name: 'Ana',
      country: 'RO',
      headline: 'Views',
      about: 'I draw.',
      time_zone: 'Europe/Bucharest',
      mail_notices: true,
    },
  }),
  getParty: (w) => ({ by: 'visitor', params: { partyId: w.freelancerId } }),
  listMyOrganizations: () => ({ by: 'owner' }),
  foundOrganization: () => ({
    by: 'freelancer',
    body: { name: 'Studio', kind: 'agency', country: 'RO', about: 'We draw.' },
  }),
  getOrganization: (w) => ({ by: 'owner', params: { organizationId: w.clientId } }),
  changeRole: (w) => ({
    by: 'owner',
    params: { organizationId: w.clientId, memberId: w.memberId },
    body: { role: 'manager' },
  }),
  endMembership: (w) => ({
    by: 'owner',
    params: { organizationId: w.clientId, memberId: w.memberId },
  }),
  listOrganizationInvitations: (w) => ({ by: 'owner', params: { organizationId: w.clientId } }),
  inviteToOrganization: (w) => ({
    by: 'owner',
    params: { organizationId: w.clientId },
    body: { email: 'new@cast.test', role: 'manager' },
  }),
  withdrawOrganizationInvitation: (w) => ({
    by: 'owner',
    params: { organizationId: w.clientId, invitationId: w.invitationId },
  }),
  joinOrganization: (w) => ({ by: 'stranger', body: { token: w.invitationToken } }),
  listApiKeys: () => ({ by: 'owner' }),
  createApiKey: () => ({
    by: 'owner',
    body: { name: 'Import', scopes: ['read'], expires_at: '2099-01-01T00:00:00Z' },
  }),
  revokeApiKey: (w) => ({ by: 'owner', params: { keyId: w.ownerKeyId } }),
  listNotifications: () => ({ by: 'freelancer', query: { ...paging, unread: 'true' } }),
  readAllNotifications: () => ({ by: 'freelancer' }),
  readNotification: (w) => ({ by: 'freelancer', params: { notificationId: w.notificationId } }),
  searchFreelancers: () => ({ by: 'visitor', query: { ...paging, ...asked, sort: 'score' } }),
  countFreelancers: () => ({ by: 'visitor', query: asked }),
  listOpenProjects: () => ({
    by: 'visitor',
    query: { ...paging, category: 'software', pricing: 'fixed', q: 'views' },
  }),
  countOpenProjects: () => ({ by: 'visitor', query: { category: 'software', q: 'views' } }),
  listMyProjects: () => ({ by: 'owner', query: { ...paging, state: 'open' } }),
  draftProject: () => ({ by: 'owner', body: project }),
  getProject: (w) => ({ by: 'owner', params: { projectId: w.draftId } }),
  editProject: (w) => ({ by: 'owner', params: { projectId: w.draftId }, body: project }),
  publishProject: (w) => ({ by: 'owner', params: { projectId: w.draftId } }),
  extendProject: (w) => ({ by: 'owner', params: { projectId: w.projectId } }),
  closeProject: (w) => ({ by: 'owner', params: { projectId: w.projectId } }),
  uploadFile: () => ({ by: 'freelancer', query: { name: 'plan.pdf' }, raw: '%PDF-' }),
  getFile: (w) => ({ by: 'owner', params: { fileId: w.fileId } }),
  downloadFile: (w) => ({ by: 'owner', params: { fileId: w.fileId } }),
  awardProposal: (w) => ({
    by: 'owner',
    params: { proposalId: w.proposalId },
    body: { version: 1 },
  }),
  listContracts: () => ({
    by: 'owner',
    query: { ...paging, side: 'client', state: 'active' },
  }),
  getContract: (w) => ({ by: 'owner', params: { contractId: w.contractId } }),
  signContract: (w) => ({ by: 'freelancer', params: { contractId: w.offeredId } }),
  declineOffer: (w) => ({
    by: 'freelancer',
    params: { contractId: w.offeredId },
    body: { note: 'No time.' },
  }),
  withdrawOffer: (w) => ({
    by: 'owner',
    params: { contractId: w.offeredId },
    body: { note: 'A mistake.' },
  }),
  endContract: (w) => ({ by: 'owner', params: { contractId: w.idleContractId } }),
  getMilestone: (w) => ({ by: 'owner', params: { milestoneId: w.deliveredId } }),
  fundMilestone: (w) => ({ by: 'owner', params: { milestoneId: w.agreedId } }),
  deliverMilestone: (w) => ({
    by: 'freelancer',
    params: { milestoneId: w.fundedId },
    body: { note: 'Done.', file_ids: [w.waitingFileId] },
  }),
  requestChanges: (w) => ({
    by: 'owner',
    params: { milestoneId: w.deliveredId },
    body: { note: 'Turn it.' },
  }),
  acceptMilestone: (w) => ({
    by: 'owner',
    params: { milestoneId: w.deliveredId },
    body: { note: 'Fine.' },
  }),
  refundMilestone: (w) => ({ by: 'freelancer', params: { milestoneId: w.fundedId } }),
  proposeChange: (w) => ({
    by: 'owner',
    params: { contractId: w.contractId },
    body: {
      kind: 'change',
      milestone_id: w.agreedId,
      title: 'More',
      details: 'Of it',
      amount: usd('90.00'),
      due_on: '2099-12-24',
    },
  }),
  agreeToChange: (w) => ({ by: 'freelancer', params: { changeId: w.changeId } }),
  refuseChange: (w) => ({ by: 'freelancer', params: { changeId: w.changeId } }),
  withdrawChange: (w) => ({ by: 'owner', params: { changeId: w.changeId } }),
  proposeEnding: (w) => ({
    by: 'owner',
    params: { contractId: w.contractId },
    body: {
      lines: [
        { milestone_id: w.fundedId, to_freelancer: usd('100.00'), to_client: usd('300.00') },
        { milestone_id: w.deliveredId, to_freelancer: usd('400.00'), to_client: usd('0.00') },
      ],
      note: 'We stop.',
    },
  }),
  agreeToEnding: (w) => ({ by: 'freelancer', params: { endingId: w.endingId } }),
  refuseEnding: (w) => ({ by: 'freelancer', params: { endingId: w.endingId } }),
  withdrawEnding: (w) => ({ by: 'owner', params: { endingId: w.endingId } }),
  listContractFeedback: (w) => ({ by: 'owner', params: { contractId: w.endedContractId } }),
  giveFeedback: (w) => ({
    by: 'owner',
    params: { contractId: w.endedContractId },
    body: { stars: 5, comment: 'Good.' },
  }),
  listWallets: () => ({ by: 'owner' }),
  readStatement: () => ({
    by: 'owner',
    params: { currency: 'USD' },
    query: { ...paging, from: '2020-01-01T00:00:00Z', to: '2099-01-01T00:00:00Z' },
  }),
  downloadStatement: () => ({
    by: 'owner',
    params: { currency: 'USD' },
    query: { from: '2020-01-01T00:00:00Z', to: '2099-01-01T00:00:00Z' },
  }),
  listDeposits: () => ({ by: 'owner', query: { ...paging, state: 'requested' } }),
  getDeposit: (w) => ({ by: 'owner', params: { requestId: w.depositId } }),
  requestDeposit: () => ({ by: 'owner', body: { amount: usd('20.00'), note: 'By bank.' } }),
  cancelDeposit: (w) => ({ by: 'owner', params: { requestId: w.depositId } }),
  listWithdrawals: () => ({ by: 'owner', query: { ...paging, state: 'requested' } }),
  getWithdrawal: (w) => ({ by: 'owner', params: { requestId: w.withdrawalId } }),
  requestWithdrawal: () => ({
    by: 'owner',
    body: { amount: usd('20.00'), payee: 'RO49 AAAA', note: 'Thanks.' },
  }),
  cancelWithdrawal: (w) => ({ by: 'owner', params: { requestId: w.withdrawalId } }),
  getFeeRules: () => ({ by: 'visitor', query: { currency: 'USD', pricing: 'fixed' } }),
  previewFees: (w) => ({
    by: 'freelancer',
    query: {
      currency: 'USD',
      pricing: 'fixed',
      amounts: '600.00,1000.00',
      project_id: w.projectId,
    },
  }),
  listEvents: (w) => ({
    by: 'owner',
    query: { ...paging, root_id: w.contractId, subject_id: w.fundedId, kind: 'milestone.' },
  }),
  getEvent: (w) => ({ by: 'owner', params: { eventId: w.eventId } }),
  getMarketTerms: () => ({ by: 'visitor' }),
  changeTerms: () => ({
    by: 'operator',
    body: {
      name: 'Northshore',
      acceptance_days: 10,
      security_days: 4,
      offer_days: 6,
      project_days: 20,
      feedback_days: 10,
      matches_per_project: 12,
      matches_per_week: 5,
      newcomer_percent: 30,
      bank_instructions: 'GB33 BUKB',
    },
  }),
  listRates: () => ({
    by: 'visitor',
    query: {
      category: 'architectural-illustration',
      from: 'GB',
      shore: 'nearshore',
      hours_shared: '4',
      score: '4',
      hours: '20',
    },
  }),
  listCurrencies: () => ({ by: 'visitor' }),
  listProblems: () => ({ by: 'visitor' }),
  getProblem: () => ({ by: 'visitor', params: { code: 'not_found' } }),
};

/** The address of a request, with its ids and its query. */
export function addressOf(path: string, right: Pick<Right, 'params' | 'query'>): string {
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => right.params?.[name] ?? name);
  const query = new URLSearchParams(right.query ?? {}).toString();
  return query === '' ? filled : `${filled}?${query}`;
}
