import fc from 'fast-check';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import {
  asCommand,
  asSdk,
  newTerminal,
  runLine,
  serviceModel,
  serviceNames,
  type ServiceModel,
  type ServiceName,
} from '#account';
import { redactSecrets } from '../../src/account/perform/redact-secrets.ts';
import type { JsonObject, JsonValue } from '#iam';
import { freshWorld, root, start } from './fresh-world.ts';

/** Inputs that fit a shape: texts of all kinds, what a shell and the CLI read as signs among them. */
function fitting(model: ServiceModel, name: string, depth = 0): fc.Arbitrary<JsonValue> {
  const shape = model.shapes[name];
  const words = fc.constantFrom(
    'ana',
    '*',
    "it's",
    'a b',
    '--x',
    '-1',
    'file://x',
    '$HOME',
    '`',
    '{"a": 1}',
    '[',
    'a,b',
    'a=b',
    '\\',
    '#',
    '~',
    'é\n',
    '"',
    ';',
    '&&',
    '!',
  );
  const text = fc.oneof(words, fc.string({ maxLength: 12 })).map((one) => one.padEnd(shape?.min ?? 0, 'x'));
  switch (shape?.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'long':
      return fc.integer({ min: Math.max(shape.min ?? -5, -5), max: Math.max(shape.min ?? 0, 9999) });
    case 'double':
    case 'float':
      return fc.constantFrom(0, 1.5, 20);
    case 'list':
      return fc.array(fitting(model, shape.member ?? '', depth + 1), {
        minLength: shape.min ?? 0,
        maxLength: Math.max(3, shape.min ?? 0),
      });
    case 'map':
      return fc.dictionary(
        text.filter((key) => key !== '__proto__'),
        fitting(model, shape.value ?? '', depth + 1),
        { maxKeys: 2 },
      );
    case 'structure': {
      const members = depth > 3 ? [] : Object.entries(shape.members ?? {});
      return fc.record(
        Object.fromEntries(members.map(([member, of]) => [member, fitting(model, of, depth + 1)])),
        { requiredKeys: [...(shape.required ?? [])], noNullPrototype: true },
      );
    }
    default:
      return text;
  }
}

const calls = serviceNames.flatMap((service) =>
  Object.keys(serviceModel(service).operations).map((operation) => ({ service, operation })),
);
function inputOf(service: ServiceName, operation: string): fc.Arbitrary<JsonObject> {
  const model = serviceModel(service);
  const shape = model.operations[operation]?.input;
  return (shape === undefined ? fc.constant({}) : fitting(model, shape)) as fc.Arbitrary<JsonObject>;
}
const anyCall = fc
  .constantFrom(...calls)
  .chain(({ service, operation }) =>
    inputOf(service, operation).map((input) => ({ service, operation, input })),
  );

describe('a call as a command of the CLI', () => {
  test('is what a person would type', () => {
    const of = (operation: string, input: JsonObject, region?: string): string =>
      asCommand({ service: 'iam', operation, input, ...(region !== undefined && { region }) });
    expect(of('CreateUser', { UserName: 'ana', Tags: [{ Key: 'team', Value: 'home' }] })).toBe(
      'aws iam create-user --user-name ana --tags Key=team,Value=home',
    );
    expect(of('UntagUser', { UserName: 'ana', TagKeys: ['a', 'b c'] }, 'eu-west-1')).toBe(
      "aws iam untag-user --user-name ana --tag-keys a 'b c' --region eu-west-1",
    );
    expect(of('PutUserPolicy', { UserName: 'ana', PolicyName: 'p', PolicyDocument: '{"a": "*"}' })).toBe(
      `aws iam put-user-policy --user-name ana --policy-name p --policy-document '{"a": "*"}'`,
    );
    expect(of('UpdateLoginProfile', { UserName: 'ana', PasswordResetRequired: false })).toBe(
      'aws iam update-login-profile --user-name ana --no-password-reset-required',
    );
    expect(of('ListUsers', { MaxItems: 1 })).toBe(
      `aws iam list-users --cli-input-json '{"MaxItems":1}' --no-paginate`,
    );
    expect(asCommand({ service: 's3', operation: 'GetObject', input: { Bucket: 'b', Key: 'k' } })).toBe(
      'aws s3api get-object --bucket b --key k answer.txt',
    );
  });

  test('asks for the same when it is run again', () => {
    const world = freshWorld();
    const terminal = newTerminal('us-east-1', { by: 'scenario', principal: root });
    fc.assert(
      fc.property(anyCall, ({ service, operation, input }) => {
        const line = asCommand({ service, operation, input });
        const ran = runLine(terminal, line, world, { now: start });
        const shape = serviceModel(service).operations[operation]?.input;
        expect(ran.records[0]?.operation, `${line}\n${ran.errors}`).toBe(operation);
        expect(ran.records[0]?.input).toEqual(redactSecrets(serviceModel(service), shape, input));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a call as code of the SDK', () => {
  test('is a client, a command and its input', () => {
    const input = { UserName: "o'hara", Tags: [{ Key: 'team', Value: 'home' }] };
    expect(asSdk({ service: 'iam', operation: 'CreateUser', input })).toBe(
      [
        "import { IAMClient, CreateUserCommand } from '@aws-sdk/client-iam';",
        '',
        "const client = new IAMClient({ region: 'us-east-1' });",
        'const answer = await client.send(new CreateUserCommand({',
        '  UserName: "o\'hara",',
        '  Tags: [',
        '    {',
        "      Key: 'team',",
        "      Value: 'home',",
        '    },',
        '  ],',
        '}));',
      ].join('\n'),
    );
    expect(
      asSdk({ service: 'sts', operation: 'GetCallerIdentity', input: {}, region: 'sa-east-1' }),
    ).toContain(
      "region: 'sa-east-1' });\nconst answer = await client.send(new GetCallerIdentityCommand({}));",
    );
  });

  test('says what the shape is: bytes, times', () => {
    const code = asSdk({ service: 'kms', operation: 'Encrypt', input: { KeyId: 'k', Plaintext: 'hi' } });
    expect(code).toContain("Plaintext: new TextEncoder().encode('hi'),");
  });

  test('gives the input again when it is run', () => {
    fc.assert(
      fc.property(anyCall, ({ service, operation, input }) => {
        const literal = /Command\((.*)\)\);$/s.exec(asSdk({ service, operation, input }))?.[1] ?? '';
        class Bytes {
          readonly encode = (text: string): string => text;
        }
        class Time {
          readonly text: string;
          constructor(text: string) {
            this.text = text;
          }
          toJSON(): string {
            return this.text;
          }
        }
        const made: unknown = runInNewContext(`(${literal})`, { TextEncoder: Bytes, Date: Time });
        expect(JSON.parse(JSON.stringify(made))).toEqual(input);
      }),
      { numRuns: 500 },
    );
  });
});
