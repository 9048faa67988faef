import { sha1 } from '@noble/hashes/legacy.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { text } from '../../calls/input.ts';
import { nameKey } from '../../calls/names.ts';
import type { Call, Operation } from '../../calls/operation.ts';
import { providerCaller } from '../../calls/provider-caller.ts';
import { isRefusal, refuse, type Refusal } from '../../calls/refusal.ts';
import { toBase64 } from '../../tokens/base64.ts';
import { refusedAssertion } from '../../federation/refused-tokens.ts';
import { readSamlAssertion, type SamlAssertion } from '../../tokens/saml.ts';
import type { SamlProvider } from '../../state/entities.ts';
import { accountOf } from '../../state/state.ts';
import { asksOf, roleSession, type RoleSession } from './assume-role.ts';
import { targetOf } from './role.ts';
import { sessionTags } from './session-tags.ts';

const action = 'sts:AssumeRoleWithSAML';
const notAuthorized = refuse('AccessDenied', `Not authorized to perform ${action}`);

/** The provider that the call names, in whichever account; and the assertion, believed. */
function believed(
  call: Call,
):
  { readonly assertion: SamlAssertion; readonly provider: SamlProvider; readonly account: string } | Refusal {
  const arn = text(call.input, 'PrincipalArn');
  const [, account = '', name = ''] =
    /^arn:aws[a-z-]*:iam::(\d{12}):saml-provider\/([\w._-]+)$/.exec(arn) ?? [];
  const provider = accountOf(call.state, account).samlProviders.get(nameKey(name));
  const assertion = readSamlAssertion(text(call.input, 'SAMLAssertion'));
  if (assertion === undefined) return refuse('InvalidIdentityToken', 'Invalid base64 SAMLResponse');
  if (provider?.arn !== arn) return refuse('InvalidIdentityToken', "Specified provider doesn't exist");
  return refusedAssertion(assertion, provider.metadata, call.now) ?? { assertion, provider, account };
}

/** What makes a subject the same person again: issuer, account and provider, hashed. */
function nameQualifier({ issuer }: SamlAssertion, account: string, { name }: SamlProvider): string {
  return toBase64(sha1(utf8ToBytes(`${issuer}${account}/${name}`)));
}

interface Described extends RoleSession {
  readonly assertion: SamlAssertion;
  readonly qualifier: string;
  /** Condition keys of the call. */
  readonly context: Readonly<Record<string, string>>;
}

function described(call: Call): Described | Refusal {
  const found = believed(call);
  if (isRefusal(found)) return found;
  const { assertion, provider, account } = found;
  const tags = sessionTags(call, assertion.tags, assertion.transitive);
  if (isRefusal(tags)) return refuse('InvalidIdentityToken', tags.message);
  const qualifier = nameQualifier(assertion, account, provider);
  const lasting = {
    'saml:sub': assertion.subject,
    'saml:sub_type': assertion.subjectType,
    'saml:namequalifier': qualifier,
  };
  return {
    ...tags,
    name: assertion.sessionName ?? '',
    sourceIdentity: assertion.sourceIdentity,
    keys: lasting,
    assertion,
    qualifier,
    context: {
      ...lasting,
      'saml:aud': assertion.recipient,
      'saml:iss': assertion.issuer,
      'saml:doc': `${account}/${provider.name}`,
    },
    ...(assertion.sessionExpires !== undefined && {
      maxSeconds: Math.max(0, Math.floor((assertion.sessionExpires - call.now) / 1000)),
    }),
  };
}

/**
 * A session for whom a SAML identity provider authenticatedBy; the call itself is not signed.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html
 */
export const assumeRoleWithSaml: Operation = {
  service: 'sts',
  name: 'AssumeRoleWithSAML',
  unsigned: true,
  authenticatedBy: (call) => {
    const found = believed(call);
    return isRefusal(found) ? found : providerCaller('SAMLUser', found.provider.arn, found.assertion.subject);
  },
  asks: (call) => {
    const session = described(call);
    const target = targetOf(call);
    if (isRefusal(session)) return session;
    if (isRefusal(target)) return target;
    const offered = session.assertion.roles.some(
      ({ role, provider }) => role === target.arn && provider === call.caller.arn,
    );
    if (!offered || target.role?.name.startsWith('AWSReservedSSO_') === true) return notAuthorized;
    return asksOf(action, target, session, session.context);
  },
  run: (call) => {
    const session = described(call);
    const target = targetOf(call);
    if (isRefusal(session)) return session;
    if (isRefusal(target)) return target;
    const outcome = roleSession(call, target, session, notAuthorized);
    if (isRefusal(outcome)) return outcome;
    const { assertion, qualifier } = session;
    return {
      ...outcome,
      output: {
        ...outcome.output,
        Subject: assertion.subject,
        SubjectType: assertion.subjectType,
        Issuer: assertion.issuer,
        Audience: assertion.recipient,
        NameQualifier: qualifier,
      },
    };
  },
};
