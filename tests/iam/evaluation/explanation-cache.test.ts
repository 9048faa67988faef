import { describe, expect, test } from 'vitest';
import { authorizer, evaluate, type AccessRequest, type Evaluation, type JsonValue } from '#iam';
import { explainAnew } from '../../../src/iam/evaluation/explain-statement.ts';
import { explainCached, explanationCache } from '../../../src/iam/evaluation/explanation-cache.ts';
import { actionName, prepareRequest } from '../../../src/iam/evaluation/prepare.ts';
import { compilePolicy } from '../../../src/iam/evaluation/statement.ts';

test('a trace says of each of many actions what that action made of the statement', () => {
  const statement = { Effect: 'Allow', Action: 's3:A1*', Resource: '*' };
  const engine = authorizer({ identity: [{ Version: '2012-10-17', Statement: [statement] }] });
  // Twice, and more than are kept: what is explained again must be the same.
  for (let round = 0; round < 2; round += 1)
    for (let number = 0; number < 80; number += 1) {
      const { gates, decision } = engine.evaluate({
        principal: 'arn:aws:iam::111122223333:user/ana',
        action: `s3:A${number}`,
        resource: '*',
      });
      const [result] = gates.flatMap(({ gate, statements }) => (gate === 'identity' ? statements : []));
      const element = result?.elements.find(({ element: name }) => name === 'Action');
      const covered = String(number).startsWith('1');
      expect([decision, element?.matches]).toEqual([covered ? 'allowed' : 'implicitDeny', covered]);
    }
});

