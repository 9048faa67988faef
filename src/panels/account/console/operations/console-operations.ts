import type { ServiceName } from '#account';
import type { Section } from '../parts/view.ts';

/** What the console does, besides showing: a call of AWS, whose form is made from AWS's model. */
export interface ConsoleOperation {
  readonly service: ServiceName;
  readonly operation: string;
}

function operations(service: ServiceName, ...operations: readonly string[]): readonly ConsoleOperation[] {
  return operations.map((operation) => ({ service, operation }));
}

/** The everyday work of each section. Another call is one more name here; everything else the terminal can do. */
export const operationsOf: Readonly<Partial<Record<Section, readonly ConsoleOperation[]>>> = {
  users: operations(
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
  groups: operations(
    'iam',
    ...['CreateGroup', 'AddUserToGroup', 'RemoveUserFromGroup', 'AttachGroupPolicy', 'DetachGroupPolicy'],
    ...['PutGroupPolicy', 'DeleteGroupPolicy', 'DeleteGroup'],
  ),
  roles: operations(
    'iam',
    ...['CreateRole', 'UpdateAssumeRolePolicy', 'UpdateRole', 'AttachRolePolicy', 'DetachRolePolicy'],
    ...['PutRolePolicy', 'DeleteRolePolicy', 'PutRolePermissionsBoundary', 'CreateInstanceProfile'],
    ...['AddRoleToInstanceProfile', 'RemoveRoleFromInstanceProfile', 'CreateServiceLinkedRole', 'DeleteRole'],
  ),
  policies: operations(
    'iam',
    ...['CreatePolicy', 'CreatePolicyVersion', 'SetDefaultPolicyVersion', 'DeletePolicyVersion'],
    'DeletePolicy',
  ),
  providers: operations(
    'iam',
    ...['CreateSAMLProvider', 'DeleteSAMLProvider', 'CreateOpenIDConnectProvider'],
    ...['AddClientIDToOpenIDConnectProvider', 'DeleteOpenIDConnectProvider'],
  ),
  settings: operations(
    'iam',
    ...['CreateAccountAlias', 'DeleteAccountAlias', 'UpdateAccountPasswordPolicy'],
    ...['DeleteAccountPasswordPolicy', 'GenerateCredentialReport', 'GetCredentialReport'],
  ),
  organization: operations(
    'organizations',
    ...['CreateOrganization', 'CreateAccount', 'CreateOrganizationalUnit', 'EnablePolicyType'],
    ...['CreatePolicy', 'AttachPolicy', 'DetachPolicy', 'MoveAccount'],
  ),
  authenticator: operations(
    'iam',
    ...['CreateVirtualMFADevice', 'EnableMFADevice', 'ResyncMFADevice', 'DeactivateMFADevice'],
    'DeleteVirtualMFADevice',
  ),
};
