/** Which rooms a room may import from (docs/architecture.md). A lint rule and a test read this table. */
export const rooms = {
  iam: [],
  ui: [],
  storage: [],
  proof: ['iam'],
  account: ['iam'],
  scenario: ['account', 'proof', 'iam'],
  practice: ['proof', 'iam'],
  classroom: ['scenario', 'practice', 'account', 'proof', 'iam'],
  panels: ['scenario', 'practice', 'account', 'proof', 'iam', 'ui'],
  screens: ['panels', 'classroom', 'scenario', 'practice', 'account', 'proof', 'iam', 'ui', 'storage'],
  app: ['screens', 'panels', 'classroom', 'scenario', 'practice', 'account', 'proof', 'iam', 'ui', 'storage'],
};

/** Rooms that run unchanged in Node, in a worker and in the page: no DOM, no clock, no randomness. */
export const pureRooms = ['iam', 'proof', 'account', 'scenario', 'practice'];

/** The groups of panels: each may import from those before it, never from those after. */
export const panels = ['policy', 'trace', 'account', 'mission'];
