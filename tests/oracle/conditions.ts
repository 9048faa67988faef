import type { JsonValue } from '#iam';
import { arnLike, like, plainText, type Keys } from './matching.ts';
import { dateOrder, decimalOrder, inRange, sameBytes, truth } from './values.ts';

type Meets = (wanted: string, given: string, variables: boolean, keys: Keys) => boolean;

const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const equals: Meets = (wanted, given, variables, keys) => plainText(wanted, variables, keys) === given;
const equalsIgnoringCase: Meets = (wanted, given, variables, keys) => {
  const text = plainText(wanted, variables, keys);
  return text !== undefined && lower(text) === lower(given);
};
const bool: Meets = (wanted, given, variables, keys) => {
  const text = plainText(wanted, variables, keys);
  return text !== undefined && truth(given) !== undefined && truth(text) === truth(given);
};
type Row = readonly [Meets, 'not'?];

function comparisons(family: string, order: (given: string, wanted: string) => number | undefined) {
  const row = (name: string, holds: (order: number) => boolean, not?: 'not'): [string, Row] => {
    const meets: Meets = (wanted, given) => {
      const found = order(given, wanted);
      return found !== undefined && holds(found);
    };
    return [`${family}${name}`, not === undefined ? [meets] : [meets, not]];
  };
  return Object.fromEntries([
    row('Equals', (found) => found === 0),
    row('NotEquals', (found) => found === 0, 'not'),
    row('LessThan', (found) => found < 0),
    row('LessThanEquals', (found) => found <= 0),
    row('GreaterThan', (found) => found > 0),
    row('GreaterThanEquals', (found) => found >= 0),
  ]);
}

/** The table of AWS's condition operators: what meets, and whether the operator is its negation. */
const table: Readonly<Record<string, Row>> = {
  StringEquals: [equals],
  StringNotEquals: [equals, 'not'],
  StringEqualsIgnoreCase: [equalsIgnoringCase],
  StringNotEqualsIgnoreCase: [equalsIgnoringCase, 'not'],
  StringLike: [like],
  StringNotLike: [like, 'not'],
  ...comparisons('Numeric', decimalOrder),
  ...comparisons('Date', dateOrder),
  Bool: [bool],
  BinaryEquals: [sameBytes],
  IpAddress: [inRange],
  NotIpAddress: [inRange, 'not'],
  ArnEquals: [arnLike],
  ArnLike: [arnLike],
  ArnNotEquals: [arnLike, 'not'],
  ArnNotLike: [arnLike, 'not'],
};

/** Whether one operator with one key is met. */
export function conditionMet(
  operator: string,
  key: string,
  written: JsonValue,
  variables: boolean,
  keys: Keys,
): boolean {
  const wanted = (Array.isArray(written) ? (written as readonly JsonValue[]) : [written]).map(String);
  const set = /^For(All|Any)Values?:/.exec(operator)?.[1];
  const bare = operator.replace(/^For(?:AllValues|AnyValue):/, '');
  const given = keys.get(key.toLowerCase());
  if (bare === 'Null') {
    if (set !== undefined) return set === 'All';
    return wanted.some((text) => truth(text) === String(given === undefined || given.length === 0));
  }
  const ifExists = bare.endsWith('IfExists');
  const [meets, not] = table[ifExists ? bare.slice(0, -8) : bare] ?? [];
  if (meets === undefined) throw new Error(`The oracle knows no operator ${operator}.`);
  const absent = given === undefined || (given.length === 0 && (given !== '' || set !== undefined));
  if (absent) return set === 'All' || ifExists || (set === undefined && not === 'not');
  const values = typeof given === 'string' ? [given] : given;
  const met = values.map((value) => wanted.some((one) => meets(one, value, variables, keys)));
  if (set === 'All') return met.every((one) => one === (not === undefined));
  if (set === 'Any') return met.some((one) => one === (not === undefined));
  return met.some(Boolean) === (not === undefined);
}
