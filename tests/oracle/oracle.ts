import type { AccessRequest, JsonValue, PolicySet } from '#iam';
import { conditionMet } from './conditions.ts';
import { actionLike, resourceLike, type Keys } from './matching.ts';

/**
 * A second evaluator, written from AWS's documents alone to check the first: tables, plain loops, nothing prepared. It
 * takes documents that IAM would take; what IAM would refuse is not its business.
 */
export type OracleDecision = 'allowed' | 'explicitDeny' | 'implicitDeny';

type Json = Readonly<Record<string, JsonValue>>;
type Statement = Readonly<Record<'body', Json> & Record<'variables', boolean>>;
type Kind = 'user' | 'role' | 'federated' | 'root' | 'service' | 'provider' | 'anonymous';
type Caller = Readonly<{ kind: Kind; arn: string; account?: string; role?: string; name?: string }>;

const rcpServices =
  ' appstream dsql clouddirectory cloudfront cloudsearch logs networkmonitor cognito-identity cognito-idp comprehend comprehendmedical firehose dynamodb dax autoscaling ecr ecr-public gamelift inspector-scan kendra kinesisvideo memorydb aoss personalize polly s3 swf sqs textract timestream-influxdb transcribe translate workspaces appconfig autoscaling-plans budgets servicediscovery cloudtrail-data codeartifact codebuild codecommit codepipeline compute-optimizer cost-optimization-hub events fms fis health rolesanywhere kms opensearch pricing pca-connector-ad resource-groups secretsmanager sts signin support transfer notifications wafv2 xray ';

function callerOf(request: AccessRequest): Caller {
  const arn = request.principal;
  if (arn === 'anonymous') return { kind: 'anonymous', arn };
  const [, partition = '', service, , account = '', rest = ''] = arn.split(':');
  if (!arn.startsWith('arn:')) {
    const web = /^(graph\.facebook|accounts\.google|www\.amazon|cognito-identity\.amazonaws)\.com$/;
    return { kind: web.test(arn) ? 'provider' : 'service', arn };
  }
  const name = rest.split('/').at(-1) ?? '';
  if (rest === 'root') return { kind: 'root', arn, account };
  if (rest.startsWith('user/')) return { kind: 'user', arn, account, name };
  if (rest.startsWith('federated-user/')) return { kind: 'federated', arn, account, name };
  if (rest.startsWith('role/')) return { kind: 'role', arn, account, role: arn };
  if (service === 'iam') return { kind: 'provider', arn };
  const role = request.principalRole ?? `arn:${partition}:iam::${account}:role/${rest.split('/')[1] ?? ''}`;
  return { kind: 'role', arn, account, role };
}

const types = { user: 'User', role: 'AssumedRole', federated: 'FederatedUser', root: 'Account' } as const;

/** The condition keys of the request: what the caller implies, overridden by what the request says. */
function keysOf(request: AccessRequest, caller: Caller, owner: string | undefined): Keys {
  const { kind, account, arn, role, name } = caller;
  const service = kind === 'service';
  const ids = { root: account, federated: `${account ?? ''}:${name ?? ''}`, anonymous: 'anonymous' };
  const implied = {
    'aws:principalarn': account && (role ?? arn),
    'aws:principalaccount': service ? undefined : (account ?? 'anonymous'),
    'aws:principaltype': service ? undefined : kind in types ? types[kind as 'user'] : 'Anonymous',
    'aws:username': kind === 'user' ? name : undefined,
    'aws:userid': kind in ids ? ids[kind as 'root'] : undefined,
    'aws:principalisawsservice': account !== undefined || service ? String(service) : undefined,
    'aws:principalservicename': service ? arn : undefined,
    'aws:principalservicenameslist': service ? [arn] : undefined,
    'aws:federatedprovider': kind === 'provider' ? arn : undefined,
    'aws:viaawsservice': 'false',
    'aws:resourceaccount': owner,
  };
  const keys = new Map<string, string | readonly string[]>();
  if (request.contextComplete !== true)
    for (const [key, value] of Object.entries(implied)) if (value !== undefined) keys.set(key, value);
  for (const [key, value] of Object.entries(request.context ?? {})) keys.set(key.toLowerCase(), value);
  return keys;
}

function list(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
}

function texts(value: JsonValue | undefined): readonly string[] {
  return list(value).map((one) => (typeof one === 'string' ? one : ''));
}

function statementsOf(documents: readonly JsonValue[]): readonly Statement[] {
  return documents.flatMap((document) => {
    const policy = document as Json;
    const variables = policy['Version'] === '2012-10-17';
    return list(policy['Statement']).map((body) => ({ body: body as Json, variables }));
  });
}

/** How a Principal entry names the caller: 3 itself or everybody, 2 its role, 1 its account, 0 not at all. */
function entryNames(kind: string, text: string, caller: Caller, provider: Provider): number {
  if (kind === 'Service') return caller.kind === 'service' && text === caller.arn ? 3 : 0;
  if (kind === 'Federated') return text === provider ? 3 : 0;
  if (kind !== 'AWS') return 0;
  if (text === '*') return caller.kind === 'provider' ? 0 : 3;
  if (caller.account === undefined) return 0;
  if (text === caller.role) return 2;
  if (text === caller.arn) return 3;
  const account = /^\d{12}$/.test(text) ? text : /^arn:[^:]+:iam::(\d{12}):root$/.exec(text)?.[1];
  if (account !== caller.account) return 0;
  return caller.kind === 'root' ? 3 : 1;
}

type Provider = string | readonly string[] | undefined;
type Asked = Readonly<
  Record<'caller', Caller> & { request: AccessRequest; keys: Keys; provider: Provider; hasBoundary: boolean }
