/** The scripts that this page may start beside itself: the service worker, and the prover's worker as the build names it. */
const allowed =
  /^(?:\.\/sw\.js|(?:https?:\/\/[^/]+)?[\w./-]*\/(?:assets\/prover-worker-[\w-]+\.js|prover-worker\.ts\?[\w&=]+))$/;

function checked(url: string): string {
  const own = new URL(url, document.baseURI).origin === location.origin;
  if (!own || !allowed.test(url)) throw new TypeError(`${url} is no script of this app`);
  return url;
}

let policy: Pick<TrustedTypePolicy, 'createScriptURL'> | undefined;

/** A script address that Trusted Types accept: only those above and of this origin, anything else throws. */
export function scriptUrl(url: string): string | TrustedScriptURL {
  const factory = (globalThis as { readonly trustedTypes?: TrustedTypePolicyFactory }).trustedTypes;
  // A policy of this name may be made once.
  policy ??= factory?.createPolicy('app-worker', { createScriptURL: checked });
  return policy?.createScriptURL(url) ?? checked(url);
}
