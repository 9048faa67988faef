/** How the address of a place reads: `#/path`, and what stands behind it. */
export interface Path {
  readonly path: string;
  /** What follows the path after a slash: `none`, an id that is `needed`, or something that `may` be there. */
  readonly rest: 'none' | 'needed' | 'may';
}

/** The place that a location hash names, with what stands behind its path; undefined where it names none. */
export function readAddress<Name extends string>(
  hash: string,
  paths: readonly (Path & { readonly name: Name })[],
): { readonly name: Name; readonly rest: string | undefined } | undefined {
  const [first = '', behind] = hash.replace(/^#\/?/, '').split('/', 2);
  const found = paths.find(({ path }) => path === first);
  if (found === undefined) return undefined;
  const rest = behind === '' ? undefined : behind;
  if (found.rest === 'needed' && rest === undefined) return undefined;
  // `#/settings/` is no other way to write `#/settings`.
  if (found.rest === 'none' && behind !== undefined) return undefined;
  return { name: found.name, rest };
}
