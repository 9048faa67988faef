/** The kinds of step, and what the newer ones say. */
export const kinds = {
  'kind.predict': 'Predict',
  'kind.write': 'Write',
  'kind.fix': 'Fix',
  'kind.operate': 'Operate',
} as const;
