/** States as people read them: one icon, one word, one tone. The same word for both sides. */
import type { AssignmentState } from '#domain/assignments/assignment.ts';
import type { ContractState } from '#domain/contracts/contract.ts';
import type { MilestoneState } from '#domain/contracts/milestone.ts';
import type { ProjectState } from '#domain/projects/project.ts';
import type { ProposalState } from '#domain/projects/proposal.ts';
import type { BatchState } from '#domain/tasks/batch.ts';
import type { TaskStatus } from '#domain/tasks/task.ts';
import type { StateLook } from '#web/ui/state.tsx';

type Looks<State extends string> = Record<State, StateLook>;

const project: Looks<ProjectState> = {
  draft: { word: 'Draft', icon: 'pencil', tone: 'rest' },
  open: { word: 'Open for proposals', icon: 'circle-dot', tone: 'move' },
  offered: { word: 'Offer made', icon: 'circle-dot', tone: 'move' },
  awarded: { word: 'Awarded', icon: 'circle-check', tone: 'go' },
  closed: { word: 'Closed without hire', icon: 'circle-slash', tone: 'rest' },
  expired: { word: 'Expired', icon: 'circle-slash', tone: 'rest' },
};

const proposal: Looks<ProposalState> = {
  sent: { word: 'Sent', icon: 'circle-dot', tone: 'move' },
  withdrawn: { word: 'Withdrawn', icon: 'undo-2', tone: 'rest' },
  offered: { word: 'Chosen, offer made', icon: 'inbox', tone: 'hold' },
  accepted: { word: 'Signed', icon: 'circle-check', tone: 'go' },
  declined: { word: 'Offer declined', icon: 'circle-slash', tone: 'rest' },
  lapsed: { word: 'Offer lapsed', icon: 'circle-slash', tone: 'rest' },
  not_chosen: { word: 'Not chosen', icon: 'circle-slash', tone: 'rest' },
};

const contract: Looks<ContractState> = {
  offered: { word: 'Offered', icon: 'inbox', tone: 'hold' },
  active: { word: 'In progress', icon: 'circle-dot', tone: 'move' },
  ended: { word: 'Ended', icon: 'circle-check', tone: 'go' },
  declined: { word: 'Declined', icon: 'circle-slash', tone: 'rest' },
  lapsed: { word: 'Lapsed', icon: 'circle-slash', tone: 'rest' },
  withdrawn: { word: 'Offer withdrawn', icon: 'undo-2', tone: 'rest' },
};

const milestone: Looks<MilestoneState> = {
  agreed: { word: 'Not funded', icon: 'circle-dashed', tone: 'rest' },
  funded: { word: 'Held in escrow', icon: 'lock', tone: 'hold' },
  delivered: { word: 'Delivered', icon: 'package-check', tone: 'move' },
  changes_requested: { word: 'Changes asked', icon: 'undo-2', tone: 'move' },
  accepted: { word: 'Accepted', icon: 'circle-check', tone: 'go' },
  paid: { word: 'Paid', icon: 'circle-check', tone: 'go' },
  refunded: { word: 'Refunded', icon: 'rotate-ccw', tone: 'rest' },
  split: { word: 'Divided', icon: 'hand-coins', tone: 'rest' },
  dropped: { word: 'Dropped', icon: 'circle-slash', tone: 'rest' },
};

const batch: Looks<BatchState> = {
  draft: { word: 'Not ordered', icon: 'pencil', tone: 'rest' },
  open: { word: 'Running', icon: 'circle-dot', tone: 'move' },
  paused: { word: 'Paused', icon: 'circle-pause', tone: 'rest' },
  closing: { word: 'Ending', icon: 'circle-slash', tone: 'rest' },
  closed: { word: 'Ended', icon: 'circle-check', tone: 'go' },
};

const task: Looks<TaskStatus> = {
  assignable: { word: 'Waiting', icon: 'circle-dashed', tone: 'rest' },
  unassignable: { word: 'With workers', icon: 'circle-dot', tone: 'move' },
  reviewable: { word: 'Answered', icon: 'package-check', tone: 'move' },
  reviewing: { word: 'Being reviewed', icon: 'inbox', tone: 'hold' },
  disposed: { word: 'Put away', icon: 'circle-check', tone: 'go' },
};

const assignment: Looks<AssignmentState> = {
  accepted: { word: 'With a worker', icon: 'circle-dot', tone: 'move' },
  submitted: { word: 'Handed in', icon: 'package-check', tone: 'move' },
  approved: { word: 'Approved', icon: 'circle-check', tone: 'go' },
  rejected: { word: 'Rejected', icon: 'circle-x', tone: 'miss' },
  returned: { word: 'Given back', icon: 'undo-2', tone: 'rest' },
  abandoned: { word: 'Time ran out', icon: 'circle-slash', tone: 'rest' },
};

/** What stands beside or instead of a state, whatever the thing is. */
const beside = {
  hidden: { word: 'Hidden', icon: 'eye-off', tone: 'miss' },
  notOffered: { word: 'Not offered now', icon: 'circle-pause', tone: 'rest' },
  waitingForYou: { word: 'Waiting for you', icon: 'inbox', tone: 'hold' },
  chooseOne: { word: 'Choose one', icon: 'inbox', tone: 'hold' },
  late: { word: 'Late', icon: 'clock-alert', tone: 'miss' },
} as const satisfies Record<string, StateLook>;

export const states = {
  ...{ project, proposal, contract, milestone },
  ...{ batch, task, assignment },
  ...beside,
};
