import {
  accountStart,
  newTerminal,
  newWorld,
  perform,
  readWorld,
  runLine,
  saveWorld,
  withLag,
  worldOf,
  type AwsPolicy,
  type CallRecord,
  type Lag,
  type Ran,
  type SaveProblem,
  type ServiceName,
  type Signature,
  type Terminal,
  type World,
} from '#account';
import type { JsonObject } from '#iam';

/** A line of the terminal with what it printed. */
export interface Entry {
  readonly id: number;
  readonly prompt: string;
  readonly line: string;
  readonly output: string;
  readonly errors: string;
  readonly realKey: boolean;
  /** Numbers of the calls that it made, in the trail. */
  readonly records: readonly number[];
}

/** What the desk is given of the page around it. */
export interface Around {
  readonly now: () => number;
  readonly random: () => number;
  readonly catalogue: ReadonlyMap<string, AwsPolicy>;
  /** Keeps the sandbox as one text. */
  readonly keep: (text: string) => void;
}

const account = '111122223333';

/** A learner’s simulated account: the world, the terminal on it, and who they are at the moment. */
export class SandboxDesk {
  readonly #around: Around;
  #world: World = $state.raw()!;
  #terminal: Terminal = $state.raw(newTerminal());
  #entries: readonly Entry[] = $state.raw([]);
  #region = $state('us-east-1');
  #who: Signature = $state.raw({ by: 'stage', principal: `arn:aws:iam::${account}:root` });

  constructor(around: Around, kept: string | undefined) {
    this.#around = around;
    const saved = kept === undefined ? undefined : readWorld(kept);
    this.#world =
      saved === undefined || 'problem' in saved
        ? this.#fresh()
        : worldOf(saved.log, around.catalogue, saved.lags);
  }

  #fresh(): World {
    const at = this.#around.now();
    const start = accountStart(account, { name: 'Puerto Labs', email: 'root@puerto.example', at });
    return newWorld(start, at, this.#around.catalogue);
  }

  get world(): World {
    return this.#world;
  }
  get account(): string {
    return account;
  }
  get entries(): readonly Entry[] {
    return this.#entries;
  }
  get terminal(): Terminal {
    return this.#terminal;
  }
  get region(): string {
    return this.#region;
  }
  /** Whose hands the console is in; the terminal has credentials of its own, and this where it has none. */
  get who(): Signature {
    return this.#who;
  }
  readonly become = (who: Signature): void => {
    this.#who = who;
  };
  readonly goTo = (region: string): void => {
    this.#region = region;
  };

  /** Runs a line of the terminal. */
  readonly run = (line: string): Ran => {
    const { now, random } = this.#around;
    const stage = { ...this.#terminal, region: this.#region, stage: this.#who };
    const ran = runLine(stage, line, this.#world, { now: now(), random });
    this.#terminal = ran.terminal;
    const asked = this.#entries.at(-1)?.output ?? '';
    const entry: Entry = {
      id: this.#entries.length + 1,
      prompt: stage.question === undefined ? '$' : asked,
      line: ran.realKey === true ? '' : line,
      output: ran.output,
      errors: ran.errors,
      realKey: ran.realKey === true,
      records: ran.records.map(({ id }) => id),
    };
    this.#entries = [...this.#entries, entry];
    this.#take(ran.world);
    return ran;
  };

  /** A call of the console, as whoever is signed in. */
  readonly call = (
    service: ServiceName,
    operation: string,
    input: JsonObject,
  ): ReturnType<typeof perform> => {
    const { now, random } = this.#around;
    const request = {
      service,
      operation,
      input,
      signature: this.#who,
      region: this.#region,
      face: 'console' as const,
    };
    const done = perform(this.#world, request, { now: now(), random });
    this.#take(done.world);
    return done;
  };

  readonly setLag = (region: string, lag: Lag): void =>
    this.#take(withLag(this.#world, region, lag, this.#around.now()));

  /** The world before its last call. */
  readonly undo = (): void => {
    const { log, catalogue, lags } = this.#world;
    if (log.length > 1) this.#take(worldOf(log.slice(0, -1), catalogue, lags));
  };
  readonly startOver = (): void => this.#take(this.#fresh());

  get saved(): string {
    return saveWorld(this.#world);
  }
  /** Puts the world of a file in the place of this one; a text that is none changes nothing. */
  readonly open = (text: string): SaveProblem | undefined => {
    const saved = readWorld(text);
    if ('problem' in saved) return saved;
    this.#take(worldOf(saved.log, this.#around.catalogue, saved.lags));
    return undefined;
  };

  get trail(): readonly CallRecord[] {
    return this.#world.log;
  }

  #take(world: World): void {
    if (world === this.#world) return;
    this.#world = world;
    this.#around.keep(saveWorld(world));
  }
}
