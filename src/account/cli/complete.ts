import { serviceModel, type ServiceModel, type ServiceName } from '../models/model.ts';
import { rowOf } from '../operations/index.ts';
import type { Account } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { flagsOf, optionsOf } from './arguments.ts';
import { commands, operationsOf } from './names.ts';
import { regions } from './regions.ts';
import type { Terminal } from './terminal.ts';

/** What may stand in the place of the last word of a line. */
export interface Completion {
  /** Where the word begins. */
  readonly start: number;
  readonly choices: readonly string[];
}

const builtIns = ['aws', 'cat', 'clear', 'echo', 'env', 'export', 'ls', 'unset'];
const globals = ['profile', 'region', 'output', 'query', 'no-paginate', 'no-sign-request'];
const none: readonly string[] = [];

/** The completions of a line that ends at the cursor: those choices that begin as its last word does. */
export function complete(terminal: Terminal, world: World, line: string): Completion {
  const from = Math.max(line.lastIndexOf(';') + 1, line.lastIndexOf('&') + 1);
  const command = line.slice(from);
  const words = command.trimStart().split(/\s+/);
  const typed = words.at(-1) ?? '';
  const choices = choicesFor(terminal, world, words.slice(0, -1), typed);
  return {
    start: line.length - typed.length,
    choices: [...new Set(choices)].filter((choice) => choice.startsWith(typed) && choice !== typed).sort(),
  };
}

function choicesFor(
  terminal: Terminal,
  world: World,
  before: readonly string[],
  typed: string,
): readonly string[] {
  const [name, ...words] = before;
  const files = Object.keys(terminal.files);
  if (name === undefined) return builtIns;
  if (name === 'cat') return files;
  if (name === 'unset') return Object.keys(terminal.env);
  if (name !== 'aws') return none;
  if (/^fileb?:\/\//.test(typed)) return files.map((file) => `${typed.split('//')[0] ?? ''}//${file}`);
  const option = /^--([a-z0-9-]+)$/.exec(words.at(-1) ?? '')?.[1];
  const given = globalValues(terminal, option);
  if (given !== undefined) return given;
  const [command, operation] = words.filter((word) => !word.startsWith('--'));
  if (command === undefined)
    return [
      ...[...commands].filter(([, service]) => hasRows(service)).map(([typing]) => typing),
      'configure',
      's3',
      'help',
    ];
  if (command === 'configure') return ['set', 'get', 'list', 'list-profiles', '--profile'];
  if (command === 's3') return operation === undefined ? ['ls', 'mb', 'rb', 'rm', 'cp', 'mv'] : none;
  const service = commands.get(command);
  return service === undefined ? none : serviceChoices(terminal, world, service, operation, words, option);
}

function hasRows(service: ServiceName): boolean {
  return [...operationsOf(service).values()].some((name) => rowOf(service, name) !== undefined);
}

function globalValues({ profiles }: Terminal, option: string | undefined): readonly string[] | undefined {
  if (option === 'profile') return Object.keys(profiles);
  if (option === 'region') return regions;
  return option === 'output' ? ['json', 'table', 'text'] : undefined;
}

function serviceChoices(
  terminal: Terminal,
  world: World,
  service: ServiceName,
  typed: string | undefined,
  words: readonly string[],
  option: string | undefined,
): readonly string[] {
  const names = operationsOf(service);
  if (typed === undefined)
    return [
      ...[...names].filter(([, name]) => rowOf(service, name) !== undefined).map(([typing]) => typing),
      'help',
    ];
  const model = serviceModel(service);
  const { input } = model.operations[names.get(typed) ?? ''] ?? {};
  const options = optionsOf(model, input);
  const member = option === undefined ? undefined : options.get(option);
  if (member !== undefined && !flagsOf(model, input).has(option ?? ''))
    return [
      ...valuesFor(model, input, member, world),
      ...Object.keys(terminal.files).map((file) => `file://${file}`),
    ];
  return [...options.keys(), ...globals].map((name) => `--${name}`).filter((name) => !words.includes(name));
}

/** Rows whose keys or names an option of that member names. */
const named: Readonly<Record<string, (account: Account) => Iterable<string>>> = {
  UserName: ({ users }) => namesOf(users),
  GroupName: ({ groups }) => namesOf(groups),
  RoleName: ({ roles }) => namesOf(roles),
  InstanceProfileName: ({ instanceProfiles }) => namesOf(instanceProfiles),
  PolicyArn: ({ policies }) => [...policies.values()].map(({ arn }) => arn),
  PermissionsBoundary: ({ policies }) => [...policies.values()].map(({ arn }) => arn),
  AccessKeyId: ({ accessKeys }) => accessKeys.keys(),
  SerialNumber: ({ mfaDevices }) => mfaDevices.keys(),
  SAMLProviderArn: ({ samlProviders }) => [...samlProviders.values()].map(({ arn }) => arn),
  OpenIDConnectProviderArn: ({ oidcProviders }) => [...oidcProviders.values()].map(({ arn }) => arn),
  Bucket: ({ buckets }) => buckets.keys(),
  QueueUrl: ({ queues }) => [...queues.values()].map(({ url }) => url),
  TopicArn: ({ topics }) => topics.keys(),
  FunctionName: ({ functions }) => namesOf(functions),
  KeyId: ({ keys }) => keys.keys(),
};

function namesOf(rows: ReadonlyMap<string, { readonly name: string }>): readonly string[] {
  return [...rows.values()].map(({ name }) => name);
}

function valuesFor(
  model: ServiceModel,
  input: string | undefined,
  member: string,
  world: World,
): readonly string[] {
  const shape = model.shapes[model.shapes[input ?? '']?.members?.[member] ?? ''];
  const catalogue = /^(?:PolicyArn|PermissionsBoundary)$/.test(member) ? [...world.catalogue.keys()] : none;
  const own = named[member];
  const rows = own === undefined ? none : [...world.state.values()].flatMap((account) => [...own(account)]);
  return [...(shape?.enum ?? none), ...rows, ...catalogue];
}
