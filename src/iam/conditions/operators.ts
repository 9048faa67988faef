/** What an operator compares: the rows of AWS's condition operator table. */
type OperatorFamily =
  'string' | 'stringIgnoreCase' | 'like' | 'numeric' | 'date' | 'bool' | 'binary' | 'ip' | 'arn' | 'null';

export type Comparison = 'equal' | 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual';

/** An operator name taken apart: `ForAllValues:StringNotLikeIfExists` is a negated `like` over every request value. */
export interface Operator {
  readonly name: string;
  readonly family: OperatorFamily;
  readonly comparison: Comparison;
  readonly negated: boolean;
  readonly ifExists: boolean;
  readonly quantifier: 'none' | 'forAllValues' | 'forAnyValue';
}

type Row = readonly [family: OperatorFamily, negated?: 'negated' | Exclude<Comparison, 'equal'>];

const table: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['StringEquals', ['string']],
  ['StringNotEquals', ['string', 'negated']],
  ['StringEqualsIgnoreCase', ['stringIgnoreCase']],
  ['StringNotEqualsIgnoreCase', ['stringIgnoreCase', 'negated']],
  ['StringLike', ['like']],
  ['StringNotLike', ['like', 'negated']],
  ['NumericEquals', ['numeric']],
  ['NumericNotEquals', ['numeric', 'negated']],
  ['NumericLessThan', ['numeric', 'less']],
  ['NumericLessThanEquals', ['numeric', 'lessOrEqual']],
  ['NumericGreaterThan', ['numeric', 'greater']],
  ['NumericGreaterThanEquals', ['numeric', 'greaterOrEqual']],
  ['DateEquals', ['date']],
  ['DateNotEquals', ['date', 'negated']],
  ['DateLessThan', ['date', 'less']],
  ['DateLessThanEquals', ['date', 'lessOrEqual']],
  ['DateGreaterThan', ['date', 'greater']],
  ['DateGreaterThanEquals', ['date', 'greaterOrEqual']],
  ['Bool', ['bool']],
  ['BinaryEquals', ['binary']],
  ['IpAddress', ['ip']],
  ['NotIpAddress', ['ip', 'negated']],
  ['ArnEquals', ['arn']],
  ['ArnLike', ['arn']],
  ['ArnNotEquals', ['arn', 'negated']],
  ['ArnNotLike', ['arn', 'negated']],
  ['Null', ['null']],
]);

/** The operators of the table, without set prefix and `IfExists`. */
export const operatorNames: readonly string[] = [...table.keys()];

/**
 * Takes an operator name apart; undefined where IAM knows no such operator (`StringNotLikeIgnoreCase`,
 * `NullIfExists`, another letter case).
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function parseOperator(name: string): Operator | undefined {
  const quantifier = name.startsWith('ForAllValues:')
    ? 'forAllValues'
    : name.startsWith('ForAnyValue:')
      ? 'forAnyValue'
      : 'none';
  const rest = quantifier === 'none' ? name : name.slice(name.indexOf(':') + 1);
  const ifExists = rest.endsWith('IfExists');
  const row = table.get(ifExists ? rest.slice(0, -'IfExists'.length) : rest);
  if (row === undefined) return undefined;
  const [family, modifier] = row;
  if (ifExists && family === 'null') return undefined;
  const negated = modifier === 'negated';
  return {
    name,
    family,
    comparison: modifier === undefined || modifier === 'negated' ? 'equal' : modifier,
    negated,
    ifExists,
    quantifier,
  };
}
