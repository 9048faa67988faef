import { expect, test } from 'vitest';
import { authorizer } from '#iam';

test('a trace says of each of many actions what that action made of the statement', () => {
  const statement = { Effect: 'Allow', Action: 's3:A1*', Resource: '*' };
  const engine = authorizer({ identity: [{ Version: '2012-10-17', Statement: [statement] }] });
  // Twice, and more than are kept: what is told again must be the same.
  for (let round = 0; round < 2; round += 1)
    for (let number = 0; number < 80; number += 1) {
      const { gates, decision } = engine.evaluate({
        principal: 'arn:aws:iam::111122223333:user/ana',
        action: `s3:A${number}`,
        resource: '*',
      });
      const [told] = gates.flatMap(({ gate, statements }) => (gate === 'identity' ? statements : []));
      const element = told?.elements.find(({ element: name }) => name === 'Action');
      const covered = String(number).startsWith('1');
      expect([decision, element?.matches]).toEqual([covered ? 'allowed' : 'implicitDeny', covered]);
    }
});

test('what one statement is told is not told to another that writes the same and means something else', () => {
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
  const told = gates
    .filter(({ gate }) => gate !== 'denyScan')
    .flatMap(({ statements }) => statements.map(({ applies }) => applies));
  expect(told).toEqual([false, true, true]);
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
