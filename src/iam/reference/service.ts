import { keyTypes, type ConditionKey, type ConditionKeyType } from './condition-keys.ts';
import { checked, isListOf, isOneOf, isPlaceIn, isShape, isText, isTuple, type Decoded } from './decoded.ts';

/** What an action does to what it is asked on; tagging and permissions management are kinds of writing. */
export const accessLevels = ['List', 'Read', 'Write', 'Permissions management', 'Tagging'] as const;
export type AccessLevel = (typeof accessLevels)[number];

/** A kind of resource that a service has: `bucket`, `object`. */
interface ResourceType {
  readonly name: string;
  /** The form of its ARN: `arn:${Partition}:s3:::${BucketName}`. */
  readonly arn: string;
  /** Keys that a request about such a resource may carry. */
  readonly conditionKeys: readonly ConditionKey[];
}

/** A resource type of an action: the action is asked on such a resource. */
interface ActionResource {
  readonly type: ResourceType;
  /** True: a request always names one. False does not mean that the action takes none. */
  readonly required: boolean;
  /** Keys that the request may carry when it is about this type. */
  readonly conditionKeys: readonly ConditionKey[];
  /** What the caller must be allowed besides when it is about this type: `iam:PassRole`. */
  readonly dependentActions: readonly string[];
}

export interface ServiceAction {
  /** Without the service: `ListBucket`. */
  readonly name: string;
  readonly accessLevels: readonly AccessLevel[];
  /** Empty: the action takes no resource, and only `"Resource": "*"` allows it. A type may stand here twice. */
  readonly resources: readonly ActionResource[];
  /** Keys that every request of the action may carry. */
  readonly conditionKeys: readonly ConditionKey[];
  readonly dependentActions: readonly string[];
}

/** One service of the Service Authorization Reference. */
export interface ServiceReference {
  /** What stands before the colon of its actions: `s3`. */
  readonly prefix: string;
  readonly name: string;
  readonly actions: readonly ServiceAction[];
  readonly resourceTypes: readonly ResourceType[];
  readonly conditionKeys: readonly ConditionKey[];
}

type Places = readonly number[];
/** A service in its pack: names once, and places in their lists where they are used. */
export interface PackedService {
  readonly prefix: string;
  readonly name: string;
  readonly keys: readonly (readonly [name: string, type: ConditionKeyType, multivalued: 0 | 1])[];
  readonly resources: readonly (readonly [name: string, arn: string, keys: Places])[];
  readonly actions: readonly PackedAction[];
}
export type PackedAction = readonly [
  name: string,
  levels: readonly AccessLevel[],
  resources: readonly (readonly [
    resource: number,
    required: 0 | 1,
    keys: Places,
    dependent: readonly string[],
  ])[],
  keys: Places,
  dependent: readonly string[],
];

const isFlag = isOneOf([0, 1] as const);
const isHead = isShape<Pick<PackedService, 'prefix' | 'name' | 'keys'> & { resources: readonly unknown[] }>({
  prefix: isText,
  name: isText,
  keys: isListOf(isTuple(isText, isOneOf(keyTypes), isFlag)),
  resources: isListOf((value): value is unknown => value !== undefined),
});

// The lists say how many places there are: a place outside is no service's.
function isPacked(value: unknown): value is PackedService {
  if (!isHead(value)) return false;
  const isKeys = isListOf(isPlaceIn(value.keys.length));
  const isTexts = isListOf(isText);
  const isResource = isTuple(isPlaceIn(value.resources.length), isFlag, isKeys, isTexts);
  return isShape<Pick<PackedService, 'resources' | 'actions'>>({
    resources: isListOf(isTuple(isText, isText, isKeys)),
    actions: isListOf(
      isTuple(isText, isListOf(isOneOf(accessLevels)), isListOf(isResource), isKeys, isTexts),
    ),
  })(value);
}

function at<Value>(values: readonly Value[], places: Places): readonly Value[] {
  return places.flatMap((place) => values.slice(place, place + 1));
}

/** Reads a service of a pack. Total: a value that is none gives `malformed`. */
export function decodeService(value: unknown): Decoded<ServiceReference> {
  const { value: packed, problem } = checked(value, isPacked);
  if (packed === undefined) return { problem };
  const conditionKeys = packed.keys.map(([name, type, multivalued]) => ({
    name,
    type,
    multivalued: multivalued === 1,
  }));
  const resourceTypes = packed.resources.map(([name, arn, keys]) => ({
    name,
    arn,
    conditionKeys: at(conditionKeys, keys),
  }));
  const actions = packed.actions.map(([name, levels, resources, keys, dependentActions]) => ({
    name,
    accessLevels: levels,
    resources: resources.flatMap(([resource, required, typeKeys, dependent]) =>
      at(resourceTypes, [resource]).map((type) => ({
        type,
        required: required === 1,
        conditionKeys: at(conditionKeys, typeKeys),
        dependentActions: dependent,
      })),
    ),
    conditionKeys: at(conditionKeys, keys),
    dependentActions,
  }));
  return { value: { prefix: packed.prefix, name: packed.name, actions, resourceTypes, conditionKeys } };
}
