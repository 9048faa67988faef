import { lowerCase } from '../text/lower-case.ts';
import { isServiceLinked, parsePrincipal, type Principal } from './principal.ts';
import type { ContextValue } from './request.ts';

/** A principal with what every decision asks of it, read once for many requests. */
export interface Caller {
  readonly principal: Principal;
  readonly kind: Principal['kind'];
  readonly text: string;
  /** The account it belongs to; undefined for services, identity providers and anonymous callers. */
  readonly account: string | undefined;
  /** The role behind a role session. */
  readonly role: string | undefined;
  readonly serviceLinked: boolean;
  /** Condition keys that follow from who calls, under the names AWS gives them. */
  readonly implied: Readonly<Record<string, ContextValue>>;
  /** The same by lower-case name. */
  readonly keys: ReadonlyMap<string, ContextValue>;
}

/** More callers than a workload has, few enough that hostile texts fill no memory. */
const maxCallers = 512;
const callers = new Map<string, Caller>();

/** The caller a request names; undefined where the text names none that can call AWS. */
export function callerOf(text: string, role?: string): Caller | undefined {
  if (role !== undefined) return read(text, role);
  const found = callers.get(text);
  if (found !== undefined) return found;
  const caller = read(text);
  if (caller === undefined) return undefined;
  if (callers.size >= maxCallers) callers.clear();
  callers.set(text, caller);
  return caller;
}

function read(text: string, roleArn?: string): Caller | undefined {
  const principal = parsePrincipal(text, roleArn);
  if (principal === undefined) return undefined;
  const account = 'account' in principal ? principal.account : undefined;
  const role = 'role' in principal ? principal.role : undefined;
  const implied = impliedBy(principal, account, role);
  return {
    principal,
    kind: principal.kind,
    text,
    account,
    role,
    serviceLinked: isServiceLinked(principal),
    implied,
    keys: new Map(Object.entries(implied).map(([key, value]) => [lowerCase(key), value])),
  };
}

const types: Readonly<Record<Principal['kind'], string>> = {
  user: 'User',
  role: 'AssumedRole',
  roleSession: 'AssumedRole',
  federatedUser: 'FederatedUser',
  root: 'Account',
  anonymous: 'Anonymous',
  service: 'AWSService',
  identityProvider: 'Anonymous',
};

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
function impliedBy(
  principal: Principal,
  account: string | undefined,
  role: string | undefined,
): Readonly<Record<string, ContextValue>> {
  const service = principal.kind === 'service';
  return {
    ...(account !== undefined && { 'aws:PrincipalArn': role ?? principal.text }),
    ...(!service && {
      'aws:PrincipalAccount': account ?? 'anonymous',
      'aws:PrincipalType': types[principal.kind],
    }),
    ...userId(principal),
    ...(principal.kind === 'user' && { 'aws:username': principal.name }),
    ...((account !== undefined || service) && { 'aws:PrincipalIsAWSService': String(service) }),
    ...(service && {
      'aws:PrincipalServiceName': principal.text,
      'aws:PrincipalServiceNamesList': [principal.text],
    }),
    ...(principal.kind === 'identityProvider' && { 'aws:FederatedProvider': principal.text }),
  };
}

function userId(principal: Principal): Readonly<Record<string, string>> {
  if (principal.kind === 'root') return { 'aws:userid': principal.account };
  if (principal.kind === 'federatedUser') return { 'aws:userid': `${principal.account}:${principal.name}` };
  if (principal.kind === 'anonymous') return { 'aws:userid': 'anonymous' };
  return {};
}
