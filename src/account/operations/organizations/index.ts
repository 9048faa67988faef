import type { Operation } from '../../calls/operation.ts';
import { accountRows } from './accounts.ts';
import { attachmentRows } from './attachments.ts';
import { leavingRows } from './leaving.ts';
import { organizationRows } from './organization.ts';
import { policyRows } from './policies.ts';
import { tagRows } from './tags.ts';
import { treeRows } from './tree.ts';
import { trustedRows } from './trusted.ts';
import { unitRows } from './units.ts';

/** AWS Organizations. */
export const organizationOperations: readonly Operation[] = [
  ...organizationRows,
  ...trustedRows,
  ...accountRows,
  ...leavingRows,
  ...unitRows,
  ...treeRows,
  ...policyRows,
  ...attachmentRows,
  ...tagRows,
];
