import type { JsonObject } from '#iam';
import type { Signature } from '../calls/caller.ts';
import { perform, type Performed, type Environment } from '../perform/perform.ts';
import type { ServiceName } from '../models/model.ts';
import type { CallRecord } from '../state/record.ts';
import type { World } from '../state/world.ts';
import type { Settings } from './settings.ts';
import type { Ran, Terminal } from './terminal.ts';

/** Everything a command runs on: where it is typed, what it acts on, and when. */
export interface Session {
  readonly terminal: Terminal;
  readonly world: World;
  readonly environment: Environment;
  /** The six digits that were typed when the profile's MFA device was asked for. */
  readonly mfaCode?: string;
  /** What the command before a `|` has printed. */
  readonly piped?: string;
}

/** A call that the CLI makes: whose signature, to which region. */
export interface Signed {
  readonly signature: Signature;
  readonly settings: Settings;
}

export function ended(session: Session, more: Partial<Ran>): Ran {
  const { terminal, world } = session;
  return { terminal, world, output: '', errors: '', exitCode: 0, records: [], ...more };
}

export function failed(session: Session, { problem, exitCode }: { problem: string; exitCode: number }): Ran {
  return ended(session, { errors: problem, exitCode });
}

/** One call, as this command signs it. */
export function send(
  { world, environment }: Session,
  { signature, settings }: Signed,
  service: ServiceName,
  operation: string,
  input: JsonObject,
): Performed {
  return perform(
    world,
    { service, operation, input, signature, region: settings.region, face: 'cli' },
    environment,
  );
}

export interface Refused {
  readonly session: Session;
  readonly world: World;
  readonly records: readonly CallRecord[];
  readonly operation: string;
  readonly error: { readonly code: string; readonly message: string };
}

/** AWS's refusal as the CLI prints it. */
export function refusedBy({ session, world, records, operation, error }: Refused): Ran {
  return ended(session, {
    world,
    records,
    errors: `\nAn error occurred (${error.code}) when calling the ${operation} operation: ${error.message}`,
    exitCode: 254,
  });
}
