import type { ServiceName } from '#account';
import type { Section } from '../parts/view.ts';

/** What the console does, besides showing: a call of AWS, whose form is made from AWS's model. */
export interface Deed {
  readonly service: ServiceName;
  readonly operation: string;
}

function deeds(service: ServiceName, ...operations: readonly string[]): readonly Deed[] {
  return operations.map((operation) => ({ service, operation }));
}

/** The everyday work of each section. Another call is one more name here; everything else the terminal can do. */
export const deedsOf: Readonly<Partial<Record<Section, readonly Deed[]>>> = {
  users: deeds(
    'iam',
    ...['CreateUser', 'AddUserToGroup', 'RemoveUserFromGroup', 'AttachUserPolicy', 'DetachUserPolicy'],
    ...[
      'PutUserPolicy',
      'DeleteUserPolicy',
      'CreateLoginProfile',
      'UpdateLoginProfile',
      'DeleteLoginProfile',
    ],
    ...['CreateAccessKey', 'UpdateAccessKey', 'DeleteAccessKey', 'PutUserPermissionsBoundary', 'TagUser'],
    'DeleteUser',
  ),
  groups: deeds(
    'iam',
    ...['CreateGroup', 'AddUserToGroup', 'RemoveUserFromGroup', 'AttachGroupPolicy', 'DetachGroupPolicy'],
    ...['PutGroupPolicy', 'DeleteGroupPolicy', 'DeleteGroup'],
  ),
  roles: deeds(
    'iam',
    ...['CreateRole', 'UpdateAssumeRolePolicy', 'UpdateRole', 'AttachRolePolicy', 'DetachRolePolicy'],
    ...['PutRolePolicy', 'DeleteRolePolicy', 'PutRolePermissionsBoundary', 'CreateInstanceProfile'],
    ...['AddRoleToInstanceProfile', 'RemoveRoleFromInstanceProfile', 'CreateServiceLinkedRole', 'DeleteRole'],
  ),
  policies: deeds(
    'iam',
    ...['CreatePolicy', 'CreatePolicyVersion', 'SetDefaultPolicyVersion', 'DeletePolicyVersion'],
    'DeletePolicy',
  ),
  providers: deeds(
    'iam',
    ...['CreateSAMLProvider', 'DeleteSAMLProvider', 'CreateOpenIDConnectProvider'],
    ...['AddClientIDToOpenIDConnectProvider', 'DeleteOpenIDConnectProvider'],
  ),
  settings: deeds(
    'iam',
    ...['CreateAccountAlias', 'DeleteAccountAlias', 'UpdateAccountPasswordPolicy'],
    ...['DeleteAccountPasswordPolicy', 'GenerateCredentialReport', 'GetCredentialReport'],
  ),
  organization: deeds(
    'organizations',
    ...['CreateOrganization', 'CreateAccount', 'CreateOrganizationalUnit', 'EnablePolicyType'],
    ...['CreatePolicy', 'AttachPolicy', 'DetachPolicy', 'MoveAccount'],
  ),
  authenticator: deeds(
    'iam',
    ...['CreateVirtualMFADevice', 'EnableMFADevice', 'ResyncMFADevice', 'DeactivateMFADevice'],
    'DeleteVirtualMFADevice',
  ),
};
