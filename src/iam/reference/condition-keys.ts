import { lowerCase } from '../text/lower-case.ts';
import { matchesWildcard } from '../pattern/wildcard.ts';

/** What kind of value a condition key carries; the operators of that family compare it. */
export const keyTypes = ['String', 'ARN', 'Bool', 'Numeric', 'Date', 'IPAddress'] as const;
export type ConditionKeyType = (typeof keyTypes)[number];

/** A condition key as the Service Authorization Reference lists it. */
export interface ConditionKey {
  /** As AWS writes it; a part that the caller fills in stands as `${TagKey}`, `<key>`, `tag-key`, or not at all after a slash. */
  readonly name: string;
  readonly type: ConditionKeyType;
  /** True: a request may carry several values, so `ForAllValues:` and `ForAnyValue:` make sense. */
  readonly multivalued: boolean;
}

/** The key of a list that a policy means: case does not count, and `${TagKey}` stands for any text but none. */
export function findConditionKey(keys: readonly ConditionKey[], written: string): ConditionKey | undefined {
  const wanted = lowerCase(written);
  return keys.find(({ name }) =>
    matchesWildcard(lowerCase(name).replaceAll(/\$\{[^}]*\}|<[^>]*>|(?<=\/)(?:tag-key)?$/g, '?*'), wanted),
  );
}

type Row = readonly [type: ConditionKeyType, multivalued: boolean, names: readonly string[]];

// In every service's requests, or said of the caller, the network or the call; some have no service's file.
const rows: readonly Row[] = [
  [
    'String',
    false,
    [
      ...['aws:PrincipalAccount', 'aws:PrincipalOrgID', 'aws:PrincipalTag/${TagKey}', 'aws:PrincipalType'],
      ...['aws:PrincipalServiceName', 'aws:userid', 'aws:username', 'aws:FederatedProvider'],
      ...['aws:SourceIdentity', 'aws:Ec2InstanceSourceVpc', 'aws:ViaCustomerDomain', 'aws:SourceVpc'],
      ...['aws:SourceVpce', 'aws:VpceAccount', 'aws:VpceOrgID', 'aws:ResourceAccount', 'aws:ResourceOrgID'],
      ...['aws:ResourceTag/${TagKey}', 'aws:RequestTag/${TagKey}', 'aws:RequestedRegion'],
      ...['aws:CalledViaFirst', 'aws:CalledViaLast', 'aws:CalledViaAWSMCP', 'aws:referer', 'aws:UserAgent'],
      ...['aws:SourceAccount', 'aws:SourceOrgID', 'aws:SourceOwner'],
    ],
  ],
  [
    'String',
    true,
    [
      ...['aws:PrincipalOrgPaths', 'aws:PrincipalServiceNamesList', 'aws:ResourceOrgPaths'],
      ...['aws:SourceOrgPaths', 'aws:VpceOrgPaths', 'aws:CalledVia', 'aws:TagKeys'],
    ],
  ],
  [
    'ARN',
    false,
    [
      ...['aws:PrincipalArn', 'aws:SignInSessionArn', 'aws:ChatbotSourceArn', 'aws:SourceVpcArn'],
      'aws:SourceArn',
    ],
  ],
  [
    'Bool',
    false,
    [
      ...['aws:PrincipalIsAWSService', 'aws:AssumedRoot', 'aws:MultiFactorAuthPresent'],
      ...['aws:ViaAWSService', 'aws:ViaAWSMCPService', 'aws:IsMcpServiceAction', 'aws:SecureTransport'],
    ],
  ],
  ['Numeric', false, ['aws:MultiFactorAuthAge']],
  ['Date', false, ['aws:TokenIssueTime', 'aws:CurrentTime', 'aws:EpochTime']],
  ['IPAddress', false, ['aws:SourceIp', 'aws:VpcSourceIp', 'aws:Ec2InstanceSourcePrivateIPv4']],
];

/**
 * AWS's global condition keys. `aws:EpochTime` may also be compared as a number.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const globalConditionKeys: readonly ConditionKey[] = rows.flatMap(([type, multivalued, names]) =>
  names.map((name) => ({ name, type, multivalued })),
);
