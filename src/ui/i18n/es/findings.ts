/** Lo que rodea al editor: sus hallazgos y sus botones. */
export const findings = {
  'findings.error': 'error',
  'findings.securityWarning': 'advertencia de seguridad',
  'findings.warning': 'advertencia',
  'findings.suggestion': 'sugerencia',
  'findings.count': { one: '{count} hallazgo, ningún error.', other: '{count} hallazgos, ningún error.' },
  'findings.why': '¿Por qué?',
  'findings.whyHide': 'Menos',
  'findings.format': 'Dar formato',
  'findings.formatBroken': 'Corrige primero los errores: a un texto roto no se le puede dar formato.',
  'findings.suggest': 'Sugerir',
  'findings.suggestions': 'Qué puede ir donde está el cursor',
  'findings.noSuggestions': 'Donde está el cursor no hay nada que ofrecer.',
  'findings.closeSuggestions': 'Cerrar',
} as const;