test('the result of one statement does not serve another that writes the same and means something else', () => {
  const statement = { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::home/${aws:username}' };
  const asked = {
    principal: 'arn:aws:iam::111122223333:user/ana',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::home/ana',
  };
  // In a policy without the newer Version a variable is text.
  const { gates } = authorizer({
    identity: [
      { Version: '2008-10-17', Statement: [statement] },
      { Version: '2012-10-17', Statement: [statement, { ...statement, Resource: 'arn:aws:s3' }] },
    ],
  }).evaluate({
    ...asked,
    principal: 'arn:aws:sts::111122223333:assumed-role/r/ana',
    context: { 'aws:username': 'ana' },
  });
  const applying = gates
    .filter(({ gate }) => gate !== 'denyScan')
    .flatMap(({ statements }) => statements.map(({ applies }) => applies));
  expect(applying).toEqual([false, true, true]);
});

test('a condition says of each of many values what that value makes of it', () => {
  const statement = {
    Effect: 'Allow',
    Action: 's3:*',
    Resource: '*',
    Condition: { StringLike: { 'aws:UserAgent': 'client/1*' } },
  };
  const engine = authorizer({ identity: [{ Version: '2012-10-17', Statement: [statement] }] });
  for (let round = 0; round < 2; round += 1)
    for (let number = 0; number < 80; number += 1) {
      const { decision } = engine.evaluate({
        principal: 'arn:aws:iam::111122223333:user/ana',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::b/a',
        context: { 'aws:UserAgent': `client/${number}` },
      });
      expect(decision).toBe(String(number).startsWith('1') ? 'allowed' : 'implicitDeny');
    }
});

/** Of a workload of thousands of requests most was explained before: the same words, so the same result. */
describe('an explanation is made once', () => {
  const user = { principal: 'arn:aws:iam::111122223333:user/ana', action: 's3:GetObject' };
  const document = (...Statement: readonly JsonValue[]): JsonValue => ({ Version: '2012-10-17', Statement });
  const policy = {
    Effect: 'Allow',
    Action: 's3:Get*',
    Resource: ['arn:aws:s3:::none', 'arn:aws:s3:::b/*'],
    Condition: { StringLike: { 'aws:PrincipalTag/team': 'a*' } },
  };
  const statementsOf = ({ gates }: Evaluation) =>
    gates.flatMap(({ gate, statements }) => (gate === 'identity' ? statements : []));
  const elementsOf = (evaluation: Evaluation) => statementsOf(evaluation).map(({ elements }) => elements);
  const ask = (resource: string, context: AccessRequest['context'] = {}) => ({ ...user, resource, context });

  test('of a request’s elements, for all statements that write the same', () => {
    const { evaluate } = authorizer({ identity: [document(policy, policy), document(policy)] });
    const [first, ...others] = elementsOf(
      evaluate(ask('arn:aws:s3:::b/a', { 'aws:PrincipalTag/team': 'ab' })),
    );
    expect(first?.map(({ matches }) => matches)).toEqual([true, true, true]);
    expect(others).toHaveLength(2);
    for (const other of others)
      for (const [place, element] of other.entries()) expect(element).toBe(first?.[place]);
  });

  test('of a resource pattern, for all lists that hold it', () => {
    const shorter = { ...policy, Resource: 'arn:aws:s3:::b/*' };
    const { evaluate } = authorizer({ identity: [document(policy, shorter)] });
    const [left, right] = elementsOf(evaluate(ask('arn:aws:s3:::b/a')));
    expect(left?.[1]).toMatchObject({ matchedPattern: 1, wildcards: [[15, 16]] });
    expect(right?.[1]).toMatchObject({ matchedPattern: 0 });
    expect(right?.[1]?.wildcards).toBe(left?.[1]?.wildcards);
  });

  test('of a condition, for all requests whose key has the same value or is absent', () => {
    const { evaluate } = authorizer({ identity: [document(policy)] });
    const condition = (team?: string | readonly string[]) =>
      elementsOf(
        evaluate(ask('arn:aws:s3:::b/a', team === undefined ? {} : { 'aws:PrincipalTag/team': team })),
      )[0]?.[2];
    const [alpha, none, beta] = [condition('alpha'), condition(), condition('beta')];
    expect([alpha?.because, none?.because, beta?.because]).toEqual(['matched', 'keyAbsent', 'noMatch']);
    expect(condition('alpha')).toBe(alpha);
    expect(condition()).toBe(none);
    // What decides besides the value is asked anew.
    expect(condition(['alpha'])).not.toBe(condition(['alpha']));
    expect(condition(['beta'])).toMatchObject({ matches: false, value: ['beta'] });
  });

  test('not of a condition with a variable, whose text is the request’s', () => {
    const own = { ...policy, Condition: { StringEquals: { 'aws:PrincipalTag/team': '${aws:username}' } } };
    const { evaluate } = authorizer({ identity: [document(own)] });
    const applying = ['ana', 'bob'].map((name) => {
      const principal = `arn:aws:iam::111122223333:user/${name}`;
      const asked = ask('arn:aws:s3:::b/a', { 'aws:PrincipalTag/team': 'ana' });
      return statementsOf(evaluate({ ...asked, principal })).map(({ applies }) => applies);
    });
    expect(applying).toEqual([[true], [false]]);
  });

  test('of an action, for all requests with it', () => {
    const { evaluate } = authorizer({ identity: [document(policy)] });
    const [first] = elementsOf(evaluate(ask('arn:aws:s3:::b/a')));
    const [second] = elementsOf(evaluate(ask('arn:aws:s3:::b/b')));
    expect(second?.[0]).toBe(first?.[0]);
    expect(second?.[1]).not.toBe(first?.[1]);
  });

  test('of a request that cannot be read too, prepared or not', () => {
    const policies = { identity: [document(policy)] };
    const asked = { ...ask('arn:aws:s3:::b/a'), principal: 'no principal' };
    const { decide, evaluate: evaluateCached } = authorizer(policies);
    expect(evaluateCached(asked)).toEqual(evaluate(asked, policies));
    expect([decide(asked), evaluateCached(asked).decision]).toEqual(['cannotEvaluate', 'cannotEvaluate']);
  });

  test('is frozen where later requests share it', () => {
    const { evaluate } = authorizer({ identity: [document(policy)] });
    const [action, , condition] = elementsOf(evaluate(ask('arn:aws:s3:::b/a')))[0] ?? [];
    expect([action, condition].map((element) => Object.isFrozen(element))).toEqual([true, true]);
  });

  test('is what is explained anew of one request, whatever was asked before', () => {
    const statements = [
      policy,
      { ...policy, Effect: 'Deny', NotAction: ['s3:List*'], Action: undefined },
      { ...policy, Resource: ['arn:aws:s3:::b/${aws:username}', 'arn:aws:s3'], Condition: {} },
      { ...policy, Condition: { StringNotLike: { 'aws:PrincipalTag/team': ['${aws:username}*', 'b'] } } },
      { ...policy, Condition: { 'ForAnyValue:StringLike': { 'aws:TagKeys': ['a*', 'b?'] } } },
    ].map((statement) => JSON.parse(JSON.stringify(statement)) as JsonValue);
    const grants = ['*', { AWS: '111122223333' }, { AWS: user.principal }].map((Principal) => ({
      ...policy,
      Principal,
    }));
    const policies = {
      identity: [document(...statements), document(...statements)],
      resource: document(...grants),
    };
    const { evaluate: evaluateCached } = authorizer(policies);
    const teams = [
      {},
      { 'aws:PrincipalTag/team': 'ab' },
      { 'aws:PrincipalTag/team': 'b', 'aws:TagKeys': ['bb'] },
    ];
    for (const action of ['s3:GetObject', 's3:ListBucket', 's3:getobject'])
      for (const resource of ['arn:aws:s3:::b/ana', 'arn:aws:s3:::none', 'arn:aws:s3:::b/a'])
        for (const context of [...teams, ...teams]) {
          const asked = { ...ask(resource, context), action };
          expect(evaluateCached(asked)).toEqual(evaluate(asked, policies));
        }
  });

  test('fills no memory, whatever the requests bring', () => {
    const cache = explanationCache();
    const compiled = compilePolicy(document(policy), 'identity', { policyIndex: 0 });
    const explainFor = (number: number): void => {
      const action = `s3:Get${number}`;
      const context = { 'aws:PrincipalTag/team': `b${number}` };
      const prepared = prepareRequest({ ...ask('*', context), action }, actionName(action), false);
      if ('malformed' in prepared) throw new Error(prepared.text);
      expect(explainCached(cache, prepared)(compiled)).toEqual(explainAnew(prepared)(compiled));
    };
    for (let number = 0; number < 64; number += 1) explainFor(number);
    expect([cache.byAction.size, cache.byValue[0]?.size]).toEqual([64, 64]);
    for (let number = 0; number < 66; number += 1) explainFor(number);
    expect([cache.byAction.size, cache.byValue[0]?.size]).toEqual([2, 64]);
  });
});
