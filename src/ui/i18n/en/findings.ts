/** What stands about the editor: its findings and its buttons. */
export const findings = {
  'findings.error': 'error',
  'findings.securityWarning': 'security warning',
  'findings.warning': 'warning',
  'findings.suggestion': 'suggestion',
  'findings.count': { one: '{count} finding, no error.', other: '{count} findings, no error.' },
  'findings.why': 'Why?',
  'findings.whyHide': 'Less',
  'findings.format': 'Format',
  'findings.formatBroken': 'Mend the errors first: a broken text cannot be formatted.',
  'findings.suggest': 'Suggest',
  'findings.suggestions': 'What may stand at the caret',
  'findings.noSuggestions': 'Nothing can be offered where the caret stands.',
  'findings.closeSuggestions': 'Close',
} as const;
