/** Right requests of operators. */
import { feeRule } from './bodies.ts';
import type { Right } from './requests.ts';
import type { World } from './world.ts';

const paging = { limit: '5' };

const seededRule = '019a0000-0000-7000-8000-000000000001';

export const OPERATOR_REQUESTS: Record<string, (w: World) => Right> = {
  listMoneyRequests: () => ({
    by: 'operator',
    query: { ...paging, state: 'requested', kind: 'deposit' },
  }),
  confirmMoneyRequest: (w) => ({
    by: 'operator',
    params: { requestId: w.depositId },
    body: { note: 'Seen.' },
  }),
  rejectMoneyRequest: (w) => ({
    by: 'operator',
    params: { requestId: w.withdrawalId },
    body: { note: 'No such account.' },
  }),
  listMembers: () => ({ by: 'operator', query: { ...paging, q: 'owner' } }),
  listOrganizations: () => ({ by: 'operator', query: { ...paging, q: 'firm' } }),
  suspendMember: (w) => ({
    by: 'operator',
    params: { memberId: w.rivalId },
    body: { reason: 'Paid elsewhere.' },
  }),
  restoreMember: (w) => ({ by: 'operator', params: { memberId: w.suspendedId } }),
  listFeeRules: () => ({ by: 'operator' }),
  addFeeRule: () => ({ by: 'operator', body: feeRule }),
  endFeeRule: () => ({ by: 'operator', params: { ruleId: seededRule } }),
  findEvents: (w) => ({
    by: 'operator',
    query: { ...paging, kind: 'milestone.', root_id: w.contractId, member_id: w.ownerId },
  }),
  listMails: () => ({ by: 'operator', query: { ...paging, unsent: 'true' } }),
  readLedgerReport: () => ({ by: 'operator' }),
  askForLedgerCheck: () => ({ by: 'operator' }),
};
