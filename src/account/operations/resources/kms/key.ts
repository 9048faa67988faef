import type { JsonObject, RequestContext } from '#iam';
import { tagContext } from '../../../calls/tag-set.ts';
import type { Call } from '../../../calls/operation.ts';
import { refuse, type Refusal } from '../../../calls/refusal.ts';
import type { Ask } from '../../../state/record.ts';
import type { KmsKey } from '../../../state/resources.ts';
import { accountOf } from '../../../state/state.ts';

/** A KMS key and the account it is in. */
export interface OwnedKey {
  readonly key: KmsKey;
  readonly owner: string;
  /** The alias by which the call named it. */
  readonly alias?: string;
}

function notFound(message: string): Refusal {
  return refuse('NotFoundException', message);
}

/** KMS does not say whether another account has the key. */
function hidden({ caller }: Call, action: string): Refusal {
  return refuse(
    'AccessDeniedException',
    `User: ${caller.arn} is not authorized to perform: ${action} on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
  );
}

/**
 * The key that a call names by its id, its ARN, an alias or an alias's ARN.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id
 */
export function findKey(call: Call, name: string, action: string, region = call.region): OwnedKey | Refusal {
  const arn = /^arn:aws:kms:([a-z0-9-]+):(\d{12}):(key|alias)\/(.+)$/.exec(name);
  if (name.startsWith('arn:') && arn === null) return refuse('InvalidArnException', `Invalid arn ${name}`);
  const [, where, owner = call.accountId, kind, rest] = arn ?? [];
  if (where !== undefined && where !== region) return notFound(`Invalid arn ${where}`);
  const alias = kind === 'alias' ? `alias/${rest ?? ''}` : name.startsWith('alias/') ? name : undefined;
  const id = rest ?? name;
  const keys = [...accountOf(call.state, owner).keys.values()].filter(
    (key) => key.region === region && !(key.deletion !== undefined && key.deletion <= call.now),
  );
  const key = keys.find((one) => (alias === undefined ? one.id === id : one.aliases.includes(alias)));
  if (key !== undefined) return { key, owner, ...(alias !== undefined && { alias }) };
  if (owner !== call.accountId) return hidden(call, action);
  if (alias !== undefined) return notFound(`Alias arn:aws:kms:${region}:${owner}:${alias} is not found.`);
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
    ? notFound(`Key 'arn:aws:kms:${region}:${owner}:key/${id}' does not exist`)
    : notFound(`Invalid keyId ${id}`);
}

/** As `findKey`, for operations on a key of one's own account, which take no alias. */
export function ownKey(call: Call, name: string, action: string): OwnedKey | Refusal {
  const found = findKey(call, name, action);
  if ('refused' in found) return found;
  if (found.owner !== call.accountId) return hidden(call, action);
  return found.alias === undefined ? found : notFound(`Invalid keyId ${name}`);
}

/** The question whether the caller may do something with a key. */
export function keyAsk(
  action: string,
  { accountId }: Call,
  { key, alias }: OwnedKey,
  more: RequestContext = {},
): Ask {
  return {
    action,
    resource: key.arn,
    context: {
      ...(accountId !== '' && { 'kms:CallerAccount': accountId }),
      'kms:KeySpec': 'SYMMETRIC_DEFAULT',
      'kms:KeyUsage': 'ENCRYPT_DECRYPT',
      'kms:KeyOrigin': 'AWS_KMS',
      ...(key.aliases.length > 0 && { 'kms:ResourceAliases': key.aliases }),
      ...(alias !== undefined && { 'kms:RequestAlias': alias }),
      ...tagContext(key.tags),
      ...more,
    },
  };
}

/** `kms:EncryptionContext:project` and `kms:EncryptionContextKeys`. */
export function encryptionContext(context: Readonly<Record<string, string>>): RequestContext {
  const keys = Object.keys(context);
  if (keys.length === 0) return {};
  return {
    ...Object.fromEntries(keys.map((key) => [`kms:EncryptionContext:${key}`, context[key] ?? ''])),
    'kms:EncryptionContextKeys': keys,
  };
}

/** Why a key cannot encrypt or decrypt in its state. */
export function unusable({ arn, state }: KmsKey): Refusal | undefined {
  if (state === 'Disabled') return refuse('DisabledException', `${arn} is disabled.`);
  return state === 'PendingDeletion'
    ? refuse('KMSInvalidStateException', `${arn} is pending deletion.`)
    : undefined;
}

export function keyOutput(owner: string, key: KmsKey): JsonObject {
  return {
    AWSAccountId: owner,
    KeyId: key.id,
    Arn: key.arn,
    CreationDate: key.created,
    Enabled: key.state === 'Enabled',
    Description: key.description,
    KeyUsage: 'ENCRYPT_DECRYPT',
    KeyState: key.state,
    ...(key.deletion !== undefined && { DeletionDate: key.deletion }),
    Origin: 'AWS_KMS',
    KeyManager: 'CUSTOMER',
  };
}
