import * as v from 'valibot';
import { flag, list, number, recordOf, row, tags, text, texts } from './row.ts';

/** What an account holds, in plain values that can be saved. Times are milliseconds since 1970, names as given. */

export type { Tag } from './row.ts';

const permissions = { attached: texts, inline: recordOf(text) };
/** What grants an identity its permissions: managed policies by ARN, inline policies by name with their text. */
export type Permissions = Readonly<v.InferOutput<v.ObjectSchema<typeof permissions, undefined>>>;

const named = {
  name: text,
  /** `/` or `/engineering/`. */
  path: text,
  /** AWS's unique id: `AIDA…`. */
  id: text,
  created: number,
};

export const userRow = row({
  ...named,
  ...permissions,
  tags,
  /** Names of the groups the user is in. */
  groups: texts,
  /** ARN of the managed policy that is the permissions boundary. */
  boundary: v.exactOptional(text),
  passwordLastUsed: v.exactOptional(number),
});
export type User = v.InferOutput<typeof userRow>;

export const groupRow = row({ ...named, ...permissions });
export type Group = v.InferOutput<typeof groupRow>;

export const roleRow = row({
  ...named,
  ...permissions,
  tags,
  /** Text of the role trust policy. */
  trust: text,
  description: v.exactOptional(text),
  /** Seconds. */
  maxSession: number,
  boundary: v.exactOptional(text),
  lastUsed: v.exactOptional(row({ at: number, region: text })),
  /** The service a service-linked role belongs to. */
  linkedTo: v.exactOptional(text),
});
export type Role = v.InferOutput<typeof roleRow>;

export const instanceProfileRow = row({
  ...named,
  tags,
  /** Name of its one role. */
  role: v.exactOptional(text),
});
export type InstanceProfile = v.InferOutput<typeof instanceProfileRow>;

const policyVersion = row({
  /** `v1`; a number is never used again. */
  id: text,
  document: text,
  created: number,
});
export type PolicyVersion = v.InferOutput<typeof policyVersion>;

export const managedPolicyRow = row({
  ...named,
  arn: text,
  updated: number,
  description: v.exactOptional(text),
  tags,
  versions: list(policyVersion),
  defaultVersion: text,
  nextVersion: number,
});
/** A customer managed policy. */
export type ManagedPolicy = v.InferOutput<typeof managedPolicyRow>;

export const loginProfileRow = row({
  user: text,
  created: number,
  changed: number,
  password: text,
  /** Hashes, the latest first. */
  earlier: texts,
  resetRequired: flag,
});
/** A user's console password: only its hash is kept, and those of earlier ones. */
export type LoginProfile = v.InferOutput<typeof loginProfileRow>;

export const accessKeyRow = row({
  id: text,
  /** User name; `''` is the root user. */
  user: text,
  /** Hash of the secret, which is shown once. */
  secret: text,
  status: v.picklist(['Active', 'Inactive']),
  created: number,
});
/** A long-term access key of a user, or of the root user. */
export type AccessKey = v.InferOutput<typeof accessKeyRow>;

export const mfaDeviceRow = row({
  /** ARN of a virtual device or security key, serial number of a hardware token. */
  serial: text,
  kind: v.picklist(['virtual', 'hardware', 'fido']),
  /** Base32; absent for a security key. */
  seed: v.exactOptional(text),
  /** Whom it is assigned to: a user name, `''` for the root user; absent: not assigned. */
  user: v.exactOptional(text),
  created: number,
  enabled: v.exactOptional(number),
  /** Steps by which the device's clock is off, as AWS has noted it. */
  drift: number,
  /** The time step of the last code that was used: it and earlier ones are refused. */
  lastStep: v.exactOptional(number),
  tags,
});
export type MfaDevice = v.InferOutput<typeof mfaDeviceRow>;

export const samlProviderRow = row({ name: text, arn: text, metadata: text, created: number, tags });
export type SamlProvider = v.InferOutput<typeof samlProviderRow>;

export const oidcProviderRow = row({
  /** Without `https://`. */
  url: text,
  arn: text,
  clientIds: texts,
  thumbprints: texts,
  created: number,
  tags,
});
export type OidcProvider = v.InferOutput<typeof oidcProviderRow>;

const passwordPolicy = row({
  MinimumPasswordLength: number,
  RequireSymbols: flag,
  RequireNumbers: flag,
  RequireUppercaseCharacters: flag,
  RequireLowercaseCharacters: flag,
  AllowUsersToChangePassword: flag,
  /** Days; 0: never. */
  MaxPasswordAge: number,
  PasswordReusePrevention: number,
  HardExpiry: flag,
});
export type PasswordPolicy = v.InferOutput<typeof passwordPolicy>;

export const accountSettingsRow = row({
  name: text,
  email: text,
  created: number,
  /** Hash of the root user's password; absent: none. */
  rootPassword: v.exactOptional(text),
  rootPasswordLastUsed: v.exactOptional(number),
  alias: v.exactOptional(text),
  passwordPolicy: v.exactOptional(passwordPolicy),
  /** The management account of the organization it is in. */
  managedBy: v.exactOptional(text),
  report: v.exactOptional(row({ at: number, content: text })),
  tokenVersion: v.exactOptional(text),
});
/** What there is once in an account. Its key in the table is `account`. */
export type AccountSettings = v.InferOutput<typeof accountSettingsRow>;

export const sessionRow = row({
  /** Access key id: `ASIA…`. */
  id: text,
  /** Hashes of the secret and of the token. */
  secret: text,
  token: text,
  kind: v.picklist(['console', 'sessionToken', 'role', 'federationToken', 'rootTask']),
  /** ARN of who acts: the user, the root user, the role session or the federated user. */
  principal: text,
  /** The user behind it; `''` is the root user; absent for role sessions. */
  user: v.exactOptional(text),
  /** Name of the role. */
  role: v.exactOptional(text),
  /** Unique id of the role, as it was: a role made anew under the name is another. */
  roleId: v.exactOptional(text),
  issued: number,
  expires: number,
  /** When MFA was proved. */
  mfaAt: v.exactOptional(number),
  /** Session policies: texts of documents; absent: none was passed. */
  policies: v.exactOptional(texts),
  tags,
  transitiveTags: texts,
  sourceIdentity: v.exactOptional(text),
  /** The provider that authenticated, for AssumeRoleWithSAML and AssumeRoleWithWebIdentity. */
  provider: v.exactOptional(text),
  /** Further context keys that the session carries, as `saml:aud`. */
  keys: v.exactOptional(recordOf(v.union([text, texts]))),
});
/** Temporary credentials: what the session token says. */
export type Session = v.InferOutput<typeof sessionRow>;
