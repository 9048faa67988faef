import { expect, test } from 'vitest';
import { actionsMatching, catalogueActions, decodeService, type ServiceReference } from '#iam/reference';
import { findConditionKey } from '../../../src/iam/reference/condition-keys.ts';
import { packService, servicePrefixes, sourceService } from '../../../scripts/reference-data.ts';

const services = new Map(
  servicePrefixes.map((prefix) => {
    const { value, problem } = decodeService(JSON.parse(JSON.stringify(packService(prefix))));
    if (value === undefined) throw new Error(`${prefix}: ${problem}`);
    return [prefix, value];
  }),
);
function service(prefix: string): ServiceReference {
  const found = services.get(prefix);
  if (found === undefined) throw new Error(prefix);
  return found;
}
const namesOf = (keys: readonly { readonly name: string }[]): readonly string[] =>
  keys.map(({ name }) => name);

test('every service reads back as the package has it: levels, types, keys, dependent actions, ARN formats', () => {
  expect(services.size).toBe(456);
  let actions = 0;
  for (const [prefix, { actions: read, resourceTypes, conditionKeys }] of services) {
    const source = sourceService(prefix);
    actions += read.length;
    expect(
      read.map((action) => ({
        name: action.name,
        accessLevel: action.accessLevels.join(', '),
        resourceTypes: action.resources.map((one) => ({
          name: one.type.name,
          required: one.required,
          conditionKeys: namesOf(one.conditionKeys),
          dependentActions: one.dependentActions,
        })),
        conditionKeys: namesOf(action.conditionKeys),
        dependentActions: action.dependentActions,
      })),
      prefix,
    ).toEqual(
      source.actions.map(
        ({ name, accessLevel, resourceTypes: types, conditionKeys: keys, dependentActions }) => ({
          name,
          accessLevel,
          resourceTypes: types,
          conditionKeys: keys,
          dependentActions,
        }),
      ),
    );
    expect(resourceTypes.map(({ name, arn, conditionKeys: keys }) => [name, arn, namesOf(keys)])).toEqual(
      source.resources.map(({ key, arn, conditionKeys: keys = [] }) => [key, arn, keys]),
    );
    expect(
      conditionKeys.map(({ name, type, multivalued }) => [name, `${multivalued ? 'ArrayOf' : ''}${type}`]),
    ).toEqual(source.keys.map(({ key, type }) => [key, type]));
  }
  expect(actions).toBe(22_091);
});

test('an action is asked on the types that AWS lists, and on none where it lists none', () => {
  const rows = catalogueActions(service('s3'));
  expect(rows.find(({ name }) => name === 's3:ListBucket')).toEqual({
    name: 's3:ListBucket',
    access: 'List',
    resources: [
      'arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName}',
      'arn:${Partition}:s3:::${BucketName}',
    ],
    mayTakeNone: false,
  });
  expect(rows.find(({ name }) => name === 's3:ListAllMyBuckets')).toEqual({
    name: 's3:ListAllMyBuckets',
    access: 'List',
    resources: [],
    mayTakeNone: true,
  });
  const passRole = service('iam').actions.find(({ name }) => name === 'PassRole');
  expect(passRole?.accessLevels).toEqual(['Write']);
  expect(passRole?.resources.map(({ type }) => type.arn)).toEqual([
    'arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}',
  ]);
  expect(namesOf(passRole?.conditionKeys ?? [])).toEqual(
    expect.arrayContaining(['iam:PassedToService', 'iam:AssociatedResourceArn']),
  );
});

test('of two access levels the special kind counts', () => {
  const accessOf = (prefix: string, action: string): string | undefined =>
    catalogueActions(service(prefix)).find(({ name }) => name === `${prefix}:${action}`)?.access;
  expect(accessOf('iam', 'AttachUserPolicy')).toBe('Permissions management');
  expect(accessOf('s3', 'PutObjectTagging')).toBe('Tagging');
  const [nameless] = catalogueActions({
    prefix: 'x',
    name: 'X',
    resourceTypes: [],
    conditionKeys: [],
    actions: [{ name: 'Act', accessLevels: [], resources: [], conditionKeys: [], dependentActions: [] }],
  });
  expect(nameless?.access).toBe('Read');
});

test('a key of a policy finds its entry in any case and with its tag key filled in', () => {
  const { conditionKeys } = service('s3');
  expect(findConditionKey(conditionKeys, 'S3:PREFIX')?.name).toBe('s3:prefix');
  expect(findConditionKey(conditionKeys, 's3:ExistingObjectTag/team')?.name).toBe(
    's3:ExistingObjectTag/<key>',
  );
  expect(findConditionKey(conditionKeys, 'aws:RequestTag/team')?.name).toBe('aws:RequestTag/${TagKey}');
  expect(findConditionKey(conditionKeys, 'aws:RequestTag/')).toBeUndefined();
  expect(findConditionKey(conditionKeys, 's3:no-such-key')).toBeUndefined();
});

test('the small table of the first screen says what the services’ files say', () => {
  const known = actionsMatching('*');
  expect(known.length).toBeGreaterThan(60);
  for (const name of known) {
    const prefix = name.slice(0, name.indexOf(':'));
    const row = catalogueActions(service(prefix)).find((one) => one.name === name);
    expect(row, name).toBeDefined();
  }
});

const good = packService('sts');
const key = ['sts:ExternalId', 'String', 0];
test.each([
  ['a text', '<!doctype html>'],
  ['nothing', undefined],
  ['another value', null],
  ['a list', []],
  ['no prefix', { ...good, prefix: undefined }],
  ['a key of an unknown type', { ...good, keys: [['a', 'Text', 0]] }],
  ['a key too short', { ...good, keys: [['a', 'String']] }],
  ['resources that are no list', { ...good, resources: {} }],
  ['a key that is not there', { ...good, keys: [key], resources: [['role', 'arn', [1]]] }],
  ['a negative place', { ...good, keys: [key], resources: [['role', 'arn', [-1]]] }],
  ['half a place', { ...good, keys: [key], resources: [['role', 'arn', [0.5]]] }],
  ['a place that is text', { ...good, keys: [key], resources: [['role', 'arn', ['0']]] }],
  ['a resource that is not there', { ...good, resources: [] }],
  ['an unknown level', { ...good, actions: [['A', ['Own'], [], [], []]] }],
  ['no actions', { ...good, actions: undefined }],
])('%s is no service: malformed, and nothing throws', (_, value) => {
  expect(decodeService(value)).toEqual({ problem: 'malformed' });
});
