/** What happened to qualifications and blocks, in words. */
export const qualificationEvents = {
  'qualification.made': {
    says: '{actor} made the qualification {name}',
    icon: 'shield-check',
    tone: 'rest',
  },
  'qualification.changed': {
    says: '{actor} changed the qualification {name}',
    icon: 'pencil',
    tone: 'rest',
  },
  'qualification.retired': {
    says: '{actor} retired the qualification {name}',
    icon: 'circle-slash',
    tone: 'rest',
    after: 'Who holds it goes on holding it',
  },
  'qualification.requested': {
    says: '{actor} asked for the qualification {name}',
    icon: 'circle-help',
    tone: 'move',
  },
  'qualification.submitted': {
    says: '{actor} handed in the test for {name}',
    icon: 'upload',
    tone: 'move',
  },
  'qualification.earned': {
    says: '{actor} earned {name} with the value {value}',
    icon: 'circle-check',
    tone: 'go',
  },
  'qualification.granted': {
    says: '{actor} granted {name} with the value {value}',
    icon: 'circle-check',
    tone: 'go',
  },
  'qualification.rejected': {
    says: '{actor} did not grant {name}: {reason}',
    icon: 'circle-x',
    tone: 'miss',
  },
  'qualification.revoked': {
    says: '{actor} took {name} back: {reason}',
    icon: 'undo-2',
    tone: 'miss',
  },
  'worker.blocked': {
    says: '{actor} blocked a worker: {reason}',
    icon: 'circle-slash',
    tone: 'miss',
    after: 'The worker is not told the reason',
  },
  'worker.unblocked': { says: '{actor} unblocked a worker', icon: 'rotate-ccw', tone: 'rest' },
  'worker.stated': {
    says: '{actor} said something of itself that tasks may ask for',
    icon: 'user',
    tone: 'rest',
  },
} as const;
