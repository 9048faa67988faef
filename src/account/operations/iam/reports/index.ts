import type { Operation } from '../../../calls/operation.ts';
import { accountSummaryOperations } from './account-summary.ts';
import { authorizationDetailsOperations } from './authorization-details.ts';
import { contextKeyOperations } from './context-keys.ts';
import { credentialReportOperations } from './credential-report.ts';
import { listPoliciesGrantingServiceAccess } from './granting.ts';
import { lastAccessedOperations } from './last-accessed.ts';
import { simulateOperations } from './simulate.ts';

/** What IAM tells about the account as it is: its reports and the policy simulator. */
export const reportOperations: readonly Operation[] = [
  ...accountSummaryOperations,
  ...authorizationDetailsOperations,
  ...credentialReportOperations,
  ...lastAccessedOperations,
  listPoliciesGrantingServiceAccess,
  ...contextKeyOperations,
  ...simulateOperations,
];
