import { isBase64 } from '../conditions/binary.ts';
import { dateSeconds } from '../conditions/date.ts';
import { parseDecimal } from '../conditions/decimal.ts';
import { parseIpRange } from '../conditions/ip.ts';
import { isArn, parseArn } from '../text/arn.ts';
import { lowerCase } from '../text/lower-case.ts';
import { isRegion } from './arns.ts';
import type { Check, Severity } from './finding.ts';
import { removeFrom, replaceWith } from './fix.ts';
import { hitIf, inConditions } from './scope.ts';
import { itemsOf, type ConditionView } from './view.ts';

function hasVariable(text: string): boolean {
  return text.includes('${');
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d/.test(text);
}

function isBoolean(text: string): boolean {
  return ['true', 'false'].includes(lowerCase(text));
}

/** A check of each value under a condition: `of` says which conditions, `wrong` which values. */
interface ValueRow {
  readonly check: string;
  readonly severity: Severity;
  readonly of: (condition: ConditionView) => boolean;
  readonly wrong: (text: string) => boolean;
  /** What was meant. */
  readonly right?: (text: string) => string | undefined;
}

const family =
  (...names: readonly string[]): ValueRow['of'] =>
  ({ operator }) =>
    names.includes(operator.family);
const key =
  (...keys: readonly string[]): ValueRow['of'] =>
  ({ lowerKey, operator }) =>
    keys.includes(lowerKey) && operator.family !== 'null';

/** The name of an identifier: its form, and letters or digits after it, 8 or 17 of them. */
function isId(text: string, form: string): boolean {
  return text.startsWith(form) && /^[0-9a-z]{8}(?:[0-9a-z]{9})?$/.test(text.slice(form.length));
}

function isKmsKey(text: string): boolean {
  const arn = parseArn(text);
  return arn?.service === 'kms' && /^(?:key\/|\*)/.test(arn.resource);
}

const rows: readonly ValueRow[] = [
  {
    check: 'INVALID_VARIABLE_FOR_OPERATOR',
    severity: 'error',
    of: family('numeric', 'date', 'ip', 'binary', 'null'),
    wrong: hasVariable,
  },
  {
    check: 'TYPE_MISMATCH_BOOLEAN',
    severity: 'warning',
    of: family('bool', 'null'),
    wrong: (text) => !isBoolean(text) && !hasVariable(text),
  },
  {
    check: 'TYPE_MISMATCH_NUMBER',
    severity: 'warning',
    of: family('numeric'),
    wrong: (text) => parseDecimal(text) === undefined && !hasVariable(text),
  },
  {
    check: 'TYPE_MISMATCH_DATE',
    severity: 'warning',
    of: family('date'),
    wrong: (text) => Number.isNaN(dateSeconds(text)) && !hasVariable(text),
  },
  {
    check: 'INVALID_DATE_VALUE',
    severity: 'warning',
    of: ({ operator, lowerKey }) => operator.family === 'date' && lowerKey !== 'aws:epochtime',
    wrong: (text) => !Number.isNaN(dateSeconds(text)) && !isDay(text),
  },
  {
    check: 'TYPE_MISMATCH_STRING',
    severity: 'warning',
    of: family('binary'),
    wrong: (text) => !isBase64(text) && !hasVariable(text),
  },
  {
    check: 'TYPE_MISMATCH_IP_RANGE',
    severity: 'error',
    of: family('ip'),
    wrong: (text) => parseIpRange(text) === undefined && !hasVariable(text),
  },
  {
    check: 'INVALID_ARN_CONDITION_VALUE',
    severity: 'warning',
    of: family('arn'),
    wrong: (text) => !isArn(text) && !hasVariable(text),
  },
  {
    check: 'INVALID_REGION',
    severity: 'error',
    of: key('aws:requestedregion'),
    wrong: (text) => !/[*?$]/.test(text) && !isRegion(text),
    right: (text) => (isRegion(lowerCase(text)) ? lowerCase(text) : undefined),
  },
  {
    check: 'INVALID_VPC_FORMAT',
    severity: 'error',
    of: key('aws:sourcevpc', 'aws:ec2instancesourcevpc'),
    wrong: (text) => !/[*?$]/.test(text) && !isId(text, 'vpc-'),
  },
  {
    check: 'INVALID_VPCE_FORMAT',
    severity: 'error',
    of: key('aws:sourcevpce'),
    wrong: (text) => !/[*?$]/.test(text) && !isId(text, 'vpce-'),
  },
  {
    check: 'INVALID_KMS_KEY_VALUE',
    severity: 'error',
    of: key('s3:x-amz-server-side-encryption-aws-kms-key-id'),
    wrong: (text) => !isKmsKey(text) && !/^[*$]/.test(text),
  },
];

/**
 * Whether the values of a condition are such as its operator and its key compare.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const conditionValueChecks: readonly Check[] = [
  ...rows.map(({ check, severity, of, wrong, right }): Check => ({
    check,
    severity,
    find: inConditions((condition) =>
      condition.values.flatMap(({ node, text }) => {
        if (!of(condition) || !wrong(text)) return [];
        const meant = right?.(text);
        const fix = meant === undefined ? undefined : replaceWith(node, meant);
        return [
          { node, values: { key: condition.member.key, text, operator: condition.operator.name }, fix },
        ];
      }),
    ),
  })),
  {
    check: 'INVALID_CONDITION_DATA_TYPE',
    severity: 'error',
    find: inConditions(({ member: { key: name, value } }) => {
      const kinds = new Set(
        itemsOf(value).map((item) => (item.kind === 'leaf' ? typeof item.value : item.kind)),
      );
      return hitIf(kinds.size > 1, { node: value, values: { key: name } });
    }),
  },
  {
    check: 'INVALID_CONDITION_MULTIPLE_BOOLEAN',
    severity: 'error',
    find: inConditions(({ operator, member, values }) =>
      hitIf(['bool', 'null'].includes(operator.family) && values.length > 1, {
        node: member.value,
        values: { key: member.key },
      }),
    ),
  },
  {
    check: 'REDUNDANT_CONDITION_VALUE_NUM',
    severity: 'suggestion',
    find: inConditions(({ operator, values, member }) => {
      const numbers = values.map(({ text }) => Number(text));
      if (operator.family !== 'numeric' || operator.comparison === 'equal' || numbers.length < 2) return [];
      // Any of the values may be met: of upper bounds the greatest says all, of lower ones the least.
      const bound = operator.comparison.startsWith('less') ? Math.max(...numbers) : Math.min(...numbers);
      const strictest = numbers.indexOf(bound);
      return values.flatMap((entry, place) =>
        hitIf(strictest >= 0 && place !== strictest, {
          node: entry.node,
          values: { key: member.key, text: entry.text, bound },
          fix: removeFrom(entry),
        }),
      );
    }),
  },
];
