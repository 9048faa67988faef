import type { Signature } from '../calls/caller.ts';
import type { CallRecord } from '../state/record.ts';
import type { World } from '../state/world.ts';

/** A profile of `~/.aws/config` and `~/.aws/credentials`, both files together. */
export type Profile = Readonly<Record<string, string>>;

/** A question the terminal has asked: the next line is the answer. */
type Question =
  | { readonly about: 'configure'; readonly profile: string; readonly answers: readonly string[] }
  | { readonly about: 'mfa'; readonly line: string; readonly serial: string };

/** Credentials that a profile with a role has assumed, kept as the CLI keeps them. */
export interface Assumed {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expires: number;
}

/** What a terminal knows from one line to the next. */
export interface Terminal {
  readonly profiles: Readonly<Record<string, Profile>>;
  readonly env: Readonly<Record<string, string>>;
  /** Files by name: what an editor holds, what `>` wrote. */
  readonly files: Readonly<Record<string, string>>;
  readonly assumed: Readonly<Record<string, Assumed>>;
  readonly question?: Question;
  /** Who calls where no credentials are set: in a transcript or a scenario, the user or role that it names. */
  readonly signature?: Signature;
  /** Region where none is set. */
  readonly region: string;
}

export function newTerminal(region = 'us-east-1', signature?: Signature): Terminal {
  return {
    profiles: {},
    env: {},
    files: {},
    assumed: {},
    region,
    ...(signature !== undefined && { signature }),
  };
}

/** A line carried out. */
export interface Ran {
  readonly terminal: Terminal;
  readonly world: World;
  /** What it printed, without the last line break. */
  readonly output: string;
  readonly errors: string;
  /** 0; 252 a line the CLI does not understand; 253 no credentials; 254 AWS refused; 255 anything else. */
  readonly exitCode: number;
  readonly records: readonly CallRecord[];
  /** The line holds what looks like a real AWS key: it was not carried out and is not to be kept. */
  readonly realKey?: true;
}

/** The terminal with no question open. */
export function unasked(terminal: Terminal): Terminal {
  const { profiles, env, files, assumed, signature, region } = terminal;
  return { profiles, env, files, assumed, region, ...(signature !== undefined && { signature }) };
}
