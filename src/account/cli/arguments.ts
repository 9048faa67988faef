import { isJsonObject, type JsonObject, type JsonValue } from '#iam';
import type { ServiceModel } from '../models/model.ts';
import { kebab } from './names.ts';
import type { GlobalOptions, Stopped } from './settings.ts';
import { jsonOf } from '../state/json.ts';
import { valueOf } from './values.ts';

const usage = `
usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]
To see help text, you can run:

  aws help
  aws <command> help
  aws <command> <subcommand> help
`;

/** The CLI's answer to words it does not understand. */
export function misused(sentence: string): Stopped {
  return { problem: `${usage}\naws: error: ${sentence}`, exitCode: 252 };
}

/** A wrong word and those that are near it. */
export function wrongChoice(what: 'command' | 'operation', word: string, choices: Iterable<string>): Stopped {
  const near = nearTo(word, [...choices]);
  const hint =
    near.length === 0 ? '' : `\n\nMaybe you meant:\n\n${near.map((one) => `  * ${one}`).join('\n')}`;
  return misused(`argument ${what}: Found invalid choice '${word}'${hint}`);
}

/** Choices that share most of their letter pairs with the word, the nearest first. */
function nearTo(word: string, choices: readonly string[]): readonly string[] {
  const pairs = (text: string): Set<string> =>
    new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
  const own = pairs(word);
  return choices
    .map((choice) => {
      const other = pairs(choice);
      const shared = [...own].filter((pair) => other.has(pair)).length;
      return { choice, likeness: (2 * shared) / (own.size + other.size) };
    })
    .filter(({ likeness }) => likeness >= 0.6)
    .sort((left, right) => right.likeness - left.likeness)
    .slice(0, 3)
    .map(({ choice }) => choice);
}

export interface Arguments {
  readonly options: GlobalOptions;
  /** Option name (without dashes) to its texts. */
  readonly given: ReadonlyMap<string, readonly string[]>;
  /** Words that belong to no option. */
  readonly loose: readonly string[];
}

const globalValues = new Set([
  'profile',
  'region',
  'output',
  'query',
  'endpoint-url',
  'cli-read-timeout',
  'cli-connect-timeout',
  'color',
  'ca-bundle',
  'cli-binary-format',
]);
const globalFlags = new Set([
  'no-paginate',
  'no-sign-request',
  'no-cli-pager',
  'debug',
  'no-verify-ssl',
  'no-cli-auto-prompt',
  'cli-auto-prompt',
]);
const outputs = ['json', 'text', 'table'];

/**
 * Sorts the words after `aws` into options and others. `--name=value` is `--name value`. `flags` take no word, `lists` as
 * many as follow, other options one.
 */
export function argumentsIn(
  words: readonly string[],
  flags: ReadonlySet<string>,
  lists: ReadonlySet<string> = new Set(),
): Arguments | Stopped {
  const given = new Map<string, string[]>();
  const loose: string[] = [];
  let option: string | undefined;
  for (const word of words) {
    const [, name, inline] = /^--([a-z0-9][a-z0-9-]*)(?:=(.*))?$/s.exec(word) ?? [];
    if (name !== undefined) {
      given.set(name, inline === undefined ? [] : [inline]);
      const takesNone = globalFlags.has(name) || flags.has(name) || inline !== undefined;
      option = takesNone ? undefined : name;
    } else if (option !== undefined) {
      given.get(option)?.push(word);
      if (!lists.has(option)) option = undefined;
    } else loose.push(word);
  }
  for (const name of globalValues)
    if (given.get(name)?.length === 0) return misused(`argument --${name}: expected one argument`);
  const one = (name: string): string | undefined => given.get(name)?.[0];
  const [profile, region, output, query] = ['profile', 'region', 'output', 'query'].map(one);
  if (output !== undefined && !outputs.includes(output))
    return misused(`argument --output: Found invalid choice '${output}'`);
  const options: GlobalOptions = {
    ...(profile !== undefined && { profile }),
    ...(region !== undefined && { region }),
    ...(output !== undefined && { output }),
    ...(query !== undefined && { query }),
    paginate: !given.has('no-paginate'),
    signed: !given.has('no-sign-request'),
  };
  for (const name of [...globalValues, ...globalFlags]) given.delete(name);
  return { options, given, loose };
}

/** Options of an operation by name, as one types them, to the members they fill. */
export function optionsOf(model: ServiceModel, inputShape: string | undefined): ReadonlyMap<string, string> {
  return new Map(
    Object.keys(model.shapes[inputShape ?? '']?.members ?? {}).map((member) => [kebab(member), member]),
  );
}

