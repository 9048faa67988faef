import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseJson, policyTypes, type JsonNode, type JsonValue, type PolicyType } from '#iam';
import { nodeOf } from '../../../src/iam/json/node.ts';
import type { JsonMember } from '../../../src/iam/json/json.ts';
import * as forms from '../../../src/iam/language/form.ts';
import * as edits from '../../../src/iam/policy/edit.ts';

/** Cases are data: a text, one change with its arguments, and the text after it. */
const cases = v.parse(
  v.array(
    v.strictObject({
      name: v.string(),
      type: v.optional(v.picklist(policyTypes), 'identity'),
      text: v.string(),
      change: v.tupleWithRest([v.string()], v.any()),
      becomes: v.string(),
    }),
  ),
  JSON.parse(readFileSync(join(import.meta.dirname, 'form-cases.json'), 'utf8')),
);

function memberAt(node: JsonNode | undefined, path: string): JsonMember {
  const found = node?.kind === 'object' ? node.members : [];
  for (const member of found) {
    if (member.value.path === path) return member;
    if (path.startsWith(member.value.path)) return memberAt(member.value, path);
  }
  throw new Error(`nothing at ${path}`);
}

function changed(text: string, type: PolicyType, [name, ...given]: readonly [string, ...unknown[]]): string {
  const form = forms.formOf(text)!;
  const member = (): JsonMember => memberAt(form.root, given[0] as string);
  const statement = form.statements[given[0] as number];
  switch (name) {
    case 'addStatement':
      return forms.addStatement(text, form, type);
    case 'repeatStatement':
    case 'removeStatement':
    case 'swapStatements':
      return forms[name](text, form, given[0] as number);
    case 'setElement':
      return forms.setElement(text, statement!.node, given[1] as string, given[2] as JsonValue);
    case 'setSid':
      return forms.setSid(text, statement!.node, given[1] as string);
    case 'addItem':
      return edits.addItem(text, member().value, given[1] as JsonValue);
    case 'withoutItem':
      return forms.withoutItem(text, member().value, given[1] as number);
    case 'renameMember':
      return edits.renameMember(text, member(), given[1] as string);
    case 'addOperator':
      return forms.addOperator(text, statement!.node, given[1] as string);
    case 'addPrincipalKind':
      return forms.addPrincipalKind(text, statement!.principal!, given[1] as string);
    case 'removeKey': {
      const { block, keys } = statement!.conditions[given[1] as number]!;
      return forms.removeKey(text, statement!.node, block, keys[given[2] as number]!.member);
    }
    default:
      throw new Error(`no change ${name}`);
  }
}

describe('changes of a policy as a form', () => {
  it.each(cases)('$name', ({ text, type, change, becomes }) => {
    expect(changed(text, type, change)).toBe(becomes);
    expect(parseJson(becomes).issues).toEqual([]);
  });

  it.each([
    ['no JSON', '{"Statement": ['],
    ['no object', '[]'],
    ['nothing', ''],
    ['longer than a policy may be', `{"Statement": "${'x'.repeat(140_000)}"}`],
  ])('a text that is %s has no form', (_, text) => {
    expect(forms.formOf(text)).toBeUndefined();
  });

  it('shows what is of the wrong kind as far as it goes', () => {
    const form = forms.formOf(
      '{"Statement": [7, {"Action": 7, "Principal": "*", "Condition": {"Bool": 7}}]}',
    );
    expect(form?.statements[0]).toMatchObject({ conditions: [] });
    expect(form?.statements[1]).toMatchObject({
      action: { values: [{ value: 7 }] },
      principal: { kinds: [] },
      conditions: [{ keys: [] }],
    });
    expect(forms.formOf('{}')?.statements).toEqual([]);
  });

  it.each([
    ['identity', [], ['Action', 'NotAction'], ['Resource', 'NotResource']],
    ['trust', ['Principal'], ['Action', 'NotAction'], []],
    ['resource', ['Principal', 'NotPrincipal'], ['Action', 'NotAction'], ['Resource', 'NotResource']],
    ['rcp', ['Principal'], ['Action'], ['Resource', 'NotResource']],
  ] as const)('the elements of a policy of type %s', (type, ...names) => {
    expect(
      (['Principal', 'Action', 'Resource'] as const).map((one) => forms.elementNames(one, type)),
    ).toEqual(names);
  });

  it('changes nothing by nodes that have no place in a text', () => {
    const document = { Statement: [{ Action: ['a'], Condition: {} }] };
    const text = JSON.stringify(document);
    const root = nodeOf(document)!;
    const statement = memberAt(root, '/Statement').value;
    if (root.kind !== 'object' || statement.kind !== 'array') throw new Error('not read');
    const [one] = statement.items;
    const action = memberAt(one, '/Statement/0/Action');
    for (const unchanged of [
      edits.setValue(text, one!, 'x'),
      edits.renameMember(text, action, 'NotAction'),
      edits.addMember(text, root, 'Id', 'x'),
      edits.addItem(text, { kind: 'leaf', path: '', value: 'x' }, 'x'),
      edits.removeChild(text, statement, 0),
      edits.removeChild(text, root, 0),
      edits.swapWithNext(text, statement, 0),
      forms.removeMember(text, action.value, action),
      forms.removeKey(text, { kind: 'leaf', path: '', value: 1 }, action, action),
    ])
      expect(unchanged).toBe(text);
  });
});
