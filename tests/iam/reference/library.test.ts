import { expect, test } from 'vitest';
import { parsePolicy } from '#iam';
import { decodeManagedPolicy, globalConditionKeys, referenceLibrary } from '#iam/reference';
import { decodeIndex } from '../../../src/iam/reference/index-file.ts';
import { decodePack } from '../../../src/iam/reference/pack.ts';
import { servicesAsked } from '#proof';
import { brotliSize } from '../../../scripts/brotli-size.ts';
import { managedPolicyNames } from '../../../scripts/managed-policy-names.ts';
import {
  loadReference,
  referenceEdition,
  referenceText,
  servicePrefixes,
  sourcePolicy,
} from '../../../scripts/reference-data.ts';

/** A library that writes down which files it asks for. */
function watchedLibrary() {
  const asked: string[] = [];
  const library = referenceLibrary((file) => {
    asked.push(file);
    return loadReference(file);
  });
  return { asked, library };
}

test('the index says what there is and of which day', async () => {
  const { value } = await referenceLibrary(loadReference).index();
  expect(value?.date).toBe('2026-09-26');
  expect(value?.policiesDate).toMatch(/^2026-0[78]-\d\d$/);
  expect(value?.services).toHaveLength(456);
  expect(value?.services.find(({ prefix }) => prefix === 's3')?.name).toBe('Amazon S3');
  expect(value?.services.reduce((sum, { actions }) => sum + actions, 0)).toBe(22_091);
  expect(value?.managedPolicies.find(({ name }) => name === 'PowerUserAccess')).toEqual({
    name: 'PowerUserAccess',
    arn: 'arn:aws:iam::aws:policy/PowerUserAccess',
    versionId: 'v12',
  });
});

test('a service’s pack is loaded when it is asked for, once, and no other is', async () => {
  const { asked, library } = watchedLibrary();
  expect(asked).toEqual([]);
  expect((await library.service('S3')).value?.prefix).toBe('s3');
  expect((await library.service('iam')).value?.prefix).toBe('iam');
  expect(await library.service('s3')).toBe(await library.service('s3'));
  expect(asked).toEqual(['index.json', 'services/everyday.json']);
});

test('many who ask at the same time are answered out of one fetch', async () => {
  const { asked, library } = watchedLibrary();
  const prefixes = ['s3', 'iam', 's3', 'sts', 'ec2'];
  const policies = ['ReadOnlyAccess', 'AdministratorAccess'];
  const [services, managed] = await Promise.all([
    Promise.all(prefixes.map((prefix) => library.service(prefix))),
    Promise.all(policies.map((name) => library.managedPolicy(name))),
  ]);
  expect(services.map(({ value }) => value?.prefix)).toEqual(prefixes);
  expect(managed.map(({ value }) => value?.arn.split('/').at(-1))).toEqual(policies);
  expect(asked.toSorted()).toEqual([
    'index.json',
    'policies.json',
    'services/ec2.json',
    'services/everyday.json',
  ]);
});

test('the packs hold every service once, and are few', async () => {
  const { value } = await referenceLibrary(loadReference).index();
  const held = [...new Set(value?.services.map(({ pack }) => pack))].flatMap((pack) =>
    Object.keys(JSON.parse(referenceText(`services/${pack}.json`) ?? '') as object),
  );
  expect(held.toSorted()).toEqual(value?.services.map(({ prefix }) => prefix).toSorted());
  expect(referenceEdition().files.size).toBeLessThanOrEqual(20);
});

test('as brotli sends it: all services at most 450 KB, what every proof loads at most 8 KB, any pack at most 16 KB', () => {
  const sizes = new Map(
    [...referenceEdition().files]
      .filter(([file]) => file.startsWith('services/'))
      .map(([file, text]) => [file, brotliSize(text)]),
  );
  const sum = [...sizes.values()].reduce((one, other) => one + other, 0);
  expect(sum).toBeGreaterThan(100_000);
  expect(sum).toBeLessThanOrEqual(450_000);
  expect(Math.max(...sizes.values())).toBeLessThanOrEqual(16_000);
  expect(sizes.get('services/everyday.json')).toBeLessThanOrEqual(8_000);
});

test('what every proof asks about lies in one pack', async () => {
  const { asked, library } = watchedLibrary();
  for (const prefix of servicesAsked([], servicePrefixes)) await library.service(prefix);
  expect(asked).toEqual(['index.json', 'services/everyday.json']);
});

test('what AWS does not have is unknown and never becomes a file name', async () => {
  const { asked, library } = watchedLibrary();
  expect(await library.service('../package')).toEqual({ problem: 'unknown' });
  expect(await library.managedPolicy('NoSuchAccess')).toEqual({ problem: 'unknown' });
  expect(asked).toEqual(['index.json']);
});

test('a file that does not come is unavailable, and asked for again', async () => {
  let online = false;
  const library = referenceLibrary((file) =>
    online ? loadReference(file) : Promise.reject(new Error('offline')),
  );
  expect(await library.index()).toEqual({ problem: 'unavailable' });
  expect(await library.service('s3')).toEqual({ problem: 'unavailable' });
  expect(await library.managedPolicy('ReadOnlyAccess')).toEqual({ problem: 'unavailable' });
  online = true;
  expect((await library.service('s3')).value?.name).toBe('Amazon S3');
});

