import { refuse } from '../../calls/refusal.ts';

/** How AWS Organizations refuses. Texts are those of its API reference, and of its answers where they are known. */

export const notInUse = refuse(
  'AWSOrganizationsNotInUseException',
  'Your account is not a member of an organization.',
);
export const notManagement = refuse(
  'AccessDeniedException',
  "You don't have permissions to access this resource.",
);
export const noParent = refuse('ParentNotFoundException', "You specified parent that doesn't exist.");
export const noUnit = refuse(
  'OrganizationalUnitNotFoundException',
  "You specified an organizational unit that doesn't exist.",
);
export const noAccount = refuse('AccountNotFoundException', "You specified an account that doesn't exist.");
export const noTarget = refuse('TargetNotFoundException', "You specified a target that doesn't exist.");
export const noChild = refuse('ChildNotFoundException', "You specified a child that doesn't exist.");
export const noRoot = refuse('RootNotFoundException', "You specified a root that doesn't exist.");
export const noPolicy = refuse('PolicyNotFoundException', "You specified a policy that doesn't exist.");
export const duplicateUnit = refuse(
  'DuplicateOrganizationalUnitException',
  'An OU with the same name already exists.',
);
export const managementStays = refuse(
  'MasterCannotLeaveOrganizationException',
  "You can't remove a management account from an organization. If you want the management account to become a member account in another organization, you must first delete the current organization of the management account.",
);
export const tooYoung = refuse(
  'ConstraintViolationException',
  'The member account must be at least 4 days old before it can leave the organization.',
);

/** A limit of Organizations that is reached, with AWS's sentence for it. */
export function constraint(message: string): ReturnType<typeof refuse> {
  return refuse('ConstraintViolationException', message);
}

export function invalid(message: string): ReturnType<typeof refuse> {
  return refuse('InvalidInputException', message);
}
