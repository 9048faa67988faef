/** What an account holds, in plain values that can be saved. Times are milliseconds since 1970, names as given. */

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** What grants an identity its permissions: managed policies by ARN, inline policies by name with their text. */
export interface Permissions {
  readonly attached: readonly string[];
  readonly inline: Readonly<Record<string, string>>;
}

interface Named {
  readonly name: string;
  /** `/` or `/engineering/`. */
  readonly path: string;
  /** AWS's unique id: `AIDA…`. */
  readonly id: string;
  readonly created: number;
}

export interface User extends Named, Permissions {
  readonly tags: readonly Tag[];
  /** Names of the groups the user is in. */
  readonly groups: readonly string[];
  /** ARN of the managed policy that is the permissions boundary. */
  readonly boundary?: string;
  readonly passwordLastUsed?: number;
}

export interface Group extends Named, Permissions {}

export interface Role extends Named, Permissions {
  readonly tags: readonly Tag[];
  /** Text of the role trust policy. */
  readonly trust: string;
  readonly description?: string;
  /** Seconds. */
  readonly maxSession: number;
  readonly boundary?: string;
  readonly lastUsed?: { readonly at: number; readonly region: string };
  /** The service a service-linked role belongs to. */
  readonly linkedTo?: string;
}

export interface InstanceProfile extends Named {
  readonly tags: readonly Tag[];
  /** Name of its one role. */
  readonly role?: string;
}

export interface PolicyVersion {
  /** `v1`; a number is never used again. */
  readonly id: string;
  readonly document: string;
  readonly created: number;
}

/** A customer managed policy. */
export interface ManagedPolicy extends Named {
  readonly arn: string;
  readonly updated: number;
  readonly description?: string;
  readonly tags: readonly Tag[];
  readonly versions: readonly PolicyVersion[];
  readonly defaultVersion: string;
  readonly nextVersion: number;
}

/** A user's console password: only its hash is kept, and those of earlier ones. */
export interface LoginProfile {
  readonly user: string;
  readonly created: number;
  readonly changed: number;
  readonly password: string;
  /** Hashes, the latest first. */
  readonly earlier: readonly string[];
  readonly resetRequired: boolean;
}

/** A long-term access key of a user, or of the root user. */
export interface AccessKey {
  readonly id: string;
  /** User name; `''` is the root user. */
  readonly user: string;
  /** Hash of the secret, which is shown once. */
  readonly secret: string;
  readonly status: 'Active' | 'Inactive';
  readonly created: number;
}

export interface MfaDevice {
  /** ARN of a virtual device or security key, serial number of a hardware token. */
  readonly serial: string;
  readonly kind: 'virtual' | 'hardware' | 'fido';
  /** Base32; absent for a security key. */
  readonly seed?: string;
  /** Whom it is assigned to: a user name, `''` for the root user; absent: not assigned. */
  readonly user?: string;
  readonly created: number;
  readonly enabled?: number;
  /** Steps by which the device's clock is off, as AWS has noted it. */
  readonly drift: number;
  /** The time step of the last code that was used: it and earlier ones are refused. */
  readonly lastStep?: number;
  readonly tags: readonly Tag[];
}

export interface SamlProvider {
  readonly name: string;
  readonly arn: string;
  readonly metadata: string;
  readonly created: number;
  readonly tags: readonly Tag[];
}

export interface OidcProvider {
  /** Without `https://`. */
  readonly url: string;
  readonly arn: string;
  readonly clientIds: readonly string[];
  readonly thumbprints: readonly string[];
  readonly created: number;
  readonly tags: readonly Tag[];
}

export interface PasswordPolicy {
  readonly MinimumPasswordLength: number;
  readonly RequireSymbols: boolean;
  readonly RequireNumbers: boolean;
  readonly RequireUppercaseCharacters: boolean;
  readonly RequireLowercaseCharacters: boolean;
  readonly AllowUsersToChangePassword: boolean;
  /** Days; 0: never. */
  readonly MaxPasswordAge: number;
  readonly PasswordReusePrevention: number;
  readonly HardExpiry: boolean;
}

/** What there is once in an account. Its key in the table is `account`. */
export interface AccountSettings {
  readonly name: string;
  readonly email: string;
  readonly created: number;
  /** Hash of the root user's password; absent: none. */
  readonly rootPassword?: string;
  readonly rootPasswordLastUsed?: number;
  readonly alias?: string;
  readonly passwordPolicy?: PasswordPolicy;
  /** The management account of the organization it is in. */
  readonly managedBy?: string;
  readonly report?: { readonly at: number; readonly content: string };
  readonly tokenVersion?: string;
}

/** Temporary credentials: what the session token says. */
export interface Session {
  /** Access key id: `ASIA…`. */
  readonly id: string;
  /** Hashes of the secret and of the token. */
  readonly secret: string;
  readonly token: string;
  readonly kind: 'console' | 'sessionToken' | 'role' | 'federationToken' | 'rootTask';
  /** ARN of who acts: the user, the root user, the role session or the federated user. */
  readonly principal: string;
  /** The user behind it; `''` is the root user; absent for role sessions. */
  readonly user?: string;
  /** Name of the role. */
  readonly role?: string;
  /** Unique id of the role, as it was: a role made anew under the name is another. */
  readonly roleId?: string;
  readonly issued: number;
  readonly expires: number;
  /** When MFA was proved. */
  readonly mfaAt?: number;
  /** Session policies: texts of documents; absent: none was passed. */
  readonly policies?: readonly string[];
  readonly tags: readonly Tag[];
  readonly transitiveTags: readonly string[];
  readonly sourceIdentity?: string;
  /** The provider that vouched, for AssumeRoleWithSAML and AssumeRoleWithWebIdentity. */
  readonly provider?: string;
  /** Further context keys that the session carries, as `saml:aud`. */
  readonly keys?: Readonly<Record<string, string | readonly string[]>>;
}
