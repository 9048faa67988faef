import type { Operation } from '../../../calls/operation.ts';
import { accessKeyOperations } from './access-keys.ts';
import { accountSettingsOperations } from './account-settings.ts';
import { accountSummaryOperations } from '../reports/account-summary.ts';
import { authorizationDetailsOperations } from '../reports/authorization-details.ts';
import { credentialReportOperations } from '../reports/credential-report.ts';
import { lastAccessedOperations } from '../reports/last-accessed.ts';
import { loginProfileOperations } from './login-profiles.ts';
import { mfaAssignmentOperations } from './mfa-assignments.ts';
import { mfaDeviceOperations } from './mfa-devices.ts';
import { passwordPolicyOperations } from './password-policy.ts';

/** Passwords, access keys, MFA devices, account settings and the account's reports. */
export const credentialOperations: readonly Operation[] = [
  ...loginProfileOperations,
  ...passwordPolicyOperations,
  ...accessKeyOperations,
  ...mfaDeviceOperations,
  ...mfaAssignmentOperations,
  ...accountSettingsOperations,
  ...accountSummaryOperations,
  ...authorizationDetailsOperations,
  ...credentialReportOperations,
  ...lastAccessedOperations,
];
