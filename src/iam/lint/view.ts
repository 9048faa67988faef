import { parseOperator, type Operator } from '../conditions/operators.ts';
import type { PolicyType } from '../policy/document.ts';
import type { JsonMember, JsonNode, JsonObjectNode } from '../json/json.ts';
import { memberOf } from '../json/node.ts';
import { lowerCase } from '../text/lower-case.ts';

/** A text in a list of an element, with the list. */
export interface Entry {
  readonly node: JsonNode;
  readonly text: string;
  /** All nodes of its list, itself among them; of one that stands alone only itself. */
  readonly siblings: readonly JsonNode[];
}

/** A principal as its element names it: `AWS` and an ARN. The bare `*` is of the kind `*`. */
interface PrincipalEntry extends Entry {
  readonly kind: string;
}

/** One condition key under one operator. */
export interface ConditionView {
  readonly operator: Operator;
  /** The operator with all its keys. */
  readonly block: JsonMember;
  /** The key with its values. */
  readonly member: JsonMember;
  readonly lowerKey: string;
  /** Its values as text. */
  readonly values: readonly Entry[];
  readonly statement: StatementView;
}

/** A statement, its elements apart. What is not of the right kind is left out: other checks name it. */
export interface StatementView {
  readonly node: JsonObjectNode;
  readonly allows: boolean;
  readonly denies: boolean;
  readonly notAction: boolean;
  readonly actions: readonly Entry[];
  readonly notResource: boolean;
  readonly resources: readonly Entry[];
  readonly notPrincipal: boolean;
  readonly principals: readonly PrincipalEntry[];
  readonly conditions: readonly ConditionView[];
}

/** A policy document as checks look at it. */
export interface LintedPolicy {
  readonly node: JsonNode;
  readonly type: PolicyType;
  readonly statements: readonly StatementView[];
}

/** Takes a document apart once for all checks. Any JSON is taken; what is no policy has no statements. */
export function viewPolicy(node: JsonNode, type: PolicyType): LintedPolicy {
  const statement = memberOf(node, 'Statement');
  const nodes = statement === undefined ? [] : itemsOf(statement);
  return {
    node,
    type,
    statements: nodes.flatMap((one) => (one.kind === 'object' ? [viewStatement(one)] : [])),
  };
}

/** The items of a list; what stands alone counts as a list of one. */
export function itemsOf(node: JsonNode): readonly JsonNode[] {
  return node.kind === 'array' ? node.items : [node];
}

/** A leaf as text, as IAM reads numbers and booleans too. */
function entriesOf(node: JsonNode | undefined): readonly Entry[] {
  if (node === undefined) return [];
  const siblings = itemsOf(node);
  return siblings.flatMap((item) =>
    item.kind === 'leaf' && item.value !== null ? [{ node: item, text: String(item.value), siblings }] : [],
  );
}

function viewStatement(node: JsonObjectNode): StatementView {
  const effect = memberOf(node, 'Effect');
  const is = (value: string): boolean => effect?.kind === 'leaf' && effect.value === value;
  const either = (plain: string, negated: string): readonly [boolean, JsonNode | undefined] => {
    const found = memberOf(node, plain);
    return found === undefined ? [true, memberOf(node, negated)] : [false, found];
  };
  const [notAction, actions] = either('Action', 'NotAction');
  const [notResource, resources] = either('Resource', 'NotResource');
  const [notPrincipal, principals] = either('Principal', 'NotPrincipal');
  const conditions: ConditionView[] = [];
  const statement: StatementView = {
    node,
    allows: is('Allow'),
    denies: is('Deny'),
    notAction: notAction && actions !== undefined,
    actions: entriesOf(actions),
    notResource: notResource && resources !== undefined,
    resources: entriesOf(resources),
    notPrincipal: notPrincipal && principals !== undefined,
    principals: principalsOf(principals),
    conditions,
  };
  for (const block of membersOf(memberOf(node, 'Condition'))) {
    const operator = parseOperator(block.key);
    if (operator === undefined) continue;
    for (const member of membersOf(block.value))
      conditions.push({
        ...{ operator, block, member, statement },
        lowerKey: lowerCase(member.key),
        values: entriesOf(member.value),
      });
  }
  return statement;
}

/** The members of an object; of anything else none. */
export function membersOf(node: JsonNode | undefined): readonly JsonMember[] {
  return node?.kind === 'object' ? node.members : [];
}

function principalsOf(node: JsonNode | undefined): readonly PrincipalEntry[] {
  if (node?.kind === 'object')
    return node.members.flatMap(({ key, value }) =>
      entriesOf(value).map((entry) => ({ ...entry, kind: key })),
    );
  return entriesOf(node).map((entry) => ({ ...entry, kind: '*' }));
}