>;

function principalNames({ body }: Statement, { caller, provider, hasBoundary }: Asked): number {
  const written = body['Principal'] ?? body['NotPrincipal'];
  if (written === undefined) return 3;
  const map = typeof written === 'string' ? { AWS: written } : (written as Json);
  const entries = Object.entries(map).flatMap(([kind, names]) =>
    texts(names).map((name) => [kind, name] as const),
  );
  const names = entries.map(([kind, text]) => entryNames(kind, text, caller, provider));
  const best = Math.max(0, ...names);
  if ('Principal' in body) return best;
  // Both the caller and its account must be listed to be spared, and nobody with a boundary ever is.
  const account =
    caller.kind === 'root' ||
    entries.some(([kind, text], place) => names[place] === 1 || kind !== 'AWS' || text === '*');
  return best === 3 && account && !hasBoundary ? 0 : 3;
}

function applies(statement: Statement, asked: Asked, pad: boolean): boolean {
  const { body, variables } = statement;
  const { request, keys } = asked;
  const options = { variables, pad };
  const action = (one: string) => actionLike(one, request.action);
  const resource = (one: string) => resourceLike(one, request.resource, options, keys);
  if (!texts(body['Action'] ?? '*').some(action) || texts(body['NotAction']).some(action)) return false;
  if (!texts(body['Resource'] ?? '*').some(resource) || texts(body['NotResource']).some(resource))
    return false;
  if (principalNames(statement, asked) === 0) return false;
  return Object.entries(body['Condition'] ?? {}).every(([operator, block]) =>
    Object.entries(block as Json).every(([key, values]) =>
      conditionMet(operator, key, values, variables, keys),
    ),
  );
}

/** Decides one request, in the order of the documents. */
export function oracle(request: AccessRequest, policies: PolicySet): OracleDecision {
  const caller = callerOf(request);
  const { kind, account } = caller;
  const inArn = request.resource.split(':')[4] ?? '';
  const owner = request.resourceAccount ?? (/^\d{12}$/.test(inArn) ? inArn : account);
  const keys = keysOf(request, caller, owner);
  const vouched = kind === 'anonymous' ? keys.get('aws:federatedprovider') : undefined;
  const provider = kind === 'provider' ? caller.arn : vouched;
  const asked: Asked = { request, caller, keys, provider, hasBoundary: (policies.boundary ?? null) !== null };
  const action = request.action.toLowerCase();
  const service = action.split(':')[0] ?? '';
  const temporary = kind === 'role' || kind === 'federated';

  if (action === 'sts:getcalleridentity' && account !== undefined) return 'allowed';
  if (action === 'sts:getsessiontoken' && (kind === 'user' || kind === 'root')) return 'allowed';

  // Which policies have a say over this caller and resource.
  const linked = caller.role?.includes(':role/aws-service-role/') === true;
  const person = account !== undefined && kind !== 'root';
  const scps =
    account !== undefined && !linked && account !== policies.managementAccount ? policies.scps : null;
  const covered = rcpServices.includes(` ${service} `) && action !== 'kms:retiregrant';
  const managed = owner !== undefined && owner === policies.managementAccount;
  const rcps = covered && !linked && !managed ? policies.rcps : null;
  const identity = person ? policies.identity : [];
  const boundary = person && !linked ? (policies.boundary ?? null) : null;
  const inTask = kind === 'root' && keys.get('aws:assumedroot') === 'true';
  const session = temporary || inTask ? (policies.session ?? null) : null;
  const { resource = null, vpcEndpoint: endpoint = null } = policies;

  const one = (document: JsonValue): readonly JsonValue[] => (document === null ? [] : [document]);
  const statements = (documents: readonly JsonValue[], effect: string, pad = false): readonly Statement[] =>
    statementsOf(documents).filter((each) => each.body['Effect'] === effect && applies(each, asked, pad));

  const fences = [...(scps ?? []).flat(), ...(rcps ?? []).flat(), ...one(endpoint), ...(session ?? [])];
  if (statements([...fences, ...one(resource)], 'Deny').length > 0) return 'explicitDeny';
  if (statements([...identity, ...one(boundary)], 'Deny', true).length > 0) return 'explicitDeny';
  if (/^sts:get(session|federation)token$/.test(action) && temporary) return 'implicitDeny';

  for (const level of scps ?? []) if (statements(level, 'Allow').length === 0) return 'implicitDeny';
  if (endpoint !== null && statements([endpoint], 'Allow').length === 0) return 'implicitDeny';

  const grant = Math.max(0, ...statements(one(resource), 'Allow').map((each) => principalNames(each, asked)));
  if (account === undefined) return grant > 0 ? 'allowed' : 'implicitDeny';
  const crossAccount = owner !== account;
  const trust = service === 'sts' && request.resource.includes(':role/');
  const key = service === 'kms' && request.resource.includes(':key/');
  if (trust && kind === 'root') return 'implicitDeny';
  if ((crossAccount || trust || key) && grant === 0) return 'implicitDeny';
  if (kind === 'root')
    return session === null || statements(session, 'Allow').length > 0 ? 'allowed' : 'implicitDeny';
  if (!crossAccount && grant === 3 && !trust) return 'allowed';
  const core = (!crossAccount && grant >= 2) || statements(identity, 'Allow', true).length > 0;
  const inBoundary = boundary === null || statements([boundary], 'Allow', true).length > 0;
  const inSession = session === null ? kind !== 'federated' : statements(session, 'Allow').length > 0;
  return core && inBoundary && inSession ? 'allowed' : 'implicitDeny';
}
