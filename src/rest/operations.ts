/** Every operation of the API, in the order of the document. */
import { apiKeyOperations } from './accounts/api-keys.ts';
import { meOperations } from './accounts/me.ts';
import { notificationOperations } from './accounts/notifications.ts';
import { organizationInvitationOperations } from './accounts/organization-invitations.ts';
import { organizationOperations } from './accounts/organizations.ts';
import { partyOperations } from './accounts/parties.ts';
import { changeOperations } from './contracts/changes.ts';
import { contractOperations } from './contracts/contracts.ts';
import { feedbackOperations } from './contracts/feedback.ts';
import { milestoneOperations } from './contracts/milestones.ts';
import { freelancerOperations } from './directory/freelancers.ts';
import { portfolioOperations } from './directory/portfolio.ts';
import { rateOperations } from './directory/rates.ts';
import { savedSearchOperations } from './directory/saved-searches.ts';
import { searchOperations } from './directory/search.ts';
import { taxonomyOperations } from './directory/taxonomy.ts';
import { eventOperations } from './evidence/events.ts';
import { listOperations } from './market/lists.ts';
import { matchOperations } from './matching/matches.ts';
import { workForYouOperations } from './matching/work-for-you.ts';
import { feeOperations } from './money/fees.ts';
import { moneyRequestOperations } from './money/requests.ts';
import { walletOperations } from './money/wallets.ts';
import type { Operation } from './operation.ts';
import { operatorTaskOperations } from './operator/appeals.ts';
import { operatorFeeOperations } from './operator/fee-rules.ts';
import { operatorMemberOperations } from './operator/members.ts';
import { operatorMoneyOperations } from './operator/money-requests.ts';
import { oversightOperations } from './operator/oversight.ts';
import { termsOperations } from './operator/terms.ts';
import { comparisonOperations } from './projects/comparison.ts';
import { fileOperations } from './projects/files.ts';
import { projectActOperations } from './projects/project-acts.ts';
import { projectInvitationOperations } from './projects/project-invitations.ts';
import { projectOperations } from './projects/projects.ts';
import { proposalOperations } from './projects/proposals.ts';
import { blockOperations } from './qualifications/blocks.ts';
import { qualificationGrantOperations } from './qualifications/grants.ts';
import { ownQualificationOperations } from './qualifications/own.ts';
import { qualificationRequestOperations } from './qualifications/requests.ts';
import { qualificationTypeOperations } from './qualifications/types.ts';
import { feedbackAboutOperations } from './reputation/feedback.ts';
import { recordOperations } from './reputation/record.ts';
import { operatorReportOperations, reportOperations } from './reputation/reports.ts';
import { scoreOperations } from './reputation/scores.ts';
import { batchOperations } from './tasks/batches.ts';
import { bonusOperations } from './tasks/bonuses.ts';
import { decisionListOperations } from './tasks/decision-list.ts';
import { decisionOperations } from './tasks/decisions.ts';
import { orderingOperations } from './tasks/ordering.ts';
import { reviewOperations } from './tasks/review.ts';
import { sheetOperations } from './tasks/sheets.ts';
import { taskTypeOperations } from './tasks/task-types.ts';
import { taskOperations } from './tasks/tasks.ts';
import { findWorkOperations } from './worker/find.ts';
import { heldOperations } from './worker/held.ts';
import { loopOperations } from './worker/loop.ts';
import { ownWorkOperations } from './worker/own.ts';

export const OPERATIONS: readonly Operation[] = [
  ...meOperations,
  ...partyOperations,
  ...organizationOperations,
  ...organizationInvitationOperations,
  ...apiKeyOperations,
  ...notificationOperations,
  ...searchOperations,
  ...freelancerOperations,
  ...portfolioOperations,
  ...savedSearchOperations,
  ...projectOperations,
  ...projectActOperations,
  ...projectInvitationOperations,
  ...matchOperations,
  ...workForYouOperations,
  ...proposalOperations,
  ...comparisonOperations,
  ...fileOperations,
  ...contractOperations,
  ...milestoneOperations,
  ...changeOperations,
  ...feedbackOperations,
  ...feedbackAboutOperations,
  ...scoreOperations,
  ...recordOperations,
  ...reportOperations,
  ...taskTypeOperations,
  ...batchOperations,
  ...orderingOperations,
  ...taskOperations,
  ...sheetOperations,
  ...reviewOperations,
  ...decisionListOperations,
  ...decisionOperations,
  ...bonusOperations,
  ...findWorkOperations,
  ...loopOperations,
  ...heldOperations,
  ...ownWorkOperations,
  ...qualificationTypeOperations,
  ...qualificationGrantOperations,
  ...qualificationRequestOperations,
  ...ownQualificationOperations,
  ...blockOperations,
  ...walletOperations,
  ...moneyRequestOperations,
  ...feeOperations,
  ...eventOperations,
  ...termsOperations,
  ...taxonomyOperations,
  ...listOperations,
  ...rateOperations,
  ...operatorMoneyOperations,
  ...operatorMemberOperations,
  ...operatorReportOperations,
  ...operatorTaskOperations,
  ...operatorFeeOperations,
  ...oversightOperations,
];
