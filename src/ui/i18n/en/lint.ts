/** What the checks of a policy say, and why each matters. A check that stands for an issue of the parser says `issues.*`. */
export const lint = {
  'lint.fix.replace': 'Write `{text}` here.',
  'lint.fix.rename': 'Call it `{text}`.',
  'lint.fix.remove': 'Take out `{text}`.',
  'lint.fix.insert': 'Add `{text}`.',
  'lint.why.refused': 'IAM does not save the policy while this is so, and nothing of it applies.',

  'lint.INVALID_ACTION': 'The action `{text}` does not exist.',
  'lint.why.INVALID_ACTION': 'IAM saves it all the same, and the entry never matches any request.',
  'lint.WILDCARD_MATCHES_NO_ACTION': 'No action of the service matches `{text}`.',
  'lint.why.WILDCARD_MATCHES_NO_ACTION': 'The entry covers nothing until AWS adds an action of such a name.',
  'lint.INVALID_SERVICE_IN_ACTION': 'There is no service with the prefix `{service}`.',
  'lint.why.INVALID_SERVICE_IN_ACTION':
    'An action of a service that does not exist never matches any request.',
  'lint.REDUNDANT_ACTION': '`{other}` covers `{text}` already.',
  'lint.why.REDUNDANT_ACTION': 'The entry changes nothing and makes the policy longer to read.',
  'lint.SCP_SYNTAX_ERROR_ACTION_WILDCARD':
    'In an SCP a wildcard stands at the end of an action; in `{text}` it does not.',
  'lint.why.SCP_SYNTAX_ERROR_ACTION_WILDCARD': 'AWS lists this as an error of service control policies.',
  'lint.RCP_SYNTAX_ERROR_ACTION': 'Resource control policies do not cover the service of `{text}`.',
  'lint.why.RCP_SYNTAX_ERROR_ACTION':
    'Organizations takes actions of the services that RCPs cover, each with its prefix.',
  'lint.ALLOW_WITH_NOT_ACTION': 'Allow with NotAction grants every action but those listed.',
  'lint.why.ALLOW_WITH_NOT_ACTION': 'That includes IAM, and all actions and services that AWS adds later.',
  'lint.ALLOW_ALL_ACTIONS_ON_ALL_RESOURCES': 'This statement allows all actions on all resources.',
  'lint.why.ALLOW_ALL_ACTIONS_ON_ALL_RESOURCES': 'Whoever has it is an administrator of the whole account.',

  'lint.PASS_ROLE_WITH_NOT_RESOURCE': '`{action}` is allowed on all roles but those in NotResource.',
  'lint.why.PASS_ROLE_WITH_NOT_RESOURCE':
    'A role passed to a service lends its permissions to whoever runs code there; name the roles, or set `iam:PassedToService`.',
  'lint.PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE':
    'A wildcard in Action covers `{action}` on all roles but those in NotResource.',
  'lint.why.PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE':
    'Passing roles comes along unseen, and with it the permissions of nearly every role.',
  'lint.PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE':
    'NotAction leaves `{action}` allowed on all roles but those in NotResource.',
  'lint.why.PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE':
    'What NotAction does not list is allowed: so is passing nearly every role to a service.',
  'lint.PASS_ROLE_WITH_STAR_IN_RESOURCE': '`{action}` is allowed on every role.',
  'lint.why.PASS_ROLE_WITH_STAR_IN_RESOURCE':
    'A principal can pass an administrator’s role to a service and act through it; name the roles, or set `iam:PassedToService`.',
  'lint.PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE': 'A wildcard in Action covers `{action}` on every role.',
  'lint.why.PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE':
    'Passing roles comes along unseen, and with it the permissions of every role of the account.',
  'lint.PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION': 'NotAction leaves `{action}` allowed on every role.',
  'lint.why.PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION':
    'What NotAction does not list is allowed: so is passing any role to a service.',
  'lint.CREATE_SLR_WITH_NOT_RESOURCE': '`{action}` is allowed on all roles but those in NotResource.',
  'lint.why.CREATE_SLR_WITH_NOT_RESOURCE':
    'It lets the principal create service-linked roles of nearly any service; name them, or set `iam:AWSServiceName`.',
  'lint.CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE':
    'A wildcard in Action covers `{action}` on all roles but those in NotResource.',
  'lint.why.CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE':
    'Creating service-linked roles comes along unseen, for nearly any service.',
  'lint.CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE':
    'NotAction leaves `{action}` allowed on all roles but those in NotResource.',
  'lint.why.CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE':
    'What NotAction does not list is allowed: so is creating service-linked roles of nearly any service.',
  'lint.CREATE_SLR_WITH_STAR_IN_RESOURCE': '`{action}` is allowed on every role.',
  'lint.why.CREATE_SLR_WITH_STAR_IN_RESOURCE':
    'It lets the principal create the service-linked role of any service; name it, or set `iam:AWSServiceName`.',
  'lint.CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE': 'A wildcard in Action covers `{action}` on every role.',
  'lint.why.CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE':
    'Creating service-linked roles comes along unseen, for any service.',
  'lint.CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION':
    'NotAction leaves `{action}` allowed on every role.',
  'lint.why.CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION':
    'What NotAction does not list is allowed: so is creating the service-linked role of any service.',

  'lint.MISSING_ARN_FIELD': 'The ARN `{text}` has fewer than six fields.',
  'lint.why.MISSING_ARN_FIELD':
    'Identity policies fill it up with wildcards, so it covers more than it shows; other policies match nothing with it or refuse it.',
  'lint.INVALID_SERVICE': 'There is no service `{service}` in ARNs: `{text}`.',
  'lint.why.INVALID_SERVICE': 'No resource has such an ARN, so the entry never matches.',
  'lint.ARN_REGION_NOT_ALLOWED': 'An ARN of this kind of {service} has no Region: `{text}`.',
  'lint.why.ARN_REGION_NOT_ALLOWED':
    'The resource’s own ARN has an empty Region, so the entry never matches it.',
  'lint.ARN_ACCOUNT_NOT_ALLOWED': 'An ARN of this kind of {service} has no account: `{text}`.',
  'lint.why.ARN_ACCOUNT_NOT_ALLOWED':
    'The resource’s own ARN has an empty account, so the entry never matches it.',
  'lint.MISSING_ARN_REGION': 'An ARN of this kind of {service} has a Region: `{text}`.',
  'lint.why.MISSING_ARN_REGION': 'An empty field matches an empty one only; write the Region, or `*`.',
  'lint.MISSING_ARN_ACCOUNT': 'An ARN of this kind of {service} has an account: `{text}`.',
  'lint.why.MISSING_ARN_ACCOUNT': 'An empty field matches an empty one only; write the account, or `*`.',
  'lint.INVALID_ARN_REGION': '`{region}` is no Region in `{text}`.',
  'lint.why.INVALID_ARN_REGION':
    'No resource lies in a Region that does not exist, so the entry never matches.',
  'lint.INVALID_ARN_RESOURCE': '{service} has no kind of resource with an ARN such as `{text}`.',
  'lint.why.INVALID_ARN_RESOURCE':
    'An ARN in another form than the service gives its resources never matches one.',
  'lint.VARIABLE_BEFORE_ARN_RESOURCE': 'The variable stands before the last field of `{text}`.',
  'lint.why.VARIABLE_BEFORE_ARN_RESOURCE':
    'Variables work in the resource part of an ARN only; before it they are plain text.',
  'lint.REDUNDANT_RESOURCE': '`{other}` covers `{text}` already.',
  'lint.why.REDUNDANT_RESOURCE': 'The entry changes nothing and makes the policy longer to read.',

  'lint.RESOURCE_MISMATCH': 'The action `{text}` is asked on none of these resources.',
  'lint.why.RESOURCE_MISMATCH':
    'For this action the statement never matches: it neither allows nor denies it.',
  'lint.ACTION_NEEDS_ALL_RESOURCES': 'The action `{text}` takes no resource: it needs `*`.',
  'lint.why.ACTION_NEEDS_ALL_RESOURCES':
    'A request of this action names no resource, and only `*` matches that.',
  'lint.S3_OBJECT_ACTION_ON_BUCKET_ARN': '`{text}` is asked on objects, and these are ARNs of buckets.',
  'lint.why.S3_OBJECT_ACTION_ON_BUCKET_ARN':
    'An object’s ARN has a slash and its key after the bucket, so this never matches.',
  'lint.S3_BUCKET_ACTION_ON_OBJECT_ARN': '`{text}` is asked on a bucket, and these are ARNs of objects.',
  'lint.why.S3_BUCKET_ACTION_ON_OBJECT_ARN': 'A bucket’s ARN ends with its name, so this never matches.',
  'lint.S3_BUCKET_NAME_WITH_WILDCARD': '`{text}` covers every bucket whose name begins so.',
  'lint.why.S3_BUCKET_NAME_WITH_WILDCARD':
    'Bucket names are the whole world’s: anybody can make one that begins like yours.',
  'lint.RESOURCE_STAR': 'These actions are asked on resources that could be named in the place of `*`.',
  'lint.why.RESOURCE_STAR': 'A statement that names its resources allows no more than is needed.',
  'lint.RESOURCE_EFFECTIVELY_STAR': '`{text}` covers all resources of the service.',
  'lint.why.RESOURCE_EFFECTIVELY_STAR': 'It looks like a limit and is none.',

  'lint.UNSUPPORTED_ACTION_IN_POLICY':
    'The policy is on a resource of `{service}`; `{text}` is an action of another service.',
  'lint.why.UNSUPPORTED_ACTION_IN_POLICY':
    'A service takes its own actions only in the policies of its resources.',
  'lint.UNSUPPORTED_RESOURCE_ARN_IN_POLICY':
    'The policy is on a resource of `{service}`; `{text}` is another service’s.',
  'lint.why.UNSUPPORTED_RESOURCE_ARN_IN_POLICY': 'A policy on a resource can speak of that resource only.',
  'lint.ALLOW_EVERYONE': 'This statement allows everyone, without a condition.',
  'lint.why.ALLOW_EVERYONE':
    'The resource is public: any AWS account can do this, and for some services anyone at all.',
  'lint.DENY_WITH_NOT_PRINCIPAL': 'Deny with NotPrincipal denies everyone but those listed.',
  'lint.why.DENY_WITH_NOT_PRINCIPAL':
    'A principal with a permissions boundary is denied even if it is listed; use Principal `*` with a condition on `aws:PrincipalArn`.',
  'lint.RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL': 'The service `{text}` is allowed on behalf of anyone.',
  'lint.why.RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL':
    'Another account can make the service act on your resource; add `aws:SourceArn`, `aws:SourceAccount` or `aws:SourceOrgID`.',
  'lint.RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL': '`{key}` is a weak key for a service principal.',
  'lint.why.RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL':
    '`aws:SourceArn`, `aws:SourceAccount` and `aws:SourceOrgID` say for whom the service acts.',
  'lint.UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL':
    'A request of a service principal does not carry `{key}`.',
  'lint.why.UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL':
    'The key is about a principal in an account; a service is in none, and the condition is never met.',
  'lint.IRRELEVANT_CONDITION_KEY_IN_POLICY': '`{key}` says nothing in the policy of a bucket.',
  'lint.why.IRRELEVANT_CONDITION_KEY_IN_POLICY':
    'The bucket belongs to one account: the key always has the same value here.',
  'lint.RESOURCE_POLICY_PRIVILEGE_ESCALATION': '`{text}` lets the principal change this policy (`{action}`).',
  'lint.why.RESOURCE_POLICY_PRIVILEGE_ESCALATION':
    'Whoever can change the policy can give itself what it withholds.',

  'lint.MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL':
    'Every token of `{text}` is trusted: no condition looks at its claims.',
  'lint.why.MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL':
    'Anyone with an account at the provider can assume the role; ask for its `aud` or `sub`.',
  'lint.MISSING_GITHUB_REPO_CONDITION_KEY':
    'No condition on `token.actions.githubusercontent.com:sub` says which repository is trusted.',
  'lint.why.MISSING_GITHUB_REPO_CONDITION_KEY': 'A workflow of any repository on GitHub can assume the role.',
  'lint.SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED': '`{text}` trusts more than one repository or branch.',
  'lint.why.SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED':
    'Whoever can push to any that match can assume the role.',
  'lint.MISMATCHED_ACTION_FOR_PRINCIPAL':
    'This principal assumes the role with `{action}`, not with `{text}`.',
  'lint.why.MISMATCHED_ACTION_FOR_PRINCIPAL':
    'The call for this kind of principal is another one, so nobody can assume the role.',
  'lint.MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY': 'IAM Roles Anywhere also needs `{action}`.',
  'lint.why.MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY':
    'It assumes the role, tags the session and sets its source identity, all in one call.',
  'lint.MISSING_ACTION_FOR_CONDITION_KEY': '`{key}` needs `{action}` to be allowed as well.',
  'lint.why.MISSING_ACTION_FOR_CONDITION_KEY':
    'Only a request that may do so carries the key, so the condition is never met.',
  'lint.REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY': 'The session `{text}` is covered by its role `{other}`.',
  'lint.why.REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY':
    'Who trusts a role trusts its sessions; the entry changes nothing.',
  'lint.MISSING_EXTERNAL_ID': 'The account `{text}` is trusted without `sts:ExternalId`.',
  'lint.why.MISSING_EXTERNAL_ID':
    'If it is a third party’s, another of its customers can have it assume your role: the confused deputy problem.',

  'lint.RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY':
    '`{key}` stands without `BoolIfExists` `aws:PrincipalIsAWSService` `false`.',
  'lint.why.RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY':
    'AWS services carry no such key: the statement denies what they do for you.',
  'lint.RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY':
    '`{key}` stands without `Bool` `aws:PrincipalIsAWSService` `true`.',
  'lint.why.RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY':
    'Only services carry the key: without the other the statement denies everybody else.',
  'lint.RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK':
    '`{key}` stands without a Null check on `aws:SourceAccount` or `aws:SourceArn`.',
  'lint.why.RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK':
    'Services do not send the key with every request; those without it are denied.',

  'lint.POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA':
    'The policy has {size} characters without white space; {quota} are its quota.',
  'lint.why.POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA': 'IAM does not save a policy that is longer.',
  'lint.POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA':
    'The policy has {size} characters without white space; {quota} are its quota.',
  'lint.why.POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA': 'The service does not save a policy that is longer.',
  'lint.POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA':
    'The policy has {size} characters without white space; {quota} are its quota.',
  'lint.why.POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA':
    'IAM does not save a longer one unless the quota was raised.',
  'lint.POLICY_SIZE_EXCEEDS_SCP_QUOTA':
    'The policy has {size} characters without white space; {quota} are its quota.',
  'lint.why.POLICY_SIZE_EXCEEDS_SCP_QUOTA':
    'Organizations does not save a service control policy that is longer.',
  'lint.POLICY_SIZE_EXCEEDS_RCP_QUOTA':
    'The policy has {size} characters without white space; {quota} are its quota.',
  'lint.why.POLICY_SIZE_EXCEEDS_RCP_QUOTA':
    'Organizations does not save a resource control policy that is longer.',

  'lint.INVALID_GLOBAL_CONDITION_KEY': 'There is no global condition key `{key}`.',
  'lint.why.INVALID_GLOBAL_CONDITION_KEY':
    'No request carries it: a plain condition is never met, a negated one always.',
  'lint.INVALID_SERVICE_CONDITION_KEY': '`{service}` has no condition key `{key}`.',
  'lint.why.INVALID_SERVICE_CONDITION_KEY':
    'No request carries it: a plain condition is never met, a negated one always.',
  'lint.UNSUPPORTED_GLOBAL_CONDITION_KEY':
    '`{key}` is no longer a key; use `aws:PrincipalArn`, or `aws:SourceArn` for a resource.',
  'lint.why.UNSUPPORTED_GLOBAL_CONDITION_KEY': 'It did not say whose ARN is meant.',
  'lint.MISSING_TAG_KEY_IN_CONDITION': '`{key}` needs the key of a tag after its slash.',
  'lint.why.MISSING_TAG_KEY_IN_CONDITION':
    'Without it the condition is about no tag, and no request carries such a key.',
  'lint.TYPE_MISMATCH': '`{key}` is of the type {type}; {operator} compares another type.',
  'lint.why.TYPE_MISMATCH': 'Values are compared as the operator reads them, and may never be equal.',
  'lint.STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS':
    '`{key}` is an ARN; compare it with {other} and not with {operator}.',
  'lint.why.STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS':
    'A wildcard of a String operator runs over colons: an account field is no limit then.',
  'lint.UNTRUSTWORTHY_CONDITION_KEY': 'The caller can send any `{key}` that it likes.',
  'lint.why.UNTRUSTWORTHY_CONDITION_KEY': 'What the caller chooses keeps nobody out.',
  'lint.UNSUPPORTED_ACTION_FOR_CONDITION_KEY': 'None of these actions carries `{key}`, such as `{text}`.',
  'lint.why.UNSUPPORTED_ACTION_FOR_CONDITION_KEY':
    'The key is never in their requests: Allow never matches, a negated Deny always does.',
  'lint.UNKNOWN_CONDITION_FOR_ACTION': 'The action `{text}` does not carry `{key}`, though others here do.',
  'lint.why.UNKNOWN_CONDITION_FOR_ACTION':
    'For this action the key is missing: a plain condition is never met, a negated one always.',
  'lint.DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE':
    '`{text}` reaches services whose resources have no `{key}`.',
  'lint.why.DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE':
    'Where the service does not support the tag key, the Deny does not deny.',
  'lint.DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE':
    'All actions but `{text}` and its like include services whose resources have no `{key}`.',
  'lint.why.DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE':
    'Where the service does not support the tag key, the Deny does not deny.',
  'lint.ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE':
    '`{text}` reaches services whose resources have no `{key}`.',
  'lint.why.ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE':
    'Where the service does not support the tag key, nothing is allowed.',
  'lint.ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE':
    'All actions but `{text}` and its like include services whose resources have no `{key}`.',
  'lint.why.ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE':
    'Where the service does not support the tag key, nothing is allowed.',

  'lint.INVALID_VARIABLE_FOR_OPERATOR': '{operator} takes no policy variable: `{text}`.',
  'lint.why.INVALID_VARIABLE_FOR_OPERATOR':
    'Variables work with the String and ARN operators, and with Bool; elsewhere they are plain text.',
  'lint.TYPE_MISMATCH_BOOLEAN': '{operator} compares `true` or `false`, not `{text}`.',
  'lint.why.TYPE_MISMATCH_BOOLEAN': 'No value of a request is equal to it.',
  'lint.TYPE_MISMATCH_NUMBER': '{operator} compares numbers; `{text}` is none.',
  'lint.why.TYPE_MISMATCH_NUMBER': 'A value that is no number is met by nothing.',
  'lint.TYPE_MISMATCH_DATE': '{operator} compares dates; `{text}` is none.',
  'lint.why.TYPE_MISMATCH_DATE': 'A value that is no date is met by nothing.',
  'lint.INVALID_DATE_VALUE': 'Write the date as `YYYY-MM-DD`, with a time if need be, and not as `{text}`.',
  'lint.why.INVALID_DATE_VALUE': 'Whoever reads the policy sees which day is meant.',
  'lint.TYPE_MISMATCH_STRING': '{operator} compares base64; `{text}` is none.',
  'lint.why.TYPE_MISMATCH_STRING': 'A value that is not base64 is met by nothing.',
  'lint.TYPE_MISMATCH_IP_RANGE':
    '{operator} compares addresses and ranges such as `192.0.2.0/24`; `{text}` is none.',
  'lint.why.TYPE_MISMATCH_IP_RANGE': 'No address lies in it.',
  'lint.INVALID_ARN_CONDITION_VALUE': '{operator} compares ARNs field by field; `{text}` has not six fields.',
  'lint.why.INVALID_ARN_CONDITION_VALUE': 'A value that is no ARN is met by nothing, `*` alone included.',
  'lint.INVALID_REGION': '`{text}` is no Region.',
  'lint.why.INVALID_REGION': 'No request is for it; Regions are written like `eu-west-1`.',
  'lint.INVALID_VPC_FORMAT': '`{text}` is no id of a VPC: `vpc-` and 8 or 17 characters.',
  'lint.why.INVALID_VPC_FORMAT': 'No request comes from it.',
  'lint.INVALID_VPCE_FORMAT': '`{text}` is no id of a VPC endpoint: `vpce-` and 8 or 17 characters.',
  'lint.why.INVALID_VPCE_FORMAT': 'No request comes through it.',
  'lint.INVALID_KMS_KEY_VALUE': '`{key}` takes the ARN of a KMS key, not `{text}`.',
  'lint.why.INVALID_KMS_KEY_VALUE':
    'Requests carry the key’s ARN, so an id or an alias is never equal to it.',
  'lint.INVALID_CONDITION_DATA_TYPE': 'The values of `{key}` are of different kinds.',
  'lint.why.INVALID_CONDITION_DATA_TYPE': 'A list holds text, numbers or Booleans, and not some of each.',
  'lint.INVALID_CONDITION_MULTIPLE_BOOLEAN': '`{key}` has more than one Boolean.',
  'lint.why.INVALID_CONDITION_MULTIPLE_BOOLEAN':
    '`true` and `false` together are always met; one value says what is meant.',
  'lint.REDUNDANT_CONDITION_VALUE_NUM':
    'Any of the bounds of `{key}` is enough: {bound} says all, and `{text}` nothing more.',
  'lint.why.REDUNDANT_CONDITION_VALUE_NUM':
    'Several values are joined by OR, so the stricter bound limits nothing.',

  'lint.PRIVATE_IP_ADDRESS': '`{key}` names private addresses only.',
  'lint.why.PRIVATE_IP_ADDRESS':
    'The key holds public addresses, so the condition is never met; `aws:VpcSourceIp` holds private ones.',
  'lint.PRIVATE_NOT_IP_ADDRESS': '`{key}` excludes private addresses only.',
  'lint.why.PRIVATE_NOT_IP_ADDRESS':
    'The key holds public addresses, so the condition is always met; `aws:VpcSourceIp` holds private ones.',
  'lint.PRIVATE_IP_ADDRESS_SUBSET': '`{text}` is private, and `{key}` holds public addresses.',
  'lint.why.PRIVATE_IP_ADDRESS_SUBSET': 'The entry never matches; `aws:VpcSourceIp` holds private addresses.',
  'lint.PRIVATE_NOT_IP_ADDRESS_SUBSET': '`{text}` is private, and `{key}` holds public addresses.',
  'lint.why.PRIVATE_NOT_IP_ADDRESS_SUBSET':
    'The entry excludes nothing; `aws:VpcSourceIp` holds private addresses.',
  'lint.IMPROVE_IP_RANGE': '`{text}` has bits after its prefix; the range is `{better}`.',
  'lint.why.IMPROVE_IP_RANGE': 'Those bits are ignored, and the range is larger than it looks.',

  'lint.MISSING_QUALIFIER': '`{key}` has several values: {operator} needs `ForAllValues:` or `ForAnyValue:`.',
  'lint.why.MISSING_QUALIFIER': 'Without it the policy does not say whether one value must match or all.',
  'lint.FORALLVALUES_WITH_SINGLE_VALUED_KEY': '`{key}` has one value: use {other} and not {operator}.',
  'lint.why.FORALLVALUES_WITH_SINGLE_VALUED_KEY':
    'ForAllValues is met when the key is missing, so the Allow lets in requests without it.',
  'lint.FORALLVALUES_WITHOUT_NULL_CHECK': '{operator} on `{key}` is met when the request has no such key.',
  'lint.why.FORALLVALUES_WITHOUT_NULL_CHECK':
    'Add `Null` with `false` for the key, so that requests without it are not allowed.',
  'lint.NULL_WITH_QUALIFIER': '{operator} does not look at the key: use `Null`.',
  'lint.why.NULL_WITH_QUALIFIER': '`ForAllValues:Null` is always met, and `ForAnyValue:Null` never.',
  'lint.FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE': '`{key}` has one value: `ForAnyValue:` does not belong to it.',
  'lint.why.FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE':
    'A token that lists several audiences would be let in for one of them.',
  'lint.CONFIRM_AUDIENCE_CLAIM_TYPE': 'Make sure that `{key}` has several values at this provider.',
  'lint.why.CONFIRM_AUDIENCE_CLAIM_TYPE':
    'For most it has one, and `ForAllValues:` is met by a token without it.',

  'lint.WILDCARD_USAGE_TOO_PERMISSIVE': 'The wildcard in `{text}` leaves too little of `{key}` fixed.',
  'lint.why.WILDCARD_USAGE_TOO_PERMISSIVE':
    'Part of the id of an account, an organization or a network is another one’s too; name it whole.',
  'lint.VARIABLE_USAGE_TOO_PERMISSIVE': 'The variable in `{text}` leaves too little of `{key}` fixed.',
  'lint.why.VARIABLE_USAGE_TOO_PERMISSIVE': 'Whoever sets the value of the variable decides who is let in.',
  'lint.REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION': 'Every value of `{key}` matches `*`.',
  'lint.why.REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION':
    'The condition asks only whether the key is there; `Null` says that plainly.',
  'lint.REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION': 'No value of `{key}` differs from `*`.',
  'lint.why.REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION':
    'Where the key is there the condition is never met, and the statement says nothing.',

  'lint.EMPTY_SID_VALUE': 'Sid is empty.',
  'lint.why.EMPTY_SID_VALUE': 'Sid is optional: leave it out, or name the statement.',
  'lint.EMPTY_OBJECT_CONDITION': 'This part of Condition is empty.',
  'lint.why.EMPTY_OBJECT_CONDITION': 'It limits nothing, and looks as if it did.',
  'lint.EMPTY_OBJECT_PRINCIPAL': 'Principal is empty.',
  'lint.why.EMPTY_OBJECT_PRINCIPAL': 'The statement is about nobody.',
  'lint.EMPTY_ARRAY_PRINCIPAL': 'This list of principals is empty.',
  'lint.why.EMPTY_ARRAY_PRINCIPAL': 'It names nobody.',
  'lint.EMPTY_ARRAY_CONDITION': 'The list of values of `{key}` is empty.',
  'lint.why.EMPTY_ARRAY_CONDITION': 'No value of a request is in an empty list.',
  'lint.EMPTY_ARRAY_CONDITION_IFEXISTS': 'The list of values of `{key}` is empty.',
  'lint.why.EMPTY_ARRAY_CONDITION_IFEXISTS':
    'With `IfExists` it is met only when the key is missing; `Null` with `true` says that plainly.',
  'lint.EMPTY_ARRAY_CONDITION_FORALLVALUES': 'The list of values of `{key}` is empty.',
  'lint.why.EMPTY_ARRAY_CONDITION_FORALLVALUES':
    'ForAllValues is then met only when the key is missing; `Null` with `true` says that plainly.',
  'lint.EMPTY_ARRAY_CONDITION_FORANYVALUE': 'The list of values of `{key}` is empty.',
  'lint.why.EMPTY_ARRAY_CONDITION_FORANYVALUE':
    'ForAnyValue is then never met, and the statement says nothing.',

  'lint.BAD_PATTERN_FOR_MFA':
    'A request with a long-term access key has no `aws:MultiFactorAuthPresent`, so this Deny misses it.',
  'lint.why.BAD_PATTERN_FOR_MFA': '`BoolIfExists` denies such requests too.',
  'lint.ALLOW_MFA_IF_EXISTS':
    'A request with a long-term access key has no `aws:MultiFactorAuthPresent`, so this Allow lets it in.',
  'lint.why.ALLOW_MFA_IF_EXISTS': '`Bool` lets in only requests that were made with MFA.',
  'lint.REGION_DENY_WITHOUT_GLOBAL_SERVICES': 'This Deny by `{key}` also stops global services such as IAM.',
  'lint.why.REGION_DENY_WITHOUT_GLOBAL_SERVICES':
    'Their requests count as us-east-1; leave them out with NotAction.',
  'lint.SOURCE_IP_WITHOUT_VIA_AWS_SERVICE':
    'This Deny by `{key}` also stops what AWS services do for the principal.',
  'lint.why.SOURCE_IP_WITHOUT_VIA_AWS_SERVICE':
    'Such calls do not come from your address; exempt them with `aws:ViaAWSService`.',
  'lint.SOURCE_IP_WITH_VPC_ENDPOINT': 'A request through a VPC endpoint has no `{key}`.',
  'lint.why.SOURCE_IP_WITH_VPC_ENDPOINT':
    'The condition is never met there; `aws:VpcSourceIp` holds the address instead.',
  'lint.DENY_INSTANCE_TYPE_ON_ALL_RESOURCES':
    '{operator} on `{key}` is met for resources that have no instance type.',
  'lint.why.DENY_INSTANCE_TYPE_ON_ALL_RESOURCES':
    'RunInstances asks for volumes and networks too: all of it is denied. Use `instance/*`, or `IfExists`.',
  'lint.DYNAMODB_ATTRIBUTES_WITHOUT_SELECT': '`{key}` stands without `dynamodb:Select`.',
  'lint.why.DYNAMODB_ATTRIBUTES_WITHOUT_SELECT':
    'A request that names no attributes gets them all, unless `SPECIFIC_ATTRIBUTES` is asked for.',
  'lint.MISSING_PAIRED_CONDITION_KEYS': '`{key}` stands without `{partner}`.',
  'lint.why.MISSING_PAIRED_CONDITION_KEYS':
    'A private address says nothing without the network it is in: other VPCs have the same ones.',
  'lint.PRIVILEGE_ESCALATION': '`{text}` lets the principal give itself more permissions.',
  'lint.why.PRIVILEGE_ESCALATION':
    'On all resources it is as good as administrator access; name the resources, or ask for a permissions boundary.',
  'lint.NOTRESOURCE_WITH_ALLOW': 'Allow with NotResource covers every resource but those listed.',
  'lint.why.NOTRESOURCE_WITH_ALLOW':
    'That includes resources of other accounts, and all that are made later.',
  'lint.NULL_CONTRADICTS_CONDITION':
    'One condition wants `{key}` to be missing, and another one compares it.',
  'lint.why.NULL_CONTRADICTS_CONDITION': 'Both are never met together, so the statement says nothing.',
  'lint.OLD_VERSION': 'Version `2008-10-17` is the old one.',
  'lint.why.OLD_VERSION': 'With it policy variables are plain text; `2012-10-17` reads them.',

  'lint.REDUNDANT_STATEMENT': 'Without this statement the policy means the same.',
  'lint.why.REDUNDANT_STATEMENT': 'Other statements cover all that it says, as was proved over all requests.',
  'lint.UNREACHABLE_STATEMENT':
    'This statement allows nothing: the policy’s own Deny statements take it all back.',
  'lint.why.UNREACHABLE_STATEMENT': 'A Deny wins over an Allow, so it has no effect as long as they stand.',

  'lint.why.ALLOW_WITH_NOT_PRINCIPAL':
    'It would allow everyone else, anonymous callers too, and AWS no longer takes it.',
  'lint.why.INVALID_ROLE_REFERENCE': 'The role was deleted; one made anew under its name has another id.',
  'lint.why.INVALID_USER_REFERENCE': 'The user was deleted; one made anew under its name has another id.',
  'lint.why.MISSING_VERSION':
    'Without it the policy is read as one of 2008, in which variables are plain text.',
  'lint.why.UNIQUE_SIDS_RECOMMENDED': 'A Sid that stands once says which statement decided.',
  'lint.why.WILDCARD_WITHOUT_LIKE_OPERATOR': 'Only a value with that very character is equal to it.',
  'lint.why.ID_NOT_USED': 'Only policies of some services read it.',
  'lint.why.EMPTY_ARRAY_ACTION': 'A statement about no action says nothing.',
  'lint.why.EMPTY_ARRAY_RESOURCE': 'A statement about no resource says nothing.',
  'lint.why.MISSING_BRACE_IN_VARIABLE': 'IAM reads it as plain text, and no name is like it.',
  'lint.why.MISSING_QUOTE_IN_VARIABLE': 'IAM reads it as plain text, and no name is like it.',
  'lint.why.UNSUPPORTED_SPACE_IN_VARIABLE': 'IAM reads it as plain text, and no name is like it.',
  'lint.why.EMPTY_VARIABLE': 'IAM reads it as plain text, and no name is like it.',
  'lint.why.VARIABLE_UNSUPPORTED_IN_ELEMENT':
    'Variables work in Resource and in Condition values; elsewhere they are plain text.',
  'lint.why.VARIABLE_UNSUPPORTED_IN_VERSION':
    'The statement then matches only a name with these very characters.',
} as const;
