import type { PolicyType } from './document.ts';

const quotas: Readonly<Record<PolicyType, number>> = {
  identity: 6144,
  boundary: 6144,
  session: 2048,
  trust: 2048,
  resource: 20_480,
  scp: 10_240,
  rcp: 5120,
  vpcEndpoint: 20_480,
};

/**
 * The default size quota of a policy type, in characters as `policySize` counts them (for identity policies that of a
 * managed policy).
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export function policyQuota(type: PolicyType): number {
  return quotas[type];
}

/** The size of a policy text as AWS counts it: IAM leaves white space outside strings out; SCPs, RCPs and others count all. */
export function policySize(text: string, type: PolicyType): number {
  if (type === 'scp' || type === 'rcp' || type === 'vpcEndpoint' || type === 'resource') return text.length;
  let size = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (inString && character === '\\') {
      size += 2;
      at += 1;
    } else {
      if (character === '"') inString = !inString;
      if (inString || !' \t\n\r'.includes(character)) size += 1;
    }
  }
  return size;
}
