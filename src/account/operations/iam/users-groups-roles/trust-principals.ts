import { parseJson, type JsonNode } from '#iam';
import { iamArn, nameKey } from '../../../calls/names.ts';
import { accountOf, put, type Change, type State } from '../../../state/state.ts';

/** One AWS principal that a trust policy names, and its place in the text, quotation marks included. */
export interface NamedPrincipal {
  readonly kind: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function member(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === 'object' ? node.members.find((one) => one.key === key)?.value : undefined;
}

function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  if (node === undefined) return [];
  return node.kind === 'array' ? node.items : [node];
}

/** The principals that a trust policy names, in the order of the text. */
export function principalsOf(text: string): readonly NamedPrincipal[] {
  return itemsOf(member(parseJson(text).node, 'Statement')).flatMap((statement) => {
    const principal = member(statement, 'Principal');
    return (principal?.kind === 'object' ? principal.members : []).flatMap(({ key: kind, value }) =>
      itemsOf(value).flatMap(({ range, ...leaf }) =>
        leaf.kind === 'leaf' && typeof leaf.value === 'string' && range !== undefined
          ? [{ kind, text: leaf.value, start: range.start, end: range.end }]
          : [],
      ),
    );
  });
}

/** The text with its AWS principals written another way; those for which `rewrite` gives nothing stay. */
export function withPrincipals(text: string, rewrite: (principal: string) => string | undefined): string {
  let written = '';
  let at = 0;
  for (const { kind, text: principal, start, end } of principalsOf(text)) {
    const other = kind === 'AWS' ? rewrite(principal) : undefined;
    if (other === undefined) continue;
    written += text.slice(at, start) + JSON.stringify(other);
    at = end;
  }
  return written + text.slice(at);
}

/**
 * IAM keeps the unique id of a user or role that a trust policy names, not its ARN. So the policy follows a user that is
 * renamed or moved, and shows the id alone once the user or role is gone: another one made under the name is a stranger.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function trustFollows(state: State, from: string, to: string): readonly Change[] {
  return [...state].flatMap(([id, { roles }]) =>
    [...roles].flatMap(([key, role]) => {
      const trust = withPrincipals(role.trust, (principal) => (principal === from ? to : undefined));
      return trust === role.trust ? [] : [put(id, 'roles', key, { ...role, trust })];
    }),
  );
}

/** The ARN of the user or role with the unique id, whatever account it is in. */
export function arnOfId(state: State, id: string): string | undefined {
  for (const [account, { users, roles }] of state) {
    for (const user of users.values()) if (user.id === id) return iamArn(account, 'user', user);
    for (const role of roles.values()) if (role.id === id) return iamArn(account, 'role', role);
  }
  return undefined;
}

/** Whether IAM would find the AWS principal. Of accounts outside the world nothing is known; they are believed. */
export function principalExists(state: State, principal: string): boolean {
  if (/^A(?:IDA|ROA)/.test(principal)) return arnOfId(state, principal) !== undefined;
  const [, id = '', kind, name = ''] =
    /^arn:[a-z-]+:(?:iam|sts)::(\d{12}):(user|role|assumed-role)\/(.+)$/.exec(principal) ?? [];
  if (kind === undefined || !state.has(id)) return true;
  const { users, roles } = accountOf(state, id);
  if (kind === 'assumed-role') {
    const [role = ''] = name.split('/');
    return roles.get(nameKey(role))?.name === role;
  }
  const found = (kind === 'user' ? users : roles).get(nameKey(name.slice(name.lastIndexOf('/') + 1)));
  return found !== undefined && iamArn(id, kind as 'user' | 'role', found) === principal;
}
