import { expect, it } from 'vitest';
import { withLag, type World } from '#account';
import type { JsonObject } from '#iam';
import { account, call, freshWorld } from './fresh-world.ts';

const region = 'eu-west-1';
const lag = 10_000;
const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const resize: JsonObject = {
  FunctionName: 'resize',
  Role: `arn:aws:iam::${account}:role/runner`,
  Runtime: 'nodejs22.x',
  Handler: 'index.handler',
  Code: { ZipFile: 'emlw' },
};

function withRole(): World {
  const world = freshWorld();
  const late = withLag(world, region, lag, world.log[0]!.at);
  return call(late, 'iam:CreateRole', { RoleName: 'runner', AssumeRolePolicyDocument: trust }).world;
}

it('Lambda cannot assume a role that has not arrived in its Region, and a moment later it can', () => {
  const early = call(withRole(), 'lambda:CreateFunction', resize, { region });
  expect(early.error).toEqual({
    code: 'InvalidParameterValueException',
    message: 'The role defined for the function cannot be assumed by Lambda.',
  });
  const later = call(early.world, 'lambda:CreateFunction', resize, { region, after: lag });
  expect(later.error).toBeUndefined();
});

it('a new trust policy keeps a function running until it has arrived', () => {
  const { world } = call(withRole(), 'lambda:CreateFunction', resize, { region, after: lag });
  const changed = call(world, 'iam:UpdateAssumeRolePolicy', {
    RoleName: 'runner',
    PolicyDocument: trust.replace('lambda', 'ec2'),
  });
  const still = call(changed.world, 'lambda:Invoke', { FunctionName: 'resize' }, { region });
  expect(still.output?.['StatusCode']).toBe(200);
  const then = call(still.world, 'lambda:Invoke', { FunctionName: 'resize' }, { region, after: lag });
  expect(then.error?.code).toBe('AccessDeniedException');
});
