import type * as Monaco from 'monaco-editor/editor';

export type MonacoApi = typeof Monaco;

let loading: Promise<MonacoApi> | undefined;

/** Lets the page paint and answer keys before the next piece. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * Monaco, in pieces, so that no piece keeps the page from answering. Left out on purpose: its JSON service (ours knows
 * IAM), the diff, links and colours, and with them every need of a worker. Rejects if a piece is not to be had; the
 * next call then tries again.
 */
async function load(): Promise<MonacoApi> {
  // Nothing that is left asks for a worker; if something ever does, it computes on the page.
  (globalThis as { MonacoEnvironment?: unknown }).MonacoEnvironment = {
    getWorker: () => {
      throw new Error('no worker is needed here');
    },
  };
  await import('monaco-editor/editor/common/model/textModel.js');
  await breathe();
  await import('monaco-editor/editor/browser/view.js');
  await breathe();
  await import('monaco-editor/editor/browser/widget/codeEditor/codeEditorWidget.js');
  await breathe();
  const monaco = await import('monaco-editor/editor');
  await breathe();
  await import('./features-editing.ts');
  await breathe();
  await import('./features-help.ts');
  await breathe();
  const { registerPolicyLanguage } = await import('./policy-language.ts');
  const { registerPolicyHelp } = await import('./policy-help.ts');
  if (registerPolicyLanguage(monaco)) registerPolicyHelp(monaco);
  await document.fonts.load("13px 'Atkinson Hyperlegible Mono Variable'");
  monaco.editor.remeasureFonts();
  return monaco;
}

/** Monaco, loaded once; rejects after a while, so that nobody waits for it in vain: the plain text takes its place. */
export function loadMonaco(timeoutMs = 15_000): Promise<MonacoApi> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return Promise.race([
    loading,
    new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error(`the editor did not arrive in ${timeoutMs / 1000} s`)), timeoutMs),
    ),
  ]);
}
