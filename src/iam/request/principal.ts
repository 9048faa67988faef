import { parseArn } from '../text/arn.ts';

/** Who makes a request, taken apart. `arn` is what resource policies can name. */
export type Principal =
  | { readonly kind: 'user'; readonly text: string; readonly account: string; readonly name: string }
  | {
      readonly kind: 'role';
      readonly text: string;
      readonly account: string;
      readonly name: string;
      readonly role: string;
    }
  | {
      readonly kind: 'roleSession';
      readonly text: string;
      readonly account: string;
      readonly name: string;
      readonly role: string;
      readonly session: string;
    }
  | { readonly kind: 'federatedUser'; readonly text: string; readonly account: string; readonly name: string }
  | { readonly kind: 'root'; readonly text: string; readonly account: string }
  | { readonly kind: 'service' | 'identityProvider' | 'anonymous'; readonly text: string };

const webProviders: readonly string[] = [
  'graph.facebook.com',
  'accounts.google.com',
  'www.amazon.com',
  'cognito-identity.amazonaws.com',
];

/**
 * Reads the principal of a request; undefined where the text names none that can call AWS (a group, an account
 * number, a malformed ARN). A bare role ARN stands for a session of that role.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function parsePrincipal(text: string, principalRole?: string): Principal | undefined {
  if (text === 'anonymous') return { kind: 'anonymous', text };
  if (webProviders.includes(text)) return { kind: 'identityProvider', text };
  const arn = parseArn(text);
  if (arn === undefined)
    return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(text) ? { kind: 'service', text } : undefined;
  const { partition, service, region, account, resource } = arn;
  if (region !== '' || !/^\d{12}$/.test(account)) return undefined;
  const [kind, ...path] = resource.split('/');
  const name = path.pop() ?? '';
  if (service === 'iam' && resource === 'root') return { kind: 'root', text, account };
  if (name === '') return undefined;
  if (service === 'iam' && kind === 'user') return { kind: 'user', text, account, name };
  if (service === 'iam' && kind === 'role') return { kind: 'role', text, account, name, role: text };
  if (service === 'iam' && (kind === 'saml-provider' || kind === 'oidc-provider'))
    return { kind: 'identityProvider', text };
  if (service === 'sts' && kind === 'federated-user') return { kind: 'federatedUser', text, account, name };
  const [role, ...deeper] = path;
  if (service !== 'sts' || kind !== 'assumed-role' || role === undefined || deeper.length > 0)
    return undefined;
  return {
    kind: 'roleSession',
    text,
    account,
    name: role,
    role: principalRole ?? `arn:${partition}:iam::${account}:role/${role}`,
    session: name,
  };
}

/** Whether the principal is a session of a service-linked role: SCPs and RCPs do not bind it. */
export function isServiceLinked(principal: Principal): boolean {
  return 'role' in principal && principal.role.includes(':role/aws-service-role/');
}
