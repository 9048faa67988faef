import { parsePolicy, type Issue, type PolicyType } from '#iam';
import { refuse, type Refusal } from './refusal.ts';

const syntax = 'Syntax errors in policy.';

/** IAM's sentence for an issue, and its place in the order in which IAM looks for them. */
function sentence({ code, values }: Issue): readonly [order: number, text: string] {
  const text = String(values['text'] ?? '');
  switch (code) {
    case 'UNIQUE_SIDS_REQUIRED':
      return [3, 'Statement IDs (SID) in a single policy must be unique.'];
    case 'ACTION_WITHOUT_SERVICE':
      return [4, 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.'];
    case 'ACTION_WITH_TWO_COLONS':
      return [4, 'Actions/Condition can contain only one colon.'];
    case 'INVALID_SERVICE_IN_ACTION':
      return [4, `Vendor ${values['service'] ?? ''} is not valid`];
    case 'UNSUPPORTED_ACTION_IN_POLICY':
      return [4, 'AssumeRole policy may only specify STS AssumeRole actions.'];
    case 'MISSING_ACTION':
    case 'EMPTY_ARRAY_ACTION':
      return [5, 'Policy statement must contain actions.'];
    case 'MISSING_RESOURCE':
    case 'EMPTY_ARRAY_RESOURCE':
      return [6, 'Policy statement must contain resources.'];
    case 'INVALID_ARN_PREFIX':
      return [6, `Resource ${text} must be in ARN format or "*".`];
    case 'INVALID_PARTITION':
      return [6, `Partition "${values['partition'] ?? ''}" is not valid for resource "${text}".`];
    case 'WILDCARD_IN_ARN_SERVICE':
      return [6, 'Resource vendor must be fully qualified and cannot contain regexes.'];
    case 'ARN_REGION_NOT_ALLOWED':
      return values['service'] === 'iam'
        ? [6, `IAM resource ${text} cannot contain region information.`]
        : [6, `Resource ${text} can not contain region information.`];
    case 'UNSUPPORTED_PRINCIPAL':
      return [1, 'Policy document should not specify a principal.'];
    case 'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE':
      return [1, 'Has prohibited field Resource.'];
    case 'INVALID_PRINCIPAL_ARN':
    case 'GROUP_AS_PRINCIPAL':
    case 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL':
      return [7, `Invalid principal in policy: "AWS":"${text}"`];
    default:
      return [0, syntax];
  }
}

const versioned: readonly PolicyType[] = ['identity', 'boundary', 'session'];

/**
 * IAM's refusal of a policy text; undefined where IAM takes it. Of several faults IAM names the first it looks for:
 * grammar, version, statement ids, actions, resources.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function malformedPolicy(text: string, type: PolicyType): Refusal | undefined {
  const { issues, document } = parsePolicy(text, type);
  const said = issues
    .filter(({ severity }) => severity === 'error')
    .map(sentence)
    .toSorted(([left], [right]) => left - right);
  const outdated =
    document?.['Version'] !== '2012-10-17' && versioned.includes(type)
      ? [2, 'Policy document must be version 2012-10-17 or greater.']
      : undefined;
  const [first = outdated] = said;
  return first === undefined ? undefined : refuse('MalformedPolicyDocument', String(first[1]));
}
