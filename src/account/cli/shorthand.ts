import type { JsonObject, JsonValue } from '#iam';

/** What stands where shorthand expects something else, at which place of the text. */
export interface ShorthandProblem {
  readonly expected: string;
  readonly at: number;
}
interface Read<Value> {
  readonly value: Value;
  /** Where reading goes on. */
  readonly next: number;
}
type Result<Value> = Read<Value> | ShorthandProblem;

function isProblem(result: object): result is ShorthandProblem {
  return 'expected' in result;
}

/**
 * Reads the AWS CLI's shorthand: `Key=team,Value=home`, `Names=a,b`, `Filters=[{Name=x,Values=[1,2]}]`.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
 */
export function readShorthand(source: string): { readonly value: JsonObject } | ShorthandProblem {
  const read = members(source, 0, '');
  return isProblem(read) ? read : { value: read.value };
}

/** `name=value,…` up to the closing letter, or to the end. */
function members(source: string, from: number, close: '' | '}'): Result<JsonObject> {
  const found: Record<string, JsonValue> = {};
  let at = from;
  if (close !== '' && source.charAt(at) === close) return { value: found, next: at + 1 };
  for (;;) {
    const name = /^[A-Za-z0-9_./#:-]*/.exec(source.slice(at))?.[0] ?? '';
    at += name.length;
    if (name === '' || source.charAt(at) !== '=') return { expected: '=', at };
    const read = listOrValue(source, at + 1, close);
    if (isProblem(read)) return read;
    found[name] = read.value;
    at = read.next;
    if (close !== '' && source.charAt(at) === close) return { value: found, next: at + 1 };
    if (at >= source.length && close === '') return { value: found, next: at };
    if (source.charAt(at) !== ',') return { expected: ',', at };
    at += 1;
  }
}

/** One value, or several with commas between them: those up to the next `name=`. */
function listOrValue(source: string, from: number, close: '' | '}'): Result<JsonValue> {
  const first = oneValue(source, from, close);
  if (isProblem(first)) return first;
  const values = [first.value];
  let at = first.next;
  while (source.charAt(at) === ',' && !/^[A-Za-z0-9_./#:-]+=/.test(source.slice(at + 1))) {
    const more = oneValue(source, at + 1, close);
    if (isProblem(more)) return more;
    values.push(more.value);
    at = more.next;
  }
  return { value: values.length === 1 ? (values[0] ?? '') : values, next: at };
}

function oneValue(source: string, from: number, close: '' | '}' | ']'): Result<JsonValue> {
  const letter = source.charAt(from);
  if (letter === '[') return bracketed(source, from + 1);
  if (letter === '{') return members(source, from + 1, '}');
  if (letter === '"' || letter === "'") {
    const end = source.indexOf(letter, from + 1);
    if (end === -1) return { expected: letter, at: source.length };
    return { value: source.slice(from + 1, end), next: end + 1 };
  }
  let at = from;
  while (at < source.length && source.charAt(at) !== ',' && source.charAt(at) !== close) at += 1;
  return { value: source.slice(from, at), next: at };
}

function bracketed(source: string, from: number): Result<JsonValue> {
  const values: JsonValue[] = [];
  let at = from;
  if (source.charAt(at) === ']') return { value: values, next: at + 1 };
  for (;;) {
    const read = oneValue(source, at, ']');
    if (isProblem(read)) return read;
    values.push(read.value);
    at = read.next;
    if (source.charAt(at) === ']') return { value: values, next: at + 1 };
    if (source.charAt(at) !== ',') return { expected: ',', at };
    at += 1;
  }
}

/** AWS's sentence for a problem, with the place under the text. */
export function shorthandSentence(
  option: string,
  source: string,
  { expected, at }: ShorthandProblem,
): string {
  const received = at >= source.length ? 'EOF' : source.charAt(at);
  const place = `${' '.repeat(at)}^`;
  return `Error parsing parameter '${option}': Expected: '${expected}', received: '${received}' for input:\n${source}\n${place}`;
}
