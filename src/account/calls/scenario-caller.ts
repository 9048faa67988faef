import { parsePrincipal, type Credentials } from '#iam';
import type { Session } from '../state/entities.ts';
import { isoTime } from '../state/time.ts';
import { accountOf, type State } from '../state/state.ts';
import type { Caller, ScenarioSession, Signature } from './caller.ts';
import {
  anonymous,
  roleCaller,
  rootCaller,
  seconds,
  serviceCaller,
  unknownToken,
  userCaller,
} from './callers.ts';
import { nameKey } from './names.ts';
import { providerCaller } from './provider-caller.ts';
import { isRefusal, type Refusal } from './refusal.ts';

/** How old the temporary credentials of a scenario's callers are: `aws:TokenIssueTime` lies so far back. */
const sessionAgeMs = 60_000;

/** Whoever a scenario lets sign without keys, as the state knows them; a refusal where it knows no such principal. */
export function scenarioCaller(
  { principal, mfa, session }: Signature & { by: 'scenario' },
  seen: State,
  now: number,
): Caller | Refusal {
  const parsed = parsePrincipal(principal);
  switch (parsed?.kind) {
    case 'root':
    case 'user': {
      const credentials = userCredentials(mfa, session, now);
      const account = accountOf(seen, parsed.account);
      const caller =
        parsed.kind === 'root'
          ? rootCaller(parsed.account, account, credentials)
          : userCaller(account, parsed.account, parsed.name, credentials);
      return isRefusal(caller)
        ? caller
        : {
            ...caller,
            ...(session?.keys && { session: sessionOfScenario(principal, session, now) }),
            ...(mfa !== undefined && { identity: { ...caller.identity, mfaAt: mfa } }),
          };
    }
    case 'roleSession': {
      const account = accountOf(seen, parsed.account);
      const role = account.roles.get(nameKey(parsed.name));
      if (role === undefined) return unknownToken;
      const own: Session = {
        ...sessionOfScenario(principal, session ?? {}, now),
        role: role.name,
        roleId: role.id,
      };
      const credentials: Credentials = {
        kind: 'role',
        issued: isoTime(own.issued, 'Z'),
        ...(own.sourceIdentity !== undefined && { sourceIdentity: own.sourceIdentity }),
      };
      const caller = roleCaller(own, parsed.account, account, credentials);
      return isRefusal(caller) ? caller : { ...caller, session: own };
    }
    case 'service':
      return serviceCaller(principal);
    case 'anonymous':
      return anonymous;
    case 'identityProvider':
      return providerCaller(
        principal.includes(':saml-provider/') ? 'SAMLUser' : 'WebIdentityUser',
        principal,
        '',
      );
    default:
      return unknownToken;
  }
}

/** In the console with MFA, with a session token, or with long-term keys. */
function userCredentials(
  mfa: number | undefined,
  session: ScenarioSession | undefined,
  now: number,
): Credentials {
  if (mfa !== undefined) return { kind: 'console', mfaAge: seconds(now - mfa), issued: isoTime(mfa, 'Z') };
  if (session?.mfa === undefined) return { kind: 'longTerm' };
  return {
    kind: 'sessionToken',
    issued: isoTime(now - sessionAgeMs, 'Z'),
    ...(session.mfa && { mfaAge: seconds(sessionAgeMs) }),
  };
}

function sessionOfScenario(
  principal: string,
  { policies, tags = {}, sourceIdentity, keys }: ScenarioSession,
  now: number,
): Session {
  return {
    id: '',
    secret: '',
    token: '',
    kind: 'role',
    principal,
    issued: now - sessionAgeMs,
    expires: now + sessionAgeMs,
    tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    transitiveTags: [],
    ...(policies !== undefined && { policies }),
    ...(sourceIdentity !== undefined && { sourceIdentity }),
    ...(keys !== undefined && { keys }),
  };
}
