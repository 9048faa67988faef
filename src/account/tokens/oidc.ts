import { isJsonObject, parseJson, valueOf, type JsonObject } from '#iam';
import { textFromBase64, toBase64Url } from './base64.ts';
import { keyIdOf, signatureOf } from './signing.ts';

/** Issuers that AWS knows without an identity provider in the account. */
export const builtInIssuers: readonly string[] = [
  'accounts.google.com',
  'graph.facebook.com',
  'www.amazon.com',
  'cognito-identity.amazonaws.com',
];
/** The issuer of GitHub Actions. */
export const githubIssuer = 'token.actions.githubusercontent.com';

/** What a token is to say. */
export interface TokenClaims {
  /** Host, and path, without `https://`. */
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  /** Seconds until it expires; an hour unless told. */
  readonly seconds?: number;
  /** Further claims, as `repository`. */
  readonly more?: JsonObject;
}

/** A token in its parts, as a screen shows it. */
export interface WebToken {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  /** What was signed: the first two parts as they stand. */
  readonly signed: string;
  readonly signature: string;
  /** Without `https://`. */
  readonly issuer: string;
}

/** A token of header and payload, signed by whoever is named. */
export function tokenOf(payload: JsonObject, signer: string): string {
  const header = { alg: 'ES256', typ: 'JWT', kid: keyIdOf(signer) };
  const signed = [header, payload].map((part) => toBase64Url(JSON.stringify(part))).join('.');
  return `${signed}.${signatureOf(signed, signer)}`;
}

/**
 * A token of an issuer, really signed: header, payload and signature.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
 */
export function issueToken(
  { issuer, subject, audience, seconds = 3600, more }: TokenClaims,
  now: number,
): string {
  const iat = Math.floor(now / 1000);
  return tokenOf(
    { iss: `https://${issuer}`, aud: audience, sub: subject, iat, exp: iat + seconds, ...more },
    issuer,
  );
}

/** A token as GitHub Actions gives a workflow that runs for a repository and a branch. */
export function issueGithubToken(
  {
    repository,
    branch,
    actor,
  }: { readonly repository: string; readonly branch: string; readonly actor: string },
  now: number,
): string {
  const ref = `refs/heads/${branch}`;
  return issueToken(
    {
      issuer: githubIssuer,
      subject: `repo:${repository}:ref:${ref}`,
      audience: 'sts.amazonaws.com',
      seconds: 300,
      more: {
        ref,
        repository,
        repository_owner: repository.split('/')[0] ?? '',
        actor,
        workflow: 'deploy',
        job_workflow_ref: `${repository}/.github/workflows/deploy.yml@${ref}`,
      },
    },
    now,
  );
}

function objectIn(part: string): JsonObject | undefined {
  const text = textFromBase64(part);
  const { node, issues } = text === undefined ? { issues: [], node: undefined } : parseJson(text);
  const value = node === undefined || issues.length > 0 ? undefined : valueOf(node);
  return value !== undefined && isJsonObject(value) ? value : undefined;
}

/** Reads a token; undefined where the text is none. Whether it may be believed is another question. */
export function readToken(token: string): WebToken | undefined {
  const [first = '', second = '', signature, ...more] = token.split('.');
  const [header, payload] = [objectIn(first), objectIn(second)];
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0)
    return undefined;
  const { iss } = payload;
  const issuer = typeof iss === 'string' ? iss.replace(/^https:\/\//, '') : '';
  return { header, payload, signed: `${first}.${second}`, signature, issuer };
}

/** A claim's text; the first of several. */
export function claim({ payload }: WebToken, name: string): string | undefined {
  const value = payload[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' || typeof first === 'number' ? String(first) : undefined;
}

const github = [
  'actor',
  'actor_id',
  'environment',
  'ref',
  'repository',
  'repository_id',
  'repository_owner_id',
];
const keyNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'accounts.google.com': { aud: 'azp', oaud: 'aud', sub: 'sub' },
  'graph.facebook.com': { app_id: 'aud', id: 'sub' },
  'www.amazon.com': { app_id: 'aud', user_id: 'sub' },
  [githubIssuer]: Object.fromEntries(
    ['aud', 'sub', ...github, 'enterprise_id', 'job_workflow_ref', 'workflow'].map((name) => [name, name]),
  ),
};
const usual: Readonly<Record<string, string>> = { aud: 'aud', sub: 'sub', amr: 'amr' };

/**
 * The condition keys that a token's claims become: `token.actions.githubusercontent.com:sub`.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
export function tokenKeys(token: WebToken): Readonly<Record<string, string>> {
  const names = keyNames[token.issuer] ?? usual;
  return Object.fromEntries(
    Object.entries(names).flatMap(([key, name]) => {
      // Google's `azp` is left out where it is the audience.
      const value = claim(token, name) ?? (name === 'azp' ? claim(token, 'aud') : undefined);
      return value === undefined ? [] : [[`${token.issuer}:${key}`, value]];
    }),
  );
}
