import type { Operation } from '../../../calls/operation.ts';
import type { Account } from '../../../state/state.ts';
import { keysOf } from '../credentials/access-keys.ts';
import { settingsOf } from '../credential-holders.ts';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const quotas = {
  UsersQuota: 5000,
  GroupsQuota: 300,
  RolesQuota: 1000,
  InstanceProfilesQuota: 1000,
  PoliciesQuota: 1500,
  PolicyVersionsInUseQuota: 10_000,
  VersionsPerPolicyQuota: 5,
  ServerCertificatesQuota: 20,
  PolicySizeQuota: 6144,
  UserPolicySizeQuota: 2048,
  GroupPolicySizeQuota: 5120,
  RolePolicySizeQuota: 10_240,
  AssumeRolePolicySizeQuota: 2048,
  AttachedPoliciesPerUserQuota: 10,
  AttachedPoliciesPerGroupQuota: 10,
  AttachedPoliciesPerRoleQuota: 20,
  GroupsPerUserQuota: 10,
  AccessKeysPerUserQuota: 2,
  SigningCertificatesPerUserQuota: 2,
};

function inUse(account: Account): Readonly<Record<string, number>> {
  const settings = settingsOf(account);
  const devices = [...account.mfaDevices.values()];
  const versions = [...account.policies.values()].map((policy) => policy.versions.length);
  return {
    Users: account.users.size,
    Groups: account.groups.size,
    Roles: account.roles.size,
    InstanceProfiles: account.instanceProfiles.size,
    Policies: account.policies.size,
    PolicyVersionsInUse: versions.reduce((sum, count) => sum + count, 0),
    Providers: account.samlProviders.size + account.oidcProviders.size,
    ServerCertificates: 0,
    MFADevices: devices.length,
    MFADevicesInUse: devices.filter((device) => device.user !== undefined).length,
    AccountMFAEnabled: Number(devices.some((device) => device.user === '')),
    AccountAccessKeysPresent: Number(keysOf(account, '').length > 0),
    AccountPasswordPresent: Number(settings.rootPassword !== undefined),
    AccountSigningCertificatesPresent: 0,
    GlobalEndpointTokenVersion: settings.tokenVersion === 'v2Token' ? 2 : 1,
  };
}

/**
 * How much of IAM the account uses, and its quotas.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html
 */
export const accountSummaryOperations: readonly Operation[] = [
  {
    service: 'iam',
    name: 'GetAccountSummary',
    reads: true,
    run: ({ account }) => ({ output: { SummaryMap: { ...inUse(account), ...quotas } } }),
  },
];
