import { parseArn } from '../text/arn.ts';
import { lowerCase } from '../text/lower-case.ts';
import { actionCovers } from './cover.ts';
import type { Check, Hit } from './finding.ts';
import { removeFrom, replaceWith } from './fix.ts';
import { atKey, hitIf, inConditions, inStatements } from './scope.ts';
import type { LintedPolicy, StatementView } from './view.ts';

const github = 'token.actions.githubusercontent.com';

/** Who signs the tokens of a federated principal: its domain, or what stands in its provider's ARN. SAML has none. */
function issuerOf(text: string): string | undefined {
  const resource = parseArn(text)?.resource ?? `oidc-provider/${text}`;
  return resource.startsWith('oidc-provider/')
    ? lowerCase(resource.slice('oidc-provider/'.length))
    : undefined;
}

function federated({ principals }: StatementView) {
  return principals
    .filter(({ kind }) => kind === 'Federated')
    .map((entry) => ({ ...entry, issuer: issuerOf(entry.text) }));
}

/** The action with which a principal assumes the role. */
function assumeAction(kind: string, text: string): string {
  if (kind !== 'Federated') return 'sts:AssumeRole';
  return issuerOf(text) === undefined ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity';
}
const assumeActions: readonly string[] = [
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
];

function allowsAction({ actions, notAction }: StatementView, action: string): boolean {
  return actions.some(({ text }) => actionCovers(text, action)) !== notAction;
}

function mismatched(statement: StatementView): readonly Hit[] {
  const wanted = new Set(statement.principals.map(({ kind, text }) => assumeAction(kind, text)));
  const [only] = wanted;
  if (only === undefined) return [];
  return statement.actions.flatMap(({ node, text }) => {
    const lower = lowerCase(text);
    const fits = !assumeActions.includes(lower) || [...wanted].some((action) => lowerCase(action) === lower);
    return hitIf(!fits, {
      node,
      values: { text, action: only },
      fix: wanted.size === 1 && statement.actions.length === 1 ? replaceWith(node, only) : undefined,
    });
  });
}

/** Keys that are there only where the caller may do more than assume the role. */
function neededAction(lowerKey: string): string | undefined {
  if (/^(?:aws:requesttag\/|aws:tagkeys$|sts:transitivetagkeys$)/.test(lowerKey)) return 'sts:TagSession';
  return lowerKey === 'sts:sourceidentity' ? 'sts:SetSourceIdentity' : undefined;
}

/** Keys by which a trust is told to be of a known caller. */
const callerKeys: ReadonlySet<string> = new Set([
  ...['sts:externalid', 'aws:principalorgid', 'aws:principalorgpaths', 'aws:principalarn'],
  ...['aws:multifactorauthpresent', 'aws:multifactorauthage'],
]);

/** A role's session in the form of the role: `111122223333 app`. */
function roleOf(text: string): { readonly role: string; readonly session: boolean } | undefined {
  const arn = parseArn(text);
  const parts = arn?.resource.split('/') ?? [];
  if (arn?.service === 'sts' && parts[0] === 'assumed-role')
    return { role: `${arn.account} ${parts[1]}`, session: true };
  if (arn?.service === 'iam' && parts[0] === 'role')
    return { role: `${arn.account} ${parts.at(-1)}`, session: false };
  return undefined;
}

function trustAllows(find: (statement: StatementView, policy: LintedPolicy) => readonly Hit[]) {
  return inStatements((statement, _, policy) => (statement.allows ? find(statement, policy) : []));
}

/**
 * Role trust policies: who may assume a role, and on what terms.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html
 */
export const trustChecks: readonly Check[] = (
  [
    {
      check: 'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
      severity: 'securityWarning',
      find: trustAllows((statement) =>
        federated(statement).flatMap(({ node, text, issuer }) =>
          hitIf(
            issuer !== undefined &&
              issuer !== github &&
              !statement.conditions.some(({ lowerKey }) => lowerKey.startsWith(`${issuer}:`)),
            { node, values: { text } },
          ),
        ),
      ),
    },
    {
      check: 'MISSING_GITHUB_REPO_CONDITION_KEY',
      severity: 'securityWarning',
      find: trustAllows((statement) =>
        federated(statement).flatMap(({ node, issuer }) =>
          hitIf(
            issuer === github && !statement.conditions.some(({ lowerKey }) => lowerKey === `${github}:sub`),
            { node },
          ),
        ),
      ),
    },
    {
      check: 'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
      severity: 'warning',
      find: inConditions(({ lowerKey, operator, values }) =>
        values.flatMap(({ node, text }) =>
          hitIf(lowerKey === `${github}:sub` && operator.family === 'like' && /[*?]/.test(text), {
            node,
            values: { text },
          }),
        ),
      ),
    },
    { check: 'MISMATCHED_ACTION_FOR_PRINCIPAL', severity: 'error', find: trustAllows(mismatched) },
    {
      check: 'MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY',
      severity: 'error',
      find: trustAllows((statement) => {
        const missing = ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'].find(
          (action) => !allowsAction(statement, action),
        );
        return statement.principals.flatMap(({ node, text }) =>
          hitIf(text === 'rolesanywhere.amazonaws.com' && missing !== undefined, {
            node,
            values: { action: missing ?? '' },
          }),
        );
      }),
    },
    {
      check: 'MISSING_ACTION_FOR_CONDITION_KEY',
      severity: 'error',
      find: inConditions((condition, _, { statements }) => {
        const action = neededAction(condition.lowerKey);
        if (action === undefined || !condition.statement.allows) return [];
        const allowed = statements.some((one) => one.allows && allowsAction(one, action));
        return hitIf(!allowed, { ...atKey(condition), values: { key: condition.member.key, action } });
      }),
    },
    {
      check: 'REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY',
      severity: 'suggestion',
      find: trustAllows(({ principals }) => {
        const read = principals.map((entry) => ({ entry, found: roleOf(entry.text) }));
        return read.flatMap(({ entry, found }) => {
          const role = read.find((one) => one.found?.role === found?.role && one.found?.session === false);
          return hitIf(found?.session === true && role !== undefined, {
            node: entry.node,
            values: { text: entry.text, other: role?.entry.text ?? '' },
            fix: removeFrom(entry),
          });
        });
      }),
    },
    {
      check: 'MISSING_EXTERNAL_ID',
      severity: 'warning',
      find: trustAllows(({ principals, conditions }) =>
        principals.flatMap(({ kind, node, text }) =>
          hitIf(
            kind === 'AWS' &&
              /^(?:\d{12}|arn:[^:]+:iam::\d{12}:root)$/.test(text) &&
              !conditions.some(({ lowerKey }) => callerKeys.has(lowerKey)),
            { node, values: { text } },
          ),
        ),
      ),
    },
  ] satisfies readonly Check[]
).map((row) => ({ ...row, types: ['trust'] }));
