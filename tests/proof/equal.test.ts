import { describe, expect, test } from 'vitest';
import { authorizer, type AccessRequest, type JsonObject, type PolicySet } from '#iam';
import { compareAccess, conditionsOf, exampleValues, rewrites, statementsOf, valuesOf } from '#proof';
import { actionsOf, catalogueFor } from '../../scripts/catalogue-actions.ts';
import { readFolder, scenarioFolders } from '../../scripts/scenario-files.ts';

const principal = 'arn:aws:iam::111122223333:user/ana';
const asked = 10_000;

/** A fixed row of numbers below `below`, the same at every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A random request near to what documents speak of: their patterns filled in, just beside, their keys there or not. */
function randomRequest(documents: readonly JsonObject[], roll: (below: number) => number): AccessRequest {
  const statements = documents.flatMap(statementsOf);
  const pick = <Item>(items: readonly Item[], other: Item): Item => items[roll(items.length)] ?? other;
  const patterns = statements.flatMap(({ Resource, NotResource }) => [
    ...valuesOf(Resource),
    ...valuesOf(NotResource),
  ]);
  const filled = pick(patterns, '*').replaceAll('*', () => pick(['', 'x', 'a/b', '2026/cat.jpg'], ''));
  const resource = filled.startsWith('arn:') ? filled + pick(['', '', 'x', '/x'], '') : '*';
  const context = Object.fromEntries(
    statements
      .flatMap(conditionsOf)
      .filter(() => roll(3) > 0)
      .map(({ operator, key, values }) => [key, pick(exampleValues(operator, values, {}), 'x')]),
  );
  const action = pick(catalogueFor(documents), { name: 's3:GetObject' } as never).name;
  return { principal, action, resource, context };
}

function disagreement(left: PolicySet, right: PolicySet, documents: readonly JsonObject[]) {
  const roll = dice(20_261_125);
  const engines = [authorizer(left), authorizer(right)] as const;
  for (let count = 0; count < asked; count += 1) {
    const request = randomRequest(documents, roll);
    const [one, other] = engines.map((engine) => engine.decide(request) === 'allowed');
    if (one !== other) return request;
  }
  return undefined;
}
const policy = (...statements: JsonObject[]): JsonObject => ({
  Version: '2012-10-17',
  Statement: statements,
});

const solutions = scenarioFolders('scenarios')
  .map((folder) => readFolder(folder).scenario)
  .flatMap((scenario) =>
    (scenario?.steps ?? []).flatMap((step) => {
      if (!('policy' in step) || !('document' in step.solution)) return [];
      const type = scenario?.world.policies.find(({ id }) => id === step.policy)?.type;
      return type === 'identity' ? [[scenario!.id, step.solution.document as JsonObject] as const] : [];
    }),
  );

describe('what is proved equal stays equal over 10,000 random requests', () => {
  test.each(solutions)('%s and its rewrites', (_, document) => {
    const domain = { situations: [{ principal }], actions: catalogueFor([document]) };
    for (const { how, document: rewritten } of rewrites(document)) {
      const sides = [{ identity: [document] }, { identity: [rewritten] }] as const;
      expect(compareAccess(...sides, domain).relation, how).toBe('equal');
      expect(disagreement(...sides, [document]), how).toBeUndefined();
    }
  });

  test('and what is not equal is found by them, so that they could', () => {
    const one = policy({ Effect: 'Allow', Action: 's3:Get*', Resource: 'arn:aws:s3:::b/*' });
    const other = policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' });
    expect(disagreement({ identity: [one] }, { identity: [other] }, [one, other])).toBeDefined();
  });
});

describe('NotAction and NotResource are the complements', () => {
  const actions = actionsOf(['s3']);
  const domain = { situations: [{ principal }], actions };

  test('of the actions that they list', () => {
    const others = actions.map(({ name }) => name).filter((name) => !/^s3:(?:Get|List)/.test(name));
    const not = policy({ Effect: 'Allow', NotAction: ['s3:Get*', 's3:List*'], Resource: '*' });
    const listed = policy({ Effect: 'Allow', Action: others, Resource: '*' });
    expect(compareAccess({ identity: [not] }, { identity: [listed] }, domain).relation).toBe('equal');
    const fewer = policy({ Effect: 'Allow', Action: others.slice(1), Resource: '*' });
    expect(compareAccess({ identity: [not] }, { identity: [fewer] }, domain)).toMatchObject({
      relation: 'exceeds',
    });
  });

  test('of the resources that they list', () => {
    const [inside, bucket] = ['arn:aws:s3:::b/*', 'arn:aws:s3:::b'];
    const not = policy({ Effect: 'Allow', Action: 's3:*', NotResource: [inside, bucket] });
    const denied = policy(
      { Effect: 'Allow', Action: 's3:*', Resource: '*' },
      { Effect: 'Deny', Action: 's3:*', Resource: [inside, bucket] },
    );
    const found = compareAccess({ identity: [not] }, { identity: [denied] }, domain);
    expect(found.relation).toBe('equal');
    expect(disagreement({ identity: [not] }, { identity: [denied] }, [not, denied])).toBeUndefined();
    const more = policy({ Effect: 'Allow', Action: 's3:*', NotResource: inside });
    expect(compareAccess({ identity: [more] }, { identity: [denied] }, domain).relation).toBe('exceeds');
  });
});
