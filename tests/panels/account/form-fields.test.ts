import { describe, expect, test } from 'vitest';
import { rowOf, serviceModel } from '#account';
import { operationsOf } from '../../../src/panels/account/console/operations/console-operations.ts';
import { fieldsOf, inputOf } from '../../../src/panels/account/console/operations/form-fields.ts';

describe('the console’s forms', () => {
  test('are about calls that there are, with every parameter that AWS wants', () => {
    for (const offered of Object.values(operationsOf).flat()) {
      expect(rowOf(offered.service, offered.operation), offered.operation).toBeDefined();
      const model = serviceModel(offered.service);
      const wanted = model.shapes[model.operations[offered.operation]?.input ?? '']?.required ?? [];
      const names = fieldsOf(offered).flatMap(({ name, required }) => (required ? [name] : []));
      expect(names.toSorted(), offered.operation).toEqual(wanted.toSorted());
    }
  });

  test('ask for each parameter in its own way', () => {
    const kinds = Object.fromEntries(
      [
        ...fieldsOf({ service: 'iam', operation: 'CreateLoginProfile' }),
        ...fieldsOf({ service: 'iam', operation: 'CreateRole' }),
        ...fieldsOf({ service: 'iam', operation: 'UpdateAccessKey' }),
      ].map(({ name, kind }) => [name, kind]),
    );
    expect(kinds).toMatchObject({
      UserName: 'text',
      Password: 'secret',
      PasswordResetRequired: 'flag',
      AssumeRolePolicyDocument: 'lines',
      MaxSessionDuration: 'number',
      Tags: 'json',
      Status: 'choice',
    });
  });

  test('leave out what is empty, and name what is no JSON', () => {
    const fields = fieldsOf({ service: 'iam', operation: 'CreateRole' });
    expect(
      inputOf(fields, { RoleName: 'Web', Description: '', MaxSessionDuration: '7200', Tags: '[]' }),
    ).toEqual({ input: { RoleName: 'Web', MaxSessionDuration: 7200, Tags: [] } });
    expect(inputOf(fields, { Tags: '[' })).toEqual({ unreadable: 'Tags' });
    const provider = fieldsOf({ service: 'iam', operation: 'CreateOpenIDConnectProvider' });
    expect(inputOf(provider, { Url: 'https://a.example', ClientIDList: 'one\n\ntwo' })).toEqual({
      input: { Url: 'https://a.example', ClientIDList: ['one', 'two'] },
    });
  });
});
