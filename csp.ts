/** The Content-Security-Policy, once for the page, the preview server and the tests. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html app-worker editorViewLayer domLineBreaksComputer defaultWorkerFactory tokenizeToString diffEditorWidget diffReview standaloneColorizer richScreenReaderContent dompurify',
].join('; ');
