/** The kinds of step, and what the newer ones say. */
export const kinds = {
  'kind.predict': 'Predict',
  'kind.write': 'Write',
  'kind.fix': 'Fix',
  'kind.operate': 'Operate',
  'kind.assign': 'Assign',
  'assign.needs': 'Needs',
  'assign.mechanisms': 'To choose from',
  'assign.choose': 'Choose…',
  'assign.right': 'Right.',
  'assign.wrong': 'Not right.',
  'assign.result': '{right} of {total} choices are right.',
  'assign.missing': {
    one: '{count} choice is missing. Make it, then press Check.',
    other: '{count} choices are missing. Make them, then press Check.',
  },
  'assign.ready': 'Every choice is made. Press Check.',
  'assign.wasReset': 'Your choices were cleared.',
  'assign.bringBack': 'Restore my choices',
  'scenario.issue.needAlwaysMet': 'every mechanism is right for the need `{id}`, so nobody can get it wrong',
  'scenario.issue.mechanismNeverRight': 'the mechanism `{id}` is right for no need',
  'scenario.issue.mechanismsAlike':
    'the mechanisms `{id}` and `{other}` are right for exactly the same needs',
} as const;
