import { describe, expect, test } from 'vitest';
import type { AccessRequest } from '#iam';
import { flips } from '#proof';
import { flipWords } from '../../../src/panels/trace/what-if/flip-words.ts';
import { en } from '../../../src/ui/i18n/en/index.ts';
import { more } from '../../../src/ui/i18n/en/more.ts';

const ana: AccessRequest = {
  principal: 'arn:aws:iam::111122223333:user/ana',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/a',
  context: { 'aws:SourceIp': '198.51.100.7' },
};
const wordsFor = (statement: object) =>
  flips(ana, {
    identity: [{ Version: '2012-10-17', Statement: { Action: 's3:*', Resource: '*', ...statement } }],
  }).map(flipWords);

describe('the words for what would flip a decision', () => {
  test('stand in the catalogue, each with its values', () => {
    const all = [
      ...wordsFor({ Effect: 'Allow', Condition: { StringEquals: { 'aws:PrincipalTag/team': 'red' } } }),
      ...wordsFor({ Effect: 'Deny', Condition: { Null: { 'aws:SourceIp': 'false' } } }),
      ...wordsFor({ Effect: 'Allow', Resource: 'arn:aws:s3:::c/*' }),
      flipWords({ change: 'principalTag', key: 'aws:PrincipalTag/team', value: null, decision: 'allowed' }),
    ];
    expect(new Set(all.map(({ message }) => message))).toEqual(
      new Set([
        'why.flip.principalTag',
        'why.flip.principalTagAbsent',
        'why.flip.contextAbsent',
        'why.flip.resource',
        'why.flip.removeStatement',
        'why.flip.addStatement',
      ]),
    );
    const catalogue: Readonly<Record<string, unknown>> = { ...en, ...more };
    for (const { message, values, gate } of all) {
      const text = String(catalogue[message]);
      for (const name of Object.keys(values)) expect(text).toContain(`{${name}}`);
      if (gate !== undefined) expect(catalogue).toHaveProperty([`trace.gate.${gate}`]);
    }
    expect(all.find(({ message }) => message === 'why.flip.principalTag')?.values).toEqual({
      key: 'team',
      value: 'red',
    });
  });
});
