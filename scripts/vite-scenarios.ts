import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { catalogueEntry, inOrder } from '#scenario';
import { readFolder, scenarioFolders } from './scenario-files.ts';

const catalogue = 'virtual:scenarios';
const loading = 'virtual:scenario-loaders';
const scenarioModule = 'virtual:scenario/';
const textsModule = 'virtual:scenario-texts/';

/**
 * The shipped scenarios as modules: `virtual:scenarios` holds what the map shows, `virtual:scenario-loaders` loads the
 * rest, each scenario and each language of it a chunk of its own. Files are read and checked when the app is built, not in the page.
 */
export function scenarios(): Plugin {
  const root = resolve('scenarios');
  function all() {
    return scenarioFolders(root).map((folder) => {
      const { scenario, texts, issues } = readFolder(folder);
      if (scenario === undefined || texts === undefined)
        throw new Error(`${folder}: ${JSON.stringify(issues[0])} (npm run scenarios says more)`);
      return { scenario, texts };
    });
  }
  function loaders(prefix: string, ids: readonly string[], suffix = ''): string {
    return ids
      .map((id) => `${JSON.stringify(id)}: () => import(${JSON.stringify(prefix + id + suffix)})`)
      .join(',\n');
  }
  return {
    name: 'scenarios',
    resolveId: (id) =>
      [catalogue, loading, scenarioModule, textsModule].some((name) => id.startsWith(name))
        ? `\0${id}`
        : null,
    load(id) {
      if (!id.startsWith('\0virtual:scenario')) return null;
      const name = id.slice(1);
      const found = all();
      if (name === catalogue) {
        const entries = inOrder(found.map(({ scenario, texts }) => catalogueEntry(scenario, texts)));
        return `export const entries = ${JSON.stringify(entries)};`;
      }
      if (name === loading) {
        const ids = found.map(({ scenario }) => scenario.id);
        return [
          `const scenarios = {${loaders(scenarioModule, ids)}};`,
          `const texts = { en: {${loaders(textsModule, ids, '/en')}}, es: {${loaders(textsModule, ids, '/es')}} };`,
          'const load = async (loader) => loader === undefined ? undefined : (await loader()).default;',
          'export const loadScenario = (id) => load(scenarios[id]);',
          'export const loadTexts = (id, language) => load(texts[language][id]);',
        ].join('\n');
      }
      const [wanted = '', language] = name.replace(/^virtual:scenario(?:-texts)?\//, '').split('/');
      const one = found.find(({ scenario }) => scenario.id === wanted);
      if (one === undefined) return null;
      const value = language === undefined ? one.scenario : one.texts[language === 'es' ? 'es' : 'en'];
      return `export default ${JSON.stringify(value)};`;
    },
    configureServer(server) {
      server.watcher.add(root);
      server.watcher.on('change', (file) => {
        if (!file.startsWith(join(root, ''))) return;
        for (const [id, module] of server.moduleGraph.idToModuleMap)
          if (id.startsWith('\0virtual:scenario')) server.moduleGraph.invalidateModule(module);
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
