import { isJsonObject, type JsonObject, type JsonValue } from '#iam';

/**
 * Identity providers that many AWS customers share, and the claims that tell one customer's tokens from another's. Since
 * June 2025 a trust policy has to look at one of them.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 */
const controls: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'token.actions.githubusercontent.com',
    ['token.actions.githubusercontent.com:sub', 'token.actions.githubusercontent.com:job_workflow_ref'],
  ],
  ['gitlab.com', ['gitlab.com:sub']],
  ['app.terraform.io', ['app.terraform.io:sub']],
  ['agent.buildkite.com', ['agent.buildkite.com:sub']],
  ['oidc.codefresh.io', ['oidc.codefresh.io:sub']],
  ['scalr.io', ['scalr.io:sub']],
  ['proidc.upbound.io', ['proidc.upbound.io:sub']],
  ['cognito-identity.amazonaws.com', ['cognito-identity.amazonaws.com:aud']],
  ['api.pulumi.com/oidc', ['api.pulumi.com/oidc:aud']],
  ['oidc.vercel.com', ['oidc.vercel.com:aud']],
  ['sandboxes.cloud', ['sandboxes.cloud:aud']],
]);

/** A shared provider that a statement trusts without a look at any of the keys. */
export interface OpenProvider {
  readonly provider: string;
  readonly keys: readonly string[];
}

function texts(value: JsonValue | undefined): readonly string[] {
  return (Array.isArray(value) ? (value as readonly JsonValue[]) : [value]).filter(
    (one) => typeof one === 'string',
  );
}

/** Whether a condition pins one of the keys to values that are more than a lone `*`. */
function pins(condition: JsonValue | undefined, keys: readonly string[]): boolean {
  if (!isJsonObject(condition)) return false;
  return Object.entries(condition).some(
    ([operator, block]) =>
      !/^(?:ForAllValues:)|IfExists$|Not|^Null$/.test(operator) &&
      isJsonObject(block) &&
      Object.entries(block).some(
        ([key, value]) =>
          keys.includes(key.toLowerCase()) && texts(value).every((one) => !/^[*?]*$/.test(one)),
      ),
  );
}

/** The shared provider that an Allow statement leaves open to the tokens of anybody; undefined where there is none. */
export function unpinnedProvider({ Effect, Principal, Condition }: JsonObject): OpenProvider | undefined {
  if (Effect !== 'Allow' || !isJsonObject(Principal)) return undefined;
  for (const federated of texts(Principal['Federated'])) {
    const provider = federated.replace(/^arn:[^:]*:iam::\d{12}:oidc-provider\//, '');
    const keys = controls.get(provider);
    if (keys !== undefined && !pins(Condition, keys)) return { provider, keys };
  }
  return undefined;
}
