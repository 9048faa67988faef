import type { Operation } from '../../../calls/operation.ts';
import { accessKeyOperations } from './access-keys.ts';
import { accountSettingsOperations } from './account-settings.ts';
import { loginProfileOperations } from './login-profiles.ts';
import { mfaAssignmentOperations } from './mfa-assignments.ts';
import { mfaDeviceOperations } from './mfa-devices.ts';
import { passwordPolicyOperations } from './password-policy.ts';

/** Passwords, access keys, MFA devices and the settings of the account. */
export const credentialOperations: readonly Operation[] = [
  ...loginProfileOperations,
  ...passwordPolicyOperations,
  ...accessKeyOperations,
  ...mfaDeviceOperations,
  ...mfaAssignmentOperations,
  ...accountSettingsOperations,
];
