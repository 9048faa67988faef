import { isJsonObject, type JsonValue } from '#iam';
import { text } from '../../calls/input.ts';
import type { Call, Operation } from '../../calls/operation.ts';
import { providerCaller } from '../../calls/provider-caller.ts';
import { isRefusal, refuse, type Refusal } from '../../calls/refusal.ts';
import { refusedToken } from '../../federation/refused-tokens.ts';
import { claim, readToken, tokenKeys, type WebToken } from '../../tokens/oidc.ts';
import type { Tag } from '../../state/entities.ts';
import { accountOf } from '../../state/state.ts';
import { asksOf, roleSession, type RoleSession } from './assume-role.ts';
import { targetOf, type Target } from './role.ts';
import { sessionTags } from './session-tags.ts';

const action = 'sts:AssumeRoleWithWebIdentity';
const notAuthorized = refuse('AccessDenied', `Not authorized to perform ${action}`);

interface Believed {
  readonly token: WebToken;
  readonly target: Target;
  /** ARN of the provider in the role's account, or the host of one that AWS knows. */
  readonly provider: string;
}

/** The token, believed by the account of the role. */
function believed(call: Call): Believed | Refusal {
  const target = targetOf(call);
  if (isRefusal(target)) return target;
  const token = readToken(text(call.input, 'WebIdentityToken'));
  if (token === undefined)
    return refuse(
      'InvalidIdentityToken',
      'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
    );
  const provider = accountOf(call.state, target.account).oidcProviders.get(token.issuer);
  return (
    refusedToken(token, provider, call.now) ?? { token, target, provider: provider?.arn ?? token.issuer }
  );
}

function texts(value: JsonValue | undefined): readonly string[] {
  return [value].flat().filter((one) => typeof one === 'string');
}

/** Session tags of a token: `{"principal_tags": {"team": ["home"]}, "transitive_tag_keys": ["team"]}`. */
function tagsOf({ payload }: WebToken): {
  readonly tags: readonly Tag[];
  readonly transitive: readonly string[];
} {
  const said = payload['https://aws.amazon.com/tags'];
  if (said === undefined || !isJsonObject(said)) return { tags: [], transitive: [] };
  const principal = said['principal_tags'];
  return {
    tags:
      principal !== undefined && isJsonObject(principal)
        ? Object.entries(principal).map(([Key, value]) => ({ Key, Value: texts(value)[0] ?? '' }))
        : [],
    transitive: texts(said['transitive_tag_keys']),
  };
}

function described(call: Call, { token, provider }: Believed): RoleSession | Refusal {
  const said = tagsOf(token);
  const tags = sessionTags(call, said.tags, said.transitive);
  if (isRefusal(tags)) return refuse('InvalidIdentityToken', tags.message);
  return {
    ...tags,
    name: text(call.input, 'RoleSessionName'),
    sourceIdentity: claim(token, 'https://aws.amazon.com/source_identity'),
    provider,
    keys: tokenKeys(token),
  };
}

/**
 * A session for whom an OpenID Connect provider authenticatedBy; the call itself is not signed.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export const assumeRoleWithWebIdentity: Operation = {
  service: 'sts',
  name: 'AssumeRoleWithWebIdentity',
  unsigned: true,
  authenticatedBy: (call) => {
    const found = believed(call);
    return isRefusal(found)
      ? found
      : providerCaller('WebIdentityUser', found.provider, claim(found.token, 'sub') ?? '');
  },
  asks: (call) => {
    const found = believed(call);
    const session = isRefusal(found) ? found : described(call, found);
    if (isRefusal(found)) return found;
    if (isRefusal(session)) return session;
    return asksOf(action, found.target, session, session.keys ?? {});
  },
  run: (call) => {
    const found = believed(call);
    const session = isRefusal(found) ? found : described(call, found);
    if (isRefusal(found)) return found;
    if (isRefusal(session)) return session;
    const outcome = roleSession(call, found.target, session, notAuthorized);
    if (isRefusal(outcome)) return outcome;
    return {
      ...outcome,
      output: {
        ...outcome.output,
        SubjectFromWebIdentityToken: claim(found.token, 'sub') ?? '',
        Provider: found.provider,
        Audience: claim(found.token, 'aud') ?? '',
      },
    };
  },
};
