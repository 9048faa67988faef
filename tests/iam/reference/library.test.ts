import { expect, test } from 'vitest';
import { parsePolicy } from '#iam';
import { globalConditionKeys } from '../../../src/iam/reference/condition-keys.ts';
import { decodeIndex } from '../../../src/iam/reference/index-file.ts';
import { referenceLibrary } from '../../../src/iam/reference/library.ts';
import { decodeManagedPolicy } from '../../../src/iam/reference/managed-policy.ts';
import { managedPolicyNames } from '../../../scripts/managed-policy-names.ts';
import { loadReference, referenceText, sourcePolicy } from '../../../scripts/reference-data.ts';

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

test('a service’s file is loaded when it is asked for, once, and no other is', async () => {
  const { asked, library } = watchedLibrary();
  expect(asked).toEqual([]);
  expect((await library.service('S3')).value?.prefix).toBe('s3');
  expect((await library.service('s3')).value?.prefix).toBe('s3');
  expect(asked).toEqual(['index.json', 'services/s3.json']);
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
  ['a managed policy', decodeManagedPolicy, '{"arn":"a","versionId":"v1","document":[]}'],
  ['a managed policy', decodeManagedPolicy, '{"arn":"a","versionId":"v1"}'],
])('what is not %s is malformed, and nothing throws', (_, decoder, text) => {
  expect(decoder(text)).toEqual({ problem: 'malformed' });
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
