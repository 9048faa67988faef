import type { PolicyType } from './document.ts';

/** Which elements a statement takes in each type of policy: required, optional or forbidden. */
interface StatementShape {
  readonly principal: 'required' | 'forbidden';
  readonly notPrincipal: boolean;
  readonly notAction: boolean;
  readonly resource: 'required' | 'forbidden';
  readonly id: boolean;
}

const plain: StatementShape = {
  principal: 'forbidden',
  notPrincipal: false,
  notAction: true,
  resource: 'required',
  id: false,
};

/**
 * Elements by policy type, as documented.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export const shapes: Readonly<Record<PolicyType, StatementShape>> = {
  identity: plain,
  boundary: plain,
  session: plain,
  scp: plain,
  trust: { principal: 'required', notPrincipal: false, notAction: true, resource: 'forbidden', id: true },
  resource: { principal: 'required', notPrincipal: true, notAction: true, resource: 'required', id: true },
  rcp: { principal: 'required', notPrincipal: false, notAction: false, resource: 'required', id: false },
  vpcEndpoint: { principal: 'required', notPrincipal: true, notAction: true, resource: 'required', id: true },
};

export const topElements: readonly string[] = ['Version', 'Id', 'Statement'];
export const statementElements: readonly string[] = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

/** The actions a role trust policy may name. */
export const trustActions: readonly string[] = [
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:tagsession',
  'sts:setsourceidentity',
  'sts:setcontext',
];

export const partitions: readonly string[] = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-iso',
  'aws-iso-b',
  'aws-eusc',
];
