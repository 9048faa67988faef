import type {
  Account,
  AwsPolicy,
  CallRecord,
  Performed,
  ServiceName,
  Signature,
  SignInAttempt,
  SignInStep,
  State,
} from '#account';
import type { JsonObject } from '#iam';

/** What a section may do beside showing the account. */
export interface Acts {
  /** A call of the console, as whoever the learner is. */
  readonly call: (service: ServiceName, operation: string, input: JsonObject) => Performed;
  /** A call of the console as somebody: the root user who prepares something, or nobody. */
  readonly callAs: (
    signature: Signature,
    service: ServiceName,
    operation: string,
    input: JsonObject,
  ) => Performed;
  /** Puts the sandbox’s time forward by milliseconds. */
  readonly advance: (by: number) => void;
  /** Tries the console’s door; who gets in is who the learner is from then on. */
  readonly signIn: (attempt: SignInAttempt) => SignInStep;
  /** Ends the console session: the root user is on the stage again, without having signed in. */
  readonly signOut: () => void;
  /** Shows why a call was answered so. */
  readonly explain: (record: CallRecord) => void;
}

/** What the console shows: the account as the region knows it. */
export interface View {
  readonly state: State;
  readonly account: Account;
  /** Account id. */
  readonly id: string;
  /** Read where it is shown: it ticks. */
  readonly now: () => number;
  /** AWS managed policies by ARN. */
  readonly catalogue: ReadonlyMap<string, AwsPolicy>;
  readonly acts: Acts;
  /** Who is signed in to the console, by ARN; undefined while nobody is. */
  readonly signedIn: string | undefined;
  /** Puts a command into the terminal’s line. */
  readonly oncommand: (command: string) => void;
}

export const sections = [
  'users',
  'groups',
  'roles',
  'policies',
  'providers',
  'federation',
  'settings',
  'organization',
  'authenticator',
  'signIn',
] as const;
export type Section = (typeof sections)[number];

/** How many entities a section lists; undefined where it lists none. */
export function countOf({ account }: View, section: Section): number | undefined {
  switch (section) {
    case 'users':
      return account.users.size;
    case 'groups':
      return account.groups.size;
    case 'roles':
      return account.roles.size;
    case 'policies':
      return account.policies.size;
    case 'providers':
      return account.samlProviders.size + account.oidcProviders.size;
    case 'authenticator':
      return account.mfaDevices.size;
    default:
      return undefined;
  }
}

/** A day as AWS's console writes it, in UTC. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** A policy's text, laid out to be read; as it stands where it is no JSON. */
export function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
