/** One right request for every operation of qualifications and blocks. */
import { RIGHT_ANSWERS, SPANISH_TEST } from '../cast/qualifications.ts';
import type { Right } from './requests.ts';
import type { World } from './world.ts';

const { durationSeconds: duration_seconds, form, key } = SPANISH_TEST;

const terms = {
  description: 'Reads and writes French.',
  keywords: ['french'],
  active: true,
  requestable: true,
  retry_seconds: 86_400,
  grant_days: 365,
  test: { form, key, duration_seconds },
};

const held = (w: World) => ({ typeId: w.heldTypeId, workerId: w.freelancerId });

export const QUALIFICATION_REQUESTS: Record<string, (w: World) => Right> = {
  listComputedQualifications: () => ({ by: 'visitor' }),
  listQualificationTypes: () => ({
    by: 'owner',
    query: { q: 'spanish', owned: 'true', requestable: 'true', state: 'active' },
  }),
  createQualificationType: () => ({
    by: 'owner',
    body: { name: 'French, written', ...terms, auto_value: null },
  }),
  getQualificationType: (w) => ({ by: 'owner', params: { typeId: w.testedTypeId } }),
  changeQualificationType: (w) => ({
    by: 'owner',
    params: { typeId: w.testedTypeId },
    body: { ...terms, active: false },
  }),
  retireQualificationType: (w) => ({ by: 'owner', params: { typeId: w.askedTypeId } }),
  listQualificationGrants: (w) => ({
    by: 'owner',
    params: { typeId: w.heldTypeId },
    query: { state: 'granted' },
  }),
  grantQualification: (w) => ({
    by: 'owner',
    params: { typeId: w.heldTypeId },
    body: { worker_ids: [w.rivalId], value: 80, tell: false },
  }),
  getQualificationGrant: (w) => ({ by: 'owner', params: held(w) }),
  revokeQualification: (w) => ({
    by: 'owner',
    params: held(w),
    body: { reason: 'The account was shared.' },
  }),
  listQualificationRequests: (w) => ({
    by: 'owner',
    query: { type_id: w.askedTypeId, state: 'submitted' },
  }),
  getQualificationRequest: (w) => ({ by: 'owner', params: { requestId: w.waitingRequestId } }),
  acceptQualificationRequest: (w) => ({
    by: 'owner',
    params: { requestId: w.waitingRequestId },
    body: { value: 80 },
  }),
  rejectQualificationRequest: (w) => ({
    by: 'owner',
    params: { requestId: w.waitingRequestId },
    body: { reason: 'Send your licence first.' },
  }),
  listMyQualifications: () => ({ by: 'freelancer' }),
  stateWorkerFacts: () => ({ by: 'freelancer', body: { subdivision: null, adult: true } }),
  listMyQualificationRequests: () => ({ by: 'freelancer', query: { state: 'open' } }),
  requestQualification: (w) => ({ by: 'freelancer', params: { typeId: w.autoTypeId } }),
  getMyQualificationRequest: (w) => ({
    by: 'freelancer',
    params: { requestId: w.begunRequestId },
  }),
  submitQualificationTest: (w) => ({
    by: 'freelancer',
    params: { requestId: w.begunRequestId },
    body: { answers: RIGHT_ANSWERS },
  }),
  listBlocks: () => ({ by: 'owner' }),
  blockWorker: (w) => ({
    by: 'owner',
    body: { worker_id: w.rivalId, reason: 'Copied answers of others.' },
  }),
  unblockWorker: (w) => ({ by: 'owner', params: { workerId: w.blockedId } }),
};