/** Flags of an operation: its boolean members, each with its `no-` twin. */
export function flagsOf(model: ServiceModel, inputShape: string | undefined): ReadonlySet<string> {
  const members = Object.entries(model.shapes[inputShape ?? '']?.members ?? {});
  return new Set(
    members
      .filter(([, shape]) => model.shapes[shape]?.type === 'boolean')
      .flatMap(([member]) => [kebab(member), `no-${kebab(member)}`]),
  );
}

/** Options of an operation that take several words: its lists. */
export function listsOf(model: ServiceModel, inputShape: string | undefined): ReadonlySet<string> {
  const members = Object.entries(model.shapes[inputShape ?? '']?.members ?? {});
  return new Set(
    members.filter(([, shape]) => model.shapes[shape]?.type === 'list').map(([member]) => kebab(member)),
  );
}

/** Options by which the CLI itself pages through a list. */
export const cliPaging: ReadonlySet<string> = new Set(['max-items', 'starting-token', 'page-size']);

/** The input that the options of an operation make, and what the CLI pages by. */
export function inputFrom(
  model: ServiceModel,
  operation: string,
  { given, loose }: Arguments,
  files: Readonly<Record<string, string>>,
): { readonly input: JsonObject; readonly maxItems?: number; readonly startingToken?: string } | Stopped {
  const { input: shape, pages } = model.operations[operation] ?? {};
  const names = optionsOf(model, shape);
  const input: Record<string, JsonValue> = {};
  const unknown: string[] = [];
  const json = given.get('cli-input-json')?.[0];
  if (json !== undefined) {
    const read = readTexts('cli-input-json', [json], files);
    if ('problem' in read) return read;
    const value = jsonOf(read.texts.join(''));
    if (!isJsonObject(value))
      return { problem: `Error parsing parameter 'cli-input-json': Invalid JSON received.`, exitCode: 252 };
    Object.assign(input, value);
  }
  for (const [name, texts] of given) {
    if (name === 'cli-input-json' || (pages !== undefined && cliPaging.has(name))) continue;
    const off = name.startsWith('no-') ? names.get(name.slice(3)) : undefined;
    const member = names.get(name) ?? off;
    if (member === undefined) {
      unknown.push(`--${name}`, ...texts);
      continue;
    }
    const memberShape = model.shapes[shape ?? '']?.members?.[member] ?? '';
    if (model.shapes[memberShape]?.type === 'boolean') {
      input[member] = off === undefined && texts[0] !== 'false';
      continue;
    }
    if (texts.length === 0) return misused(`argument --${name}: expected one argument`);
    const read = readTexts(name, texts, files);
    if ('problem' in read) return read;
    const value = valueOf(model, memberShape, `--${name}`, read.texts);
    if ('problem' in value) return { problem: `\n${value.problem}`, exitCode: 252 };
    input[member] = value.value;
  }
  if (unknown.length > 0 || loose.length > 0)
    return { problem: `${usage}\nUnknown options: ${[...unknown, ...loose].join(', ')}`, exitCode: 252 };
  const missing = (model.shapes[shape ?? '']?.required ?? []).filter((member) => !(member in input));
  if (missing.length > 0 && json === undefined)
    return misused(
      `the following arguments are required: ${missing.map((member) => `--${kebab(member)}`).join(', ')}`,
    );
  const maxItems = given.get('max-items')?.[0];
  const startingToken = given.get('starting-token')?.[0];
  return {
    input,
    ...(pages !== undefined && maxItems !== undefined && { maxItems: Number(maxItems) }),
    ...(pages !== undefined && startingToken !== undefined && { startingToken }),
  };
}

/** The content that `file://name` or `fileb://name` stands for; undefined where the text names no file. */
function fromFile(text: string, files: Readonly<Record<string, string>>): string | undefined {
  const [, name] = /^fileb?:\/\/(.+)$/.exec(text) ?? [];
  return name === undefined ? undefined : files[fileName(name)];
}

/** A file's name without the folder it is said to lie in: this terminal has one folder. */
export function fileName(path: string): string {
  return path.replace(/^(?:\.\/|~\/|\/tmp\/)/, '');
}

function readTexts(
  name: string,
  texts: readonly string[],
  files: Readonly<Record<string, string>>,
): { readonly texts: readonly string[] } | Stopped {
  const [first = ''] = texts;
  const [, path] = /^fileb?:\/\/(.*)$/.exec(first) ?? [];
  if (path === undefined) return { texts };
  const content = fromFile(first, files);
  return content === undefined
    ? {
        problem: `\nError parsing parameter '--${name}': Unable to load paramfile ${first}: [Errno 2] No such file or directory: '${path}'`,
        exitCode: 252,
      }
    : { texts: [content] };
}
