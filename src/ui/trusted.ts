/** The scripts that this page may start beside itself. */
const allowed: readonly string[] = ['./sw.js'];

function checked(url: string): string {
  if (!allowed.includes(url)) throw new TypeError(`${url} is no script of this app`);
  return url;
}

/** A script address that Trusted Types accept: only those of a fixed list, anything else throws. */
export function scriptUrl(url: string): string | TrustedScriptURL {
  const factory = (globalThis as { readonly trustedTypes?: TrustedTypePolicyFactory }).trustedTypes;
  return (
    factory?.createPolicy('app-worker', { createScriptURL: checked }).createScriptURL(url) ?? checked(url)
  );
}
