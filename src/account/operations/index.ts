import type { Operation } from '../calls/operation.ts';
import type { ServiceName } from '../models/model.ts';
import { credentialOperations } from './iam/credentials/index.ts';
import { identityOperations } from './iam/users-groups-roles/index.ts';
import { permissionOperations } from './iam/policies/index.ts';
import { organizationOperations } from './organizations/index.ts';
import { resourceOperations } from './resources/index.ts';
import { stsOperations } from './sts/index.ts';

/** Every operation of the simulated account: one row each. */
export const operations: readonly Operation[] = [
  ...identityOperations,
  ...credentialOperations,
  ...permissionOperations,
  ...stsOperations,
  ...organizationOperations,
  ...resourceOperations,
];

const rows = new Map(operations.map((row) => [`${row.service} ${row.name}`, row]));

/** The row of an operation; undefined where the simulated account does not have it. */
export function rowOf(service: ServiceName, name: string): Operation | undefined {
  return rows.get(`${service} ${name}`);
}
