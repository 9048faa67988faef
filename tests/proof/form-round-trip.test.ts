import { expect, test } from 'vitest';
import { runs } from '../random.ts';
import {
  isJsonObject,
  parsePolicy,
  type JsonNode,
  type JsonObject,
  type JsonValue,
  type PolicyType,
} from '#iam';
import * as language from '#iam/language';
import { compareAccess } from '#proof';
import { randomSource } from '../oracle/worlds.ts';
import { pairDomain, randomPair, type Choices } from './random-pairs.ts';

const count = runs(2_500);

/** A value as text in a layout of its own: white space wherever JSON takes some, none, or lines and tabs. */
function laidOut(value: JsonValue, { of }: Choices): string {
  const spaces = of([[''], [' '], ['', ' ', '  '], ['', '\n', '\n\t', ' ', '\r\n  ']]);
  const gap = (): string => of(spaces);
  const write = (one: JsonValue): string => {
    if (Array.isArray(one)) {
      const items = (one as readonly JsonValue[]).map((item) => gap() + write(item) + gap());
      return `[${items.join(',')}]`;
    }
    if (!isJsonObject(one)) return JSON.stringify(one);
    const members = Object.entries(one).map(
      ([key, member]) => `${gap()}${JSON.stringify(key)}${gap()}:${gap()}${write(member)}${gap()}`,
    );
    return `{${members.join(',')}}`;
  };
  return gap() + write(value) + gap();
}

/** A random policy of a type, as IAM takes it, and as somebody might have written it. */
function randomPolicy(source: Choices): { type: PolicyType; document: JsonObject; text: string } {
  const { of, chance } = source;
  const { left } = randomPair(source);
  const resource = chance(0.3);
  const [{ Statement }] = left.identity as readonly [{ Statement: readonly JsonObject[] }];
  const principals = ['*', { AWS: 'arn:aws:iam::111122223333:user/ana' }, { AWS: ['*', '444455556666'] }];
  const statements = Statement.map((statement, index) => ({
    ...(chance(0.4) && { Sid: `S${index}` }),
    ...(resource && { Principal: of<JsonValue>(principals) }),
    ...statement,
  }));
  const first = statements[0]!;
  const document = {
    ...(chance(0.9) && { Version: '2012-10-17' }),
    ...(resource && chance(0.3) && { Id: 'policy/1' }),
    Statement: statements.length === 1 && chance(0.5) ? first : statements,
  };
  return { type: resource ? 'resource' : 'identity', document, text: laidOut(document, source) };
}

/** The same policy, entered statement by statement into an empty form. */
function entered({ type, document }: { type: PolicyType; document: JsonObject }): string {
  const { Statement, ...head } = document;
  let text = JSON.stringify(head);
  const last = (written = text): language.StatementForm => language.formOf(written)!.statements.at(-1)!;
  for (const statement of (Array.isArray(Statement) ? Statement : [Statement]) as readonly JsonObject[]) {
    text = language.addStatement(text, language.formOf(text)!, type);
    const { Condition, Principal, ...elements } = statement;
    for (const [name, value] of Object.entries(elements)) {
      const opposite = last()[name.endsWith('Action') ? 'action' : 'resource'];
      const listed = name.endsWith('Action') || name.endsWith('Resource');
      if (!listed) text = language.setElement(text, last().node, name, value);
      else {
        if (opposite !== undefined && opposite.member.key !== name)
          text = language.renameMember(text, opposite.member, name);
        text = enterValues(text, (written) => member(last(written).node, name), value);
      }
    }
    if (typeof Principal === 'string') text = language.setElement(text, last().node, 'Principal', Principal);
    else if (isJsonObject(Principal))
      text = enterValues(
        text,
        (written) => last(written).principal!.kinds[0]!.member.value,
        Principal['AWS']!,
      );
    for (const [operator, keys] of Object.entries((Condition ?? {}) as JsonObject)) {
      text = language.addOperator(text, last().node, operator);
      const [key = '', values = ''] = Object.entries(keys as JsonObject)[0] ?? [];
      text = language.renameMember(text, last().conditions.at(-1)!.keys[0]!.member, key);
      text = enterValues(text, (written) => last(written).conditions.at(-1)!.keys[0]!.member.value, values);
    }
  }
  return text;
}

function member(node: JsonNode, name: string): JsonNode {
  return (node.kind === 'object' ? node.members : []).find(({ key }) => key === name)!.value;
}

