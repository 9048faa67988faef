import { memberOf, origin, parsePolicy, type JsonObject, type JsonValue, type PolicyType } from '#iam';
import { itemsOf, removeFrom, type Finding } from '#iam/lint';
import { compareAccess } from './compare.ts';
import { roleCalls, splitRoleCalls } from './role-calls.ts';
import type { CatalogueAction, Comparison, Domain, Situation } from './domain.ts';
import { namedActions } from './named-actions.ts';
import { statementsOf } from './statements.ts';

/** Policies whose statements say of a caller what she may do, and name no principals. */
const types: readonly PolicyType[] = ['identity', 'boundary', 'session', 'scp'];
/** A policy with more statements than this is proved when somebody asks for it, and not on the way. */
const maxStatements = 40;
const budget = 60_000;

const account = '111122223333';
const situations: readonly Situation[] = [
  { principal: `arn:aws:iam::${account}:user/ana` },
  {
    principal: `arn:aws:sts::${account}:assumed-role/app/ana`,
    principalRole: `arn:aws:iam::${account}:role/app`,
  },
];
const owner = { AWS: `arn:aws:iam::${account}:root` };
const trust = {
  ...{ Effect: 'Allow', Principal: owner },
  Action: roleCalls,
};
const open = { Effect: 'Allow', Principal: owner, Action: '*', Resource: '*' };
const everything: JsonObject = { Effect: 'Allow', Action: '*', Resource: '*' };

type Compare = (left: readonly JsonObject[], right: readonly JsonObject[]) => Comparison['relation'];

/** How two lists of statements stand to each other over all requests: `equal` only where it is proved of each caller. */
function comparing({ Version }: JsonObject, actions: readonly CatalogueAction[]): Compare {
  const document = (statements: readonly JsonObject[]): JsonObject => ({
    ...(Version !== undefined && { Version }),
    Statement: statements,
  });
  const [onRoles, others] = splitRoleCalls(actions);
  const parts = [
    { actions: onRoles, resource: { Version: '2012-10-17', Statement: [trust] } },
    { actions: others, resource: { Version: '2012-10-17', Statement: [open] } },
  ];
  return (left, right) => {
    const relations = situations.flatMap((situation) =>
      parts
        .filter((part) => part.actions.length > 0)
        .map(({ resource, actions: asked }) => {
          const domain: Domain = { situations: [situation], actions: asked };
          const policies = (one: readonly JsonObject[]) => ({ identity: [document(one)], resource });
          return compareAccess(policies(left), policies(right), domain, budget).relation;
        }),
    );
    return relations.find((relation) => relation !== 'equal') ?? 'equal';
  };
}

/** What is proved of a statement: its place stands in the document. */
function provedOf(
  statement: JsonObject,
  all: readonly JsonObject[],
  compare: Compare,
): 'REDUNDANT_STATEMENT' | 'UNREACHABLE_STATEMENT' | undefined {
  const allows = statement['Effect'] === 'Allow';
  const others = all.filter((one) => one !== statement);
  const denies = others.filter((one) => one['Effect'] === 'Deny');
  const base = allows ? [] : [everything];
  // One that does nothing even by itself has another fault.
  if (!['exceeds', 'within'].includes(compare([...base, statement], base))) return undefined;
  if (allows && compare([...denies, statement], []) === 'equal') return 'UNREACHABLE_STATEMENT';
  const [rest, whole] = allows ? [others, all] : [denies, [...denies, statement]];
  return compare([...base, ...rest], [...base, ...whole]) === 'equal' ? 'REDUNDANT_STATEMENT' : undefined;
}

/** What a statement is called where it is spoken of: its Sid, or its place. */
function nameOf({ Sid }: JsonObject, place: number): string {
  return typeof Sid === 'string' ? Sid : `Statement ${place + 1}`;
}

/**
 * Statements that change nothing, proved over all requests of a user and of a role’s session: those that others cover, and
 * an Allow that the policy's own Deny statements take back. `actionsFor` brings the actions on which documents can differ.
 * Policies with principals, those that IAM would refuse and what cannot be decided have none.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export function statementFindings(
  text: string,
  type: PolicyType,
  actionsFor: (documents: readonly JsonValue[]) => readonly CatalogueAction[],
): readonly Finding[] {
  const { document, node: root } = types.includes(type) ? parsePolicy(text, type) : {};
  const all = document === undefined ? [] : statementsOf(document);
  if (document === undefined || all.length < 2 || all.length > maxStatements) return [];
  const known = actionsFor([document, { Statement: [everything] }]);
  const compare = comparing(document, [...known, ...namedActions([document], known)]);
  const ranges = document[origin]?.ranges;
  const list = root && memberOf(root, 'Statement');
  const siblings = list === undefined ? [] : itemsOf(list);
  const gone = new Set<JsonObject>();
  return all.flatMap((statement, place): readonly Finding[] => {
    // Of two that cover each other one stays.
    const left = all.filter((one) => !gone.has(one));
    const check = provedOf(statement, left, compare);
    if (check === undefined) return [];
    gone.add(statement);
    const path = `/Statement/${place}`;
    const range = ranges?.get(path);
    const node = siblings[place];
    const fix = node && removeFrom({ node, text: nameOf(statement, place), siblings });
    const severity = check === 'UNREACHABLE_STATEMENT' ? 'warning' : 'suggestion';
    return [{ check, severity, path, ...(range && { range }), values: {}, ...(fix && { fix }) }];
  });
}
