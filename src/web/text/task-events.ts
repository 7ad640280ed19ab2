/** What happened to tasks, in words. */
export const taskEvents = {
  'task_type.made': {
    says: '{actor} made the task type {title}',
    icon: 'pencil',
    tone: 'rest',
  },
  'task_type.changed': {
    says: '{actor} changed the task type {title}',
    icon: 'pencil',
    tone: 'rest',
  },
  'task_type.archived': {
    says: '{actor} archived the task type {title}',
    icon: 'circle-slash',
    tone: 'rest',
  },
  'batch.drafted': { says: '{actor} drafted {name}', icon: 'pencil', tone: 'rest' },
  'batch.changed': { says: '{actor} changed {name}', icon: 'pencil', tone: 'rest' },
  'batch.tasks_added': { says: '{count} tasks were added to {name}', icon: 'pencil', tone: 'rest' },
  'batch.import_started': {
    says: '{actor} sent a file for {name}',
    icon: 'pencil',
    tone: 'rest',
  },
  'batch.imported': {
    says: 'The file became {count} tasks of {name}',
    icon: 'circle-check',
    tone: 'go',
  },
  'batch.import_failed': {
    says: 'The file of {name} has a mistake: {says}',
    icon: 'triangle-alert',
    tone: 'hold',
  },
  'batch.dropped': { says: '{actor} deleted the draft {name}', icon: 'circle-slash', tone: 'rest' },
  'batch.ordered': {
    says: '{actor} ordered {name}: {sum} into escrow',
    icon: 'lock',
    tone: 'hold',
  },
  'batch.paused': { says: '{actor} paused {name}', icon: 'circle-pause', tone: 'rest' },
  'batch.resumed': { says: '{actor} resumed {name}', icon: 'circle-dot', tone: 'move' },
  'batch.hidden': {
    says: '{actor} hid {name} after a report',
    icon: 'eye-off',
    tone: 'miss',
  },
  'batch.shown': {
    says: '{actor} let {name} be offered again',
    icon: 'circle-dot',
    tone: 'move',
  },
  'batch.extended': {
    says: '{actor} extended {name} until {until}: {sum} more into escrow',
    icon: 'lock',
    tone: 'hold',
  },
  'batch.widened': {
    says: 'The extension reached {count} tasks of {name}',
    icon: 'circle-dot',
    tone: 'move',
  },
  'batch.decisions_asked': {
    says: '{actor} decided {count} answers of {name} at once',
    icon: 'pencil',
    tone: 'rest',
  },
  'batch.decisions_done': {
    says: '{approved} answers of {name} were approved and {rejected} rejected',
    icon: 'circle-check',
    tone: 'go',
  },
  'batch.decisions_stopped': {
    says: '{actor} stopped deciding {name} after {approved} approvals and {rejected} rejections',
    icon: 'circle-pause',
    tone: 'hold',
  },
  'batch.cancelled': { says: '{actor} cancelled {name}', icon: 'circle-slash', tone: 'rest' },
  'batch.expired': { says: 'The time of {name} ended', icon: 'circle-slash', tone: 'rest' },
  'batch.completed': { says: 'Everything in {name} is decided', icon: 'circle-check', tone: 'go' },
  'batch.money_returned': {
    says: '{sum} of {name} went back to the client',
    icon: 'rotate-ccw',
    tone: 'rest',
  },
  'batch.breaker_tripped': {
    says: 'Rejections of {name} stopped by themselves',
    icon: 'triangle-alert',
    tone: 'hold',
  },
  'batch.breaker_freed': {
    says: '{actor} let rejections of {name} go on: {note}',
    icon: 'scale',
    tone: 'rest',
  },
  'task.extended': {
    says: '{actor} extended a task of {name}: {sum} more into escrow',
    icon: 'lock',
    tone: 'hold',
  },
  'task.reviewing': { says: '{actor} marked a task of {name}', icon: 'pencil', tone: 'rest' },
  'task.disposed': {
    says: '{actor} put away a task of {name}',
    icon: 'circle-slash',
    tone: 'rest',
  },
  'assignment.accepted': { says: '{actor} took a task', icon: 'circle-dot', tone: 'move' },
  'assignment.submitted': {
    says: '{actor} handed in an answer',
    icon: 'package-check',
    tone: 'move',
  },
  'assignment.returned': { says: '{actor} gave a task back', icon: 'undo-2', tone: 'rest' },
  'assignment.abandoned': {
    says: 'The time ran out, and the task went back',
    icon: 'circle-slash',
    tone: 'rest',
  },
  'assignment.approved': {
    says: '{acceptor} approved an answer: {sum} paid',
    icon: 'circle-check',
    tone: 'go',
  },
  'assignment.rejected': {
    says: '{actor} rejected an answer: {feedback}',
    icon: 'circle-x',
    tone: 'miss',
  },
  'assignment.repaired': {
    says: '{actor} handed in a repaired answer',
    icon: 'package-check',
    tone: 'move',
  },
  'assignment.appealed': {
    says: '{actor} appealed against the rejection: {words}',
    icon: 'scale',
    tone: 'hold',
  },
  'assignment.appeal_decided': {
    says: '{actor} decided on the appeal: {verdict}',
    icon: 'scale',
    tone: 'rest',
  },
  'assignment.money_returned': {
    says: '{sum} of a rejected answer went back to the client',
    icon: 'rotate-ccw',
    tone: 'rest',
  },
  'bonus.given': {
    says: '{actor} gave a bonus of {sum}: {reason}',
    icon: 'hand-coins',
    tone: 'go',
  },
  'work.topped_up': {
    says: 'The promised pay of an hour was made up for: {sum}',
    icon: 'hand-coins',
    tone: 'go',
  },
  'work.available': { says: '{sum} moved to the wallet', icon: 'circle-check', tone: 'go' },
  'worker.messaged': { says: '{actor} wrote to the worker', icon: 'mail', tone: 'rest' },
} as const;

/** Lines of a statement about tasks, by the act of the transfer. */
export const taskActs: Record<string, string> = {
  'batch.ordered': 'Tasks, into escrow',
  'batch.extended': 'More tasks, into escrow',
  'task.extended': 'More answers, into escrow',
  'batch.money_returned': 'Tasks nobody did, back from escrow',
  'assignment.approved': 'Answer approved',
  'assignment.rejected': 'Slot opened again, into escrow',
  'assignment.money_returned': 'Rejected answer, back from escrow',
  'bonus.given': 'Bonus',
  'work.topped_up': 'Pay of an hour made up for',
  'work.available': 'Earned with tasks',
  'fee.task': 'Fee on tasks',
};
