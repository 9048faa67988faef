/** Where the learner is. Routes are hashes, so that any static host and the service worker serve them unchanged. */
export type Route =
  | { readonly name: 'home' }
  | { readonly name: 'mission'; readonly id: string }
  | { readonly name: 'explain'; readonly packed?: string }
  | { readonly name: 'compare' }
  | { readonly name: 'sandbox' }
  | { readonly name: 'settings' }
  | { readonly name: 'unknown' };

/** Reads a location hash; anything that is no route of ours is `unknown`. */
export function parseRoute(hash: string): Route {
  const [place = '', rest] = hash.replace(/^#\/?/, '').split('/', 2);
  if (place === '') return { name: 'home' };
  if (place === 'missions' && rest !== undefined && rest !== '') return { name: 'mission', id: rest };
  if (place === 'explain')
    return rest === undefined || rest === '' ? { name: 'explain' } : { name: 'explain', packed: rest };
  if ((place === 'compare' || place === 'sandbox' || place === 'settings') && rest === undefined)
    return { name: place };
  return { name: 'unknown' };
}
