import type * as Monaco from 'monaco-editor/editor';
import { features, pieces } from './monaco-pieces.ts';

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
  for (const piece of pieces) {
    await piece();
    await breathe();
  }
  const monaco = await import('monaco-editor/editor');
  await breathe();
  for (const feature of features) {
    await feature();
    await breathe();
  }
  const { registerPolicyLanguage } = await import('./policy-language.ts');
  registerPolicyLanguage(monaco);
  await document.fonts.load("13px 'Atkinson Hyperlegible Mono Variable'");
  monaco.editor.remeasureFonts();
  return monaco;
}

/** Monaco, loaded once; rejects after eight seconds, so that nobody waits for it longer than for the plain text. */
export function loadMonaco(patience = 8_000): Promise<MonacoApi> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return Promise.race([
    loading,
    new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error(`the editor did not arrive in ${patience / 1000} s`)), patience),
    ),
  ]);
}
