import type { Plugin } from 'vite';
import { referenceEdition, referenceText } from './reference-data.ts';

const edition = 'virtual:reference';
const served = 'reference/';

/**
 * The reference data as files beside the page: made out of the packages when the app is built, a few files of many services
 * each and one of managed policies, none of it in a script. `virtual:reference` says in which folder they are. The development server makes
 * each file when it is asked for.
 */
export function reference(): Plugin {
  let built: ReturnType<typeof referenceEdition> | undefined;
  let building = false;
  const files = () => (built ??= referenceEdition());
  return {
    name: 'reference',
    configResolved: ({ command }) => void (building = command === 'build'),
    resolveId: (id) => (id === edition ? `\0${id}` : null),
    load: (id) =>
      id === `\0${edition}`
        ? `export const folder = ${JSON.stringify(building ? files().folder : served)};`
        : null,
    generateBundle() {
      const { folder, files: all } = files();
      for (const [file, source] of all) this.emitFile({ type: 'asset', fileName: folder + file, source });
    },
    configureServer({ middlewares }) {
      middlewares.use(`/${served}`, ({ url = '' }, response, next) => {
        const text = referenceText(url.slice(1));
        if (text === undefined) next();
        else response.setHeader('Content-Type', 'application/json').end(text);
      });
    },
  };
}
