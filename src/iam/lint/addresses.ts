import { containsIpv4, containsIpv6, parseIpRange, type IpRange } from '../conditions/ip.ts';
import type { Check, Hit, Severity } from './finding.ts';
import { replaceWith } from './fix.ts';
import { hitIf, inConditions } from './scope.ts';
import type { ConditionView, Entry } from './view.ts';

const privateRanges: readonly (IpRange | undefined)[] = [
  ...['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'].map(parseIpRange),
];

/** Whether all addresses of a range are private: no request comes from one, since AWS sees public addresses. */
function isPrivate({ text }: Entry): boolean {
  const range = parseIpRange(text);
  return privateRanges.some((one) => {
    if (range === undefined || one === undefined || range.bits < one.bits) return false;
    return range.version === 4 ? containsIpv4(one, range.address) : containsIpv6(one, range.address);
  });
}

/** All values private, or only some of them, under one of the two operators. */
function privateCheck(check: string, severity: Severity, negated: boolean, all: boolean): Check {
  function find({ operator, lowerKey, member, values }: ConditionView): readonly Hit[] {
    if (operator.family !== 'ip' || operator.negated !== negated || lowerKey !== 'aws:sourceip') return [];
    const own = values.filter(isPrivate);
    if (own.length === 0 || (own.length === values.length) !== all) return [];
    return all
      ? [{ node: member.value, values: { key: member.key } }]
      : own.map(({ node, text }) => ({ node, values: { key: member.key, text } }));
  }
  return { check, severity, find: inConditions(find) };
}

/** The first address of an IPv4 range, as text; undefined where the text is none, or has no bits after its prefix. */
function rounded(text: string): string | undefined {
  const range = parseIpRange(text);
  if (range?.version !== 4) return undefined;
  const size = 2 ** (32 - range.bits);
  const first = Math.floor(range.address / size) * size;
  const parts = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return first === range.address ? undefined : `${parts.join('.')}/${range.bits}`;
}

/**
 * Addresses in conditions: `aws:SourceIp` holds public ones only.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip
 */
export const addressChecks: readonly Check[] = [
  privateCheck('PRIVATE_IP_ADDRESS', 'error', false, true),
  privateCheck('PRIVATE_NOT_IP_ADDRESS', 'error', true, true),
  privateCheck('PRIVATE_IP_ADDRESS_SUBSET', 'suggestion', false, false),
  privateCheck('PRIVATE_NOT_IP_ADDRESS_SUBSET', 'suggestion', true, false),
  {
    check: 'IMPROVE_IP_RANGE',
    severity: 'suggestion',
    find: inConditions(({ operator, values }) =>
      values.flatMap(({ node, text }) => {
        const better = operator.family === 'ip' ? rounded(text) : undefined;
        return better === undefined
          ? []
          : hitIf(true, { node, values: { text, better }, fix: replaceWith(node, better) });
      }),
    ),
  },
];
