/** A mission that operates an account. */
export const operate = {
  'operate.goals': 'Goals: {done} of {all}',
  'operate.reached': 'Reached:',
  'operate.open': 'Open:',
  'operate.trap': 'This was a trap',
  'operate.notYet': 'Not yet: these goals are open',
  'operate.undo': 'Take the last call back',
  'operate.wasReset': 'The account is as it was earlier.',
  'operate.elsewhere':
    'This mission is open in another tab, which keeps its account. What you do here is not kept.',
  'operate.bringBack': 'Bring mine back',
  'operate.account': 'Account',
  'operate.sayOpen': { one: 'Not yet: {count} goal is open.', other: 'Not yet: {count} goals are open.' },
} as const;
