import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { catalogueEntry, inOrder } from '#scenario';
import { readFolder, scenarioFolders } from './scenario-files.ts';

const catalogue = 'virtual:scenarios';
const loading = 'virtual:scenario-loaders';
const scenarioModule = 'virtual:scenario/';

/**
 * The shipped scenarios as modules: `virtual:scenarios` holds what the map shows, `virtual:scenario-loaders` loads the
 * rest, each scenario a chunk of its own with its words in both languages. Files are read and checked when the app is built, not in the page.
 */
export function scenarios(): Plugin {
  const root = resolve('scenarios');
  const readAll = () =>
    scenarioFolders(root).map((folder) => {
      const { scenario, texts, issues } = readFolder(folder);
      if (scenario === undefined || texts === undefined)
        throw new Error(`${folder}: ${JSON.stringify(issues[0])} (npm run scenarios says more)`);
      return { scenario, texts };
    });
  /** Read once for all modules; anew when a file has changed. */
  let known: ReturnType<typeof readAll> | undefined;
  function loaders(ids: readonly string[]): string {
    return ids
      .map((id) => `${JSON.stringify(id)}: () => import(${JSON.stringify(scenarioModule + id)})`)
      .join(',\n');
  }
  return {
    name: 'scenarios',
    resolveId: (id) =>
      [catalogue, loading, scenarioModule].some((name) => id.startsWith(name)) ? `\0${id}` : null,
    load(id) {
      if (!id.startsWith('\0virtual:scenario')) return null;
      const name = id.slice(1);
      const found = (known ??= readAll());
      if (name === catalogue) {
        const entries = inOrder(found.map(({ scenario, texts }) => catalogueEntry(scenario, texts)));
        return `export const entries = ${JSON.stringify(entries)};`;
      }
      if (name === loading) {
        const ids = found.map(({ scenario }) => scenario.id);
        return [
          `const loaders = {${loaders(ids)}};`,
          'const load = async (id, part) => loaders[id] === undefined ? undefined : (await loaders[id]())[part];',
          "export const loadScenario = (id) => load(id, 'scenario');",
          'export const loadTexts = (id, language) => load(id, language);',
        ].join('\n');
      }
      const one = found.find(({ scenario }) => `${scenarioModule}${scenario.id}` === name);
      if (one === undefined) return null;
      return Object.entries({ scenario: one.scenario, ...one.texts })
        .map(([part, value]) => `export const ${part} = ${JSON.stringify(value)};`)
        .join('\n');
    },
    configureServer(server) {
      server.watcher.add(root);
      server.watcher.on('change', (file) => {
        if (!file.startsWith(join(root, ''))) return;
        known = undefined;
        for (const [id, module] of server.moduleGraph.idToModuleMap)
          if (id.startsWith('\0virtual:scenario')) server.moduleGraph.invalidateModule(module);
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
