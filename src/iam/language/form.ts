import type { PolicyType } from '../policy/document.ts';
import { addItem, addMember, removeChild, setValue, swapWithNext } from '../policy/edit.ts';
import { shapes } from '../policy/elements.ts';
import { valueOf, memberOf } from '../json/node.ts';
import { parseJson } from '../json/parse.ts';
import {
  isJsonObject,
  type JsonMember,
  type JsonNode,
  type JsonObjectNode,
  type JsonValue,
} from '../json/json.ts';
import { itemsOf, membersOf } from '../lint/view.ts';

/** A policy as a form shows it: nodes of its text, to be changed in place. What the form has no field for stays in the text. */
export interface PolicyForm {
  readonly root: JsonObjectNode;
  readonly statements: readonly StatementForm[];
}

/** A statement's elements; those of the wrong kind have no `values` or no `blocks`, and are shown as text. */
export interface StatementForm {
  readonly node: JsonNode;
  readonly sid: JsonNode | undefined;
  readonly effect: JsonNode | undefined;
  readonly principal: PrincipalForm | undefined;
  readonly action: ListForm | undefined;
  readonly resource: ListForm | undefined;
  readonly conditions: readonly ConditionForm[];
}

/** An element that takes one text or a list of them, or one kind of principal, or a condition key. */
export interface ListForm {
  readonly member: JsonMember;
  readonly values: readonly JsonNode[];
}
interface PrincipalForm {
  readonly member: JsonMember;
  /** Principals by kind; none where the element is the bare `*`, or no object. */
  readonly kinds: readonly ListForm[];
}
interface ConditionForm {
  readonly block: JsonMember;
  readonly keys: readonly ListForm[];
}

/** The elements that a statement has under either of two names. */
export type FormElement = 'Principal' | 'Action' | 'Resource';

/** A policy's text as a form. Undefined where the text is no JSON, or no object: there a form would have to guess. */
export function formOf(text: string): PolicyForm | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const { node: root } = parseJson(text);
  if (root?.kind !== 'object') return undefined;
  const statement = memberOf(root, 'Statement');
  return { root, statements: statement === undefined ? [] : itemsOf(statement).map(statementForm) };
}

function statementForm(node: JsonNode): StatementForm {
  const either = (name: FormElement): JsonMember | undefined =>
    membersOf(node).find(({ key }) => key === name || key === `Not${name}`);
  const principal = either('Principal');
  return {
    node,
    sid: memberOf(node, 'Sid'),
    effect: memberOf(node, 'Effect'),
    principal: principal && { member: principal, kinds: membersOf(principal.value).map(listForm) },
    action: optional(either('Action')),
    resource: optional(either('Resource')),
    conditions: membersOf(memberOf(node, 'Condition')).map((block) => ({
      block,
      keys: membersOf(block.value).map(listForm),
    })),
  };
}

function optional(member: JsonMember | undefined): ListForm | undefined {
  return member && listForm(member);
}

function listForm(member: JsonMember): ListForm {
  return { member, values: itemsOf(member.value) };
}

/** The names that an element may have in a policy type: `NotAction` beside `Action`, where the type takes it. */
export function elementNames(element: FormElement, type: PolicyType): readonly string[] {
  const { principal, notPrincipal, notAction, resource } = shapes[type];
  const not = `Not${element}`;
  switch (element) {
    case 'Principal':
      return principal === 'forbidden' ? [] : notPrincipal ? [element, not] : [element];
    case 'Action':
      return notAction ? [element, not] : [element];
    case 'Resource':
      return resource === 'forbidden' ? [] : [element, not];
  }
}

/** A statement to begin with: every element that the policy type asks for, with nothing in it that would grant access. */
function blankStatement(type: PolicyType): JsonValue {
  const { principal, resource } = shapes[type];
  return {
    Effect: type === 'rcp' ? 'Deny' : 'Allow',
    ...(principal === 'required' && { Principal: type === 'rcp' ? '*' : { AWS: '' } }),
    Action: '',
    ...(resource === 'required' && { Resource: '' }),
  };
}

/** One more statement at the end. */
export function addStatement(text: string, { root }: PolicyForm, type: PolicyType): string {
  const statement = memberOf(root, 'Statement');
  return statement === undefined
    ? addMember(text, root, 'Statement', [blankStatement(type)])
    : addItem(text, statement, blankStatement(type));
}

/** The same statement again behind itself; without its Sid, which no two statements may share. */
export function repeatStatement(text: string, { root }: PolicyForm, index: number): string {
  const statement = memberOf(root, 'Statement');
  const node = statement && itemsOf(statement)[index];
  if (statement === undefined || node === undefined) return text;
  const value = valueOf(node);
  const again = isJsonObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'Sid'))
    : value;
  return addItem(text, statement, again, index + 1);
}

/** The policy without a statement; without its only one, a policy of none. */
export function removeStatement(text: string, { root }: PolicyForm, index: number): string {
  const statement = memberOf(root, 'Statement');
  return statement === undefined ? text : withoutItem(text, statement, index);
}

/** A statement and the next one, each in the place of the other. */
export function swapStatements(text: string, { root }: PolicyForm, index: number): string {
  const statement = memberOf(root, 'Statement');
  return statement?.kind === 'array' ? swapWithNext(text, statement, index) : text;
}

/** An element of a statement, anew or for the first time. */
export function setElement(text: string, statement: JsonNode, name: string, value: JsonValue): string {
  if (statement.kind !== 'object') return text;
  const member = memberOf(statement, name);
  return member === undefined ? addMember(text, statement, name, value) : setValue(text, member, value);
}

/** A statement's name; without any text the element goes, as an empty Sid says nothing. */
export function setSid(text: string, statement: JsonNode, name: string): string {
  if (name !== '') return setElement(text, statement, 'Sid', name);
  const member = membersOf(statement).find(({ key }) => key === 'Sid');
  return member === undefined ? text : removeMember(text, statement, member);
}

/** An element taken out of what has it: of a statement, a principal's kind of its element, a condition key of its operator. */
export function removeMember(text: string, owner: JsonNode, member: JsonMember): string {
  return owner.kind === 'object' ? removeChild(text, owner, owner.members.indexOf(member)) : text;
}

/** A list without one of its values; without its only one, the empty list, which says plainly that something is missing. */
export function withoutItem(text: string, node: JsonNode, index: number): string {
  return node.kind === 'array' ? removeChild(text, node, index) : setValue(text, node, []);
}

/** One more kind of principal; the bare `*` gives way to it. */
export function addPrincipalKind(text: string, { member }: PrincipalForm, kind: string): string {
  return member.value.kind === 'object'
    ? addMember(text, member.value, kind, '')
    : setValue(text, member.value, { [kind]: '' });
}

/** One more operator in a statement's Condition, with a key to be named. */
export function addOperator(text: string, statement: JsonNode, operator: string): string {
  const condition = memberOf(statement, 'Condition');
  return condition?.kind === 'object'
    ? addMember(text, condition, operator, { '': '' })
    : setElement(text, statement, 'Condition', { [operator]: { '': '' } });
}

/** A condition key taken out; the operator goes with its last key, and the Condition with its last operator. */
export function removeKey(text: string, statement: JsonNode, block: JsonMember, key: JsonMember): string {
  if (membersOf(block.value).length > 1) return removeMember(text, block.value, key);
  const condition = membersOf(statement).find((member) => member.key === 'Condition');
  if (condition === undefined) return text;
  return membersOf(condition.value).length > 1
    ? removeMember(text, condition.value, block)
    : removeMember(text, statement, condition);
}