/** Types one value after the other, as somebody would: the first into the field that is there, then one field more each. */
function enterValues(text: string, place: (written: string) => JsonNode, value: JsonValue): string {
  const values = (Array.isArray(value) ? value : [value]) as readonly JsonValue[];
  let written = text;
  for (const [index, one] of values.entries()) {
    if (index > 0) written = language.addItem(written, place(written), '');
    const node = place(written);
    written = language.setValue(written, node.kind === 'array' ? node.items[index]! : node, one);
  }
  return written;
}

/** Every part of a text by its path, as it is written. */
function partsOf(text: string, node: JsonNode, parts = new Map<string, string>()): Map<string, string> {
  parts.set(node.path, text.slice(node.range?.start, node.range?.end));
  if (node.kind === 'array') for (const item of node.items) partsOf(text, item, parts);
  if (node.kind === 'object') for (const { value } of node.members) partsOf(text, value, parts);
  return parts;
}

/** A change that a form makes at random, and the paths below which it may touch a text. */
function randomChange(
  text: string,
  type: PolicyType,
  { of }: Choices,
): { readonly text: string; readonly touches: (path: string) => boolean } {
  const form = language.formOf(text)!;
  const statement = of(form.statements);
  const list = of([statement.action!, statement.resource!]);
  const below = (node: JsonNode) => (path: string) =>
    path.startsWith(node.path) || node.path.startsWith(path) || path.startsWith(list.member.value.path);
  const within = (next: string) => ({ text: next, touches: below(list.member.value) });
  const own = (next: string, name: string) => ({
    text: next,
    touches: (path: string) =>
      path === `${statement.node.path}/${name}` || statement.node.path.startsWith(path),
  });
  return of([
    () => within(language.addItem(text, list.member.value, 's3:GetObject')),
    () => within(language.withoutItem(text, list.member.value, 0)),
    () => within(language.setValue(text, of(list.values), 'arn:aws:s3:::"x\\y"')),
    () => own(language.setElement(text, statement.node, 'Sid', 'Another'), 'Sid'),
    () => own(language.setElement(text, statement.node, 'Effect', 'Deny'), 'Effect'),
    () => ({
      text: language.addOperator(text, statement.node, 'ArnLike'),
      touches: (path: string) =>
        path.startsWith(`${statement.node.path}/Condition`) || statement.node.path.startsWith(path),
    }),
    // What stood alone as a statement stands in a list then: its parts have other paths, and the same texts.
    () => ({
      text: language.addStatement(text, form, type),
      touches: (path: string) => path === '' || path === '/Statement' || form.statements.length === 1,
    }),
  ])();
}

test(`${count.toLocaleString('en')} random valid policies, entered anew through the form, allow the same: the prover says so`, () => {
  const source = randomSource(20_261_125);
  let conditions = 0;
  for (let run = 0; run < count; run += 1) {
    const policy = randomPolicy(source);
    expect(parsePolicy(policy.text, policy.type).document, policy.text).toBeDefined();
    const again = parsePolicy(entered(policy), policy.type);
    if (policy.text.includes('Condition')) conditions += 1;
    const set = (document: JsonObject) =>
      policy.type === 'resource' ? { identity: [], resource: document } : { identity: [document] };
    const { relation } = compareAccess(set(policy.document), set(again.document!), pairDomain);
    expect(relation, policy.text).toBe('equal');
  }
  expect(conditions).toBeGreaterThan(count / 10);
});

test(`${count.toLocaleString('en')} random changes leave every part byte for byte that they are not about`, () => {
  const source = randomSource(11_250_000);
  let compared = 0;
  for (let run = 0; run < count; run += 1) {
    const { text, type } = randomPolicy(source);
    const { text: next, touches } = randomChange(text, type, source);
    const [before, after] = [language.formOf(text)!, language.formOf(next)!].map(({ root }, index) =>
      partsOf(index === 0 ? text : next, root),
    ) as [Map<string, string>, Map<string, string>];
    for (const [path, part] of before) {
      if (touches(path)) continue;
      expect(after.get(path), `${path} of ${text}\n${next}`).toBe(part);
      compared += 1;
    }
    // What stands before the first and behind the last changed character is the same by its nature: JSON stays JSON.
    expect(() => JSON.parse(next) as unknown).not.toThrow();
  }
  expect(compared).toBeGreaterThan(count * 5);
});