test('a page in the place of a file is malformed, and not kept', async () => {
  let right = false;
  const library = referenceLibrary((file) =>
    right ? loadReference(file) : Promise.resolve('<!doctype html>'),
  );
  expect(await library.index()).toEqual({ problem: 'malformed' });
  right = true;
  expect((await library.index()).value?.services).toHaveLength(456);
});

test('a pack that does not come, or is none, says so for its services; others go on', async () => {
  const broken = new Map([
    ['services/ec2.json', '[]'],
    ['policies.json', '{"ReadOnlyAccess":{"arn":"a"},'],
  ]);
  const library = referenceLibrary((file) => {
    if (file === 'services/often.json') return Promise.reject(new Error('offline'));
    const text = broken.get(file);
    return text === undefined ? loadReference(file) : Promise.resolve(text);
  });
  expect(await library.service('ec2')).toEqual({ problem: 'malformed' });
  expect(await library.service('lambda')).toEqual({ problem: 'unavailable' });
  expect(await library.managedPolicy('ReadOnlyAccess')).toEqual({ problem: 'malformed' });
  expect((await library.service('s3')).value?.prefix).toBe('s3');
  broken.clear();
  expect((await library.service('ec2')).value?.prefix).toBe('ec2');
  expect((await library.managedPolicy('ReadOnlyAccess')).value?.versionId).toMatch(/^v\d+$/);
});

test('a service that is broken in its pack, or missing there, is malformed; the others of the pack go on', async () => {
  const library = referenceLibrary(async (file) => {
    const text = await loadReference(file);
    if (file !== 'services/everyday.json') return text;
    return JSON.stringify({ ...(JSON.parse(text) as object), s3: { prefix: 's3' }, sqs: undefined });
  });
  expect(await library.service('s3')).toEqual({ problem: 'malformed' });
  expect(await library.service('sqs')).toEqual({ problem: 'malformed' });
  expect((await library.service('iam')).value?.name).toBe('AWS Identity and Access Management (IAM)');
});

test('every managed policy is AWS’s latest version, and parses without an error', async () => {
  const library = referenceLibrary(loadReference);
  expect(new Set(managedPolicyNames).size).toBe(managedPolicyNames.length);
  for (const name of managedPolicyNames) {
    const source = sourcePolicy(name);
    const { value } = await library.managedPolicy(source.arn);
    expect(value, name).toEqual({
      arn: source.arn,
      versionId: source.latestVersionId,
      document: source.versions[source.latestVersionId]?.document,
    });
    const { document, issues } = parsePolicy(JSON.stringify(value?.document), 'identity');
    expect(issues, name).toEqual([]);
    expect(document, name).toBeDefined();
  }
});

test.each([
  ['an index', decodeIndex, JSON.stringify({ date: '2026-09-26', services: [] })],
  ['an index', decodeIndex, '{'],
  ['a pack', decodePack, '<!doctype html>'],
  ['a pack', decodePack, ''],
  ['a pack', decodePack, 'null'],
  ['a pack', decodePack, '[]'],
])('what is not %s is malformed, and nothing throws', (_, decoder, text) => {
  expect(decoder(text)).toEqual({ problem: 'malformed' });
});

test.each([{ arn: 'a', versionId: 'v1', document: [] }, { arn: 'a', versionId: 'v1' }, undefined])(
  'what is not a managed policy is malformed, and nothing throws',
  (value) => {
    expect(decodeManagedPolicy(value)).toEqual({ problem: 'malformed' });
  },
);

test('an index that names a pack which is not there is malformed', () => {
  const index = JSON.parse(referenceText('index.json') ?? '') as { packs: string[] };
  expect(decodeIndex(JSON.stringify(index)).problem).toBeUndefined();
  expect(decodeIndex(JSON.stringify({ ...index, packs: index.packs.slice(1) }))).toEqual({
    problem: 'malformed',
  });
});

test('a reference file that does not exist has no text, and its loading fails', async () => {
  expect(referenceText('services/no-such.json')).toBeUndefined();
  await expect(loadReference('services/no-such.json')).rejects.toThrow('no-such');
  expect(referenceText('LICENSES.txt')).toMatch(/Act Security[\s\S]*Tobi/);
});

/** IAM User Guide, “AWS global condition context keys”: the multivalued ones. */
test('global condition keys have the types that AWS gives them', () => {
  const typed = new Map(globalConditionKeys.map(({ name, type }) => [name, type]));
  expect(typed.get('aws:SourceIp')).toBe('IPAddress');
  expect(typed.get('aws:MultiFactorAuthAge')).toBe('Numeric');
  expect(typed.get('aws:TokenIssueTime')).toBe('Date');
  expect(typed.size).toBe(globalConditionKeys.length);
  expect(
    globalConditionKeys
      .filter(({ multivalued }) => multivalued)
      .map(({ name }) => name.slice(4))
      .toSorted(),
  ).toEqual([
    'CalledVia',
    'PrincipalOrgPaths',
    'PrincipalServiceNamesList',
    'ResourceOrgPaths',
    'SourceOrgPaths',
    'TagKeys',
    'VpceOrgPaths',
  ]);
});
