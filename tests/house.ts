import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };

/** One import as it is written: who asks, by which words, and which file of ours answers. */
export interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly to: string;
}

/** All code below a folder. */
export function codeUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|js|svelte)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The file that a specifier leads to, by the paths of package.json; undefined where it is a package's. */
function resolved(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier));
  for (const [name, path] of Object.entries(packageJson.imports)) {
    const [start, end] = name.split('*', 2) as [string, string?];
    if (end === undefined ? specifier === name : specifier.startsWith(start))
      return normalize(path.replace('*', specifier.slice(start.length)));
  }
  return undefined;
}

/** What a text imports: statements, `import type`, `import()` in scripts and in markup, workers. */
export function importsIn(from: string, text: string): readonly Import[] {
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*'([.#][^'?]*)[^']*'/g)].flatMap(
    ([, specifier = '']) => {
      const to = resolved(from, specifier);
      return to === undefined ? [] : [{ from, specifier, to }];
    },
  );
}

/** What the code below these folders imports of ours. */
export function importsOf(...folders: readonly string[]): readonly Import[] {
  return folders.flatMap(codeUnder).flatMap((file) => importsIn(file, readFileSync(file, 'utf8')));
}

/**
 * The two folders that an import joins, where they part: `a/b/c/x.ts` and `a/d/y.ts` part in `a`, as `a/b` and `a/d`.
 * A file that stands in `a` itself belongs to `a/*`.
 */
function partedFolders({ from, to }: Pick<Import, 'from' | 'to'>): readonly [string, string] {
  const [one, other] = [dirname(from).split('/'), dirname(to).split('/')];
  let depth = 0;
  while (depth < one.length && depth < other.length && one[depth] === other[depth]) depth += 1;
  const name = (path: readonly string[]): string =>
    depth < path.length ? path.slice(0, depth + 1).join('/') : `${path.join('/')}/*`;
  return [name(one), name(other)];
}

/** Groups of folders, at every depth, that lead to each other by imports; of each the imports within, as a witness. */
export function folderCircles(
  imports: readonly Pick<Import, 'from' | 'to'>[],
): readonly { readonly folders: readonly string[]; readonly imports: readonly string[] }[] {
  const edges = imports.map((one) => ({ ...one, parted: partedFolders(one) }));
  const next = new Map<string, Set<string>>();
  for (const { parted } of edges) {
    const [one, other] = parted;
    if (one !== other) next.set(one, (next.get(one) ?? new Set()).add(other));
  }
  const reachedFrom = (start: string): ReadonlySet<string> => {
    const reached = new Set<string>();
    const waiting = [...(next.get(start) ?? [])];
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      if (reached.has(folder)) continue;
      reached.add(folder);
      waiting.push(...(next.get(folder) ?? []));
    }
    return reached;
  };
  const reached = new Map([...next.keys()].map((folder) => [folder, reachedFrom(folder)]));
  const together = (one: string, other: string): boolean =>
    reached.get(one)?.has(other) === true && reached.get(other)?.has(one) === true;
  const groups = new Map(
    [...next.keys()]
      .filter((folder) => together(folder, folder))
      .map((folder) => {
        const group = [...next.keys()].filter((other) => together(folder, other)).toSorted();
        return [group.join(' ↔ '), group];
      }),
  );
  return [...groups.values()].map((folders) => ({
    folders,
    imports: edges
      .filter(({ parted: [one, other] }) => one !== other && folders.includes(one) && folders.includes(other))
      .map(({ from, to }) => `${from} → ${to}`),
  }));
}
