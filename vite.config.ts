import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { contentSecurityPolicy } from './csp.ts';
import packageJson from './package.json' with { type: 'json' };
import { reference } from './scripts/vite-reference.ts';
import { scenarios } from './scripts/vite-scenarios.ts';

/** The policy stands first in <head>, so that it covers whatever the page loads; hosts need send no header. */
function policyInPage(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replace(
          '<head>',
          `<head>\n    <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" />`,
        ),
    },
  };
}

/** What a newcomer's first screen needs is fetched beside the entry that asks for it, not after it; English, since most are. */
function firstScreenAhead(): Plugin {
  return {
    name: 'first-screen-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
        const chunkOf = (file: string) => {
          const found = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(file)));
          if (found === undefined) throw new Error(`${file} is in no chunk`);
          return found;
        };
        const first = chunkOf('/home/FirstMinute.svelte');
        const ahead = [first.fileName, ...first.imports, chunkOf('/i18n/en/home.ts').fileName];
        const scripts = new Set(ahead.filter((file) => !html.includes(file)));
        const styles = chunks
          .filter(({ fileName }) => scripts.has(fileName))
          .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
        const link = (rel: string, file: string) => ({
          tag: 'link',
          attrs: { rel, crossorigin: true, href: `./${file}` },
          injectTo: 'head' as const,
        });
        return [
          ...[...new Set(styles)].map((file) => link('stylesheet', file)),
          ...[...scripts].map((file) => link('modulepreload', file)),
        ];
      },
    },
  };
}

/** Monaco names a default worker that is never started here: without this it would be built and kept offline. */
function noDefaultMonacoWorker(): Plugin {
  return {
    name: 'no-default-monaco-worker',
    apply: 'build',
    enforce: 'pre',
    transform: (code, id) =>
      id.endsWith('editorWorkerService.js')
        ? code.replace(/new URL\([^)]*editorWebWorkerMain\.js[^)]*\)/, "''")
        : null,
  };
}

export default defineConfig({
  // Relative addresses: the built folder works on any static host, at any path.
  base: './',
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  plugins: [
    svelte(),
    scenarios(),
    reference(),
    noDefaultMonacoWorker(),
    firstScreenAhead(),
    policyInPage(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      includeManifestIcons: false,
      manifest: {
        name: 'Deny by Default',
        short_name: 'Deny by Default',
        description: 'Learn AWS IAM by writing real policies, offline.',
        display: 'standalone',
        start_url: './',
        scope: './',
        background_color: '#fbfaf8',
        theme_color: '#fbfaf8',
        icons: [
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      strategies: 'injectManifest',
      srcDir: 'src/app',
      filename: 'sw.ts',
      injectManifest: {
        globPatterns: ['**/*.{html,js,css,woff2,ttf,svg,png,txt,json}'],
        maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
        rollupFormat: 'iife',
      },
    }),
  ],
  // Its main entry is the ES5 build, for bundlers that mix module kinds; this one says the same in less.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // The first screen evaluates, and reads no text before the first letter (`FirstMinute`). Left alone, the bundler
    // puts the grammar, which both need, into the reader's chunk, and fetches that at once.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'grammar', test: /src\/iam\/policy\/(?:grammar|json|document)\.ts/ }],
        },
      },
    },
  },
  preview: { headers: { 'Content-Security-Policy': contentSecurityPolicy } },
});
